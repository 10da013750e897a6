# arguments: v=0.7, u=1.2
# arguments: v=-0.7, u=1.2
def f(v, u):
    w = v * 2.0
    if v > 0:
        w = w * 0.1
    else:
        for i in range(3):
            m = 0
            while m < i:
                m = m + 1
                u, w = w, u
                u += u
    return w * u


# output
"""Forward and backward passes of turns_counted_in_one_arm.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(v, u):
    """Forward pass of f: out and the cache (references, not copies)."""
    w = v * 2.0
    steps = None
    if v > 0:
        w = w * 0.1
    else:
        steps = []
        for i in range(3):
            m = 0
            steps1 = 0
            while m < i:
                m = m + 1
                u, w = w, u
                u += u
                steps1 += 1
            steps.append(steps1)
    out = w * u
    cache = (v, steps, u, w)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dv and du, from dout."""
    v, steps, u, w = cache
    # backprop out = w * u
    dw = u * dout
    du = w * dout
    if v > 0:
        # backprop w = w * 0.1
        dw = 0.1 * dw
    else:
        for steps1 in reversed(steps):
            for _ in range(steps1):
                # backprop u += u
                du = du + du
                # backprop u, w = w, u
                du_next = du
                du = dw
                dw = du_next
    # backprop w = v * 2.0
    dv = 2.0 * dw
    return dv, du
