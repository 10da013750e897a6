# arguments: x=(3,), n=4
import numpy as np


def f(x: "N", n: int):
    d = {"a": x}
    d["b"] = x * 2
    e = {k: v * 3 for k, v in d.items()}
    return e, sum(np.sum(v) for v in d.values())


# output
"""Forward and backward passes of comprehensions_over_a_dict_that_is_filled.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: e, out and the cache (references, not copies)."""
    d_a = x
    d_b = x * 2
    e = {"a": d_a * 3, "b": d_b * 3}
    out = np.sum(d_a) + np.sum(d_b)
    cache = (d_a, d_b)
    return e, out, cache


def f_backward(de, dout, cache):
    """Backward pass of f: dx (N,), from de and dout."""
    d_a, d_b = cache
    # backprop out = np.sum(d_a) + np.sum(d_b)
    dd_a = np.ones_like(d_a) * dout
    dd_b = np.ones_like(d_b) * dout
    # backprop e = {"a": d_a * 3, "b": d_b * 3}
    dd_a += 3 * de["a"]
    dd_b += 3 * de["b"]
    # backprop d_b = x * 2
    dx = 2 * dd_b
    # backprop d_a = x
    dx += dd_a
    return dx
