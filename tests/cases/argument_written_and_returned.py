# arguments: A=(4,), B=(4,)
import numpy as np


def f(A: "N", B: "N"):
    A += B
    return A


# output
"""Forward and backward passes of argument_written_and_returned.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N", B: "N"):
    """Forward pass of f: A (N,) and the cache."""
    if np.shares_memory(A, B, max_work=100_000):
        raise ValueError("f: A and B overlap")
    A += B
    cache = ()
    return A, cache


def f_backward(dA, cache):
    """Backward pass of f: dA (N,) and dB (N,), from dA (N,)."""
    # backprop A += B
    dB = 1.0 * dA
    dA = 1.0 * dA
    return dA, dB
