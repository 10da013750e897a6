# arguments: x=2.7, y=0.8, t=np.array([1.3, -2.6])
import math

import numpy as np


def f(x: float, y: float, t: "N"):
    quotient, rest = divmod(x, y)
    behind, whole = math.modf(x)
    return quotient * rest**2 + whole * behind + np.modf(t)[0][0]


# output
"""Forward and backward passes of whole_numbers_and_rests.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def f_forward(x: float, y: float, t: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    quotient, rest = divmod(x, y)
    behind, whole = math.modf(x)
    fraction = np.modf(t)[0]
    out = quotient * rest**2 + whole * behind + fraction[0]
    cache = (quotient, rest, whole, fraction)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, dy and dt (N,), from dout."""
    quotient, rest, whole, fraction = cache
    # backprop out = quotient * rest**2 + whole * behind + fraction[0]
    drest = (2 * rest) * (quotient * dout)
    dbehind = whole * dout
    dfraction = np.zeros_like(fraction, dtype=np.result_type(fraction, 1.0))
    dfraction[0] = dout
    # backprop fraction = np.modf(t)[0]
    dt = dfraction
    # backprop behind, whole = math.modf(x)
    dx = dbehind
    # backprop quotient, rest = divmod(x, y)
    dx += drest
    dy = -quotient * drest
    return dx, dy, dt
