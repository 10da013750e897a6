# arguments: a=0.7, b=1.3
import numpy as np


def f(a: float, b: float):
    if a < 0:
        if b < 0:
            raise ValueError(a)
        else:
            y = b
    else:
        y = a * b
    return y


# output
"""Forward and backward passes of raise_in_a_branch_of_a_branch.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(a: float, b: float):
    """Forward pass of f: y and the cache (references, not copies)."""
    if a < 0:
        if b < 0:
            raise ValueError(a)
        y = b
    else:
        y = a * b
    cache = (a, b)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: da and db, from dy."""
    a, b = cache
    if a < 0:
        # backprop y = b
        db = dy
        da = 0.0
    else:
        # backprop y = a * b
        da = b * dy
        db = a * dy
    return da, db
