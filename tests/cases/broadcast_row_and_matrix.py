# arguments: x=(3, 2), b=(2,)
import numpy as np


def f(x: "N D", b: "D"):
    return x * b + b


# output
"""Forward and backward passes of broadcast_row_and_matrix.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", b: "D"):
    """Forward pass of f: out (N, D) and the cache (references, not copies)."""
    out = x * b + b
    cache = (x, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D) and db (D,), from dout (N, D)."""
    x, b = cache
    # backprop out = x * b + b
    dx = b * dout
    db = np.sum(x * dout, axis=0)
    db += np.sum(dout, axis=0)
    return dx, db
