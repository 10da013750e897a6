# arguments: x=(4,), w=0.7
import numpy as np


def f(x: "N", w: float):
    y = np.zeros(len(x))
    for i in range(len(x)):
        y[i] = x[i] * w
    return y


# output
"""Forward and backward passes of loop_that_writes_entries.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: y (N,) and the cache (references, not copies)."""
    y = np.zeros(len(x))
    for i in range(len(x)):
        y[i] = x[i] * w
    cache = (x, w)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx (N,) and dw, from dy (N,)."""
    x, w = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dw = 0.0
    for i in reversed(range(len(x))):
        # backprop y[i] = x[i] * w
        dx[i] = w * dy[i]
        dw += x[i] * dy[i]
    return dx, dw
