# arguments: x=(3,), c=1.2
import numpy as np


def f(x: "N", c: float):
    with np.errstate(divide="ignore"):
        y = x / c
        if c > 2:
            return np.sum(y)
        y = y * 2
    return np.sum(y * x)


# output
"""Forward and backward passes of return_inside_a_context_with_more_behind_it.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    returned = False
    with np.errstate(divide="ignore"):
        y = x / c
        y_before = y
        if c > 2:
            found = np.sum(y)
            returned = True
        else:
            y = y * 2
    if returned:
        out = found
    else:
        out = np.sum(y * x)
    cache = (x, c, y_before, returned, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, c, y_before, returned, y = cache
    if returned:
        # backprop out = found
        dfound = dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    else:
        # backprop out = np.sum(y * x)
        dy = x * dout
        dx = y * dout
        dfound = 0.0
    if c > 2:
        # backprop found = np.sum(y)
        dy += dfound
    else:
        # backprop y = y * 2
        dy = 2 * dy
    # backprop y = x / c
    dx += dy / c
    dc = np.sum((-y_before / c) * dy)
    return dx, dc
