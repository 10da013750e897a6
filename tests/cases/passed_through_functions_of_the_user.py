# arguments: x=1.5, n=4
# backprop: skip
def halved(n: int):
    return n // 2


def f(x: float, n: int):
    k = halved(n)
    return x**k


# output
"""Forward and backward passes of passed_through_functions_of_the_user.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


# backprop: skip
def halved(n: int):
    return n // 2


def f_forward(x: float, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    k = halved(n)
    out = x**k
    cache = (x, k)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, k = cache
    # backprop out = x**k
    dx = np.sum((k * x ** (k - (k != 0))) * dout)
    return dx
