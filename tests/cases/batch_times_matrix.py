# arguments: x=(2, 3, 4), w=(4, 2)
import numpy as np


def f(x: "B N D", w: "D M"):
    return x @ w


# output
"""Forward and backward passes of batch_times_matrix.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "B N D", w: "D M"):
    """Forward pass of f: out (B, N, M) and the cache (references, not copies)."""
    out = x @ w
    cache = (x, w)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (B, N, D) and dw (D, M), from dout (B, N, M)."""
    x, w = cache
    # backprop out = x @ w
    dx = dout @ w.T
    dw = np.tensordot(x, dout, axes=((0, 1), (0, 1)))
    return dx, dw
