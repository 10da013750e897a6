# arguments: x=(3, 2)
import numpy as np


def f(x: "N D"):
    e = np.exp(x)
    p = e / np.sum(e, axis=1, keepdims=True)
    return p


# output
"""Forward and backward passes of sum_with_keepdims.py, made by `backprop generate`: do not edit."""

import numpy as np


def f_forward(x: "N D"):
    """Forward pass of f: p (N, D) and the cache (references, not copies)."""
    e = np.exp(x)
    sum_e = np.sum(e, axis=1, keepdims=True)
    p = e / sum_e
    cache = (e, sum_e, p)
    return p, cache


def f_backward(dp, cache):
    """Backward pass of f: dx (N, D), from dp (N, D)."""
    e, sum_e, p = cache
    # backprop p = e / sum_e
    de = dp / sum_e
    dsum_e = np.sum((-p / sum_e) * dp, axis=1, keepdims=True)
    # backprop sum_e = np.sum(e, axis=1, keepdims=True)
    de += dsum_e
    # backprop e = np.exp(x)
    dx = e * de
    return dx
