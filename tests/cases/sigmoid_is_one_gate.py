# arguments: x=0.4, y=0.7
import math


def f(x, y):
    return 1 / (1 + math.exp(-x)) * y


# output
"""Forward and backward passes of sigmoid_is_one_gate.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    sigmoid_x = 1 / (1 + math.exp(-x))
    out = sigmoid_x * y
    cache = (y, sigmoid_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    y, sigmoid_x = cache
    # backprop out = sigmoid_x * y
    dsigmoid_x = y * dout
    dy = sigmoid_x * dout
    # backprop sigmoid_x = 1 / (1 + math.exp(-x))
    dx = ((1 - sigmoid_x) * sigmoid_x) * dsigmoid_x
    return dx, dy
