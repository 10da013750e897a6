# arguments: x=1.1, n=4
def f(x: float, n: int):
    total = 0.0
    for i in range(n):
        for _ in range(i):
            x = x * 1.1
            if x > 1.3:
                break
        else:
            if x < 1.0:
                break
            total += x
            continue
        total += x * x
    return total


# output
"""Forward and backward passes of loop_with_else_that_leaves.py: do not edit.

Made by `backprop generate`.
"""


def f_forward(x: float, n: int):
    """Forward pass of f: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(n):
        stopped = False
        stopped1 = False
        steps1 = 0
        for _ in range(i):
            stopped1 = False
            x = x * 1.1
            if x > 1.3:
                stopped1 = True
            steps1 += 1
            if stopped1:
                break
        if not stopped1:
            if x < 1.0:
                stopped = True
            else:
                total += x
        else:
            total += x * x
        steps.append((steps1, stopped1, x))
        if stopped:
            break
    cache = (steps,)
    return total, cache


def f_backward(dtotal, cache):
    """Backward pass of f: dx, from dtotal."""
    (steps,) = cache
    dx = 0.0
    for steps1, stopped1, x in reversed(steps):
        if not stopped1:
            if not x < 1.0:
                # backprop total += x
                dx += dtotal
        else:
            # backprop total += x * x
            dx += (2 * x) * dtotal
        for _ in range(steps1):
            # backprop x = x * 1.1
            dx = 1.1 * dx
    return dx
