# arguments: A=(4,), c=1.3
import numpy as np


def f(A: "N", c: float):
    if c > 0:
        A[0] = c * A[1]
    return A[0] * c


# output
"""Forward and backward passes of argument_written_in_one_arm.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(A: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    A_1 = None
    if c > 0:
        A_1 = A[1]
        A[0] = c * A_1
    out = A[0] * c
    cache = (c, A_1, A)
    return out, cache


def f_backward(dout, dA: "N", cache):
    """Backward pass of f: dA (N,) and dc, from dout and dA (N,)."""
    c, A_1, A = cache
    # backprop out = A[0] * c
    dA = 1.0 * dA
    dA[0] += c * dout
    dc = A[0] * dout
    if c > 0:
        # backprop A[0] = c * A_1
        dc += A_1 * dA[0]
        dA_1 = c * dA[0]
        dA[0] = 0.0
        # backprop A_1 = A[1]
        dA[1] += dA_1
    return dA, dc
