# arguments: x=(3, 2)
import numpy as np


def f(x: "N D"):
    total = np.sum(x, axis=1, keepdims=True)
    p = x * np.tanh(total)
    return p


# output
"""Forward and backward passes of sum_with_keepdims.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D"):
    """Forward pass of f: p (N, D) and the cache (references, not copies)."""
    total = np.sum(x, axis=1, keepdims=True)
    tanh_total = np.tanh(total)
    p = x * tanh_total
    cache = (x, tanh_total)
    return p, cache


def f_backward(dp, cache):
    """Backward pass of f: dx (N, D), from dp (N, D)."""
    x, tanh_total = cache
    # backprop p = x * tanh_total
    dx = tanh_total * dp
    dtanh_total = np.sum(x * dp, axis=1, keepdims=True)
    # backprop tanh_total = np.tanh(total)
    dtotal = (1 - tanh_total**2) * dtanh_total
    # backprop total = np.sum(x, axis=1, keepdims=True)
    dx += dtotal
    return dx
