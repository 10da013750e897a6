# arguments: x=(3, 2)
import numpy as np


def f(x: "N D"):
    rows = np.sum(x**2, axis=1)
    columns = x.sum(axis=0)
    return rows, columns


# output
"""Forward and backward passes of sum_over_an_axis.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D"):
    """Forward pass of f.

    Gives rows (N,), columns (D,) and the cache (references, not copies).
    """
    rows = np.sum(x**2, axis=1)
    columns = x.sum(axis=0)
    cache = (x,)
    return rows, columns, cache


def f_backward(drows, dcolumns, cache):
    """Backward pass of f: dx (N, D), from drows (N,) and dcolumns (D,)."""
    (x,) = cache
    # backprop columns = x.sum(axis=0)
    dx = np.ones_like(x) * dcolumns
    # backprop rows = np.sum(x**2, axis=1)
    dx += (2 * x) * np.expand_dims(drows, 1)
    return dx
