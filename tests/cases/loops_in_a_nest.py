# arguments: x=0.8, n=4
import numpy as np


def f(x: float, n: int):
    for i in range(n):
        for j in range(i):
            x = np.sin(x) + j * 0.1
        x = x * x
    return x


# output
"""Forward and backward passes of loops_in_a_nest.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: float, n: int):
    """Forward pass of f: x and the cache (references, not copies)."""
    steps = []
    for i in range(n):
        x_before = []
        for j in range(i):
            x_before.append(x)
            x = np.sin(x) + j * 0.1
        steps.append((x_before, x))
        x = x * x
    cache = (steps,)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dx, from dx."""
    (steps,) = cache
    for x_before, x in reversed(steps):
        # backprop x = x * x
        dx = (2 * x) * dx
        for x in reversed(x_before):
            # backprop x = np.sin(x) + j * 0.1
            dx = np.cos(x) * dx
    return dx
