# arguments: a=(3,), b=(3,)
import numpy as np


def f(a: "N", b: "N"):
    pair = (np.exp(a), a * b)
    both = {"first": pair, "more": b}
    return both["first"][1] * both["more"]


# output
"""Forward and backward passes of items_of_a_tuple_in_a_container.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(a: "N", b: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    pair = (np.exp(a), a * b)
    both = {"first": pair, "more": b}
    out = both["first"][1] * both["more"]
    cache = (a, b, both)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da (N,) and db (N,), from dout (N,)."""
    a, b, both = cache
    # backprop out = both["first"][1] * both["more"]
    dfirst_1 = both["more"] * dout
    dmore = both["first"][1] * dout
    # backprop both = {"first": pair, "more": b}
    dpair_1 = dfirst_1
    db = dmore
    # backprop pair = (np.exp(a), a * b)
    da = b * dpair_1
    db += a * dpair_1
    return da, db
