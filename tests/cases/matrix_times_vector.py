# arguments: A=(3, 2), x=(2,)
import numpy as np


def f(A: "N D", x: "D"):
    y = A @ x
    return A.dot(x) * y


# output
"""Forward and backward passes of matrix_times_vector.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", x: "D"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    y = A @ x
    dot_A = A.dot(x)
    out = dot_A * y
    cache = (A, x, y, dot_A)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D) and dx (D,), from dout (N,)."""
    A, x, y, dot_A = cache
    # backprop out = dot_A * y
    ddot_A = y * dout
    dy = dot_A * dout
    # backprop dot_A = A.dot(x)
    dA = np.outer(ddot_A, x)
    dx = A.T.dot(ddot_A)
    # backprop y = A @ x
    dA += np.outer(dy, x)
    dx += A.T @ dy
    return dA, dx
