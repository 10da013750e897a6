# arguments: A=(4, 3)
# first order only: a gradient is written into in its own memory
import numpy as np


def f(A: "N D"):
    B = A * 1.0
    for i in range(4):
        row = B[i]
        row[0] = row[1] * row[2]
        row[1] *= 2
    return np.sum(B ** 2)


# output
"""Forward and backward passes of row_written_entry_by_entry.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A * 1.0
    steps = []
    for i in range(4):
        B_B_i_1 = B[i, 1]
        B[i, 0] = B_B_i_1 * B[i, 2]
        B[i, 1] *= 2
        steps.append(B_B_i_1)
    out = np.sum(B**2)
    cache = (steps, B)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    steps, B = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    for i in reversed(range(4)):
        B_B_i_1 = steps[i]
        # backprop B[i, 1] *= 2
        dB[i, 1] *= 2
        # backprop B[i, 0] = B_B_i_1 * B[i, 2]
        dB_i_0 = dB[i, 0]
        dB[i, 0] = 0.0
        dB_B_i_1 = B[i, 2] * dB_i_0
        dB[i, 2] += B_B_i_1 * dB_i_0
        # backprop B_B_i_1 = B[i, 1]
        dB[i, 1] += dB_B_i_1
    # backprop B = A * 1.0
    dA = dB
    return dA
