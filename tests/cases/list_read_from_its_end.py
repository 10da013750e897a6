# arguments: x=(4,), w=0.7
# first order only: this writes into an argument: dys
import numpy as np


def f(x: "N", w: float):
    ys = [w]
    for v in x:
        ys.append(ys[-1] * v)
    return np.stack(ys)


# output
"""Forward and backward passes of list_read_from_its_end.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    ys = [w]
    steps = []
    for v in x:
        ys_part = ys[-1]
        ys.append(ys_part * v)
        steps.append(ys_part)
    out = np.stack(ys)
    cache = (x, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw, from dout."""
    x, steps = cache
    # backprop out = np.stack(ys)
    dys = list(dout)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        ys_part = steps[i]
        v = x[i]
        # backprop ys.append(ys_part * v)
        dys_last = 1 * dys.pop()
        dys_part = v * dys_last
        dv = ys_part * dys_last
        # backprop ys_part = ys[-1]
        dys[-1] += dys_part
        dx[i] = dv
    # backprop ys = [w]
    dw = dys[0]
    return dx, dw
