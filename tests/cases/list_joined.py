# arguments: x=(3,), w=0.7
# first order only: gradients of ys meet, and it may be a list, a tuple or a dict
import numpy as np


def f(x: "N", w: float):
    ys = []
    for v in x:
        ys.append(x * v)
    return np.concatenate(ys)


# output
"""Forward and backward passes of list_joined.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def split_like(g, items, axis):
    """The pieces of g that items were joined from along an axis."""
    ends = np.cumsum([np.shape(item)[axis] for item in items])
    return np.split(g, ends[:-1], axis)


def f_forward(x: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    ys = []
    for v in x:
        ys.append(x * v)
    out = np.concatenate(ys)
    cache = (x, ys)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw, from dout."""
    x, ys = cache
    # backprop out = np.concatenate(ys)
    dys = split_like(dout, ys, 0)
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
