# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    rows = [x * y]
    rows.extend([x, 2 * y])
    return np.stack(rows)


# output
"""Forward and backward passes of list_that_is_extended.py: do not edit.

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


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    rows = [x * y]
    rows.append(x)
    rows.append(2 * y)
    out = np.stack(rows)
    cache = (x, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    x, y = cache
    # backprop out = np.stack(rows)
    drows = list(dout)
    # backprop rows.append(2 * y)
    dy = 2 * drows.pop()
    # backprop rows.append(x)
    dx = 1 * unbroadcast(drows.pop(), x)
    # backprop rows = [x * y]
    dx += y * drows[0]
    dy += x * drows[0]
    return dx, dy
