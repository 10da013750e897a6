# arguments: x=(4, 3)
import numpy as np


def f(x: "N D"):
    first = x[0]
    corner = x[-1, 2]
    middle = x[1:3]
    return first * corner, middle


# output
"""Forward and backward passes of indexing_by_constants.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D"):
    """Forward pass of f: out (D,), middle and the cache (references, not copies)."""
    first = x[0]
    corner = x[-1, 2]
    middle = x[1:3]
    out = first * corner
    cache = (x, first, corner)
    return out, middle, cache


def f_backward(dout, dmiddle, cache):
    """Backward pass of f: dx (N, D), from dout (D,) and dmiddle."""
    x, first, corner = cache
    # backprop out = first * corner
    dfirst = corner * dout
    dcorner = first @ dout
    # backprop middle = x[1:3]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[1:3] = dmiddle
    # backprop corner = x[-1, 2]
    dx[-1, 2] += dcorner
    # backprop first = x[0]
    dx[0] += dfirst
    return dx
