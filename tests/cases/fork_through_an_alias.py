# arguments: x=(3,)
import numpy as np


def f(x: "N"):
    y = x
    z = np.exp(y) + x
    return z * y


# output
"""Forward and backward passes of fork_through_an_alias.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    y = x
    exp_y = np.exp(y)
    z = exp_y + x
    out = z * y
    cache = (y, exp_y, z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    y, exp_y, z = cache
    # backprop out = z * y
    dz = y * dout
    dy = z * dout
    # backprop z = exp_y + x
    dx = dz
    # backprop exp_y = np.exp(y)
    dy += exp_y * dz
    # backprop y = x
    dx += dy
    return dx
