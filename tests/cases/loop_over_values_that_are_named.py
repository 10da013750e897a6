# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    s = 0.0
    for w in (x, y):
        # the squares
        s = s + np.sum(w * w)
    for k, v in zip((2.0, 3.0), [x, y]):
        t = k * v
        s = s + np.sum(t)
    return s


# output
"""Forward and backward passes of loop_over_values_that_are_named.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    # the squares
    s = s + np.sum(x * x)
    s = s + np.sum(y * y)
    t = 2.0 * x
    s = s + np.sum(t)
    t1 = 3.0 * y
    s = s + np.sum(t1)
    cache = (x, y, t, t1)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (N,) and dy (N,), from ds."""
    x, y, t, t1 = cache
    # backprop s = s + np.sum(t1)
    dt1 = np.ones_like(t1) * ds
    # backprop t1 = 3.0 * y
    dy = 3.0 * dt1
    # backprop s = s + np.sum(t)
    dt = np.ones_like(t) * ds
    # backprop t = 2.0 * x
    dx = 2.0 * dt
    # backprop s = s + np.sum(y * y)
    dy += (2 * y) * ds
    # backprop s = s + np.sum(x * x)
    dx += (2 * x) * ds
    return dx, dy
