# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    row = A[0]
    row *= 3
    return np.sum(A * A)


# output
"""Forward and backward passes of row_of_an_argument_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    A[0] *= 3
    out = np.sum(A * A)
    cache = (A,)
    return out, cache


def f_backward(dout, dA: "N D", cache):
    """Backward pass of f: dA (N, D), from dout and dA (N, D)."""
    (A,) = cache
    # backprop out = np.sum(A * A)
    dA = dA + (2 * A) * dout
    # backprop A[0] *= 3
    dA[0] *= 3
    return dA
