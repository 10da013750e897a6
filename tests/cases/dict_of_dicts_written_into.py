# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    d = {"a": x, "b": {"c": y}}
    d["b"]["c"] = d["a"] * y
    d["b"]["e"] = d["b"]["c"] ** 2
    return d


# output
"""Forward and backward passes of dict_of_dicts_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    d_a = x
    d_b_c = y
    d_b_c = d_a * y
    d_b_e = d_b_c**2
    out = {"a": d_a, "b": {"c": d_b_c, "e": d_b_e}}
    cache = (y, d_a, d_b_c)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    y, d_a, d_b_c = cache
    # backprop out = {"a": d_a, "b": {"c": d_b_c, "e": d_b_e}}
    dd_a = 1.0 * dout["a"]
    dd_b_c = 1.0 * dout["b"]["c"]
    dd_b_e = dout["b"]["e"]
    # backprop d_b_e = d_b_c**2
    dd_b_c += (2 * d_b_c) * dd_b_e
    # backprop d_b_c = d_a * y
    dd_a += y * dd_b_c
    dy = d_a * dd_b_c
    # backprop d_a = x
    dx = dd_a
    return dx, dy
