# arguments: x=(3,), y=(1,)
import numpy as np


def f(x: "N", y: "M"):
    return x * y


# output
"""Forward and backward passes of broadcast_symbols_that_may_be_one.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def f_forward(x: "N", y: "M"):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = x * y
    cache = (x, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (M,), from dout."""
    x, y = cache
    # backprop out = x * y
    dx = unbroadcast(y * dout, x)
    dy = unbroadcast(x * dout, y)
    return dx, dy
