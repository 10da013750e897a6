# arguments: x=(3,)
# arguments alias: x=(3,)
# names matter: fields are read by their names
from typing import NamedTuple

import numpy as np


class Both(NamedTuple):
    a: "N"
    b: "N"


def both(x: "N"):
    return Both(x * 2, x**2)


def alias(x: "N"):
    r = (x * 2, x**2)
    q = r
    return q, q[0] * r[1]


def f(x: "N"):
    r = both(x)
    return r, r.a * np.sin(x)


# output
"""Forward and backward passes of container_returned_and_read_by_item.py: do not edit.

Made by `backprop generate`.
"""

from typing import NamedTuple

import numpy as np


class Both(NamedTuple):
    a: "N"
    b: "N"


def both_forward(x: "N"):
    """Forward pass of both: out and the cache (references, not copies)."""
    out = Both(x * 2, x**2)
    cache = (x,)
    return out, cache


def both_backward(dout: Both, cache):
    """Backward pass of both: dx (N,), from dout."""
    (x,) = cache
    # backprop out = Both(x * 2, x**2)
    dx = 2 * dout.a
    dx += (2 * x) * dout.b
    return dx


def alias_forward(x: "N"):
    """Forward pass of alias: q, out (N,) and the cache (references, not copies)."""
    r = (x * 2, x**2)
    q = r
    out = q[0] * r[1]
    cache = (x, r, q)
    return q, out, cache


def alias_backward(dq, dout, cache):
    """Backward pass of alias: dx (N,), from dq and dout (N,)."""
    x, r, q = cache
    # backprop out = q[0] * r[1]
    dq_0 = r[1] * dout
    dr_1 = q[0] * dout
    # backprop q = r
    dq_0 += dq[0]
    dq_1 = dq[1]
    dq = (dq_0, 1.0 * dq_1)
    dr = dq
    # backprop r = (x * 2, x**2)
    dx = (2 * x) * dr_1
    dx += 2 * dr[0]
    dx += (2 * x) * dr[1]
    return dx


def f_forward(x: "N"):
    """Forward pass of f: r, out (N,) and the cache (references, not copies)."""
    r, both_cache = both_forward(x)
    sin_x = np.sin(x)
    out = r.a * sin_x
    cache = (x, r, both_cache, sin_x)
    return r, out, cache


def f_backward(dr: Both, dout, cache):
    """Backward pass of f: dx (N,), from dr and dout (N,)."""
    x, r, both_cache, sin_x = cache
    # backprop out = r.a * sin_x
    da = sin_x * dout
    dsin_x = r.a * dout
    # backprop sin_x = np.sin(x)
    dx = np.cos(x) * dsin_x
    # backprop r = both(x)
    da += dr.a
    db = dr.b
    dr = Both(a=da, b=1.0 * db)
    dx_both = both_backward(dr, both_cache)
    dx += dx_both
    return dx
