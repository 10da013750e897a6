# arguments: x=1.2, y=0.3
import numpy as np


def f(x: float, y: float):
    with np.errstate(all="ignore"):
        return np.log(x) * y


# output
"""Forward and backward passes of return_inside_a_context.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: float, y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    with np.errstate(all="ignore"):
        log_x = np.log(x)
        out = log_x * y
    cache = (x, y, log_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    x, y, log_x = cache
    # backprop out = log_x * y
    dlog_x = y * dout
    dy = log_x * dout
    # backprop log_x = np.log(x)
    dx = dlog_x / x
    return dx, dy
