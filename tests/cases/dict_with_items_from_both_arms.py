# arguments: x=(3,), c=0.5
import numpy as np


def f(x: "N", c: float):
    d = {}
    if c > 1:
        d["a"] = x
        d["b"] = x * 2
    else:
        d["b"] = x * 3
        d["a"] = x * c
    d["c"] = d["a"] * d["b"]
    return np.sum(d["c"])


# output
"""Forward and backward passes of dict_with_items_from_both_arms.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    if c > 1:
        d_a = x
        d_b = x * 2
    else:
        d_b = x * 3
        d_a = x * c
    d_c = d_a * d_b
    out = np.sum(d_c)
    cache = (x, c, d_a, d_b, d_c)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, c, d_a, d_b, d_c = cache
    # backprop out = np.sum(d_c)
    dd_c = np.ones_like(d_c) * dout
    # backprop d_c = d_a * d_b
    dd_a = d_b * dd_c
    dd_b = d_a * dd_c
    if c > 1:
        # backprop d_b = x * 2
        dx = 2 * dd_b
        # backprop d_a = x
        dx += dd_a
        dc = 0.0
    else:
        # backprop d_a = x * c
        dx = c * dd_a
        dc = x @ dd_a
        # backprop d_b = x * 3
        dx += 3 * dd_b
    return dx, dc
