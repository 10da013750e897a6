# arguments: x=(3,), c=1.5
import numpy as np


def f(x: "N", c: float):
    y = np.empty_like(x)
    np.multiply(x, x, out=y)
    z = y + 1
    np.exp(y, out=y)  # in place
    w = z * y
    w.sort()
    z.fill(c)
    z[0] = w[1]
    return z * w


# output
"""Forward and backward passes of writes_by_calls.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", c: float):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    y = np.empty_like(x)
    y[...] = np.multiply(x, x)
    z = y + 1
    exp_y = np.exp(y)
    y[...] = exp_y  # in place
    w = z * y
    w1 = w.copy()
    w1[...] = np.sort(w)
    z1 = z.copy()
    z1[...] = c
    z1[0] = w1[1]
    out = z1 * w1
    cache = (x, z, exp_y, y, w, w1, z1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout (N,)."""
    x, z, exp_y, y, w, w1, z1 = cache
    # backprop out = z1 * w1
    dz1 = w1 * dout
    dw1 = z1 * dout
    # backprop z1[0] = w1[1]
    dw1[1] += dz1[0]
    dz1[0] = 0.0
    # backprop z1 = z.copy(); z1[...] = c
    dc = np.sum(dz1[...])
    dz1[...] = 0.0
    # backprop w1 = w.copy(); w1[...] = np.sort(w)
    dw_part = 1 * dw1[...]
    dw1[...] = 0.0
    dw1 += dw_part[np.argsort(np.argsort(w))]
    # backprop w = z * y
    dz1 += y * dw1
    dy = z * dw1
    # backprop y[...] = exp_y
    dy_part = 1 * dy[...]
    dy[...] = 0.0
    # backprop exp_y = np.exp(y)
    dy += exp_y * dy_part
    # backprop z = y + 1
    dy += dz1
    # backprop y[...] = np.multiply(x, x)
    dx = x * dy[...]
    dx += x * dy[...]
    return dx, dc
