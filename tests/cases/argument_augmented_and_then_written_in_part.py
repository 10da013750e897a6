# arguments: A=(3, 3), x=(3,)
import numpy as np


def normalize(A: "N N", x: "N"):
    A /= np.sum(A)
    for i in range(len(A)):
        A[i] *= x[i] / np.sum(A[i])
        if x[i] > 1.5:
            A += x
    return A @ x


# output
"""Forward and backward passes of argument_augmented_and_then_written_in_part.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def normalize_forward(A: "N N", x: "N"):
    """Forward pass of normalize: out (N,) and the cache (references, not copies)."""
    if np.shares_memory(A, x, max_work=100_000):
        raise ValueError("normalize: A and x overlap")
    sum_A = np.sum(A)
    A /= sum_A
    A_before = A.copy()
    steps = []
    for i in range(len(A)):
        A_i = A[i].copy()
        sum_A_i = np.sum(A[i])
        x_i_over_sum_A_i = x[i] / sum_A_i
        A[i] = A_i * x_i_over_sum_A_i
        if x[i] > 1.5:
            A += x
        steps.append((A_i, sum_A_i, x_i_over_sum_A_i))
    out = A @ x
    cache = (x, sum_A, A_before, steps, A)
    return out, cache


def normalize_backward(dout, dA: "N N", cache):
    """Backward pass of normalize.

    Gives dA (N, N) and dx (N,), from dout (N,) and dA (N, N).
    """
    x, sum_A, A_before, steps, A = cache
    # backprop out = A @ x
    dA = dA + np.outer(dout, x)
    dx = A.T @ dout
    for i in reversed(range(len(A_before))):
        A_i, sum_A_i, x_i_over_sum_A_i = steps[i]
        if x[i] > 1.5:
            # backprop A += x
            dx += np.sum(dA, axis=0)
        # backprop A[i] = A_i * x_i_over_sum_A_i
        dA_i = x_i_over_sum_A_i * dA[i]
        dx_i_over_sum_A_i = A_i @ dA[i]
        # backprop x_i_over_sum_A_i = x[i] / sum_A_i
        dx[i] += dx_i_over_sum_A_i / sum_A_i
        dsum_A_i = (-x_i_over_sum_A_i / sum_A_i) * dx_i_over_sum_A_i
        # backprop sum_A_i = np.sum(A[i])
        dA[i] = dsum_A_i
        # backprop A_i = A[i].copy()
        dA[i] += dA_i
    # backprop A /= sum_A
    dA = (dA - np.sum(A_before * dA)) / sum_A
    return dA, dx
