# arguments: x=0.4, y=0.7
import math


def f(x, y):
    return 1 / (1 + math.exp(-x)) * y


# output
"""Forward and backward passes of sigmoid_is_one_gate.py, made by `backprop generate`: do not edit."""

import math


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    sigmoid_of_out = 1 / (1 + math.exp(-x))
    out = sigmoid_of_out * y
    cache = (y, sigmoid_of_out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    y, sigmoid_of_out = cache
    # backprop out = sigmoid_of_out * y
    dsigmoid_of_out = y * dout
    dy = sigmoid_of_out * dout
    # backprop sigmoid_of_out = 1 / (1 + math.exp(-x))
    dx = ((1 - sigmoid_of_out) * sigmoid_of_out) * dsigmoid_of_out
    return dx, dy
