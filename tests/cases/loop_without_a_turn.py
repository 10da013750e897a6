# arguments: x=1.3, n=0
import numpy as np


def f(x: float, n: int):
    y = x
    for i in range(n):
        y = y * x
    return y


# output
"""Forward and backward passes of loop_without_a_turn.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, n: int):
    """Forward pass of f: y and the cache (references, not copies)."""
    y = x
    y_before = []
    for i in range(n):
        y_before.append(y)
        y = y * x
    cache = (x, y_before)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx, from dy."""
    x, y_before = cache
    dx = 0.0
    for y in reversed(y_before):
        # backprop y = y * x
        dx += y * dy
        dy = x * dy
    # backprop y = x
    dx += dy
    return dx
