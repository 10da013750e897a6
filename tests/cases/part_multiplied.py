# arguments: x=(4,)
import numpy as np


def f(x: "N"):
    y = np.zeros(len(x))
    y[:] = x
    for i in range(len(x)):
        y[i] *= x[i]
    return y


# output
"""Forward and backward passes of part_multiplied.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: y (N,) and the cache (references, not copies)."""
    y = np.zeros(len(x))
    y[:] = x
    steps = []
    for i in range(len(x)):
        y_i = y[i]
        y[i] = y_i * x[i]
        steps.append(y_i)
    cache = (x, steps)
    return y, cache


def f_backward(dy: "N", cache):
    """Backward pass of f: dx (N,), from dy (N,)."""
    x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dy = 1.0 * dy
    for i in reversed(range(len(x))):
        y_i = steps[i]
        # backprop y[i] = y_i * x[i]
        dy_i = x[i] * dy[i]
        dx[i] = y_i * dy[i]
        # backprop y_i = y[i]
        dy[i] = dy_i
    # backprop y[:] = x
    dx += dy[:]
    return dx
