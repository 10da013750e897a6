# arguments: x=(5,)
import numpy as np


def f(x: "N"):
    for i in reversed(range(len(x))):
        y = x[i] * x[i]
    return y


# output
"""Forward and backward passes of loop_variable_behind_the_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: y and the cache (references, not copies)."""
    for i in reversed(range(len(x))):
        y = x[i] * x[i]
    cache = (x,)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx (N,), from dy."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in range(len(x)):
        # backprop y = x[i] * x[i]
        dx[i] = (2 * x[i]) * dy
        dy = 0.0
    return dx
