# arguments: x=(3,), w=0.7
import numpy as np


def f(x: "N", w: float):
    ys = []
    for v in x:
        ys.append(x * v)
    return np.asarray(ys) * w


# output
"""Forward and backward passes of list_as_an_array.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    ys = []
    for v in x:
        ys.append(x * v)
    asarray_ys = np.asarray(ys)
    out = asarray_ys * w
    cache = (x, w, asarray_ys)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw, from dout."""
    x, w, asarray_ys = cache
    # backprop out = asarray_ys * w
    dasarray_ys = w * dout
    dw = np.sum(asarray_ys * dout)
    # backprop asarray_ys = np.asarray(ys)
    dys = list(dasarray_ys)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        v = x[i]
        # backprop ys.append(x * v)
        dys_last = dys.pop()
        dx += v * dys_last
        dv = x @ dys_last
        dx[i] += dv
    return dx, dw
