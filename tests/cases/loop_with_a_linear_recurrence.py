# arguments: x=(4,), w=0.7
import numpy as np


def f(x: "N", w: float):
    y = np.zeros(len(x))
    y[0] = x[0]
    for i in range(1, len(x)):
        y[i] = y[i - 1] * w + x[i]
    return y


# output
"""Forward and backward passes of loop_with_a_linear_recurrence.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: y (N,) and the cache (references, not copies)."""
    y = np.zeros(len(x))
    y[0] = x[0]
    for i in range(1, len(x)):
        y[i] = y[i - 1] * w + x[i]
    cache = (x, w, y)
    return y, cache


def f_backward(dy: "N", cache):
    """Backward pass of f: dx (N,) and dw, from dy (N,)."""
    x, w, y = cache
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dy = 1.0 * dy
    for i in reversed(range(1, len(x))):
        # backprop y[i] = y[i - 1] * w + x[i]
        dy[i - 1] += w * dy[i]
        dw += y[i - 1] * dy[i]
        dx[i] = dy[i]
    # backprop y[0] = x[0]
    dx[0] += dy[0]
    return dx, dw
