# arguments: A=np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])
# first order only: this writes into memory that dA_part1 may name too
# first order only: this writes into memory that dA_part1 may name too
import numpy as np


def f(A: "N N"):
    n = len(A)
    for k in range(n):
        for i in range(k + 1, n):
            A[i, k] /= A[k, k]
            for j in range(k + 1, n):
                A[i, j] -= A[i, k] * A[k, j]


# output
"""Forward and backward passes of argument_factored_in_place.py, made by `backprop generate`: do not edit."""

import numpy as np  # noqa: F401


def f_forward(A: "N N"):
    """Forward pass of f: the cache (references, not copies)."""
    n = len(A)
    steps = []
    for k in range(n):
        steps1 = []
        for i in range(k + 1, n):
            A_A_part = A[k, k]
            A_part_over_A_part = A[i, k] / A_A_part
            A[i, k] = A_part_over_A_part
            steps2 = []
            for j in range(k + 1, n):
                A_A_part1 = A[i, k]
                A_A_part2 = A[k, j]
                A[i, j] -= A_A_part1 * A_A_part2
                steps2.append((A_A_part1, A_A_part2))
            steps1.append((A_A_part, A_part_over_A_part, steps2))
        steps.append(steps1)
    cache = (n, steps)
    return cache


def f_backward(dA: "N N", cache):
    """Backward pass of f: dA (N, N), from dA (N, N)."""
    n, steps = cache
    dA = 1 * dA
    for k in reversed(range(n)):
        steps1 = steps[k]
        for i, (A_A_part, A_part_over_A_part, steps2) in zip(
            reversed(range(k + 1, n)), reversed(steps1)
        ):
            for j, (A_A_part1, A_A_part2) in zip(
                reversed(range(k + 1, n)), reversed(steps2)
            ):
                # backprop A[i, j] -= A_A_part1 * A_A_part2
                dA_part = -dA[i, j]
                dA_A_part1 = A_A_part2 * dA_part
                dA_A_part2 = A_A_part1 * dA_part
                # backprop A_A_part2 = A[k, j]
                dA[k, j] += dA_A_part2
                # backprop A_A_part1 = A[i, k]
                dA[i, k] += dA_A_part1
            # backprop A[i, k] = A_part_over_A_part
            dA_part1 = dA[i, k]
            dA[i, k] = 0.0
            # backprop A_part_over_A_part = A[i, k] / A_A_part
            dA[i, k] += dA_part1 / A_A_part
            dA_A_part = (-A_part_over_A_part / A_A_part) * dA_part1
            # backprop A_A_part = A[k, k]
            dA[k, k] += dA_A_part
    return dA
