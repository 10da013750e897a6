# arguments: x=(5, 3)
import numpy as np


def f(x: "N D"):
    best = x[0]
    for row in x[1:]:
        if np.sum(row) > np.sum(best):
            best = row
    return best * best


# output
"""Forward and backward passes of loop_that_keeps_the_best_row.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D"):
    """Forward pass of f: out (D,) and the cache (references, not copies)."""
    best = x[0]
    steps = []
    for row in x[1:]:
        best_before = best
        sum_row_gt_sum_best = np.sum(row) > np.sum(best)
        if sum_row_gt_sum_best:
            best = row
        steps.append((best_before, sum_row_gt_sum_best))
    out = best * best
    cache = (x, steps, best)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout (D,)."""
    x, steps, best = cache
    # backprop out = best * best
    dbest = (2 * best) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x[1:]))):
        best_before, sum_row_gt_sum_best = steps[i]
        row = x[1:][i]
        drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
        if sum_row_gt_sum_best:
            # backprop best = row
            drow = dbest
            dbest = np.zeros_like(best_before, dtype=np.result_type(best_before, 1.0))
        dx[1:][i] += drow
    # backprop best = x[0]
    dx[0] += dbest
    return dx
