# arguments: x=(3,), w=0.7
# first order only: the method pop has no gate, and its value depends on an argument
import numpy as np


def f(x: "N", w: float):
    ys = []
    for v in x:
        ys.append(x * v)
    return np.stack(ys, axis=1)


# output
"""Forward and backward passes of list_stacked_along_an_axis.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    ys = []
    for v in x:
        ys.append(x * v)
    out = np.stack(ys, axis=1)
    cache = (x,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw, from dout."""
    (x,) = cache
    # backprop out = np.stack(ys, axis=1)
    dys = list(np.moveaxis(dout, 1, 0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        v = x[i]
        # backprop ys.append(x * v)
        dys_last = dys.pop()
        dx += v * dys_last
        dv = x @ dys_last
        dx[i] += dv
    dw = 0.0
    return dx, dw
