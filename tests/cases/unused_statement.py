# arguments: x=1.5
import math


def f(x: float):
    y = math.sin(x)
    z = math.exp(y)
    return y


# output
"""Forward and backward passes of unused_statement.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x: float):
    """Forward pass of f: y and the cache (references, not copies)."""
    y = math.sin(x)
    z = math.exp(y)
    cache = (x,)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dx, from dy."""
    (x,) = cache
    # backprop y = math.sin(x)
    dx = math.cos(x) * dy
    return dx
