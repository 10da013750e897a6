# arguments: x=(3,), w=(3,)
import numpy as np


def f(x: "N", w: "N"):
    h = x * w
    h = np.tanh(h)
    h = h * w
    return h


# output
"""Forward and backward passes of reassignment.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: "N"):
    """Forward pass of f: h1 (N,) and the cache (references, not copies)."""
    h = x * w
    h = np.tanh(h)
    h1 = h * w
    cache = (x, w, h)
    return h1, cache


def f_backward(dh1, cache):
    """Backward pass of f: dx (N,) and dw (N,), from dh1 (N,)."""
    x, w, h = cache
    # backprop h1 = h * w
    dw = h * dh1
    dh = w * dh1
    # backprop h = np.tanh(h)
    dh = (1 - h**2) * dh
    # backprop h = x * w
    dx = w * dh
    dw += x * dh
    return dx, dw
