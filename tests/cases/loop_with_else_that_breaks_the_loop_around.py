# arguments: A=(3, 2), c=0.8
def f(A: "N M", c: float):
    for i in range(3):
        for j in range(2):
            if A[i, j] > 50:
                break
        else:
            c = c * A[i, 0]
            if c < 0.1:
                break
        c = c + A[i, 1] * c
    return c


# output
"""Forward and backward passes of loop_with_else_that_breaks_the_loop_around.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N M", c: float):
    """Forward pass of f: c and the cache (references, not copies)."""
    steps = []
    for i in range(3):
        c_before = c
        stopped = False
        stopped1 = False
        for j in range(2):
            stopped1 = False
            if A[i, j] > 50:
                stopped1 = True
            if stopped1:
                break
        skipped = False
        if not stopped1:
            c = c * A[i, 0]
            if c < 0.1:
                stopped = True
                skipped = True
        c_before1 = c
        if not skipped:
            c = c + A[i, 1] * c
        steps.append((c_before, i, stopped1, c_before1, skipped))
        if stopped:
            break
    cache = (A, steps)
    return c, cache


def f_backward(dc, cache):
    """Backward pass of f: dA (N, M) and dc, from dc."""
    A, steps = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for c_before, i, stopped1, c_before1, skipped in reversed(steps):
        if not skipped:
            # backprop c = c + A[i, 1] * c
            dA[i, 1] += c_before1 * dc
            dc = dc + A[i, 1] * dc
        if not stopped1:
            # backprop c = c * A[i, 0]
            dA[i, 0] += c_before * dc
            dc = A[i, 0] * dc
    return dA, dc
