# arguments: x=1.5
import math


def f(x):
    x = x * x
    x = math.sin(x)
    return x


# output
"""Forward and backward passes of reassigned_argument.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x):
    """Forward pass of f: x2 and the cache (references, not copies)."""
    x1 = x * x
    x2 = math.sin(x1)
    cache = (x, x1)
    return x2, cache


def f_backward(dx2, cache):
    """Backward pass of f: dx, from dx2."""
    x, x1 = cache
    # backprop x2 = math.sin(x1)
    dx1 = math.cos(x1) * dx2
    # backprop x1 = x * x
    dx = (2 * x) * dx1
    return dx
