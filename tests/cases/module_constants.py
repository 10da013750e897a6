# arguments: x=1.5
import math

RATE = 1e-3
HALF = 1 / 2
ROOT = math.sqrt(2 * math.pi)


def f(x: float):
    return RATE * x**2 * HALF / ROOT


# output
"""Forward and backward passes of module_constants.py: do not edit.

Made by `backprop generate`.
"""

import math

RATE = 1e-3
HALF = 1 / 2
ROOT = math.sqrt(2 * math.pi)


def f_forward(x: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = RATE * x**2 * HALF / ROOT
    cache = (x,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    (x,) = cache
    # backprop out = RATE * x**2 * HALF / ROOT
    dx = (2 * x) * (RATE * HALF * dout / ROOT)
    return dx
