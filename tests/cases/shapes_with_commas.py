# arguments: x=(3, 4), y=(4,), c=()
import numpy as np


def f(x: "N, D", y: "(D,)", c: "()"):
    return np.sum(np.tanh(x @ y) * c)


# output
"""Forward and backward passes of shapes_with_commas.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N, D", y: "(D,)", c: "()"):
    """Forward pass of f: out and the cache (references, not copies)."""
    tanh_in = x @ y
    tanh_x_at_y = np.tanh(tanh_in)
    out = np.sum(tanh_x_at_y * c)
    cache = (x, y, c, tanh_x_at_y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), dy (D,) and dc, from dout."""
    x, y, c, tanh_x_at_y = cache
    # backprop out = np.sum(tanh_x_at_y * c)
    dtanh_x_at_y = np.ones_like(tanh_x_at_y) * (c * dout)
    dc = np.sum(tanh_x_at_y * dout)
    # backprop tanh_x_at_y = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_x_at_y**2) * dtanh_x_at_y
    # backprop tanh_in = x @ y
    dx = np.outer(dtanh_in, y)
    dy = x.T @ dtanh_in
    return dx, dy, dc
