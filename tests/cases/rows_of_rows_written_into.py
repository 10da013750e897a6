# arguments: T=(2, 4, 3)
import numpy as np


def f(T: "B N D"):
    U = T.copy()
    for M in U:
        for row in M:
            row *= np.sum(row)
    return np.sum(U ** 2)


# output
"""Forward and backward passes of rows_of_rows_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(T: "B N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    U = T.copy()
    steps = []
    for i in range(len(U)):
        steps1 = []
        len_U_i = len(U[i])
        for i1 in range(len_U_i):
            U_i_i1 = U[i][i1].copy()
            sum_U_i_i1 = np.sum(U[i][i1])
            U[i][i1] = U_i_i1 * sum_U_i_i1
            steps1.append((U_i_i1, sum_U_i_i1))
        steps.append((len_U_i, steps1))
    out = np.sum(U**2)
    cache = (U, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dT (B, N, D), from dout."""
    U, steps = cache
    # backprop out = np.sum(U**2)
    dU = (2 * U) * dout
    for i in reversed(range(len(U))):
        len_U_i, steps1 = steps[i]
        for i1 in reversed(range(len_U_i)):
            U_i_i1, sum_U_i_i1 = steps1[i1]
            # backprop U[i][i1] = U_i_i1 * sum_U_i_i1
            dU_i_i1 = sum_U_i_i1 * dU[i][i1]
            dsum_U_i_i1 = U_i_i1 @ dU[i][i1]
            dU[i][i1] = 0.0
            # backprop sum_U_i_i1 = np.sum(U[i][i1])
            dU[i][i1] += dsum_U_i_i1
            # backprop U_i_i1 = U[i][i1].copy()
            dU[i][i1] += dU_i_i1
    # backprop U = T.copy()
    dT = dU
    return dT
