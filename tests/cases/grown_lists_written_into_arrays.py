# arguments grown: S=(3, 3)
# arguments argument: S=(3, 3), vs=[0.5, 0.2, 0.7]
import numpy as np


def grown(S: "D D"):
    M = 2 * S
    rows = []
    for k in range(len(S)):
        rows.append(S[k, 0] ** 2)
    M[1] = rows
    M[:, 0] = [S[k, 1] ** 3 for k in range(len(S))]
    return M * S


def argument(S: "D D", vs: list):
    M = 2 * S
    M[0] = vs
    M[1] -= vs
    return M


# output
"""Forward and backward passes of grown_lists_written_into_arrays.py: do not edit.

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


def grown_forward(S: "D D"):
    """Forward pass of grown: out (D, D) and the cache (references, not copies)."""
    M = 2 * S
    rows = []
    for k in range(len(S)):
        rows.append(S[k, 0] ** 2)
    array_rows = np.array(rows)
    M[1] = array_rows
    items = []
    for k1 in range(len(S)):
        items.append(S[k1, 1] ** 3)
    array_items = np.array(items)
    M[:, 0] = array_items
    out = M * S
    cache = (S, array_rows, array_items, M)
    return out, cache


def grown_backward(dout, cache):
    """Backward pass of grown: dS (D, D), from dout (D, D)."""
    S, array_rows, array_items, M = cache
    # backprop out = M * S
    dM = S * dout
    dS = M * dout
    # backprop M[:, 0] = array_items
    darray_items = 1 * unbroadcast(dM[:, 0], array_items)
    dM[:, 0] = 0.0
    # backprop array_items = np.array(items)
    ditems = list(darray_items)
    for k1 in reversed(range(len(S))):
        # backprop items.append(S[k1, 1] ** 3)
        dS[k1, 1] += (3 * S[k1, 1] ** 2) * ditems.pop()
    # backprop M[1] = array_rows
    darray_rows = 1 * unbroadcast(dM[1], array_rows)
    dM[1] = 0.0
    # backprop array_rows = np.array(rows)
    drows = list(darray_rows)
    for k in reversed(range(len(S))):
        # backprop rows.append(S[k, 0] ** 2)
        dS[k, 0] += (2 * S[k, 0]) * drows.pop()
    # backprop M = 2 * S
    dS += 2 * dM
    return dS


def argument_forward(S: "D D", vs: list):
    """Forward pass of argument: M (D, D) and the cache (references, not copies)."""
    M = 2 * S
    array_vs = np.array(vs)
    M[0] = array_vs
    M_array_vs = np.array(vs)
    M[1] -= M_array_vs
    cache = (array_vs, M_array_vs)
    return M, cache


def argument_backward(dM: "D D", cache):
    """Backward pass of argument: dS (D, D) and dvs, from dM (D, D)."""
    array_vs, M_array_vs = cache
    # backprop M[1] -= M_array_vs
    dM_array_vs = unbroadcast(-dM[1], M_array_vs)
    # backprop M_array_vs = np.array(vs)
    dvs = list(dM_array_vs)
    # backprop M[0] = array_vs
    darray_vs = unbroadcast(dM[0], array_vs)
    dM = 1.0 * dM
    dM[0] = 0.0
    # backprop array_vs = np.array(vs)
    dvs = [(item + more) for item, more in zip(dvs, darray_vs)]
    # backprop M = 2 * S
    dS = 2 * dM
    return dS, dvs
