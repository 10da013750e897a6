# arguments: x=1.1, n=5
import numpy as np


def f(x: float, n: int):
    s = x
    for i in range(n):
        t = x * s
        if t > 1:
            u = t * t
            s = s + u * 0.01
        else:
            s = s * t
    return s


# output
"""Forward and backward passes of loop_with_a_branch.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: float, n: int):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = x
    steps = []
    for i in range(n):
        t = x * s
        steps.append((s, t))
        if t > 1:
            u = t * t
            s = s + u * 0.01
        else:
            s = s * t
    cache = (x, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx, from ds."""
    x, steps = cache
    dx = 0.0
    for s, t in reversed(steps):
        if t > 1:
            # backprop s = s + u * 0.01
            du = 0.01 * ds
            # backprop u = t * t
            dt = (2 * t) * du
        else:
            # backprop s = s * t
            dt = s * ds
            ds = t * ds
        # backprop t = x * s
        dx += s * dt
        ds = ds + x * dt
    # backprop s = x
    dx += ds
    return dx
