# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    B = A.copy()
    C = B[[0, 1]]
    C *= 2
    return np.sum(B ** 2) + np.sum(C)


# output
"""Forward and backward passes of rows_picked_by_a_list_are_a_copy.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    C = B[[0, 1]]
    C *= 2
    out = np.sum(B**2) + np.sum(C)
    cache = (B, C)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    B, C = cache
    # backprop out = np.sum(B**2) + np.sum(C)
    dB = (2 * B) * dout
    dC = np.ones_like(C) * dout
    # backprop C *= 2
    dC = 2 * dC
    # backprop C = B[[0, 1]]
    dB[[0, 1]] += dC
    # backprop B = A.copy()
    dA = dB
    return dA
