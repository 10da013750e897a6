# arguments: x=(3, 2), y=(2,)
import numpy as np


def f(x, y):
    return np.tanh(x * y)


# output
"""Forward and backward passes of broadcast_unknown_shapes.py: do not edit.

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


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    tanh_in = x * y
    out = np.tanh(tanh_in)
    cache = (x, y, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x * y
    dx = unbroadcast(y * dtanh_in, x)
    dy = unbroadcast(x * dtanh_in, y)
    return dx, dy
