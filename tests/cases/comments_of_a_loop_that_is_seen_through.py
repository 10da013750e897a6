# arguments: A=(4, 3), w=(4,)
import numpy as np


def f(A: "N D", w: "N"):
    B = 2 * A
    for row in B:  # all rows
        row *= B[0]  # by the first
    for row, s in zip(
        B,
        w,  # rows and numbers
    ):
        row *= s  # by its number
    return B


# output
"""Forward and backward passes of comments_of_a_loop_that_is_seen_through.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", w: "N"):
    """Forward pass of f: B (N, D) and the cache (references, not copies)."""
    B = 2 * A
    steps = []
    for i in range(len(B)):  # all rows
        B_i = B[i].copy()
        B_0 = B[0].copy()
        B[i] = B_i * B_0  # by the first
        steps.append((B_i, B_0))
    steps1 = []
    for i1, s in zip(range(len(B)), w):  # rows and numbers
        B_i1 = B[i1].copy()
        B[i1] = B_i1 * s  # by its number
        steps1.append(B_i1)
    cache = (w, B, steps, steps1)
    return B, cache


def f_backward(dB: "N D", cache):
    """Backward pass of f: dA (N, D) and dw (N,), from dB (N, D)."""
    w, B, steps, steps1 = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dB = 1.0 * dB
    for i1 in reversed(range(len(steps1))):
        B_i1 = steps1[i1]
        s = w[i1]
        # backprop B[i1] = B_i1 * s
        dB_i1 = s * dB[i1]
        ds = B_i1 @ dB[i1]
        # backprop B_i1 = B[i1].copy()
        dB[i1] = dB_i1
        dw[i1] = ds
    for i in reversed(range(len(B))):
        B_i, B_0 = steps[i]
        # backprop B[i] = B_i * B_0
        dB_i = B_0 * dB[i]
        dB_0 = B_i * dB[i]
        dB[i] = 0.0
        # backprop B_0 = B[0].copy()
        dB[0] += dB_0
        # backprop B_i = B[i].copy()
        dB[i] += dB_i
    # backprop B = 2 * A
    dA = 2 * dB
    return dA, dw
