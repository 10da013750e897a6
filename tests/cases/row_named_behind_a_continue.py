# arguments: A=(4, 3), k=2
import numpy as np


def f(A: "N D", k: int):
    B = A.copy()
    s = 0.0
    for i in range(4):
        if i > k:
            s += np.sum(B[i])
            continue
        row = B[-1]
    row = B[0]
    row *= 0.5
    return s * np.sum(B**2)


# output
"""Forward and backward passes of row_named_behind_a_continue.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", k: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    s = 0.0
    for i in range(4):
        if i > k:
            s += np.sum(B[i])
        else:
            pass
    B[0] *= 0.5
    sum_B_sqr = np.sum(B**2)
    out = s * sum_B_sqr
    cache = (k, s, B, sum_B_sqr)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    k, s, B, sum_B_sqr = cache
    # backprop out = s * sum_B_sqr
    ds = sum_B_sqr * dout
    dsum_B_sqr = s * dout
    # backprop sum_B_sqr = np.sum(B**2)
    dB = (2 * B) * dsum_B_sqr
    # backprop B[0] *= 0.5
    dB[0] *= 0.5
    for i in reversed(range(4)):
        if i > k:
            # backprop s += np.sum(B[i])
            dB[i] += ds
    # backprop B = A.copy()
    dA = dB
    return dA
