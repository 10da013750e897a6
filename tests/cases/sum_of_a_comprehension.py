# arguments: x=(4,), n=4
import numpy as np


def f(x: "N", n: int):
    return sum([x[i] ** i for i in range(n)])


# output
"""Forward and backward passes of sum_of_a_comprehension.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    items = []
    for i in range(n):
        items.append(x[i] ** i)
    out = sum(items)
    cache = (x, n, items)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    x, n, items = cache
    # backprop out = sum(items)
    ditems = [dout] * len(items)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        # backprop items.append(x[i] ** i)
        ditems_last = ditems.pop()
        dx[i] = (i * x[i] ** (i - 1) if i else 0.0) * ditems_last
    return dx
