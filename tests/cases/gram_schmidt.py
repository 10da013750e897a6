# arguments: A=(3, 2)
import numpy as np


def orthonormal(A: "N D"):
    Q = np.zeros_like(A)
    for j in range(A.shape[1]):
        v = A[:, j].copy()
        for k in range(j):
            v = v - (Q[:, k] @ A[:, j]) * Q[:, k]
        Q[:, j] = v / np.sqrt(v @ v)
    return Q


# output
"""Forward and backward passes of gram_schmidt.py, made by `backprop generate`: do not edit."""

import numpy as np


def orthonormal_forward(A: "N D"):
    """Forward pass of orthonormal: Q (N, D) and the cache (references, not copies)."""
    Q = np.zeros_like(A)
    steps = []
    for j in range(A.shape[1]):
        v = A[:, j].copy()
        steps1 = []
        for k in range(j):
            v_Q_part = Q[:, k].copy()
            Q_part_at_A_part = v_Q_part @ A[:, j]
            v_Q_part1 = Q[:, k].copy()
            v_product = Q_part_at_A_part * v_Q_part1
            v = v - v_product
            steps1.append((v_Q_part, Q_part_at_A_part, v_Q_part1))
        sqrt_v_at_v = np.sqrt(v @ v)
        v_over_sqrt_v_at_v = v / sqrt_v_at_v
        Q[:, j] = v_over_sqrt_v_at_v
        steps.append((steps1, sqrt_v_at_v, v_over_sqrt_v_at_v))
    cache = (A, steps)
    return Q, cache


def orthonormal_backward(dQ: "N D", cache):
    """Backward pass of orthonormal: dA (N, D), from dQ (N, D)."""
    A, steps = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dQ = 1 * dQ
    for j in reversed(range(A.shape[1])):
        steps1, sqrt_v_at_v, v_over_sqrt_v_at_v = steps[j]
        # backprop Q[:, j] = v_over_sqrt_v_at_v
        dQ_part = dQ[:, j]
        # backprop v_over_sqrt_v_at_v = v / sqrt_v_at_v
        dv = (
            dQ_part - v_over_sqrt_v_at_v * (v_over_sqrt_v_at_v @ dQ_part)
        ) / sqrt_v_at_v
        for k in reversed(range(j)):
            v_Q_part, Q_part_at_A_part, v_Q_part1 = steps1[k]
            # backprop v = v - v_product
            dv_product = -dv
            # backprop v_product = Q_part_at_A_part * v_Q_part1
            dQ_part_at_A_part = np.sum(v_Q_part1 * dv_product)
            dv_Q_part1 = Q_part_at_A_part * dv_product
            # backprop v_Q_part1 = Q[:, k].copy()
            dQ[:, k] += dv_Q_part1
            # backprop Q_part_at_A_part = v_Q_part @ A[:, j]
            dv_Q_part = A[:, j] * dQ_part_at_A_part
            dA[:, j] += v_Q_part * dQ_part_at_A_part
            # backprop v_Q_part = Q[:, k].copy()
            dQ[:, k] += dv_Q_part
        # backprop v = A[:, j].copy()
        dA[:, j] += dv
    return dA
