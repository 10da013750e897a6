# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    d = dict(a=x, b=y)
    d.update(c=x * y)
    e = {**d, "a": y}
    return np.sum(d["a"] * e["a"] * d["c"]) + np.sum(d.get("b"))


# output
"""Forward and backward passes of dict_that_is_updated_and_copied.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    d_a = x
    d_b = y
    d_c = x * y
    e = {"a": y, "b": d_b, "c": d_c}
    d_a_times_a = d_a * e["a"]
    out = np.sum(d_a_times_a * d_c) + np.sum(d_b)
    cache = (x, y, d_a, d_b, d_c, e, d_a_times_a)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    x, y, d_a, d_b, d_c, e, d_a_times_a = cache
    # backprop out = np.sum(d_a_times_a * d_c) + np.sum(d_b)
    dd_a_times_a = d_c * dout
    dd_c = d_a_times_a * dout
    dd_b = np.ones_like(d_b) * dout
    # backprop d_a_times_a = d_a * e["a"]
    dd_a = e["a"] * dd_a_times_a
    da = d_a * dd_a_times_a
    # backprop e = {"a": y, "b": d_b, "c": d_c}
    dy = da
    # backprop d_c = x * y
    dx = y * dd_c
    dy += x * dd_c
    # backprop d_b = y
    dy += dd_b
    # backprop d_a = x
    dx += dd_a
    return dx, dy
