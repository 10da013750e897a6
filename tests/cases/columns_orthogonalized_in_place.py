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
"""Forward and backward passes of columns_orthogonalized_in_place.py, made by `backprop generate`: do not edit."""

import numpy as np


def f_forward(S: "N N"):
    """Forward pass of f: Q (N, N) and the cache (references, not copies)."""
    Q = S.copy()
    steps = []
    for i in range(4):
        steps1 = []
        for j in range(i):
            Q_Q_part = Q[:, j].copy()
            Q_Q_part1 = Q[:, i].copy()
            sum_Q_part_times_Q_part = np.sum(Q_Q_part * Q_Q_part1)
            Q_Q_part2 = Q[:, j].copy()
            Q[:, i] -= sum_Q_part_times_Q_part * Q_Q_part2
            steps1.append((Q_Q_part, Q_Q_part1, sum_Q_part_times_Q_part, Q_Q_part2))
        unit_in = np.sqrt(np.sum(Q[:, i] * Q[:, i]))
        unit_Q_part = Q[:, i] / unit_in
        Q[:, i] = unit_Q_part
        steps.append((steps1, unit_in, unit_Q_part))
    cache = (steps,)
    return Q, cache


def f_backward(dQ: "N N", cache):
    """Backward pass of f: dS (N, N), from dQ (N, N)."""
    (steps,) = cache
    dQ = 1 * dQ
    for i in reversed(range(4)):
        steps1, unit_in, unit_Q_part = steps[i]
        # backprop Q[:, i] = unit_Q_part
        dQ_part = 1 * dQ[:, i]
        dQ[:, i] = 0.0
        # backprop unit_Q_part = Q[:, i] / unit_in
        dQ[:, i] += (dQ_part - unit_Q_part * np.sum(unit_Q_part * dQ_part)) / unit_in
        for j in reversed(range(i)):
            Q_Q_part, Q_Q_part1, sum_Q_part_times_Q_part, Q_Q_part2 = steps1[j]
            # backprop Q[:, i] -= sum_Q_part_times_Q_part * Q_Q_part2
            dQ_part1 = -dQ[:, i]
            dsum_Q_part_times_Q_part = np.sum(Q_Q_part2 * dQ_part1)
            dQ_Q_part2 = sum_Q_part_times_Q_part * dQ_part1
            # backprop Q_Q_part2 = Q[:, j].copy()
            dQ[:, j] += dQ_Q_part2
            # backprop sum_Q_part_times_Q_part = np.sum(Q_Q_part * Q_Q_part1)
            dQ_Q_part = Q_Q_part1 * dsum_Q_part_times_Q_part
            dQ_Q_part1 = Q_Q_part * dsum_Q_part_times_Q_part
            # backprop Q_Q_part1 = Q[:, i].copy()
            dQ[:, i] += dQ_Q_part1
            # backprop Q_Q_part = Q[:, j].copy()
            dQ[:, j] += dQ_Q_part
    # backprop Q = S.copy()
    dS = dQ
    return dS
