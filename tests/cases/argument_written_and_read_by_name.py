# arguments: A=(4,), c=1.3
import numpy as np


def f(A: "N", c: float):
    B = A * c
    B[0] = A[0]
    A[1] = B[0] * B[2]
    return np.sum(B)


# output
"""Forward and backward passes of argument_written_and_read_by_name.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    A_before = A.copy()
    B = A * c
    B[0] = A[0]
    A[1] = B[0] * B[2]
    out = np.sum(B)
    cache = (A_before, c, B)
    return out, cache


def f_backward(dout, dA: "N", cache):
    """Backward pass of f: dA (N,) and dc, from dout and dA (N,)."""
    A_before, c, B = cache
    # backprop out = np.sum(B)
    dB = np.ones_like(B) * dout
    # backprop A[1] = B[0] * B[2]
    dB[0] += B[2] * dA[1]
    dB[2] += B[0] * dA[1]
    dA = 1.0 * dA
    dA[1] = 0.0
    # backprop B[0] = A[0]
    dA[0] += dB[0]
    dB[0] = 0.0
    # backprop B = A * c
    dA += c * dB
    dc = A_before @ dB
    return dA, dc
