# arguments: x=np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])
import numpy as np


def f(x: "N N"):
    n = len(x)
    L = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            s = x[i, j]
            for k in range(j):
                s -= L[i, k] * L[j, k]
            if i == j:
                L[i, j] = np.sqrt(s)
            else:
                L[i, j] = s / L[j, j]
    return L


# output
"""Forward and backward passes of cholesky_by_loops.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N N"):
    """Forward pass of f: L (N, N) and the cache (references, not copies)."""
    n = len(x)
    L = np.zeros((n, n))
    steps = []
    for i in range(n):
        steps1 = []
        for j in range(i + 1):
            s = x[i, j]
            steps2 = []
            for k in range(j):
                L_i_k = L[i, k]
                L_j_k = L[j, k]
                L_i_k_times_L_j_k = L_i_k * L_j_k
                s -= L_i_k_times_L_j_k
                steps2.append((L_i_k, L_j_k))
            sqrt_s = None
            L_j_j = None
            if i == j:
                sqrt_s = np.sqrt(s)
                L[i, j] = sqrt_s
            else:
                L_j_j = L[j, j]
                L[i, j] = s / L_j_j
            steps1.append((steps2, sqrt_s, L_j_j))
        steps.append(steps1)
    cache = (x, n, steps, L)
    return L, cache


def f_backward(dL: "N N", cache):
    """Backward pass of f: dx (N, N), from dL (N, N)."""
    x, n, steps, L = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dL = 1.0 * dL
    for i in reversed(range(n)):
        steps1 = steps[i]
        for j in reversed(range(i + 1)):
            steps2, sqrt_s, L_j_j = steps1[j]
            if i == j:
                # backprop L[i, j] = sqrt_s
                dL_i_j1 = dL[i, j]
                dL[i, j] = 0.0
                # backprop sqrt_s = np.sqrt(s)
                ds = dL_i_j1 / (2 * sqrt_s)
            else:
                # backprop L[i, j] = s / L_j_j
                ds = dL[i, j] / L_j_j
                dL[i, j] = 0.0
                dL_j_j = -L[i, j] * ds
                # backprop L_j_j = L[j, j]
                dL[j, j] += dL_j_j
            for k in reversed(range(j)):
                L_i_k, L_j_k = steps2[k]
                # backprop s -= L_i_k_times_L_j_k
                dL_i_k_times_L_j_k = -ds
                # backprop L_i_k_times_L_j_k = L_i_k * L_j_k
                dL_i_k = L_j_k * dL_i_k_times_L_j_k
                dL_j_k = L_i_k * dL_i_k_times_L_j_k
                # backprop L_j_k = L[j, k]
                dL[j, k] += dL_j_k
                # backprop L_i_k = L[i, k]
                dL[i, k] += dL_i_k
            # backprop s = x[i, j]
            dx[i, j] += ds
    return dx
