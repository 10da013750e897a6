# arguments: x=1.1, n=5
import numpy as np


def f(x: float, n: int):
    total = 0.0
    for i in range(n):
        if x > 100:
            break
        x = x * 1.5
        total += x * x
    else:
        total = total * 2
    return total


# output
"""Forward and backward passes of loop_with_else.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, n: int):
    """Forward pass of f: total and the cache (references, not copies)."""
    total = 0.0
    stopped = False
    steps = []
    for i in range(n):
        x_before = x
        stopped = False
        if x > 100:
            stopped = True
        else:
            x = x * 1.5
            total += x * x
        steps.append((x_before, x))
        if stopped:
            break
    if not stopped:
        total = total * 2
    cache = (steps, stopped)
    return total, cache


def f_backward(dtotal, cache):
    """Backward pass of f: dx, from dtotal."""
    steps, stopped = cache
    if not stopped:
        # backprop total = total * 2
        dtotal = 2 * dtotal
    dx = 0.0
    for x_before, x in reversed(steps):
        if not x_before > 100:
            # backprop total += x * x
            dx += (2 * x) * dtotal
            # backprop x = x * 1.5
            dx = 1.5 * dx
    return dx
