# arguments: x=(3,), y=(3,)
import numpy as np


def both(a: "N", b: "N"):
    return a * b, np.exp(a)


def f(x: "N", y: "N"):
    p, _ = both(x, y)
    return p + y


# output
"""Forward and backward passes of call_with_unused_output.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def both_forward(a: "N", b: "N"):
    """Forward pass of both.

    Gives out (N,), out1 (N,) and the cache (references, not copies).
    """
    out = a * b
    out1 = np.exp(a)
    cache = (a, b, out1)
    return out, out1, cache


def both_backward(dout, dout1, cache):
    """Backward pass of both: da (N,) and db (N,), from dout (N,) and dout1 (N,)."""
    a, b, out1 = cache
    # backprop out1 = np.exp(a)
    da = out1 * dout1
    # backprop out = a * b
    da += b * dout
    db = a * dout
    return da, db


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    p, _, both_cache = both_forward(x, y)
    out = p + y
    cache = (_, both_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout (N,)."""
    _, both_cache = cache
    # backprop out = p + y
    dp = dout
    dy = 1.0 * dout
    # backprop p, _ = both(x, y)
    d_ = np.zeros_like(_, dtype=np.result_type(_, 1.0))
    dx, dy_both = both_backward(dp, d_, both_cache)
    dy += dy_both
    return dx, dy
