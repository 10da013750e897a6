# arguments: x=(4,), w=0.7
import numpy as np


def f(x: "N", w: float):
    y = np.zeros(len(x))
    y[0] = x[0]
    for i in range(1, len(x)):
        y[i] = np.sin(y[i - 1]) * y[i-1] + x[i] * w
    return y


# output
"""Forward and backward passes of loop_with_a_recurrence.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: y (N,) and the cache (references, not copies)."""
    y = np.zeros(len(x))
    y[0] = x[0]
    steps = []
    for i in range(1, len(x)):
        sin_y_part = np.sin(y[i - 1])
        y[i] = sin_y_part * y[i - 1] + x[i] * w
        steps.append(sin_y_part)
    cache = (x, w, steps, y)
    return y, cache


def f_backward(dy: "N", cache):
    """Backward pass of f: dx (N,) and dw, from dy (N,)."""
    x, w, steps, y = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dw = 0.0
    dy = 1.0 * dy
    for i, sin_y_part in zip(reversed(range(1, len(x))), reversed(steps)):
        # backprop y[i] = sin_y_part * y[i - 1] + x[i] * w
        dsin_y_part = y[i - 1] * dy[i]
        dy[i - 1] += sin_y_part * dy[i]
        dx[i] = w * dy[i]
        dw += x[i] * dy[i]
        # backprop sin_y_part = np.sin(y[i - 1])
        dy[i - 1] += np.cos(y[i - 1]) * dsin_y_part
    # backprop y[0] = x[0]
    dx[0] += dy[0]
    return dx, dw
