# arguments: a=(2, 3, 4), b=(2, 4, 5)
import numpy as np


def f(a: "B N D", b: "B D M"):
    return a @ b


# output
"""Forward and backward passes of batch_times_batch.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(a: "B N D", b: "B D M"):
    """Forward pass of f: out (B, N, M) and the cache (references, not copies)."""
    out = a @ b
    cache = (a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da (B, N, D) and db (B, D, M), from dout (B, N, M)."""
    a, b = cache
    # backprop out = a @ b
    da = dout @ np.swapaxes(b, -1, -2)
    db = np.swapaxes(a, -1, -2) @ dout
    return da, db
