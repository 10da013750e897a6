# arguments: a=(2, 3, 4), b=(2, 4, 5)
import numpy as np


def f(a: "B N D", b: "B D M"):
    return a @ b


# output
"""Forward and backward passes of batch_times_batch.py, made by `backprop generate`: do not edit."""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: sums it where x was broadcast, spreads it where g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = max(np.ndim(g) - len(shape), 0)
    g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def f_forward(a: "B N D", b: "B D M"):
    """Forward pass of f: out (B, N, M) and the cache (references, not copies)."""
    out = a @ b
    cache = (a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da (B, N, D) and db (B, D, M), from dout (B, N, M)."""
    a, b = cache
    # backprop out = a @ b
    da = unbroadcast(dout @ np.swapaxes(b, -1, -2), a)
    db = unbroadcast(np.swapaxes(a, -1, -2) @ dout, b)
    return da, db
