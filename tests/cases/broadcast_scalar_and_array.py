# arguments: x=(3, 2), s=1.5
import numpy as np


def f(x: "N D", s: float):
    return s * x + s


# output
"""Forward and backward passes of broadcast_scalar_and_array.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", s: float):
    """Forward pass of f: out (N, D) and the cache (references, not copies)."""
    out = s * x + s
    cache = (x, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D) and ds, from dout (N, D)."""
    x, s = cache
    # backprop out = s * x + s
    ds = np.sum(x * dout)
    dx = s * dout
    ds += np.sum(dout)
    return dx, ds
