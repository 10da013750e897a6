# arguments: x=(2, 3, 4)
import numpy as np


def f(x: "B N D"):
    mean = np.mean(x, axis=-1, keepdims=True)
    centred = x - mean
    return np.sum(centred**2, axis=-2)


# output
"""Forward and backward passes of reduction_over_a_negative_axis.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "B N D"):
    """Forward pass of f: out (B, D) and the cache (references, not copies)."""
    mean = np.mean(x, axis=-1, keepdims=True)
    centred = x - mean
    out = np.sum(centred**2, axis=-2)
    cache = (centred,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (B, N, D), from dout (B, D)."""
    (centred,) = cache
    # backprop out = np.sum(centred**2, axis=-2)
    dcentred = (2 * centred) * np.expand_dims(dout, -2)
    # backprop centred = x - mean
    dx = dcentred - np.mean(dcentred, axis=-1, keepdims=True)
    return dx
