# arguments: a=2.0, x=1.0
import numpy as np


def f(a: float, x: float):
    while abs(x * x - a) > 1e-9:
        x = x - (x * x - a) / (2 * x)
    return x


# output
"""Forward and backward passes of while_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(a: float, x: float):
    """Forward pass of f: x and the cache (references, not copies)."""
    steps = []
    while abs(x * x - a) > 1e-9:
        x_before = x
        num = x * x - a
        x_ratio = num / (2 * x)
        x = x - x_ratio
        steps.append((x_before, x_ratio))
    cache = (steps,)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: da and dx, from dx."""
    (steps,) = cache
    da = 0.0
    for x_before, x_ratio in reversed(steps):
        # backprop x = x - x_ratio
        dx_ratio = -dx
        # backprop x_ratio = num / (2 * x)
        dnum = dx_ratio / (2 * x_before)
        dx = dx + 2 * (-x_ratio / (2 * x_before)) * dx_ratio
        # backprop num = x * x - a
        dx += (2 * x_before) * dnum
        da -= dnum
    return da, dx
