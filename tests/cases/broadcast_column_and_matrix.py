# arguments: x=(3, 2), c=(3, 1)
import numpy as np


def f(x: "N D", c: "N 1"):
    return x / c


# output
"""Forward and backward passes of broadcast_column_and_matrix.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", c: "N 1"):
    """Forward pass of f: out (N, D) and the cache (references, not copies)."""
    out = x / c
    cache = (c, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D) and dc (N, 1), from dout (N, D)."""
    c, out = cache
    # backprop out = x / c
    dx = dout / c
    dc = np.sum(-out * dx, axis=1, keepdims=True)
    return dx, dc
