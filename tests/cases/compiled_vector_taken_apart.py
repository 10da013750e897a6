# arguments: x=(3,), w=(3, 4), b=(2,), c=0.3
import numpy as np
from numba import njit


@njit
def gates(x: "D", w: "D 2*H", b: "H", c: float):
    i, g = np.split(x @ w, 2)
    h = np.tanh(i) * g
    return c * b + h


# output
"""Forward and backward passes of compiled_vector_taken_apart.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np
from numba import njit


@njit
def gates_forward(x: "D", w: "D 2*H", b: "H", c: float):
    """Forward pass of gates: out (H,) and the cache (references, not copies)."""
    split_in = x @ w
    i, g = np.split(split_in, 2)
    tanh_i = np.tanh(i)
    h = tanh_i * g
    out = c * b + h
    cache = (x, w, b, c, g, tanh_i)
    return out, cache


@njit
def gates_backward(dout, cache):
    """Backward pass of gates: dx (D,), dw (D, 2*H), db (H,) and dc, from dout (H,)."""
    x, w, b, c, g, tanh_i = cache
    # backprop out = c * b + h
    dc = np.sum(b * dout)
    db = c * dout
    dh = dout
    # backprop h = tanh_i * g
    dtanh_i = g * dh
    dg = tanh_i * dh
    # backprop tanh_i = np.tanh(i)
    di = (1 - tanh_i**2) * dtanh_i
    # backprop i, g = np.split(split_in, 2)
    dsplit_in = np.concatenate((di, dg))
    # backprop split_in = x @ w
    dx = w @ dsplit_in
    dw = np.outer(x, dsplit_in)
    return dx, dw, db, dc
