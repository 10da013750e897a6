# arguments: x=0.9, n=6
def f(x: float, n: int):
    t = x
    for k in range(n):
        if k == 1:
            t = t * x
        elif k > 2:
            # enough
            if t > 5:
                t = t - 2
                break
            elif k == 4:
                t = t * 0.5
                continue
            t = t * 1.1
        t = t + x * k
    return t


# output
"""Forward and backward passes of jump_in_a_part_of_a_branch.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, n: int):
    """Forward pass of f: t and the cache (references, not copies)."""
    t = x
    steps = []
    for k in range(n):
        t_before = t
        stopped = False
        skipped = False
        if k == 1:
            t = t * x
        elif k > 2:
            # enough
            if t > 5:
                t = t - 2
                stopped = True
                skipped = True
            elif k == 4:
                t = t * 0.5
                skipped = True
            else:
                t = t * 1.1
        if not skipped:
            t = t + x * k
        steps.append((t_before, k, skipped))
        if stopped:
            break
    cache = (x, steps)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dx, from dt."""
    x, steps = cache
    dx = 0.0
    for t_before, k, skipped in reversed(steps):
        if not skipped:
            # backprop t = t + x * k
            dx += k * dt
        if k == 1:
            # backprop t = t * x
            dx += t_before * dt
            dt = x * dt
        elif k > 2:
            if not t_before > 5:
                if k == 4:
                    # backprop t = t * 0.5
                    dt = 0.5 * dt
                else:
                    # backprop t = t * 1.1
                    dt = 1.1 * dt
    # backprop t = x
    dx += dt
    return dx
