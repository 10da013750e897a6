# arguments: A=np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]]), b=(3,), n=2
import numpy as np


def solved(A: "N N", b: "N", n: int):
    x = np.zeros(len(b))
    for _ in range(n):
        for i in range(len(b)):
            s = b[i]
            for j in range(len(b)):
                if j != i:
                    s = s - A[i, j] * x[j]
            x[i] = s / A[i, i]
    return x


# output
"""Forward and backward passes of gauss_seidel.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def solved_forward(A: "N N", b: "N", n: int):
    """Forward pass of solved: x (N,) and the cache (references, not copies)."""
    x = np.zeros(len(b))
    steps = []
    for _ in range(n):
        steps1 = []
        for i in range(len(b)):
            s = b[i]
            steps2 = []
            for j in range(len(b)):
                x_j = None
                if j != i:
                    x_j = x[j]
                    A_i_j_times_x_j = A[i, j] * x_j
                    s = s - A_i_j_times_x_j
                steps2.append(x_j)
            x[i] = s / A[i, i]
            steps1.append((steps2, s))
        steps.append(steps1)
    cache = (A, b, steps)
    return x, cache


def solved_backward(dx: "N", cache):
    """Backward pass of solved: dA (N, N) and db (N,), from dx (N,)."""
    A, b, steps = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dx = 1.0 * dx
    for steps1 in reversed(steps):
        for i in reversed(range(len(b))):
            steps2, s = steps1[i]
            # backprop x[i] = s / A[i, i]
            ds = dx[i] / A[i, i]
            dA[i, i] += (-s / A[i, i] ** 2) * dx[i]
            dx[i] = 0.0
            for j in reversed(range(len(b))):
                x_j = steps2[j]
                if j != i:
                    # backprop s = s - A_i_j_times_x_j
                    dA_i_j_times_x_j = -ds
                    # backprop A_i_j_times_x_j = A[i, j] * x_j
                    dA[i, j] += x_j * dA_i_j_times_x_j
                    dx_j = A[i, j] * dA_i_j_times_x_j
                    # backprop x_j = x[j]
                    dx[j] += dx_j
            # backprop s = b[i]
            db[i] += ds
    return dA, db
