# arguments: x=(4,), w=0.7
# first order only: lists that grow are not followed
import numpy as np


def f(x: "N", w: float):
    y = np.zeros(len(x))
    y[0] = x[0]
    for i in range(1, len(x)):
        y[i] = np.sin(y[i - 1]) * y[i-1] + x[i] * w
    return y


# output
"""Forward and backward passes of loop_with_a_recurrence.py, made by `backprop generate`: do not edit."""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: y (N,) and the cache (references, not copies)."""
    y = np.zeros(len(x))
    y[0] = x[0]
    steps = []
    for i in range(1, len(x)):
        y_part = y[i - 1]
        sin_y_part = np.sin(y_part)
        y_part1 = y[i - 1]
        y[i] = sin_y_part * y_part1 + x[i] * w
        steps.append((y_part, sin_y_part, y_part1))
    cache = (x, w, steps)
    return y, cache


def f_backward(dy: "N", cache):
    """Backward pass of f: dx (N,) and dw, from dy (N,)."""
    x, w, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dw = 0.0
    dy = 1 * dy
    for i, (y_part, sin_y_part, y_part1) in zip(
        reversed(range(1, len(x))), reversed(steps)
    ):
        # backprop y[i] = sin_y_part * y_part1 + x[i] * w
        dsin_y_part = y_part1 * dy[i]
        dy_part1 = sin_y_part * dy[i]
        dx[i] = w * dy[i]
        dw += x[i] * dy[i]
        # backprop y_part1 = y[i - 1]
        dy[i - 1] += dy_part1
        # backprop sin_y_part = np.sin(y_part)
        dy_part = np.cos(y_part) * dsin_y_part
        # backprop y_part = y[i - 1]
        dy[i - 1] += dy_part
    # backprop y[0] = x[0]
    dx[0] += dy[0]
    return dx, dw
