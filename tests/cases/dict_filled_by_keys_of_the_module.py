# arguments: x=(3,), n=4
import numpy as np
KEYS = ("a", "b")


def f(x: "N", n: int):
    d = {}
    for k in KEYS:
        d[k] = x * 2
    return d["a"] * d["b"]


# output
"""Forward and backward passes of dict_filled_by_keys_of_the_module.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "N", n: int):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    d_a = x * 2
    d_b = x * 2
    out = d_a * d_b
    cache = (d_a, d_b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    d_a, d_b = cache
    # backprop out = d_a * d_b
    dd_a = d_b * dout
    dd_b = d_a * dout
    # backprop d_b = x * 2
    dx = 2 * dd_b
    # backprop d_a = x * 2
    dx += 2 * dd_a
    return dx
