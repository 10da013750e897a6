# arguments: A=(3, 3), a=1.3
import numpy as np


def f(A: "N N", a: float):
    B = A.copy()
    for col in B.T[1:]:
        col *= a
        col[0] = a
    D = B.T[::-1]
    D[0] += D[1]
    for last in reversed(B.T[:-1]):
        last -= a * B[0]
    return B


# output
"""Forward and backward passes of columns_of_a_part_of_a_transpose_written_into.py: do
not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N N", a: float):
    """Forward pass of f: B (N, N) and the cache (references, not copies)."""
    B = A.copy()
    steps = []
    for i in range(len(B.T[1:])):
        B_part1 = B[:, i + 1].copy()
        B[:, i + 1] = B_part1 * a
        B[0, i + 1] = a
        steps.append(B_part1)
    B_T = B.T
    B[:, ::-1][:, 0] += B_T[::-1][1]
    steps1 = []
    for i1 in reversed(range(len(B.T[:-1]))):
        B_0 = B[0].copy()
        B[:, i1] -= a * B_0
        steps1.append(B_0)
    cache = (a, B, steps, B_T, steps1)
    return B, cache


def f_backward(dB: "N N", cache):
    """Backward pass of f: dA (N, N) and da, from dB (N, N)."""
    a, B, steps, B_T, steps1 = cache
    da = 0.0
    dB = 1.0 * dB
    for i1, B_0 in zip(range(len(B.T[:-1])), reversed(steps1)):
        # backprop B[:, i1] -= a * B_0
        dB_i1 = -dB[:, i1]
        da += B_0 @ dB_i1
        dB_0 = a * dB_i1
        # backprop B_0 = B[0].copy()
        dB[0] += dB_0
    # backprop B[:, ::-1][:, 0] += B_T[::-1][1]
    dB_T = np.zeros_like(B_T, dtype=np.result_type(B_T, 1.0))
    dB_T[::-1][1] += dB[:, ::-1][:, 0]
    # backprop B_T = B.T
    dB += dB_T.T
    for i in reversed(range(len(B.T[1:]))):
        B_part1 = steps[i]
        # backprop B[0, i + 1] = a
        da += dB[0, i + 1]
        dB[0, i + 1] = 0.0
        # backprop B[:, i + 1] = B_part1 * a
        dB_part1 = a * dB[:, i + 1]
        da += B_part1 @ dB[:, i + 1]
        # backprop B_part1 = B[:, i + 1].copy()
        dB[:, i + 1] = dB_part1
    # backprop B = A.copy()
    dA = dB
    return dA, da
