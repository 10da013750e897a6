# arguments: x=(4,), w=0.7
import numpy as np


def f(x: "N", w: float):
    ys = []
    for v in x:
        ys.append(np.sin(v) * w)
    s = 0.0
    for y in ys:
        s += y * y
    return s


# output
"""Forward and backward passes of list_gone_through.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: s and the cache (references, not copies)."""
    ys = []
    steps = []
    for v in x:
        sin_v = np.sin(v)
        ys.append(sin_v * w)
        steps.append(sin_v)
    s = 0.0
    for y in ys:
        s += y * y
    cache = (x, w, steps, ys)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (N,) and dw, from ds."""
    x, w, steps, ys = cache
    dys = [None] * len(ys)
    for i1 in reversed(range(len(ys))):
        y = ys[i1]
        # backprop s += y * y
        dy = (2 * y) * ds
        dys[i1] = dy
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        sin_v = steps[i]
        v = x[i]
        # backprop ys.append(sin_v * w)
        dys_last = dys.pop()
        dsin_v = w * dys_last
        dw += sin_v * dys_last
        # backprop sin_v = np.sin(v)
        dv = np.cos(v) * dsin_v
        dx[i] = dv
    return dx, dw
