# arguments: x=1.2, n=4
import numpy as np


def f(x: float, n: int):
    a, b = x, x * x
    for _ in range(n):
        a, b = b, a * b
    return a + b


# output
"""Forward and backward passes of loop_that_swaps.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    a, b = x, x * x
    steps = []
    for _ in range(n):
        steps.append((a, b))
        a, b = b, a * b
    out = a + b
    cache = (x, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, steps = cache
    # backprop out = a + b
    da = dout
    db = dout
    for a, b in reversed(steps):
        # backprop a, b = b, a * b
        da_next = da
        da = b * db
        db = a * db
        db += da_next
    # backprop a, b = x, x * x
    dx = (2 * x) * db
    dx += da
    return dx
