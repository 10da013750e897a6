# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    B = A.copy(); row = B[0]; row *= 2
    row = B[1]; row *= 3; s = np.sum(row)
    return np.sum(B ** 2) * s


# output
"""Forward and backward passes of names_of_rows_on_one_line.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    B[0] *= 2
    B[1] *= 3
    s = np.sum(B[1])
    sum_B_sqr = np.sum(B**2)
    out = sum_B_sqr * s
    cache = (B, s, sum_B_sqr)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    B, s, sum_B_sqr = cache
    # backprop out = sum_B_sqr * s
    dsum_B_sqr = s * dout
    ds = sum_B_sqr * dout
    # backprop sum_B_sqr = np.sum(B**2)
    dB = (2 * B) * dsum_B_sqr
    # backprop s = np.sum(B[1])
    dB[1] += ds
    # backprop B[1] *= 3
    dB[1] *= 3
    # backprop B[0] *= 2
    dB[0] *= 2
    # backprop B = A.copy()
    dA = dB
    return dA
