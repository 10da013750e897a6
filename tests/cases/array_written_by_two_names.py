# arguments: x=(3,)
# first order only: a gradient is written into in its own memory
import numpy as np


def f(x: "D"):
    y = x.copy()
    z = y
    z[0] = y[1] * 2
    y[2] *= z[0]
    return np.sum(z * y)


# output
"""Forward and backward passes of array_written_by_two_names.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = x.copy()
    y[0] = y[1] * 2
    y1 = y.copy()
    y1[2] *= y[0]
    out = np.sum(y1 * y1)
    cache = (y, y1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (D,), from dout."""
    y, y1 = cache
    # backprop out = np.sum(y1 * y1)
    dy1 = (2 * y1) * dout
    # backprop y1 = y.copy(); y1[2] *= y[0]
    dy_2 = dy1[2]
    dy1[2] = y[0] * dy_2
    dy1[0] += y[2] * dy_2
    # backprop y[0] = y[1] * 2
    dy1[1] += 2 * dy1[0]
    dy1[0] = 0.0
    # backprop y = x.copy()
    dx = dy1
    return dx
