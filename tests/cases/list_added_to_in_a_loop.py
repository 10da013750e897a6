# arguments: x=(3,), n=3
import numpy as np


def f(x: "N", n: int):
    l = []
    for m in range(n):
        if x[m] > 1:
            l += [x[m] * 2]
        else:
            l += [x[m], x[m] ** 2]
    s = 0.0
    for a in reversed(l):
        s = s * 0.5 + a
    return s


# output
"""Forward and backward passes of list_added_to_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: s and the cache (references, not copies)."""
    l = []
    for m in range(n):
        if x[m] > 1:
            l.append(x[m] * 2)
        else:
            l.append(x[m])
            l.append(x[m] ** 2)
    s = 0.0
    for a in reversed(l):
        s = s * 0.5 + a
    cache = (x, n, l)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (N,), from ds."""
    x, n, l = cache
    dl = [None] * len(l)
    for i in range(len(l)):
        # backprop s = s * 0.5 + a
        da = ds
        ds = 0.5 * ds
        dl[i] = da
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for m in reversed(range(n)):
        if x[m] > 1:
            # backprop l.append(x[m] * 2)
            dx[m] += 2 * dl.pop()
        else:
            # backprop l.append(x[m] ** 2)
            dx[m] += (2 * x[m]) * dl.pop()
            # backprop l.append(x[m])
            dx[m] += dl.pop()
    return dx
