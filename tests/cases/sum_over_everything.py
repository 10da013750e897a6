# arguments: x=(3, 2), y=(3, 2)
import numpy as np


def f(x: "N D", y: "N D"):
    return np.sum(x * y)


# output
"""Forward and backward passes of sum_over_everything.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", y: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = np.sum(x * y)
    cache = (x, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D) and dy (N, D), from dout."""
    x, y = cache
    # backprop out = np.sum(x * y)
    dx = y * dout
    dy = x * dout
    return dx, dy
