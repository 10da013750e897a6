# arguments: x=-1.5, y=0.7
# arguments g: x=-1.0, y=0.7
import math


def g(x: float, y: float):
    ratio = y / x if x > 0 else 0.0
    return ratio * y


def f(x: float, y: float):
    root = math.sqrt(x) if x > 0 else 0.0
    return root * y + y


# output
"""Forward and backward passes of conditional_expression_guards_a_domain.py: do not
edit.

Made by `backprop generate`.
"""

import math


def g_forward(x: float, y: float):
    """Forward pass of g: out and the cache (references, not copies)."""
    ratio = y / x if x > 0 else 0.0
    out = ratio * y
    cache = (x, y, ratio)
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx and dy, from dout."""
    x, y, ratio = cache
    # backprop out = ratio * y
    dratio = y * dout
    dy = ratio * dout
    # backprop ratio = y / x if x > 0 else 0.0
    dy += dratio / x if x > 0 else 0.0
    dx = (-ratio / x) * dratio if x > 0 else 0.0
    return dx, dy


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    root = math.sqrt(x) if x > 0 else 0.0
    out = root * y + y
    cache = (x, y, root)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, root = cache
    # backprop out = root * y + y
    droot = y * dout
    dy = root * dout
    dy += dout
    # backprop root = math.sqrt(x) if x > 0 else 0.0
    dx = droot / (2 * root) if x > 0 else 0.0
    return dx, dy
