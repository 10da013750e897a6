# arguments: x=(2, 3, 4), w=(4, 2)
import numpy as np


def f(x: "B N D", w: "D M"):
    return x @ w


# output
"""Forward and backward passes of batch_times_matrix.py, made by `backprop generate`: do not edit."""

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


def f_forward(x: "B N D", w: "D M"):
    """Forward pass of f: out (B, N, M) and the cache (references, not copies)."""
    out = x @ w
    cache = (x, w)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (B, N, D) and dw (D, M), from dout (B, N, M)."""
    x, w = cache
    # backprop out = x @ w
    dx = unbroadcast(dout @ np.swapaxes(w, -1, -2), x)
    dw = unbroadcast(np.swapaxes(x, -1, -2) @ dout, w)
    return dx, dw
