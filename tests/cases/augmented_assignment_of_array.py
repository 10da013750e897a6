# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    out = x * y
    out += np.exp(x)
    return out


# output
"""Forward and backward passes of augmented_assignment_of_array.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    out = x * y
    exp_x = np.exp(x)
    out += exp_x
    cache = (x, y, exp_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout (N,)."""
    x, y, exp_x = cache
    # backprop exp_x = np.exp(x)
    dx = exp_x * dout
    # backprop out = x * y
    dx += y * dout
    dy = x * dout
    return dx, dy
