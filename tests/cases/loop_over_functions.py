# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    for act in (np.tanh, lambda t: t * y):
        x = act(x)
    return np.sum(x)


# output
"""Forward and backward passes of loop_over_functions.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    x = np.tanh(x)
    x1 = x * y
    out = np.sum(x1)
    cache = (y, x, x1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    y, x, x1 = cache
    # backprop out = np.sum(x1)
    dx1 = np.ones_like(x1) * dout
    # backprop x1 = x * y
    dy = x * dx1
    dx = y * dx1
    # backprop x = np.tanh(x)
    dx = (1 - x**2) * dx
    return dx, dy
