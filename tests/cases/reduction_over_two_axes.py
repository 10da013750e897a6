# arguments: x=(2, 3, 4)
import numpy as np


def f(x: "B N D"):
    return np.mean(x**2, axis=(0, 2))


# output
"""Forward and backward passes of reduction_over_two_axes.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "B N D"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    out = np.mean(x**2, axis=(0, 2))
    cache = (x,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (B, N, D), from dout (N,)."""
    (x,) = cache
    # backprop out = np.mean(x**2, axis=(0, 2))
    dx = (2 * x) * (np.expand_dims(dout, (0, 2)) * np.size(dout) / x.size)
    return dx
