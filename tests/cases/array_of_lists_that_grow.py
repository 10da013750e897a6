# arguments: x=(3,), n=3
# first order only: the method pop has no gate
import numpy as np


def f(x: "N", n: int):
    rows = []
    for i in range(n):
        row = []
        for j in range(2):
            row.append(x[i] * j)
        rows.append(row)
    return np.sum(np.array(rows))


# output
"""Forward and backward passes of array_of_lists_that_grow.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    rows = []
    for i in range(n):
        row = []
        for j in range(2):
            row.append(x[i] * j)
        rows.append(row)
    sum_in = np.array(rows)
    out = np.sum(sum_in)
    cache = (x, n, sum_in)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    x, n, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = np.array(rows)
    drows = list(dsum_in)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        # backprop rows.append(row)
        drow = list(drows.pop())
        for j in reversed(range(2)):
            # backprop row.append(x[i] * j)
            dx[i] += j * drow.pop()
    return dx
