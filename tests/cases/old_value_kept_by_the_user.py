# arguments: x=1.1, n=5
import numpy as np


def f(x: float, n: int):
    h = x
    for i in range(n):
        h_old = h
        h = np.sin(h)
        x = h_old * h + x
    return x


# output
"""Forward and backward passes of old_value_kept_by_the_user.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: float, n: int):
    """Forward pass of f: x and the cache (references, not copies)."""
    h = x
    steps = []
    for i in range(n):
        h_before = h
        h_old = h
        h = np.sin(h)
        x = h_old * h + x
        steps.append((h_before, h_old, h))
    cache = (steps,)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dx, from dx."""
    (steps,) = cache
    dh = 0.0
    for h_before, h_old, h in reversed(steps):
        # backprop x = h_old * h + x
        dh_old = h * dx
        dh += h_old * dx
        # backprop h = np.sin(h)
        dh = np.cos(h_before) * dh
        # backprop h_old = h
        dh += dh_old
    # backprop h = x
    dx = dx + dh
    return dx
