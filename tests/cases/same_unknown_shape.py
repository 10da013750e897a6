# arguments: x=(3, 2)
import numpy as np


def f(x):
    return np.exp(x) * x


# output
"""Forward and backward passes of same_unknown_shape.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x):
    """Forward pass of f: out and the cache (references, not copies)."""
    exp_x = np.exp(x)
    out = exp_x * x
    cache = (x, exp_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, exp_x = cache
    # backprop out = exp_x * x
    dexp_x = x * dout
    dx = exp_x * dout
    # backprop exp_x = np.exp(x)
    dx += exp_x * dexp_x
    return dx
