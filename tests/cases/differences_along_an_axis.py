# arguments: x=(4, 3)
import numpy as np


def f(x: "N D"):
    return (x[1:] - x[:-1]) ** 2


# output
"""Forward and backward passes of differences_along_an_axis.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    x_part_minus_x_part = x[1:] - x[:-1]
    out = x_part_minus_x_part**2
    cache = (x, x_part_minus_x_part)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout."""
    x, x_part_minus_x_part = cache
    # backprop out = x_part_minus_x_part**2
    dx_part_minus_x_part = (2 * x_part_minus_x_part) * dout
    # backprop x_part_minus_x_part = x[1:] - x[:-1]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[1:] = dx_part_minus_x_part
    dx[:-1] -= dx_part_minus_x_part
    return dx
