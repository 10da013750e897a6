# arguments: x=(3,), y=(3,), w=0.5
import numpy as np


def smooth(row, x, w: float = 0.25):
    """Writes the running mean into row."""
    mean = x[0]
    for i in range(len(x)):
        mean = w * mean + (1 - w) * x[i]
        row[i] = mean


def f(x: "N", y: "N", w: float):
    rows = np.zeros((2, 3))
    smooth(rows[0], x, w)
    smooth(rows[1], x * y)
    return np.sum(rows[0] * rows[1])


# output
"""Forward and backward passes of call_that_fills_an_array.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    rows = np.zeros((2, 3))
    mean = x[0]
    mean_before = []
    for i in range(len(x)):
        mean_before.append(mean)
        mean = w * mean + (1 - w) * x[i]
        rows[0][i] = mean
    x1 = x * y
    mean1 = x1[0]
    for i1 in range(len(x1)):
        mean1 = 0.25 * mean1 + (1 - 0.25) * x1[i1]
        rows[1][i1] = mean1
    out = np.sum(rows[0] * rows[1])
    cache = (x, y, w, mean_before, x1, rows)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), dy (N,) and dw, from dout."""
    x, y, w, mean_before, x1, rows = cache
    # backprop out = np.sum(rows[0] * rows[1])
    drows = np.zeros_like(rows, dtype=np.result_type(rows, 1.0))
    drows[0] = rows[1] * dout
    drows[1] += rows[0] * dout
    dmean1 = 0.0
    dx1 = np.zeros_like(x1, dtype=np.result_type(x1, 1.0))
    for i1 in reversed(range(len(x1))):
        # backprop rows[1][i1] = mean1
        dmean1 += drows[1][i1]
        drows[1][i1] = 0.0
        # backprop mean1 = 0.25 * mean1 + (1 - 0.25) * x1[i1]
        dx1[i1] = 0.75 * dmean1
        dmean1 = 0.25 * dmean1
    # backprop mean1 = x1[0]
    dx1[0] += dmean1
    # backprop x1 = x * y
    dx = y * dx1
    dy = x * dx1
    dmean = 0.0
    dw = 0.0
    for i in reversed(range(len(x))):
        mean = mean_before[i]
        # backprop rows[0][i] = mean
        dmean += drows[0][i]
        drows[0][i] = 0.0
        # backprop mean = w * mean + (1 - w) * x[i]
        dw += mean * dmean
        dw -= x[i] * dmean
        dx[i] += (1 - w) * dmean
        dmean = w * dmean
    # backprop mean = x[0]
    dx[0] += dmean
    return dx, dy, dw
