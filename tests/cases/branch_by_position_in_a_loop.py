# arguments: x=1.1, n=5
import numpy as np


def f(x: float, n: int):
    y = 0.0
    for i in range(n):
        if i % 2 == 0:
            y += x * i
        else:
            y -= x * x
    return y


# output
"""Forward and backward passes of branch_by_position_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, n: int):
    """Forward pass of f: y and the cache (references, not copies)."""
    y = 0.0
    steps = []
    for i in range(n):
        y_test = i % 2 == 0
        if y_test:
            y += x * i
        else:
            y -= x * x
        steps.append(y_test)
    cache = (x, n, steps)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx, from dy."""
    x, n, steps = cache
    dx = 0.0
    for i in reversed(range(n)):
        y_test = steps[i]
        if y_test:
            # backprop y += x * i
            dx += i * dy
        else:
            # backprop y -= x * x
            dx -= (2 * x) * dy
    return dx
