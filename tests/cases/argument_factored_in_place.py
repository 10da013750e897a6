# arguments: A=np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])
import numpy as np


def f(A: "N N"):
    n = len(A)
    for k in range(n):
        for i in range(k + 1, n):
            A[i, k] /= A[k, k]
            for j in range(k + 1, n):
                A[i, j] -= A[i, k] * A[k, j]


# output
"""Forward and backward passes of argument_factored_in_place.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(A: "N N"):
    """Forward pass of f: the cache (references, not copies)."""
    n = len(A)
    steps = []
    for k in range(n):
        steps1 = []
        for i in range(k + 1, n):
            A_k_k = A[k, k]
            A_i_k_over_A_k_k = A[i, k] / A_k_k
            A[i, k] = A_i_k_over_A_k_k
            steps2 = []
            for j in range(k + 1, n):
                A_i_k1 = A[i, k]
                A_k_j = A[k, j]
                A[i, j] -= A_i_k1 * A_k_j
                steps2.append((A_i_k1, A_k_j))
            steps1.append((A_k_k, A_i_k_over_A_k_k, steps2))
        steps.append(steps1)
    cache = (n, steps)
    return cache


def f_backward(dA: "N N", cache):
    """Backward pass of f: dA (N, N), from dA (N, N)."""
    n, steps = cache
    dA = 1.0 * dA
    for k in reversed(range(n)):
        steps1 = steps[k]
        for i, (A_k_k, A_i_k_over_A_k_k, steps2) in zip(
            reversed(range(k + 1, n)), reversed(steps1)
        ):
            for j, (A_i_k1, A_k_j) in zip(reversed(range(k + 1, n)), reversed(steps2)):
                # backprop A[i, j] -= A_i_k1 * A_k_j
                dA_i_j = -dA[i, j]
                dA_i_k1 = A_k_j * dA_i_j
                dA_k_j = A_i_k1 * dA_i_j
                # backprop A_k_j = A[k, j]
                dA[k, j] += dA_k_j
                # backprop A_i_k1 = A[i, k]
                dA[i, k] += dA_i_k1
            # backprop A_i_k_over_A_k_k = A[i, k] / A_k_k
            dA_k_k = (-A_i_k_over_A_k_k / A_k_k) * dA[i, k]
            dA[i, k] /= A_k_k
            # backprop A_k_k = A[k, k]
            dA[k, k] += dA_k_k
    return dA
