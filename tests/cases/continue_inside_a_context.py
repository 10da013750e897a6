# arguments: x=(3,)
import numpy as np


def f(x: "N"):
    s = 0.0
    for k in range(3):
        with np.errstate(all="ignore"):
            if x[k] > 1:
                continue
            s = s + x[k]
        s = s * x[k]
    return s


# output
"""Forward and backward passes of continue_inside_a_context.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for k in range(3):
        skipped = False
        with np.errstate(all="ignore"):
            if x[k] > 1:
                skipped = True
            else:
                s = s + x[k]
            steps.append((s, skipped))
        if not skipped:
            s = s * x[k]
    cache = (x, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (N,), from ds."""
    x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(3)):
        s, skipped = steps[k]
        if not skipped:
            # backprop s = s * x[k]
            dx[k] += s * ds
            ds = x[k] * ds
        if not x[k] > 1:
            # backprop s = s + x[k]
            dx[k] += ds
    return dx
