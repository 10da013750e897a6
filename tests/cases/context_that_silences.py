# arguments: x=(4,), eps=0.7
import numpy as np


def f(x: "N", eps: float):
    with np.errstate(divide="ignore", invalid="ignore"):  # quiet
        # the log
        y = np.log(x)
        z = y / eps
    return z * y


# output
"""Forward and backward passes of context_that_silences.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", eps: float):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    with np.errstate(divide="ignore", invalid="ignore"):  # quiet
        # the log
        y = np.log(x)
        z = y / eps
    out = z * y
    cache = (x, eps, y, z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and deps, from dout (N,)."""
    x, eps, y, z = cache
    # backprop out = z * y
    dz = y * dout
    dy = z * dout
    # backprop z = y / eps
    dy += dz / eps
    deps = np.sum((-z / eps) * dz)
    # backprop y = np.log(x)
    dx = dy / x
    return dx, deps
