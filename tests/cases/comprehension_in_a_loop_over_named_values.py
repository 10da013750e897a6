# arguments: x=(3,), y=(3,)
# names matter: the comprehension has the name of a value around it
import numpy as np


def f(x: "N", y: "N"):
    i = np.sum(x)
    j = np.sum(y)
    t = 0.0
    for a in (i, j):
        t = t + sum([a * i for i in (1.0, 2.0, 3.0)])
    return t * t


# output
"""Forward and backward passes of comprehension_in_a_loop_over_named_values.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    i = np.sum(x)
    j = np.sum(y)
    t = 0.0
    a = i
    items = []
    for i1 in (1.0, 2.0, 3.0):
        items.append(a * i1)
    t = t + sum(items)
    items1 = []
    for i2 in (1.0, 2.0, 3.0):
        items1.append(j * i2)
    t = t + sum(items1)
    out = t * t
    cache = (x, y, items, items1, t)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    x, y, items, items1, t = cache
    # backprop out = t * t
    dt = (2 * t) * dout
    # backprop t = t + sum(items1)
    ditems1 = [dt] * len(items1)
    dj = 0.0
    for i2 in reversed((1.0, 2.0, 3.0)):
        # backprop items1.append(j * i2)
        dj += i2 * ditems1.pop()
    # backprop t = t + sum(items)
    ditems = [dt] * len(items)
    da = 0.0
    for i1 in reversed((1.0, 2.0, 3.0)):
        # backprop items.append(a * i1)
        da += i1 * ditems.pop()
    # backprop a = i
    di = da
    # backprop j = np.sum(y)
    dy = np.ones_like(y) * dj
    # backprop i = np.sum(x)
    dx = np.ones_like(x) * di
    return dx, dy
