# arguments: A=(4, 3), B=(4, 3)
import numpy as np


def f(A: "N D", B: "N D"):
    C = A.copy()
    for r, c in zip(B, C):
        c *= r
    return np.sum(C ** 2)


# output
"""Forward and backward passes of rows_of_two_arrays_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", B: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    C = A.copy()
    steps = []
    min_len_B = min(len(B), len(C))
    for i in range(min_len_B):
        C_i = C[i].copy()
        C[i] = C_i * B[i]
        steps.append(C_i)
    out = np.sum(C**2)
    cache = (B, steps, min_len_B, C)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D) and dB (N, D), from dout."""
    B, steps, min_len_B, C = cache
    # backprop out = np.sum(C**2)
    dC = (2 * C) * dout
    dB = np.zeros_like(B, dtype=np.result_type(B, 1.0))
    for i in reversed(range(min_len_B)):
        C_i = steps[i]
        # backprop C[i] = C_i * B[i]
        dC_i = B[i] * dC[i]
        dB[i] = C_i * dC[i]
        # backprop C_i = C[i].copy()
        dC[i] = dC_i
    # backprop C = A.copy()
    dA = dC
    return dA, dB
