# arguments: x=0.4
from math import exp, pi
from math import sqrt as root


def f(x):
    y = exp(-(x**2) / 2)
    return y / root(2 * pi)


# output
"""Forward and backward passes of math_functions_imported_by_name.py: do not edit.

Made by `backprop generate`.
"""

from math import exp, pi
from math import sqrt as root


def f_forward(x):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = exp(-(x**2) / 2)
    sqrt = root(2 * pi)
    out = y / sqrt
    cache = (x, y, sqrt)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, y, sqrt = cache
    # backprop out = y / sqrt
    dy = dout / sqrt
    # backprop y = exp(-(x**2) / 2)
    dx = (2 * x) * -(y * dy / 2)
    return dx
