# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    d = {"a": x * 2, "b": y}
    d["a"] += y
    d["b"] = d["b"] * d["a"]
    return np.sum(d["a"] * d["b"])


# output
"""Forward and backward passes of dict_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    d_a = x * 2
    d_b = y
    d_a += y
    d_b1 = d_b * d_a
    out = np.sum(d_a * d_b1)
    cache = (d_b, d_a, d_b1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    d_b, d_a, d_b1 = cache
    # backprop out = np.sum(d_a * d_b1)
    dd_a = d_b1 * dout
    dd_b1 = d_a * dout
    # backprop d_b1 = d_b * d_a
    dd_a += d_b * dd_b1
    dd_b = d_a * dd_b1
    # backprop d_a += y
    dy = dd_a
    dd_a = 1 * dd_a
    # backprop d_b = y
    dy += dd_b
    # backprop d_a = x * 2
    dx = 2 * dd_a
    return dx, dy
