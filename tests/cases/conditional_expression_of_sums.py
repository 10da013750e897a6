# arguments f: x=(2, 3), flag=True
# arguments g: x=(2, 3), flag=False
import numpy as np


def f(x: "N D", flag: bool):
    return np.sum(x**2) if flag else np.sum(x)


def g(x: "N D", flag: bool):
    return np.sum(x**2) if flag else np.sum(x)


# output
"""Forward and backward passes of conditional_expression_of_sums.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", flag: bool):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = np.sum(x**2) if flag else np.sum(x)
    cache = (x, flag)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout."""
    x, flag = cache
    # backprop out = np.sum(x**2) if flag else np.sum(x)
    dx = (2 * x) * dout if flag else np.ones_like(x) * dout
    return dx


def g_forward(x: "N D", flag: bool):
    """Forward pass of g: out and the cache (references, not copies)."""
    out = np.sum(x**2) if flag else np.sum(x)
    cache = (x, flag)
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx (N, D), from dout."""
    x, flag = cache
    # backprop out = np.sum(x**2) if flag else np.sum(x)
    dx = (2 * x) * dout if flag else np.ones_like(x) * dout
    return dx
