# arguments: A=(3, 2), B=(2, 4)
import numpy as np


def f(A: "N K", B: "K M"):
    return (A @ B) * A.dot(B)


# output
"""Forward and backward passes of matrix_times_matrix.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(A: "N K", B: "K M"):
    """Forward pass of f: out (N, M) and the cache (references, not copies)."""
    A_at_B = A @ B
    dot_A = A.dot(B)
    out = A_at_B * dot_A
    cache = (A, B, A_at_B, dot_A)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, K) and dB (K, M), from dout (N, M)."""
    A, B, A_at_B, dot_A = cache
    # backprop out = A_at_B * dot_A
    dA_at_B = dot_A * dout
    ddot_A = A_at_B * dout
    # backprop dot_A = A.dot(B)
    dA = ddot_A.dot(B.T)
    dB = A.T.dot(ddot_A)
    # backprop A_at_B = A @ B
    dA += dA_at_B @ B.T
    dB += A.T @ dA_at_B
    return dA, dB
