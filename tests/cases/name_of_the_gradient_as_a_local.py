# arguments: x=1.5
# names matter: some begin with a d
import math


def f(x):
    dx = math.sin(x)
    d_x = dx * x
    return d_x * dx


# output
"""Forward and backward passes of name_of_the_gradient_as_a_local.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x):
    """Forward pass of f: out and the cache (references, not copies)."""
    dx = math.sin(x)
    d_x = dx * x
    out = d_x * dx
    cache = (x, dx, d_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: d_x1, from dout."""
    x, dx, d_x = cache
    # backprop out = d_x * dx
    dd_x = dx * dout
    ddx = d_x * dout
    # backprop d_x = dx * x
    ddx += x * dd_x
    d_x1 = dx * dd_x
    # backprop dx = math.sin(x)
    d_x1 += math.cos(x) * ddx
    return d_x1
