# arguments: x=(4, 3), w=(3, 2), b=(2,)
import numpy as np


def f(x, w, b):
    return np.maximum(0, x.dot(w) + b)


# output
"""Forward and backward passes of unannotated_arrays.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def dot_dx(dz, x, y):
    """The gradient on x of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(y * dz, x)
    if np.ndim(y) == 1:
        return np.expand_dims(dz, -1) * y
    n = np.ndim(y) - 1  # what z has of y: all its axes but the last but one
    return np.tensordot(
        dz, np.moveaxis(y, -2, -1 - n), ([*range(-n, 0)], [*range(-n, 0)])
    )


def dot_dy(dz, x, y):
    """The gradient on y of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(x * dz, y)
    n = np.ndim(x) - 1  # what z has of x: all its axes but the last
    dy = np.tensordot(x, dz, ([*range(n)], [*range(n)]))
    return dy if np.ndim(y) == 1 else np.moveaxis(dy, 0, -2)


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


def f_forward(x, w, b):
    """Forward pass of f: out and the cache (references, not copies)."""
    dot_x = x.dot(w)
    relu_in = dot_x + b
    out = np.maximum(0, relu_in)
    cache = (x, w, b, dot_x, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, dw and db, from dout."""
    x, w, b, dot_x, out = cache
    # backprop out = np.maximum(0, relu_in)
    drelu_in = (out > 0) * dout
    # backprop relu_in = dot_x + b
    ddot_x = unbroadcast(drelu_in, dot_x)
    db = unbroadcast(drelu_in, b)
    # backprop dot_x = x.dot(w)
    dx = dot_dx(ddot_x, x, w)
    dw = dot_dy(ddot_x, x, w)
    return dx, dw, db
