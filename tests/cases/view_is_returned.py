# arguments: x=(3, 4)
import numpy as np


def f(x: "N D"):
    return x.T


# output
"""Forward and backward passes of view_is_returned.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "N D"):
    """Forward pass of f: out (D, N) and the cache."""
    out = x.T
    cache = ()
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout (D, N)."""
    # backprop out = x.T
    dx = 1.0 * dout.T
    return dx
