# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    return x, x * y, y


# output
"""Forward and backward passes of argument_returned.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "N", y: "N"):
    """Forward pass of f.

    Gives x (N,), out (N,), y (N,) and the cache (references, not copies).
    """
    out = x * y
    cache = (x, y)
    return x, out, y, cache


def f_backward(dx, dout, dy, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dx (N,), dout (N,) and dy (N,)."""
    x, y = cache
    # backprop out = x * y
    dx = dx + y * dout
    dy = dy + x * dout
    return dx, dy
