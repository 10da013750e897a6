# arguments: x=1.5
import math


# backprop: skip
def report(x):
    return f"x is {x}"


def f(x: float):
    return math.exp(x)


# output
"""Forward and backward passes of skip_pragma.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = math.exp(x)
    cache = (out,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    (out,) = cache
    # backprop out = math.exp(x)
    dx = out * dout
    return dx
