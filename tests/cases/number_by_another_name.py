# arguments: x=0.7, y=1.2
import numpy as np


def power(x, y):
    h = x
    for i in range(3):
        h *= y
    return h


# output
"""Forward and backward passes of number_by_another_name.py: do not edit.

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


def power_forward(x, y):
    """Forward pass of power: h and the cache (references, not copies)."""
    if not np.isscalar(x):
        raise TypeError("power: x is an array, and is taken for a number")
    h = x
    h_before = []
    for i in range(3):
        h_before.append(h)
        h = h * y
    cache = (y, h_before)
    return h, cache


def power_backward(dh, cache):
    """Backward pass of power: dx and dy, from dh."""
    y, h_before = cache
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for h in reversed(h_before):
        # backprop h = h * y
        dy += unbroadcast(h * dh, y)
        dh = unbroadcast(y * dh, h)
    # backprop h = x
    dx = dh
    return dx, dy
