# arguments: x=(3,), A=(3, 2)
import numpy as np


def f(x: "N", A: "N D"):
    y = x @ A
    return np.dot(x, A) * y


# output
"""Forward and backward passes of vector_times_matrix.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", A: "N D"):
    """Forward pass of f: out (D,) and the cache (references, not copies)."""
    y = x @ A
    dot_x = np.dot(x, A)
    out = dot_x * y
    cache = (x, A, y, dot_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dA (N, D), from dout (D,)."""
    x, A, y, dot_x = cache
    # backprop out = dot_x * y
    ddot_x = y * dout
    dy = dot_x * dout
    # backprop dot_x = np.dot(x, A)
    dx = np.dot(A, ddot_x)
    dA = np.outer(x, ddot_x)
    # backprop y = x @ A
    dx += A @ dy
    dA += np.outer(x, dy)
    return dx, dA
