# arguments: T=(2, 3, 3), i=np.array([0, 2, 1])
import numpy as np


def f(T: "B N D", i: "K int"):
    U = T.copy()
    row = U[0]
    row[:, i] = row[:, ::-1] * 2
    t = np.sum(row[:, i].T @ row)
    for i in range(2):
        row[i] *= t
    return np.sum(U**2)


# output
"""Forward and backward passes of row_read_at_an_argument_and_at_a_count.py: do not
edit.

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


def written_once(g, index):
    """g[index], the gradient on y of z[index] = y, if no entry is written twice."""
    count = np.zeros(np.shape(g), int)
    np.add.at(count, index, 1)
    if np.any(count > 1):
        raise ValueError(
            "an entry is written twice, and so the gradient is not defined"
        )
    return 1 * g[index]


def f_forward(T: "B N D", i: "K int"):
    """Forward pass of f: out and the cache (references, not copies)."""
    U = T.copy()
    U_0_part_times_2 = U[0, :, ::-1] * 2
    U[0][:, i] = U_0_part_times_2
    U_0 = U[0]
    U_0_i_T = U_0[:, i].T
    t_U_0 = U[0].copy()
    sum_in = U_0_i_T @ t_U_0
    t = np.sum(sum_in)
    steps = []
    for i1 in range(2):
        U_0_i = U[0][i1].copy()
        U[0][i1] = U_0_i * t
        steps.append(U_0_i)
    out = np.sum(U**2)
    cache = (i, U_0_part_times_2, U_0, U_0_i_T, t_U_0, sum_in, t, steps, U)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dT (B, N, D), from dout."""
    i, U_0_part_times_2, U_0, U_0_i_T, t_U_0, sum_in, t, steps, U = cache
    # backprop out = np.sum(U**2)
    dU = (2 * U) * dout
    dt = 0.0
    for i1 in reversed(range(2)):
        U_0_i = steps[i1]
        # backprop U[0][i1] = U_0_i * t
        dU_0_i = t * dU[0][i1]
        dt += U_0_i @ dU[0][i1]
        dU[0][i1] = 0.0
        # backprop U_0_i = U[0][i1].copy()
        dU[0][i1] += dU_0_i
    # backprop t = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dt
    # backprop sum_in = U_0_i_T @ t_U_0
    dU_0_i_T = dsum_in @ t_U_0.T
    dt_U_0 = U_0_i_T.T @ dsum_in
    # backprop t_U_0 = U[0].copy()
    dU[0] += dt_U_0
    # backprop U_0_i_T = U_0[:, i].T
    dU_0 = np.zeros_like(U_0, dtype=np.result_type(U_0, 1.0))
    np.add.at(dU_0, np.s_[:, i], dU_0_i_T.T)
    # backprop U_0 = U[0]
    dU[0] += dU_0
    # backprop U[0][:, i] = U_0_part_times_2
    dU_0_part_times_2 = unbroadcast(written_once(dU[0], np.s_[:, i]), U_0_part_times_2)
    dU[0][:, i] = 0.0
    # backprop U_0_part_times_2 = U[0, :, ::-1] * 2
    dU[0, :, ::-1] += 2 * dU_0_part_times_2
    # backprop U = T.copy()
    dT = dU
    return dT
