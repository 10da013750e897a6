# arguments square: S=(3, 3), v=(3,)
# arguments oblong: A=(4, 3), v=(3,), c=0.6
# arguments in_turns: A=(4, 3), c=0.4
# arguments of_three_axes: Q=(3, 3, 3), c=0.8
# arguments nearest: x=(4, 2)
# arguments in_an_arm: S=(3, 3), c=1.5
import numpy as np


def square(S: "D D", v: "D"):
    M = 2 * S
    np.fill_diagonal(M, v**2)
    return M


def oblong(A: "N D", v: "D", c: float):
    M = 2 * A
    np.fill_diagonal(M[1:], v * c)
    np.fill_diagonal(M, c)
    return M


def in_turns(A: "N D", c: float):
    for k in range(2):
        np.fill_diagonal(A, np.sum(A) * c + k)
    return A


def of_three_axes(Q: "A A A", c: float):
    M = 2 * Q
    np.fill_diagonal(M, c**2)
    np.fill_diagonal(M[1], c**3)
    return M


def nearest(x):
    D = np.sum((x[:, None] - x[None]) ** 2, axis=-1)
    np.fill_diagonal(D, 1e3)
    return np.min(D, axis=1)


def in_an_arm(S: "D D", c: float):
    M = 2 * S
    if c > 1:
        np.fill_diagonal(M, val=c * M[0, 1], wrap=False)
    else:
        np.fill_diagonal(a=M, val=0)
    return M


