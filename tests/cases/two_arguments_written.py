# arguments: A=(4,), B=(4,)
import numpy as np


def f(A: "N", B: "N"):
    A += B
    B *= A


# output
"""Forward and backward passes of two_arguments_written.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N", B: "N"):
    """Forward pass of f: the cache (references, not copies)."""
    if np.shares_memory(A, B, max_work=100_000):
        raise ValueError("f: A and B overlap")
    A += B
    B_before = B.copy()
    B *= A
    cache = (B_before, A)
    return cache


def f_backward(dA, dB, cache):
    """Backward pass of f: dA (N,) and dB (N,), from dA (N,) and dB (N,)."""
    B_before, A = cache
    # backprop B *= A
    dA = dA + B_before * dB
    dB = A * dB
    # backprop A += B
    dB += dA
    return dA, dB
