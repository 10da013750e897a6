# arguments: x=(3,), y=(2,)
import numpy as np


def f(x: "N", y: "M"):
    return np.outer(x, y) * np.outer(y, y)[0, 1]


# output
"""Forward and backward passes of outer_product.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "M"):
    """Forward pass of f: out (N, M) and the cache (references, not copies)."""
    outer_x = np.outer(x, y)
    outer_y = np.outer(y, y)
    outer_y_0_1 = outer_y[0, 1]
    out = outer_x * outer_y_0_1
    cache = (x, y, outer_x, outer_y, outer_y_0_1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (M,), from dout (N, M)."""
    x, y, outer_x, outer_y, outer_y_0_1 = cache
    # backprop out = outer_x * outer_y_0_1
    douter_x = outer_y_0_1 * dout
    douter_y_0_1 = np.sum(outer_x * dout)
    # backprop outer_y_0_1 = outer_y[0, 1]
    douter_y = np.zeros_like(outer_y, dtype=np.result_type(outer_y, 1.0))
    douter_y[0, 1] = douter_y_0_1
    # backprop outer_y = np.outer(y, y)
    dy = douter_y @ y
    dy += y @ douter_y
    # backprop outer_x = np.outer(x, y)
    dx = douter_x @ y
    dy += x @ douter_x
    return dx, dy
