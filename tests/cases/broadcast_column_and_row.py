# arguments: c=(3, 1), r=(2,)
import numpy as np


def f(c: "N 1", r: "D"):
    return np.exp(c * r)


# output
"""Forward and backward passes of broadcast_column_and_row.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(c: "N 1", r: "D"):
    """Forward pass of f: out (N, D) and the cache (references, not copies)."""
    exp_in = c * r
    out = np.exp(exp_in)
    cache = (c, r, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dc (N, 1) and dr (D,), from dout (N, D)."""
    c, r, out = cache
    # backprop out = np.exp(exp_in)
    dexp_in = out * dout
    # backprop exp_in = c * r
    dc = np.sum(r * dexp_in, axis=1, keepdims=True)
    dr = np.sum(c * dexp_in, axis=0)
    return dc, dr
