# arguments: x=(3, 2), low=0.6
import numpy as np


def f(x: "N D", low: float):
    a = np.maximum(0, x - 1)
    b = np.clip(x, low, 1.2)
    return a * b


# output
"""Forward and backward passes of relu_and_clip.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", low: float):
    """Forward pass of f: out (N, D) and the cache (references, not copies)."""
    a = np.maximum(0, x - 1)
    b = np.clip(x, low, 1.2)
    out = a * b
    cache = (x, low, a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D) and dlow, from dout (N, D)."""
    x, low, a, b = cache
    # backprop out = a * b
    da = b * dout
    db = a * dout
    # backprop b = np.clip(x, low, 1.2)
    dx = ((low < b) & (b < 1.2)) * db
    dlow = np.sum(((x <= low) & (low < 1.2)) * db)
    # backprop a = np.maximum(0, x - 1)
    dx += (a > 0) * da
    return dx, dlow
