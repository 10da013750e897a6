# arguments: x=1.2, y=0.7
import numpy as np


def f(x: float, y: float):
    if x > y:
        z = x * y
    else:
        z = x + y
    return z * z


# output
"""Forward and backward passes of branch_with_two_arms.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    if x > y:
        z = x * y
    else:
        z = x + y
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
    else:
        # backprop z = x + y
        dx = dz
        dy = dz
    return dx, dy
