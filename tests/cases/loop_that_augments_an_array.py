# arguments: x=(3,), n=4
import numpy as np


def f(x: "N", n: int):
    y = x * 1.0
    for _ in range(n):
        y += np.sin(y) * 0.1
        y *= x
    return y


# output
"""Forward and backward passes of loop_that_augments_an_array.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: y (N,) and the cache (references, not copies)."""
    y = x * 1.0
    steps = []
    for _ in range(n):
        y1 = y + np.sin(y) * 0.1
        steps.append((y, y1))
        y = y1 * x
    cache = (x, steps)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx (N,), from dy (N,)."""
    x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for y, y1 in reversed(steps):
        # backprop y = y1 * x
        dx += y1 * dy
        dy1 = x * dy
        # backprop y1 = y + np.sin(y) * 0.1
        dy = dy1 + np.cos(y) * (0.1 * dy1)
    # backprop y = x * 1.0
    dx += dy
    return dx
