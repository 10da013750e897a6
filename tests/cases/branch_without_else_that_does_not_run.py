# arguments: x=0.2, y=0.7
import numpy as np


def f(x: float, y: float):
    if x > y:
        x = x * x * y
    return x * x


# output
"""Forward and backward passes of branch_without_else_that_does_not_run.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    x_before = x
    if x > y:
        x = x * x * y
    out = x * x
    cache = (x_before, y, x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x_before, y, x = cache
    # backprop out = x * x
    dx = (2 * x) * dout
    dy = 0.0
    if x_before > y:
        # backprop x = x * x * y
        dy = x_before * x_before * dx
        dx = (2 * x_before) * (y * dx)
    return dx, dy
