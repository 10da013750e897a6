# arguments: x=(3,)
import numpy as np


def f(x: "D"):
    s = 0.0
    for i, v in enumerate(x):
        x[i] = v * 2
        s += v * x[i]
    return s


# output
"""Forward and backward passes of items_of_a_loop_that_are_numbers.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "D"):
    """Forward pass of f: s and the cache (references, not copies)."""
    x_before = x.copy()
    s = 0.0
    steps = []
    for i, v in enumerate(x):
        x[i] = v * 2
        x_i = x[i]
        s += v * x_i
        steps.append(x_i)
    cache = (x_before, steps)
    return s, cache


def f_backward(ds, dx: "D", cache):
    """Backward pass of f: dx (D,), from ds and dx (D,)."""
    x_before, steps = cache
    dx = 1.0 * dx
    for i in reversed(range(len(x_before))):
        x_i = steps[i]
        v = x_before[i]
        # backprop s += v * x_i
        dv = x_i * ds
        dx_i = v * ds
        # backprop x_i = x[i]
        dx[i] += dx_i
        # backprop x[i] = v * 2
        dv += 2 * dx[i]
        dx[i] = dv
    return dx
