# arguments: x=1.5, y=0.7
# options: style=notes
import math


def f(x, y):
    a = x - y  # difference
    b = math.tanh(a * y + 1)
    return b**2


# output
"""Forward and backward passes of notes_style.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(x, y):
    """Forward pass of f: out and the cache (references, not copies)."""
    a = x - y  # difference  # (1)
    a_times_y = a * y  # (2)
    b = math.tanh(a_times_y + 1)  # (3)
    out = b**2  # (4)
    cache = (y, a, b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    y, a, b = cache
    # backprop out = b**2
    db = (2 * b) * dout  # (4)
    # backprop b = math.tanh(a_times_y + 1)
    da_times_y = (1 - b**2) * db  # (3)
    # backprop a_times_y = a * y
    da = y * da_times_y  # (2)
    dy = a * da_times_y  # (2)
    # backprop a = x - y
    dx = (1) * da  # (1)
    dy += (-1) * da  # (1)
    return dx, dy
