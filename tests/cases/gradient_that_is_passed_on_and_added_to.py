# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    a = x + y
    b = a * y + x
    return a + b


# output
"""Forward and backward passes of gradient_that_is_passed_on_and_added_to.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    a = x + y
    b = a * y + x
    out = a + b
    cache = (y, a)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout (N,)."""
    y, a = cache
    # backprop out = a + b
    da = 1.0 * dout
    db = dout
    # backprop b = a * y + x
    da += y * db
    dy = a * db
    dx = 1.0 * db
    # backprop a = x + y
    dx += da
    dy += da
    return dx, dy
