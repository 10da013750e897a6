# arguments: x=1.3, y=0.7
def f(x: float, y: float):
    while True:
        for _ in range(4):
            x = x * 1.5
            if x > 5:
                return x * y
        y = y * x


# output
"""Forward and backward passes of loop_without_end_left_by_an_inner_loop.py: do not
edit.

Made by `backprop generate`.
"""


def f_forward(x: float, y: float):
    """Forward pass of f: found and the cache (references, not copies)."""
    returned = False
    steps = []
    while True:
        stopped = False
        steps1 = []
        for _ in range(4):
            stopped1 = False
            x = x * 1.5
            if x > 5:
                found = x * y
                returned = True
                stopped1 = True
            steps1.append(x)
            if stopped1:
                break
        steps.append((y, steps1, x, returned))
        if returned:
            stopped = True
        else:
            y = y * x
        if stopped:
            break
    cache = (steps,)
    return found, cache


def f_backward(dfound, cache):
    """Backward pass of f: dx and dy, from dfound."""
    (steps,) = cache
    dx = 0.0
    dy = 0.0
    for y, steps1, x, returned in reversed(steps):
        if not returned:
            # backprop y = y * x
            dx += y * dy
            dy = x * dy
        for x in reversed(steps1):
            if x > 5:
                # backprop found = x * y
                dx += y * dfound
                dy += x * dfound
                dfound = 0.0
            # backprop x = x * 1.5
            dx = 1.5 * dx
    return dx, dy
