# arguments squares: x=(3,)
# arguments steps: x=(3,), k=2
import numpy as np


def squares(x: "N"):
    total = 0.0
    for i in range(-1, 3):
        total += x[i] ** 2
    return total


def steps(x: "N", k: int):
    total = 0.0
    for i in range(-1, 3, k - 1):
        total += x[i] ** 3
    return total


# output
"""Forward and backward passes of loop_over_places_counted_from_both_ends.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def squares_forward(x: "N"):
    """Forward pass of squares: total and the cache (references, not copies)."""
    total = 0.0
    for i in range(-1, 3):
        total += x[i] ** 2
    cache = (x,)
    return total, cache


def squares_backward(dtotal, cache):
    """Backward pass of squares: dx (N,), from dtotal."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(-1, 3)):
        # backprop total += x[i] ** 2
        dx[i] += (2 * x[i]) * dtotal
    return dx


def steps_forward(x: "N", k: int):
    """Forward pass of steps: total and the cache (references, not copies)."""
    total = 0.0
    for i in range(-1, 3, k - 1):
        total += x[i] ** 3
    cache = (x, k)
    return total, cache


def steps_backward(dtotal, cache):
    """Backward pass of steps: dx (N,), from dtotal."""
    x, k = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(-1, 3, k - 1)):
        # backprop total += x[i] ** 3
        dx[i] += (3 * x[i] ** 2) * dtotal
    return dx
