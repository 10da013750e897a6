# arguments displays: S=(3, 3)
# arguments numbers: S=(3, 3)
import numpy as np


def displays(S: "D D"):
    M = 2 * S
    M[0] = [S[1, 1], 2.0, S[0, 0] ** 2]
    M[1] += (S[1, 1], 2.0, S[0, 0] ** 2)
    rows = [S[1], S[2] ** 2]
    M[1:] -= rows
    return M * S


def numbers(S: "D D"):
    M = 2 * S
    M[0] = [1.0, 2.0, 3.0]
    return M


# output
"""Forward and backward passes of lists_written_into_arrays.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def displays_forward(S: "D D"):
    """Forward pass of displays: out (D, D) and the cache (references, not copies)."""
    M = 2 * S
    array_S = np.array([S[1, 1], 2.0, S[0, 0] ** 2])
    M[0] = array_S
    M_array_S = np.array((S[1, 1], 2.0, S[0, 0] ** 2))
    M[1] += M_array_S
    rows = [S[1], S[2] ** 2]
    array_rows = np.array(rows)
    M[1:] -= array_rows
    out = M * S
    cache = (S, array_S, M_array_S, array_rows, M)
    return out, cache


def displays_backward(dout, cache):
    """Backward pass of displays: dS (D, D), from dout (D, D)."""
    S, array_S, M_array_S, array_rows, M = cache
    # backprop out = M * S
    dM = S * dout
    dS = M * dout
    # backprop M[1:] -= array_rows
    darray_rows = unbroadcast(-dM[1:], array_rows)
    # backprop array_rows = np.array(rows)
    drows_0 = darray_rows[0]
    # backprop rows = [S[1], S[2] ** 2]
    dS[1] += drows_0
    dS[2] += (2 * S[2]) * darray_rows[1]
    # backprop M[1] += M_array_S
    dM_array_S = unbroadcast(dM[1], M_array_S)
    # backprop M_array_S = np.array((S[1, 1], 2.0, S[0, 0] ** 2))
    dS[1, 1] += dM_array_S[0]
    dS[0, 0] += (2 * S[0, 0]) * dM_array_S[2]
    # backprop M[0] = array_S
    darray_S = 1 * unbroadcast(dM[0], array_S)
    dM[0] = 0.0
    # backprop array_S = np.array([S[1, 1], 2.0, S[0, 0] ** 2])
    dS[1, 1] += darray_S[0]
    dS[0, 0] += (2 * S[0, 0]) * darray_S[2]
    # backprop M = 2 * S
    dS += 2 * dM
    return dS


def numbers_forward(S: "D D"):
    """Forward pass of numbers: M (D, D) and the cache."""
    M = 2 * S
    M[0] = [1.0, 2.0, 3.0]
    cache = ()
    return M, cache


def numbers_backward(dM: "D D", cache):
    """Backward pass of numbers: dS (D, D), from dM (D, D)."""
    # backprop M[0] = [1.0, 2.0, 3.0]
    dM = 1.0 * dM
    dM[0] = 0.0
    # backprop M = 2 * S
    dS = 2 * dM
    return dS
