# arguments: x=(3,)
import numpy as np


def f(x: "N"):
    y = np.exp(x)
    return y, y


# output
"""Forward and backward passes of same_output_twice.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: y (N,), y (N,) and the cache (references, not copies)."""
    y = np.exp(x)
    cache = (y,)
    return y, y, cache


def f_backward(dy, dy1, cache):
    """Backward pass of f: dx (N,), from dy (N,) and dy1 (N,)."""
    (y,) = cache
    # backprop return y, y
    dy = dy + dy1
    # backprop y = np.exp(x)
    dx = y * dy
    return dx
