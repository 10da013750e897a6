# arguments: x=(2, 3, 4), w=(12, 5)
import numpy as np


def f(x: "N H W", w: "D M"):
    N = x.shape[0]
    rows = x.reshape(N, -1)
    return rows @ w


# output
"""Forward and backward passes of reshape_by_unknown_size.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N H W", w: "D M"):
    """Forward pass of f: out (N, M) and the cache (references, not copies)."""
    N = x.shape[0]
    rows = x.reshape(N, -1)
    out = rows @ w
    cache = (x, w, rows)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, H, W) and dw (D, M), from dout (N, M)."""
    x, w, rows = cache
    # backprop out = rows @ w
    drows = dout @ w.T
    dw = rows.T @ dout
    # backprop rows = x.reshape(N, -1)
    dx = np.reshape(drows, x.shape)
    return dx, dw
