# arguments: x=1.1
import numpy as np


def f(x: float):
    i = 0
    while i < 4:
        x = x * np.cos(x) + i
        i += 1
    return x


# output
"""Forward and backward passes of while_loop_with_a_counter.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: float):
    """Forward pass of f: x and the cache (references, not copies)."""
    i = 0
    steps = []
    while i < 4:
        x_before = x
        cos_x = np.cos(x)
        x = x * cos_x + i
        i += 1
        steps.append((x_before, cos_x))
    cache = (steps,)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dx, from dx."""
    (steps,) = cache
    for x_before, cos_x in reversed(steps):
        # backprop x = x * cos_x + i
        dcos_x = x_before * dx
        dx = cos_x * dx
        # backprop cos_x = np.cos(x)
        dx -= np.sin(x_before) * dcos_x
    return dx
