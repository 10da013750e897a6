# arguments: x=(3,), y=(2,), z=1.5
import numpy as np


def f(x: "N", y: "M", z: float):
    return 2 * x


# output
"""Forward and backward passes of argument_without_effect.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "M", z: float):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    out = 2 * x
    cache = (y,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), dy (M,) and dz, from dout (N,)."""
    (y,) = cache
    # backprop out = 2 * x
    dx = 2 * dout
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dz = 0.0
    return dx, dy, dz
