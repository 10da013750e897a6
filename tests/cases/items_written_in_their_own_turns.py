# arguments: x=(3,)
import numpy as np


def squared(x: "N"):
    y = x * 2
    for i, v in enumerate(y):
        y[i] = v * np.sin(v)
    return y


# output
"""Forward and backward passes of items_written_in_their_own_turns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def squared_forward(x: "N"):
    """Forward pass of squared: y (N,) and the cache (references, not copies)."""
    y = x * 2
    y_before = y.copy()
    steps = []
    for i, v in enumerate(y):
        sin_v = np.sin(v)
        y[i] = v * sin_v
        steps.append(sin_v)
    cache = (y_before, steps)
    return y, cache


def squared_backward(dy: "N", cache):
    """Backward pass of squared: dx (N,), from dy (N,)."""
    y_before, steps = cache
    dy = 1.0 * dy
    for i in reversed(range(len(y_before))):
        sin_v = steps[i]
        v = y_before[i]
        # backprop y[i] = v * sin_v
        dv = sin_v * dy[i]
        dsin_v = v * dy[i]
        # backprop sin_v = np.sin(v)
        dv += np.cos(v) * dsin_v
        dy[i] = dv
    # backprop y = x * 2
    dx = 2 * dy
    return dx
