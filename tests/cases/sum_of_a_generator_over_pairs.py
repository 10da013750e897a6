# arguments: x=(4,)
import numpy as np


def f(x: "N"):
    return sum(v * u for v in x for u in x if v > u)


# output
"""Forward and backward passes of sum_of_a_generator_over_pairs.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: total and the cache (references, not copies)."""
    total = 0
    for v in x:
        for u in x:
            if v > u:
                total += v * u
    cache = (x,)
    return total, cache


def f_backward(dtotal, cache):
    """Backward pass of f: dx (N,), from dtotal."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        v = x[i]
        dv = 0.0
        for i1 in reversed(range(len(x))):
            u = x[i1]
            du = 0.0
            if v > u:
                # backprop total += v * u
                dv += u * dtotal
                du = v * dtotal
            dx[i1] += du
        dx[i] += dv
    return dx
