# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    B = A.copy()
    for row in B:
        row *= np.sum(row)
    return np.sum(B ** 2)


# output
"""Forward and backward passes of rows_of_a_loop_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for i in range(len(B)):
        B_i = B[i].copy()
        sum_B_i = np.sum(B[i])
        B[i] = B_i * sum_B_i
        steps.append((B_i, sum_B_i))
    out = np.sum(B**2)
    cache = (B, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    B, steps = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    for i in reversed(range(len(B))):
        B_i, sum_B_i = steps[i]
        # backprop B[i] = B_i * sum_B_i
        dB_i = sum_B_i * dB[i]
        dsum_B_i = B_i @ dB[i]
        # backprop sum_B_i = np.sum(B[i])
        dB[i] = dsum_B_i
        # backprop B_i = B[i].copy()
        dB[i] += dB_i
    # backprop B = A.copy()
    dA = dB
    return dA
