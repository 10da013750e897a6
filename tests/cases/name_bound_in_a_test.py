# arguments: x=1.3
import numpy as np


def f(x: float):
    if (n := x * 2) > 1:
        return n * x
    return n


# output
"""Forward and backward passes of name_bound_in_a_test.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    n = x * 2
    if n > 1:
        out = n * x
    else:
        out = n
    cache = (x, n)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, n = cache
    if n > 1:
        # backprop out = n * x
        dn = x * dout
        dx = n * dout
    else:
        # backprop out = n
        dn = dout
        dx = 0.0
    # backprop n = x * 2
    dx += 2 * dn
    return dx
