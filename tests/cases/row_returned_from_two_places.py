# arguments: A=(4, 3), n=2
import numpy as np


def f(A: "N D", n: int):
    B = A.copy()
    row = B[0]
    row *= 2
    if n < 1:
        return row, B
    row += 1
    return row, B


# output
"""Forward and backward passes of row_returned_from_two_places.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(A: "N D", n: int):
    """Forward pass of f.

    Gives out (D,), out1 (N, D) and the cache (references, not copies).
    """
    B = A.copy()
    B[0] *= 2
    if n < 1:
        row = B[0]
        out = row
        out1 = B
    else:
        B[0] += 1
        row = B[0]
        out = row
        out1 = B
    cache = (n,)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: dA (N, D), from dout (D,) and dout1 (N, D)."""
    (n,) = cache
    if n < 1:
        # backprop out1 = B
        dB = 1.0 * dout1
        # backprop out = row
        drow = dout
        # backprop row = B[0]
        dB[0] += drow
    else:
        # backprop out1 = B
        dB = 1.0 * dout1
        # backprop out = row
        drow = dout
        # backprop row = B[0]
        dB[0] += drow
    # backprop B[0] *= 2
    dB[0] *= 2
    # backprop B = A.copy()
    dA = dB
    return dA
