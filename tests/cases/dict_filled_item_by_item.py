# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    kept = {}
    kept["x"] = x
    for name in ("a", "b"):
        kept[name] = kept["x"] * y
    s = kept["a"] + kept["b"]
    return np.sum(s), kept["a"]


# output
"""Forward and backward passes of dict_filled_item_by_item.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out, kept_a (N,) and the cache (references, not copies)."""
    kept_x = x
    kept_a = kept_x * y
    kept_b = kept_x * y
    s = kept_a + kept_b
    out = np.sum(s)
    cache = (y, kept_x, s)
    return out, kept_a, cache


def f_backward(dout, dkept_a, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout and dkept_a (N,)."""
    y, kept_x, s = cache
    # backprop out = np.sum(s)
    ds = np.ones_like(s) * dout
    # backprop s = kept_a + kept_b
    dkept_a = dkept_a + ds
    dkept_b = ds
    # backprop kept_b = kept_x * y
    dkept_x = y * dkept_b
    dy = kept_x * dkept_b
    # backprop kept_a = kept_x * y
    dkept_x += y * dkept_a
    dy += kept_x * dkept_a
    # backprop kept_x = x
    dx = dkept_x
    return dx, dy
