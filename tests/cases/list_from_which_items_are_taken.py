# arguments: x=(3,), n=4
import numpy as np


def f(x: "N", n: int):
    l = [x, x * 2]
    for i in range(n):
        a = l.pop(0)
        b = l.pop(0)
        l.append(a * b)
        l.append(np.cos(a))
    return np.sum(l[1] * l[0])


# output
"""Forward and backward passes of list_from_which_items_are_taken.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    l_0 = x
    l_1 = x * 2
    steps = []
    for i in range(n):
        a = l_0
        b = l_1
        l_0 = a * b
        l_1 = np.cos(a)
        steps.append((a, b))
    out = np.sum(l_1 * l_0)
    cache = (steps, l_0, l_1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    steps, l_0, l_1 = cache
    # backprop out = np.sum(l_1 * l_0)
    dl_1 = l_0 * dout
    dl_0 = l_1 * dout
    for a, b in reversed(steps):
        # backprop l_1 = np.cos(a)
        da = -np.sin(a) * dl_1
        # backprop l_0 = a * b
        da += b * dl_0
        db = a * dl_0
        # backprop b = l_1
        dl_1 = db
        # backprop a = l_0
        dl_0 = da
    # backprop l_1 = x * 2
    dx = 2 * dl_1
    # backprop l_0 = x
    dx += dl_0
    return dx
