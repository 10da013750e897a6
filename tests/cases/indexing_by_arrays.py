# arguments: x=(4, 3), labels=np.array([0, 2, 1, 1]), words=np.array([0, 0, 3])
import numpy as np


def f(x: "N C", labels: "N int", words: "K int"):
    picked = x[np.arange(x.shape[0]), labels]
    embedded = x[words]
    order = np.argsort(picked)
    row = x[0][[1, 1]]
    return picked[order] * picked, embedded, x[x > 1], row


# output
"""Forward and backward passes of indexing_by_arrays.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N C", labels: "N int", words: "K int"):
    """Forward pass of f.

    Gives out (N,), embedded (K, C), out1, row (2,) and the cache (references, not
    copies).
    """
    picked = x[np.arange(x.shape[0]), labels]
    embedded = x[words]
    order = np.argsort(picked)
    x_0 = x[0]
    row = x_0[[1, 1]]
    picked_order = picked[order]
    x_gt_1 = x > 1
    out = picked_order * picked
    out1 = x[x_gt_1]
    cache = (x, labels, words, picked, order, x_0, picked_order, x_gt_1)
    return out, embedded, out1, row, cache


def f_backward(dout, dembedded, dout1, drow, cache):
    """Backward pass of f.

    Gives dx (N, C), from dout (N,), dembedded (K, C), dout1 and drow (2,).
    """
    x, labels, words, picked, order, x_0, picked_order, x_gt_1 = cache
    # backprop out1 = x[x_gt_1]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[x_gt_1] = dout1
    # backprop out = picked_order * picked
    dpicked_order = picked * dout
    dpicked = picked_order * dout
    # backprop picked_order = picked[order]
    dpicked[order] += dpicked_order
    # backprop row = x_0[[1, 1]]
    dx_0 = np.zeros_like(x_0, dtype=np.result_type(x_0, 1.0))
    np.add.at(dx_0, [1, 1], drow)
    # backprop x_0 = x[0]
    dx[0] += dx_0
    # backprop embedded = x[words]
    np.add.at(dx, words, dembedded)
    # backprop picked = x[np.arange(x.shape[0]), labels]
    dx[np.arange(x.shape[0]), labels] += dpicked
    return dx
