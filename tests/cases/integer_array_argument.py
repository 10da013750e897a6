# arguments: x=(4, 3), i=np.array([2, 0, 0])
import numpy as np


def f(x: "N D", i: "K int"):
    return x[i] ** 2


# output
"""Forward and backward passes of integer_array_argument.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", i: "K int"):
    """Forward pass of f: out (K, D) and the cache (references, not copies)."""
    x_i = x[i]
    out = x_i**2
    cache = (x, i, x_i)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout (K, D)."""
    x, i, x_i = cache
    # backprop out = x_i**2
    dx_i = (2 * x_i) * dout
    # backprop x_i = x[i]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    np.add.at(dx, i, dx_i)
    return dx
