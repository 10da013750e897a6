# arguments: x=1.3, delta=2.0
import numpy as np


def f(x: float, delta: float):
    if abs(x) <= delta:
        return 0.5 * x**2
    return delta * (abs(x) - 0.5 * delta)


# output
"""Forward and backward passes of branch_that_returns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, delta: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    abs_x_le_delta = abs(x) <= delta
    if abs_x_le_delta:
        out = 0.5 * x**2
    else:
        out = delta * (abs(x) - 0.5 * delta)
    cache = (x, delta, abs_x_le_delta)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and ddelta, from dout."""
    x, delta, abs_x_le_delta = cache
    if abs_x_le_delta:
        # backprop out = 0.5 * x**2
        dx = x * dout
        ddelta = 0.0
    else:
        # backprop out = delta * (abs(x) - 0.5 * delta)
        ddelta = (abs(x) - 0.5 * delta) * dout
        dx = (1.0 if x > 0 else -1.0 if x < 0 else 0.0) * (delta * dout)
        ddelta -= 0.5 * delta * dout
    return dx, ddelta
