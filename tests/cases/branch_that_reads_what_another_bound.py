# arguments: x=0.2, y=0.7
# arguments g: x=1.2, y=0.7
import math


def g(x: float, y: float):
    if x > y:
        z = math.sin(x) * y
    if x > y:
        return z * z
    return y * y


def f(x: float, y: float):
    if x > y:
        z = math.sin(x) * y
    if x > y:
        return z * z
    return y * y


# output
"""Forward and backward passes of branch_that_reads_what_another_bound.py: do not edit.

Made by `backprop generate`.
"""

import math


def g_forward(x: float, y: float):
    """Forward pass of g: out and the cache (references, not copies)."""
    sin_x = None
    z = None
    if x > y:
        sin_x = math.sin(x)
        z = sin_x * y
    if x > y:
        out = z * z
    else:
        out = y * y
    cache = (x, y, sin_x, z)
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx and dy, from dout."""
    x, y, sin_x, z = cache
    if x > y:
        # backprop out = z * z
        dz = (2 * z) * dout
        dy = 0.0
    else:
        # backprop out = y * y
        dy = (2 * y) * dout
        dz = 0.0
    dx = 0.0
    if x > y:
        # backprop z = sin_x * y
        dsin_x = y * dz
        dy += sin_x * dz
        # backprop sin_x = math.sin(x)
        dx = math.cos(x) * dsin_x
    return dx, dy


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    sin_x = None
    z = None
    if x > y:
        sin_x = math.sin(x)
        z = sin_x * y
    if x > y:
        out = z * z
    else:
        out = y * y
    cache = (x, y, sin_x, z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, sin_x, z = cache
    if x > y:
        # backprop out = z * z
        dz = (2 * z) * dout
        dy = 0.0
    else:
        # backprop out = y * y
        dy = (2 * y) * dout
        dz = 0.0
    dx = 0.0
    if x > y:
        # backprop z = sin_x * y
        dsin_x = y * dz
        dy += sin_x * dz
        # backprop sin_x = math.sin(x)
        dx = math.cos(x) * dsin_x
    return dx, dy
