# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    B = A.copy()
    row = B[0]
    row *= 2
    return B, row


# output
"""Forward and backward passes of row_that_is_returned_with_its_array.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(A: "N D"):
    """Forward pass of f: B (N, D), row (D,) and the cache."""
    B = A.copy()
    B[0] *= 2
    row = B[0]
    cache = ()
    return B, row, cache


def f_backward(dB: "N D", drow, cache):
    """Backward pass of f: dA (N, D), from dB (N, D) and drow (D,)."""
    # backprop row = B[0]
    dB = 1.0 * dB
    dB[0] += drow
    # backprop B[0] *= 2
    dB[0] *= 2
    # backprop B = A.copy()
    dA = dB
    return dA
