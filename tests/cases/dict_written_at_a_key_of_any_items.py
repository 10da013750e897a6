# arguments: d={"u": (3,), "v": (3,)}, key="u", a=0.7
# first order only: a dict that is written into is kept in a cache
import numpy as np


def f(d: dict, key: str, a: float):
    d[key] = d[key] ** 2 * a
    return d["u"] * d["v"]


# output
"""Forward and backward passes of dict_written_at_a_key_of_any_items.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def f_forward(d: dict, key: str, a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    d_key1 = copy_of(d[key])
    d_key_sqr = d_key1**2
    d[key] = d_key_sqr * a
    out = d["u"] * d["v"]
    cache = (key, a, d_key1, d_key_sqr, d)
    return out, cache


def f_backward(dout, dd, cache):
    """Backward pass of f: dd and da, from dout and dd."""
    key, a, d_key1, d_key_sqr, d = cache
    # backprop out = d["u"] * d["v"]
    dd = copy_of(dd)
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    # backprop d[key] = d_key_sqr * a
    dd_key = dd[key]
    dd_key_sqr = a * dd_key
    da = np.sum(d_key_sqr * dd_key)
    # backprop d_key_sqr = d_key1**2
    dd_key1 = (2 * d_key1) * dd_key_sqr
    # backprop d_key1 = copy_of(d[key])
    dd[key] = dd_key1
    return dd, da
