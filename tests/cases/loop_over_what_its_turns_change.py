# arguments: x=(3,)
import numpy as np


def grown(x: "N"):
    for y in x:
        x = x * y
    return x


# output
"""Forward and backward passes of loop_over_what_its_turns_change.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def grown_forward(x: "N"):
    """Forward pass of grown: x (N,) and the cache (references, not copies)."""
    x_before1 = x
    x_before = []
    for y in x:
        x_before.append(x)
        x = x * y
    cache = (x_before1, x_before)
    return x, cache


def grown_backward(dx, cache):
    """Backward pass of grown: dx (N,), from dx (N,)."""
    x_before1, x_before = cache
    dx_over = np.zeros_like(x_before1, dtype=np.result_type(x_before1, 1.0))
    for i in reversed(range(len(x_before1))):
        x = x_before[i]
        y = x_before1[i]
        # backprop x = x * y
        dy = x @ dx
        dx = y * dx
        dx_over[i] = dy
    dx = dx + dx_over
    return dx
