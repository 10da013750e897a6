# arguments: A=(4,)
import numpy as np


def f(A: "N"):
    A[1:] += A[:-1]
    A[0] = 2 * A[0] * A[1]
    return A


# output
"""Forward and backward passes of argument_written_at_slices.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(A: "N"):
    """Forward pass of f: A (N,) and the cache (references, not copies)."""
    A[1:] += A[:-1]
    A_product = 2 * A[0]
    A_1 = A[1]
    A[0] = A_product * A_1
    cache = (A_product, A_1)
    return A, cache


def f_backward(dA: "N", cache):
    """Backward pass of f: dA (N,), from dA (N,)."""
    A_product, A_1 = cache
    # backprop A[0] = A_product * A_1
    dA_product = A_1 * dA[0]
    dA_1 = A_product * dA[0]
    dA = 1.0 * dA
    dA[0] = 0.0
    # backprop A_1 = A[1]
    dA[1] += dA_1
    # backprop A_product = 2 * A[0]
    dA[0] += 2 * dA_product
    # backprop A[1:] += A[:-1]
    dA_part = dA[1:]
    dA[:-1] += dA_part
    return dA
