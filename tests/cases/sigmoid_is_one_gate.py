# arguments: x=0.4, y=0.7
import math


def f(x, y):
    return 1 / (1 + math.exp(-x)) * y


# output
"""Forward and backward passes of sigmoid_is_one_gate.py, made by `backprop generate`: do not edit."""

import math


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    out_ratio = 1 / (1 + math.exp(-x))
    out = out_ratio * y
    cache = (y, out_ratio)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    y, out_ratio = cache
    # backprop out = out_ratio * y
    dout_ratio = y * dout
    dy = out_ratio * dout
    # backprop out_ratio = 1 / (1 + math.exp(-x))
    dx = ((1 - out_ratio) * out_ratio) * dout_ratio
    return dx, dy
