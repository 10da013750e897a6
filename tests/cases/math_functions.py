# arguments: x=0.4, y=0.7
import math


def f(x, y):
    a = math.sin(x) * math.cos(y)
    b = math.tanh(x + y)
    c = math.log(x) + math.sqrt(y)
    d = math.atan2(y, x)
    return a * b + c * d


# output
"""Forward and backward passes of math_functions.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    sin_x = math.sin(x)
    cos_y = math.cos(y)
    a = sin_x * cos_y
    tanh_in = x + y
    b = math.tanh(tanh_in)
    sqrt_y = math.sqrt(y)
    c = math.log(x) + sqrt_y
    d = math.atan2(y, x)
    out = a * b + c * d
    cache = (x, y, sin_x, cos_y, a, b, sqrt_y, c, d)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, sin_x, cos_y, a, b, sqrt_y, c, d = cache
    # backprop out = a * b + c * d
    da = b * dout
    db = a * dout
    dc = d * dout
    dd = c * dout
    # backprop d = math.atan2(y, x)
    dy = (x / (x**2 + y**2)) * dd
    dx = (-y / (x**2 + y**2)) * dd
    # backprop c = math.log(x) + sqrt_y
    dx += dc / x
    # backprop sqrt_y = math.sqrt(y)
    dy += dc / (2 * sqrt_y)
    # backprop b = math.tanh(tanh_in)
    dtanh_in = (1 - b**2) * db
    # backprop tanh_in = x + y
    dx += dtanh_in
    dy += dtanh_in
    # backprop a = sin_x * cos_y
    dsin_x = cos_y * da
    dcos_y = sin_x * da
    # backprop cos_y = math.cos(y)
    dy -= math.sin(y) * dcos_y
    # backprop sin_x = math.sin(x)
    dx += math.cos(x) * dsin_x
    return dx, dy
