# arguments: x=(3,)
import numpy as np


def f(x: "N"):
    y = x * 2
    z = y * y
    y += x
    return y * z


# output
"""Forward and backward passes of augmented_assignment_of_an_alias_that_is_read.py: do
not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    y = x * 2
    z = y * y
    y1 = y + x
    out = y1 * z
    cache = (y, z, y1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    y, z, y1 = cache
    # backprop out = y1 * z
    dy1 = z * dout
    dz = y1 * dout
    # backprop y1 = y + x
    dx = dy1
    dy = 1 * dy1
    # backprop z = y * y
    dy += (2 * y) * dz
    # backprop y = x * 2
    dx += 2 * dy
    return dx
