# arguments: S=(4, 4)
import numpy as np


def f(S: "N N"):
    Q = S.copy()
    for i in range(4):
        q = Q[:, i]
        for j in range(i):
            q -= np.sum(Q[:, j] * q) * Q[:, j]
        q /= np.sqrt(np.sum(q * q))
    return Q


# output
"""Forward and backward passes of columns_orthogonalized_in_place.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(S: "N N"):
    """Forward pass of f: Q (N, N) and the cache (references, not copies)."""
    Q = S.copy()
    steps = []
    for i in range(4):
        steps1 = []
        for j in range(i):
            Q_j = Q[:, j].copy()
            Q_i2 = Q[:, i].copy()
            sum_Q_j_times_Q_i = np.sum(Q_j * Q_i2)
            Q_j1 = Q[:, j].copy()
            Q[:, i] -= sum_Q_j_times_Q_i * Q_j1
            steps1.append((Q_j, Q_i2, sum_Q_j_times_Q_i, Q_j1))
        unit_in = np.sqrt(np.sum(Q[:, i] * Q[:, i]))
        unit_Q_i = Q[:, i] / unit_in
        Q[:, i] = unit_Q_i
        steps.append((steps1, unit_in, unit_Q_i))
    cache = (steps,)
    return Q, cache


def f_backward(dQ: "N N", cache):
    """Backward pass of f: dS (N, N), from dQ (N, N)."""
    (steps,) = cache
    dQ = 1.0 * dQ
    for i in reversed(range(4)):
        steps1, unit_in, unit_Q_i = steps[i]
        # backprop unit_Q_i = Q[:, i] / unit_in
        dQ[:, i] = (dQ[:, i] - unit_Q_i * np.sum(unit_Q_i * dQ[:, i])) / unit_in
        for j in reversed(range(i)):
            Q_j, Q_i2, sum_Q_j_times_Q_i, Q_j1 = steps1[j]
            # backprop Q[:, i] -= sum_Q_j_times_Q_i * Q_j1
            dQ_i1 = -dQ[:, i]
            dsum_Q_j_times_Q_i = Q_j1 @ dQ_i1
            dQ_j1 = sum_Q_j_times_Q_i * dQ_i1
            # backprop Q_j1 = Q[:, j].copy()
            dQ[:, j] += dQ_j1
            # backprop sum_Q_j_times_Q_i = np.sum(Q_j * Q_i2)
            dQ_j = Q_i2 * dsum_Q_j_times_Q_i
            dQ_i2 = Q_j * dsum_Q_j_times_Q_i
            # backprop Q_i2 = Q[:, i].copy()
            dQ[:, i] += dQ_i2
            # backprop Q_j = Q[:, j].copy()
            dQ[:, j] += dQ_j
    # backprop Q = S.copy()
    dS = dQ
    return dS
