# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    d = {"h": np.zeros(4)}
    for i in range(3):
        d["h"][i + 1] = d["h"][i] * x[i] + y[i]
    return np.sum(d["h"] ** 2)


# output
"""Forward and backward passes of array_in_a_dict_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    d_h = np.zeros(4)
    for i in range(3):
        d_h[i + 1] = d_h[i] * x[i] + y[i]
    out = np.sum(d_h**2)
    cache = (x, y, d_h)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    x, y, d_h = cache
    # backprop out = np.sum(d_h**2)
    dd_h = (2 * d_h) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for i in reversed(range(3)):
        # backprop d_h[i + 1] = d_h[i] * x[i] + y[i]
        dd_h[i] += x[i] * dd_h[i + 1]
        dx[i] = d_h[i] * dd_h[i + 1]
        dy[i] = dd_h[i + 1]
    return dx, dy
