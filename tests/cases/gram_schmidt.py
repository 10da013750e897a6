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
"""Forward and backward passes of gram_schmidt.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def orthonormal_forward(A: "N D"):
    """Forward pass of orthonormal: Q (N, D) and the cache (references, not copies)."""
    Q = np.zeros_like(A)
    steps = []
    for j in range(A.shape[1]):
        v = A[:, j].copy()
        steps1 = []
        for k in range(j):
            Q_k = Q[:, k].copy()
            Q_k_at_A_j = Q_k @ A[:, j]
            v_Q_k = Q[:, k].copy()
            v_product = Q_k_at_A_j * v_Q_k
            v = v - v_product
            steps1.append((Q_k, Q_k_at_A_j, v_Q_k))
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
    dQ = 1.0 * dQ
    for j in reversed(range(A.shape[1])):
        steps1, sqrt_v_at_v, v_over_sqrt_v_at_v = steps[j]
        # backprop v_over_sqrt_v_at_v = v / sqrt_v_at_v
        dv = (
            dQ[:, j] - v_over_sqrt_v_at_v * (v_over_sqrt_v_at_v @ dQ[:, j])
        ) / sqrt_v_at_v
        for k in reversed(range(j)):
            Q_k, Q_k_at_A_j, v_Q_k = steps1[k]
            # backprop v = v - v_product
            dv_product = -dv
            # backprop v_product = Q_k_at_A_j * v_Q_k
            dQ_k_at_A_j = v_Q_k @ dv_product
            dv_Q_k = Q_k_at_A_j * dv_product
            # backprop v_Q_k = Q[:, k].copy()
            dQ[:, k] += dv_Q_k
            # backprop Q_k_at_A_j = Q_k @ A[:, j]
            dQ_k = A[:, j] * dQ_k_at_A_j
            dA[:, j] += Q_k * dQ_k_at_A_j
            # backprop Q_k = Q[:, k].copy()
            dQ[:, k] += dQ_k
        # backprop v = A[:, j].copy()
        dA[:, j] += dv
    return dA
