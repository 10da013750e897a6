# arguments: a=0.7
# first order only kept: two names hold one array
import numpy as np


def kept(a: float):
    for k in range(3):
        y = np.zeros(3)
        if y[k] < 0.98:
            y = np.ones(3) * a
            y[2] *= a
        else:
            y[k] += a
    return y


# output
"""Forward and backward passes of array_read_before_it_is_made_anew.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def kept_forward(a: float):
    """Forward pass of kept: y (3,) and the cache (references, not copies)."""
    steps = []
    for k in range(3):
        y = np.zeros(3)
        y_before = y
        ones_3 = None
        y_2 = None
        y_test = y[k] < 0.98
        if y_test:
            ones_3 = np.ones(3)
            y = ones_3 * a
            y_2 = y[2]
            y[2] = y_2 * a
        else:
            y[k] += a
        steps.append((y_before, y_test, ones_3, y_2, y))
    cache = (a, steps)
    return y, cache


def kept_backward(dy: "3", cache):
    """Backward pass of kept: da, from dy (3,)."""
    a, steps = cache
    da = 0.0
    for k in reversed(range(3)):
        y_before, y_test, ones_3, y_2, y = steps[k]
        if y_test:
            # backprop y[2] = y_2 * a
            dy_2 = a * dy[2]
            da += y_2 * dy[2]
            # backprop y_2 = y[2]
            dy = 1.0 * dy
            dy[2] = dy_2
            # backprop y = ones_3 * a
            da += ones_3 @ dy
            dy = np.zeros_like(y_before, dtype=np.result_type(y_before, 1.0))
        else:
            # backprop y[k] += a
            da += dy[k]
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    return da
