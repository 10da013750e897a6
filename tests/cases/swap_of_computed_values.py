# arguments: x=1.5, y=0.7
import math


def f(x, y):
    a = math.exp(x)
    b = a * y
    a, b = b, a
    return a * math.sin(b)


# output
"""Forward and backward passes of swap_of_computed_values.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    a = math.exp(x)
    b = a * y
    a1, b1 = b, a
    sin_b = math.sin(b1)
    out = a1 * sin_b
    cache = (y, a, a1, b1, sin_b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    y, a, a1, b1, sin_b = cache
    # backprop out = a1 * sin_b
    da1 = sin_b * dout
    dsin_b = a1 * dout
    # backprop sin_b = math.sin(b1)
    db1 = math.cos(b1) * dsin_b
    # backprop a1, b1 = b, a
    da = db1
    db = da1
    # backprop b = a * y
    da += y * db
    dy = a * db
    # backprop a = math.exp(x)
    dx = a * da
    return dx, dy
