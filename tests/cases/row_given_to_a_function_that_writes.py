# arguments: A=(4, 3), a=()
import numpy as np


def scale(v: "D", s: float):
    v *= s


def f(A: "N D", a: float):
    B = A.copy()
    row = B[1]
    scale(row, a)
    return np.sum(B ** 2)


# output
"""Forward and backward passes of row_given_to_a_function_that_writes.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    B1 = B.copy()
    B1[1] *= a
    out = np.sum(B1**2)
    cache = (a, B, B1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D) and da, from dout."""
    a, B, B1 = cache
    # backprop out = np.sum(B1**2)
    dB1 = (2 * B1) * dout
    # backprop B1 = B.copy(); B1[1] *= a
    da = B[1] @ dB1[1]
    dB1[1] *= a
    # backprop B = A.copy()
    dA = dB1
    return dA, da
