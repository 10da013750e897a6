# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    B = A.copy()
    row = B[0]
    row *= 2
    row = B[1]
    row *= 3
    return np.sum(B ** 2)


# output
"""Forward and backward passes of name_of_two_rows_in_turn.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    B[0] *= 2
    B[1] *= 3
    out = np.sum(B**2)
    cache = (B,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    (B,) = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    # backprop B[1] *= 3
    dB[1] *= 3
    # backprop B[0] *= 2
    dB[0] *= 2
    # backprop B = A.copy()
    dA = dB
    return dA
