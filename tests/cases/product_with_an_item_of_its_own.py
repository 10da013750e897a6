# arguments: a=(3,)
import numpy as np


def f(a):
    v = a * a[1]
    return np.sum(v) + a[0]


# output
"""Forward and backward passes of product_with_an_item_of_its_own.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

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


def f_forward(a):
    """Forward pass of f: out and the cache (references, not copies)."""
    v = a * a[1]
    sum_v = np.sum(v)
    out = sum_v + a[0]
    cache = (a, v)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da, from dout."""
    a, v = cache
    # backprop out = sum_v + a[0]
    dsum_v = np.sum(dout)
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    da[0] = dout
    # backprop sum_v = np.sum(v)
    dv = np.ones_like(v) * dsum_v
    # backprop v = a * a[1]
    da += unbroadcast(a[1] * dv, a)
    da[1] += unbroadcast(a * dv, a[1])
    return da
