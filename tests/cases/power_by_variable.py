# arguments: x=1.5, y=0.7
def f(x, y):
    z = x**y
    w = 2**z
    return w


# output
"""Forward and backward passes of power_by_variable.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x, y):
    """Forward pass of f: w and the cache (references, not copies)."""
    z = x**y
    w = 2**z
    cache = (x, y, z, w)
    return w, cache


def f_backward(dw, cache):
    """Backward pass of f: dx and dy, from dw."""
    x, y, z, w = cache
    # backprop w = 2**z
    dz = (w * math.log(2)) * dw
    # backprop z = x**y
    dx = (y * x ** (y - 1) if y else 0.0) * dz
    dy = (z * math.log(x) if x > 0 else 0.0 if x == 0 else math.nan) * dz
    return dx, dy
