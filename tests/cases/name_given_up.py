# arguments: x=1.2, y=0.3
import numpy as np


def f(x: float, y: float):
    x, y = y * x, x
    z = x * y
    del y
    return x * z


# output
"""Forward and backward passes of name_given_up.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    x1, y1 = y * x, x
    z = x1 * y1
    out = x1 * z
    cache = (x, y, x1, y1, z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, x1, y1, z = cache
    # backprop out = x1 * z
    dx1 = z * dout
    dz = x1 * dout
    # backprop z = x1 * y1
    dx1 += y1 * dz
    dy1 = x1 * dz
    # backprop x1, y1 = y * x, x
    dy = x * dx1
    dx = dy1 + y * dx1
    return dx, dy
