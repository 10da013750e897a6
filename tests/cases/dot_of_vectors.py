# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    return np.dot(x, y) * (x @ y)


# output
"""Forward and backward passes of dot_of_vectors.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    dot_x = np.dot(x, y)
    x_at_y = x @ y
    out = dot_x * x_at_y
    cache = (x, y, dot_x, x_at_y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    x, y, dot_x, x_at_y = cache
    # backprop out = dot_x * x_at_y
    ddot_x = x_at_y * dout
    dx_at_y = dot_x * dout
    # backprop x_at_y = x @ y
    dx = y * dx_at_y
    dy = x * dx_at_y
    # backprop dot_x = np.dot(x, y)
    dx += y * ddot_x
    dy += x * ddot_x
    return dx, dy
