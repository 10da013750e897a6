# arguments: x=np.array([2.0, 1.5, -1.0, 0.5])
# first order only: this writes into memory that dswapped1 may name too
import numpy as np


def f(x: "N"):
    """Sorts, as slowly as can be."""
    y = x.copy()
    for i in range(len(x)):
        for j in range(len(x) - 1 - i):
            if y[j] > y[j + 1]:
                y[j], y[j + 1] = y[j + 1], y[j]  # the larger one goes up
    return y * np.arange(len(x))


# output
"""Forward and backward passes of elements_swapped.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Sorts, as slowly as can be.

    Forward pass of f: out (N,) and the cache (references, not copies).
    """
    y = x.copy()
    steps = []
    for i in range(len(x)):
        steps1 = []
        for j in range(len(x) - 1 - i):
            y_j_gt_y_part = y[j] > y[j + 1]
            if y_j_gt_y_part:
                swapped = y[j + 1]  # the larger one goes up
                swapped1 = y[j]
                y[j] = swapped
                y[j + 1] = swapped1
            steps1.append(y_j_gt_y_part)
        steps.append(steps1)
    out = y * np.arange(len(x))
    cache = (x, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    x, steps = cache
    # backprop out = y * np.arange(len(x))
    dy = np.arange(len(x)) * dout
    for i in reversed(range(len(x))):
        steps1 = steps[i]
        for j in reversed(range(len(x) - 1 - i)):
            y_j_gt_y_part = steps1[j]
            if y_j_gt_y_part:
                # backprop y[j + 1] = swapped1
                dswapped1 = dy[j + 1]
                dy[j + 1] = 0.0
                # backprop y[j] = swapped
                dswapped = dy[j]
                # backprop swapped1 = y[j]
                dy[j] = dswapped1
                # backprop swapped = y[j + 1]
                dy[j + 1] += dswapped
    # backprop y = x.copy()
    dx = dy
    return dx
