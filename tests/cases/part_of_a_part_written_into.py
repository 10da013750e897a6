# arguments: T=(2, 4, 3)
import numpy as np


def f(T: "B N D"):
    U = T.copy()
    M = U[0]
    col = M[:, 1]
    col *= M[:, 0]
    M[2] += col[1]
    return np.sum(U ** 2)


# output
"""Forward and backward passes of part_of_a_part_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(T: "B N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    U = T.copy()
    U1 = U.copy()
    U1[0, :, 1] *= U[0, :, 0]
    U1[0, 2] += U1[0, 1, 1]
    out = np.sum(U1**2)
    cache = (U, U1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dT (B, N, D), from dout."""
    U, U1 = cache
    # backprop out = np.sum(U1**2)
    dU1 = (2 * U1) * dout
    # backprop U1[0, 2] += U1[0, 1, 1]
    dU1[0, 1, 1] += np.sum(dU1[0, 2])
    # backprop U1 = U.copy(); U1[0, :, 1] *= U[0, :, 0]
    dU_0_1 = 1 * dU1[0, :, 1]
    dU1[0, :, 1] = U[0, :, 0] * dU_0_1
    dU1[0, :, 0] += U[0, :, 1] * dU_0_1
    # backprop U = T.copy()
    dT = dU1
    return dT
