# arguments: a=2.0, x=1.0
def newton(a: float, x: float):
    for i in range(20):
        step = (x * x - a) / (2 * x)
        x = x - step
        if abs(step) < 1e-9:
            return x
    return 0.5 * x


# output
"""Forward and backward passes of return_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""


def newton_forward(a: float, x: float):
    """Forward pass of newton: out and the cache (references, not copies)."""
    stopped = False
    steps = []
    for i in range(20):
        x_before = x
        stopped = False
        num = x * x - a
        step = num / (2 * x)
        x = x - step
        found_test = abs(step) < 1e-9
        if found_test:
            found = x
            stopped = True
        steps.append((x_before, step, found_test))
        if stopped:
            break
    if stopped:
        out = found
    else:
        out = 0.5 * x
    cache = (steps, stopped)
    return out, cache


def newton_backward(dout, cache):
    """Backward pass of newton: da and dx, from dout."""
    steps, stopped = cache
    if stopped:
        # backprop out = found
        dfound = dout
        dx = 0.0
    else:
        # backprop out = 0.5 * x
        dx = 0.5 * dout
        dfound = 0.0
    da = 0.0
    for x_before, step, found_test in reversed(steps):
        if found_test:
            # backprop found = x
            dx += dfound
            dfound = 0.0
        # backprop x = x - step
        dstep = -dx
        # backprop step = num / (2 * x)
        dnum = dstep / (2 * x_before)
        dx += 2 * (-step / (2 * x_before)) * dstep
        # backprop num = x * x - a
        dx += (2 * x_before) * dnum
        da -= dnum
    return da, dx
