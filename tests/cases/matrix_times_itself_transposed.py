# arguments: A=(3, 2)
import numpy as np


def f(A: "N K"):
    return A @ A.T


# output
"""Forward and backward passes of matrix_times_itself_transposed.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(A: "N K"):
    """Forward pass of f: out (N, N) and the cache (references, not copies)."""
    out = A @ A.T
    cache = (A,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, K), from dout (N, N)."""
    (A,) = cache
    # backprop out = A @ A.T
    dA = dout @ A
    dA += dout.T @ A
    return dA
