# arguments: A=(4, 3), x=(3,)
import numpy as np


def f(A: "N D", x: "D"):
    B = A.copy()
    for i, row in enumerate(B):
        row += x * i
        row[0] = 0.0
    return np.sum(B ** 2)


# output
"""Forward and backward passes of rows_of_enumerate_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", x: "D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    for i in range(len(B)):
        B[i] += x * i
        B[i, 0] = 0.0
    out = np.sum(B**2)
    cache = (x, B)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D) and dx (D,), from dout."""
    x, B = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(B))):
        # backprop B[i, 0] = 0.0
        dB[i, 0] = 0.0
        # backprop B[i] += x * i
        dx += i * dB[i]
    # backprop B = A.copy()
    dA = dB
    return dA, dx
