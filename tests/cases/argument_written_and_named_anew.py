# arguments: x=(3,)
import numpy as np


def half(x: "N"):
    x[0] = 1.0
    x = x * x
    return np.sum(x)


# output
"""Forward and backward passes of argument_written_and_named_anew.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def half_forward(x: "N"):
    """Forward pass of half: out and the cache (references, not copies)."""
    x[0] = 1.0
    x1 = x * x
    out = np.sum(x1)
    cache = (x, x1)
    return out, cache


def half_backward(dout, dx: "N", cache):
    """Backward pass of half: dx (N,), from dout and dx (N,)."""
    x, x1 = cache
    # backprop out = np.sum(x1)
    dx1 = np.ones_like(x1) * dout
    # backprop x1 = x * x
    dx = dx + (2 * x) * dx1
    # backprop x[0] = 1.0
    dx[0] = 0.0
    return dx