# output
"""Forward and backward passes of diagonal_filled.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


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


def square_forward(S: "D D", v: "D"):
    """Forward pass of square: M (D, D) and the cache (references, not copies)."""
    M = 2 * S
    diag_indices_from_M = np.diag_indices_from(M)
    M[diag_indices_from_M] = v**2
    cache = (v, diag_indices_from_M)
    return M, cache


def square_backward(dM: "D D", cache):
    """Backward pass of square: dS (D, D) and dv (D,), from dM (D, D)."""
    v, diag_indices_from_M = cache
    # backprop M[diag_indices_from_M] = v**2
    dv = (2 * v) * unbroadcast(dM[diag_indices_from_M], v)
    dM = 1.0 * dM
    dM[diag_indices_from_M] = 0.0
    # backprop M = 2 * S
    dS = 2 * dM
    return dS, dv


def oblong_forward(A: "N D", v: "D", c: float):
    """Forward pass of oblong: M (N, D) and the cache (references, not copies)."""
    M = 2 * A
    diagonal = np.arange(min(M[1:].shape))
    v_times_c = v * c
    M[1:][diagonal, diagonal] = v_times_c
    diagonal1 = np.arange(min(M.shape))
    M[diagonal1, diagonal1] = c
    cache = (v, c, diagonal, diagonal1)
    return M, cache


def oblong_backward(dM: "N D", cache):
    """Backward pass of oblong: dA (N, D), dv (D,) and dc, from dM (N, D)."""
    v, c, diagonal, diagonal1 = cache
    # backprop M[diagonal1, diagonal1] = c
    dc = np.sum(dM[diagonal1, diagonal1])
    dM = 1.0 * dM
    dM[diagonal1, diagonal1] = 0.0
    # backprop M[1:][diagonal, diagonal] = v_times_c
    dv_times_c = 1 * unbroadcast(dM[1:][diagonal, diagonal], v)
    dM[1:][diagonal, diagonal] = 0.0
    # backprop v_times_c = v * c
    dv = c * dv_times_c
    dc += v @ dv_times_c
    # backprop M = 2 * A
    dA = 2 * dM
    return dA, dv, dc


def in_turns_forward(A: "N D", c: float):
    """Forward pass of in_turns: A (N, D) and the cache (references, not copies)."""
    steps = []
    for k in range(2):
        diagonal = np.arange(min(A.shape))
        sum_A = np.sum(A)
        sum_A_times_c = sum_A * c
        A[diagonal, diagonal] = sum_A_times_c + k
        steps.append((diagonal, sum_A))
    cache = (c, steps)
    return A, cache


def in_turns_backward(dA: "N D", cache):
    """Backward pass of in_turns: dA (N, D) and dc, from dA (N, D)."""
    c, steps = cache
    dc = 0.0
    dA = 1.0 * dA
    for diagonal, sum_A in reversed(steps):
        # backprop A[diagonal, diagonal] = sum_A_times_c + k
        dsum_A_times_c = np.sum(dA[diagonal, diagonal])
        dA[diagonal, diagonal] = 0.0
        # backprop sum_A_times_c = sum_A * c
        dsum_A = c * dsum_A_times_c
        dc += sum_A * dsum_A_times_c
        # backprop sum_A = np.sum(A)
        dA += dsum_A
    return dA, dc


def of_three_axes_forward(Q: "A A A", c: float):
    """Forward pass of of_three_axes.

    Gives M (A, A, A) and the cache (references, not copies).
    """
    M = 2 * Q
    diag_indices_from_M = np.diag_indices_from(M)
    M[diag_indices_from_M] = c**2
    diag_indices_from_M_1 = np.diag_indices_from(M[1])
    M[1][diag_indices_from_M_1] = c**3
    cache = (c, diag_indices_from_M, diag_indices_from_M_1)
    return M, cache


def of_three_axes_backward(dM: "A A A", cache):
    """Backward pass of of_three_axes: dQ (A, A, A) and dc, from dM (A, A, A)."""
    c, diag_indices_from_M, diag_indices_from_M_1 = cache
    # backprop M[1][diag_indices_from_M_1] = c**3
    dc = (3 * c**2) * np.sum(dM[1][diag_indices_from_M_1])
    dM = 1.0 * dM
    dM[1][diag_indices_from_M_1] = 0.0
    # backprop M[diag_indices_from_M] = c**2
    dc += (2 * c) * np.sum(dM[diag_indices_from_M])
    dM[diag_indices_from_M] = 0.0
    # backprop M = 2 * Q
    dQ = 2 * dM
    return dQ, dc


def nearest_forward(x):
    """Forward pass of nearest: out and the cache (references, not copies)."""
    x_part_minus_x_part = x[:, None] - x[None]
    x_part_minus_x_part_sqr = x_part_minus_x_part**2
    D = np.sum(x_part_minus_x_part_sqr, axis=-1)
    diag_indices_from_D = np.diag_indices_from(D)
    D[diag_indices_from_D] = 1e3
    out = np.min(D, axis=1)
    cache = (x, x_part_minus_x_part, diag_indices_from_D, D)
    return out, cache


def nearest_backward(dout, cache):
    """Backward pass of nearest: dx, from dout."""
    x, x_part_minus_x_part, diag_indices_from_D, D = cache
    # backprop out = np.min(D, axis=1)
    dD = unbroadcast(is_first_max(-D, 1) * np.expand_dims(dout, 1), D)
    # backprop D[diag_indices_from_D] = 1e3
    dD[diag_indices_from_D] = 0.0
    # backprop D = np.sum(x_part_minus_x_part_sqr, axis=-1)
    dx_part_minus_x_part_sqr = unbroadcast(np.expand_dims(dD, -1), x_part_minus_x_part)
    # backprop x_part_minus_x_part_sqr = x_part_minus_x_part**2
    dx_part_minus_x_part = (2 * x_part_minus_x_part) * dx_part_minus_x_part_sqr
    # backprop x_part_minus_x_part = x[:, None] - x[None]
    dx = np.reshape(unbroadcast(dx_part_minus_x_part, x[:, None]), x.shape)
    dx += np.reshape(unbroadcast(-dx_part_minus_x_part, x[None]), x.shape)
    return dx


def in_an_arm_forward(S: "D D", c: float):
    """Forward pass of in_an_arm: M (D, D) and the cache (references, not copies)."""
    M = 2 * S
    M_0_1 = None
    diag_indices_from_M = None
    M_diag_indices_from_M = None
    if c > 1:
        M_0_1 = M[0, 1]
        c_times_M_0_1 = c * M_0_1
        diag_indices_from_M = np.diag_indices_from(M)
        M[diag_indices_from_M] = c_times_M_0_1
    else:
        M_diag_indices_from_M = np.diag_indices_from(M)
        M[M_diag_indices_from_M] = 0
    cache = (c, M_0_1, diag_indices_from_M, M_diag_indices_from_M)
    return M, cache


def in_an_arm_backward(dM: "D D", cache):
    """Backward pass of in_an_arm: dS (D, D) and dc, from dM (D, D)."""
    c, M_0_1, diag_indices_from_M, M_diag_indices_from_M = cache
    if c > 1:
        # backprop M[diag_indices_from_M] = c_times_M_0_1
        dc_times_M_0_1 = np.sum(dM[diag_indices_from_M])
        dM = 1.0 * dM
        dM[diag_indices_from_M] = 0.0
        # backprop c_times_M_0_1 = c * M_0_1
        dc = M_0_1 * dc_times_M_0_1
        dM_0_1 = c * dc_times_M_0_1
        # backprop M_0_1 = M[0, 1]
        dM[0, 1] += dM_0_1
    else:
        # backprop M[M_diag_indices_from_M] = 0
        dM = 1.0 * dM
        dM[M_diag_indices_from_M] = 0.0
        dc = 0.0
    # backprop M = 2 * S
    dS = 2 * dM
    return dS, dc
