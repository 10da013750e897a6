# arguments: A=(4, 3), n=2
import numpy as np


def f(A: "N D", n: int):
    B = A.copy()
    for row in B:
        if np.sum(row) > 2:
            break
        row *= 2
    else:
        B += 1
    return np.sum(B ** 2)


# output
"""Forward and backward passes of rows_written_until_a_break.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    stopped = False
    steps = []
    for i in range(len(B)):
        stopped = False
        sum_B_i_gt_2 = np.sum(B[i]) > 2
        if sum_B_i_gt_2:
            stopped = True
        else:
            B[i] *= 2
        steps.append((i, sum_B_i_gt_2))
        if stopped:
            break
    if not stopped:
        B += 1
    out = np.sum(B**2)
    cache = (steps, B)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    steps, B = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    for i, sum_B_i_gt_2 in reversed(steps):
        if not sum_B_i_gt_2:
            # backprop B[i] *= 2
            dB[i] *= 2
    # backprop B = A.copy()
    dA = dB
    return dA
