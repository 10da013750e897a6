# arguments: x=0.2, y=0.7
import numpy as np


def f(x: float, y: float):
    if x > y:
        z = x * y
    elif x > 0:
        z = x + y
    else:
        z = x
    return z * z


# output
"""Forward and backward passes of branch_with_three_arms.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    if x > y:
        z = x * y
    elif x > 0:
        z = x + y
    else:
        z = x
    out = z * z
    cache = (x, y, z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, z = cache
    # backprop out = z * z
    dz = (2 * z) * dout
    if x > y:
        # backprop z = x * y
        dx = y * dz
        dy = x * dz
    elif x > 0:
        # backprop z = x + y
        dx = dz
        dy = dz
    else:
        # backprop z = x
        dx = dz
        dy = 0.0
    return dx, dy
