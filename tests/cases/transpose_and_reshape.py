# arguments: x=(3, 4), w=(6, 3)
import numpy as np


def f(x: "3 4", w: "6 3"):
    y = x.T.reshape(2, 6)
    z = np.reshape(w.T, (6, 3))
    return y @ z


# output
"""Forward and backward passes of transpose_and_reshape.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "3 4", w: "6 3"):
    """Forward pass of f: out (2, 3) and the cache (references, not copies)."""
    y = x.T.reshape(2, 6)
    z = np.reshape(w.T, (6, 3))
    out = y @ z
    cache = (x, w, y, z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (3, 4) and dw (6, 3), from dout (2, 3)."""
    x, w, y, z = cache
    # backprop out = y @ z
    dy = dout @ z.T
    dz = y.T @ dout
    # backprop z = np.reshape(w.T, (6, 3))
    dw = np.reshape(dz, w.T.shape).T
    # backprop y = x.T.reshape(2, 6)
    dx = np.reshape(dy, x.T.shape).T
    return dx, dw
