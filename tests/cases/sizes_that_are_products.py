# arguments: x=(3,), h=(2,), Wx=(3, 8), Wh=(2, 8), b=(8,)
import numpy as np


def gates(x: "D", h: "H", Wx: "D 4*H", Wh: "H 4*H", b: "4*H"):
    a = x @ Wx + h @ Wh + b
    i, f, o, g = np.split(a, 4)
    return np.tanh(i) * f + np.tanh(o) * g


# output
"""Forward and backward passes of sizes_that_are_products.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def gates_forward(x: "D", h: "H", Wx: "D 4*H", Wh: "H 4*H", b: "4*H"):
    """Forward pass of gates: out (H,) and the cache (references, not copies)."""
    a = x @ Wx + h @ Wh + b
    i, f, o, g = np.split(a, 4)
    tanh_i = np.tanh(i)
    tanh_o = np.tanh(o)
    out = tanh_i * f + tanh_o * g
    cache = (x, h, Wx, Wh, f, g, tanh_i, tanh_o)
    return out, cache


def gates_backward(dout, cache):
    """Backward pass of gates.

    Gives dx (D,), dh (H,), dWx (D, 4*H), dWh (H, 4*H) and db (4*H,), from dout (H,).
    """
    x, h, Wx, Wh, f, g, tanh_i, tanh_o = cache
    # backprop out = tanh_i * f + tanh_o * g
    dtanh_i = f * dout
    df = tanh_i * dout
    dtanh_o = g * dout
    dg = tanh_o * dout
    # backprop tanh_o = np.tanh(o)
    do = (1 - tanh_o**2) * dtanh_o
    # backprop tanh_i = np.tanh(i)
    di = (1 - tanh_i**2) * dtanh_i
    # backprop i, f, o, g = np.split(a, 4)
    da = np.concatenate([di, df, do, dg])
    # backprop a = x @ Wx + h @ Wh + b
    dx = Wx @ da
    dWx = np.outer(x, da)
    dh = Wh @ da
    dWh = np.outer(h, da)
    db = da
    return dx, dh, dWx, dWh, db
