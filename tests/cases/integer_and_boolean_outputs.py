# arguments: x=(3, 2)
import numpy as np


def f(x: "N D"):
    n = x.shape[0]
    best = np.argmax(x)
    return x * n, n, best


# output
"""Forward and backward passes of integer_and_boolean_outputs.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D"):
    """Forward pass of f: out (N, D), n, best and the cache (references, not copies)."""
    n = x.shape[0]
    best = np.argmax(x)
    out = x * n
    cache = (n,)
    return out, n, best, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout (N, D)."""
    (n,) = cache
    # backprop out = x * n
    dx = n * dout
    return dx
