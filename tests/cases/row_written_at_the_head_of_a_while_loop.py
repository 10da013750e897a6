# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    B = A.copy()
    i = 0
    while i < 3:
        row = B[i]
        row *= 2
        row[0] += np.sum(B[i + 1])
        i += 1
    return np.sum(B ** 2)


# output
"""Forward and backward passes of row_written_at_the_head_of_a_while_loop.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    i = 0
    i_before = []
    while i < 3:
        i_before.append(i)
        B[i] *= 2
        B[i][0] += np.sum(B[i + 1])
        i += 1
    out = np.sum(B**2)
    cache = (i_before, B)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    i_before, B = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    for i in reversed(i_before):
        # backprop B[i][0] += np.sum(B[i + 1])
        dB_i_0 = dB[i][0]
        dB[i + 1] += dB_i_0
        # backprop B[i] *= 2
        dB[i] *= 2
    # backprop B = A.copy()
    dA = dB
    return dA
