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
"""Forward and backward passes of comprehension_in_a_loop_over_named_values.py, made by `backprop generate`: do not edit."""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: sums it where x was broadcast, spreads it where g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


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
    sum_items1 = sum(items1)
    t1 = t + sum_items1
    out = t1 * t1
    cache = (x, y, items, t, items1, sum_items1, t1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    x, y, items, t, items1, sum_items1, t1 = cache
    # backprop out = t1 * t1
    dt1 = (2 * t1) * dout
    # backprop t1 = t + sum_items1
    dsum_items1 = unbroadcast(dt1, sum_items1)
    dt = unbroadcast(dt1, t)
    # backprop sum_items1 = sum(items1)
    ditems1 = [unbroadcast(1 * dsum_items1, item) for item in items1]
    dj = 0.0
    for i4 in reversed(range(len((1.0, 2.0, 3.0)))):
        i2 = (1.0, 2.0, 3.0)[i4]
        # backprop items1.append(j * i2)
        dj += np.sum(i2 * ditems1.pop())
    # backprop t = t + sum(items)
    ditems = [unbroadcast(1 * dt, item1) for item1 in items]
    da = 0.0
    for i3 in reversed(range(len((1.0, 2.0, 3.0)))):
        i1 = (1.0, 2.0, 3.0)[i3]
        # backprop items.append(a * i1)
        da += np.sum(i1 * ditems.pop())
    # backprop a = i
    di = da
    # backprop j = np.sum(y)
    dy = np.ones_like(y) * dj
    # backprop i = np.sum(x)
    dx = np.ones_like(x) * di
    return dx, dy
