# arguments: p=P((3,), 2.0), x=(3,)
# names matter: fields are read by their names
# first order only: a gradient is added to in its own memory
from typing import NamedTuple

import numpy as np


class P(NamedTuple):
    w: "N"
    s: float

    def both(self, x):
        w, s = self
        return w * x, s ** 2


def f(p: P, x: "N"):
    a, b = p.both(x)
    c, d = p.both(a)
    return np.sum(a * c) * b + d


# output
"""Forward and backward passes of method_that_takes_its_instance_apart.py: do not edit.

Made by `backprop generate`.
"""

from typing import NamedTuple

import numpy as np


class P(NamedTuple):
    w: "N"
    s: float

    def both(self, x):
        w, s = self
        return w * x, s ** 2


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def p_both_forward(self: P, x):
    """Forward pass of p_both: out, out1 and the cache (references, not copies)."""
    w, s = self
    out = w * x
    out1 = s**2
    cache = (x, w, s)
    return out, out1, cache


def p_both_backward(dout, dout1, cache):
    """Backward pass of p_both: dself and dx, from dout and dout1."""
    x, w, s = cache
    # backprop out1 = s**2
    ds = (2 * s) * dout1
    # backprop out = w * x
    dw = unbroadcast(x * dout, w)
    dx = unbroadcast(w * dout, x)
    # backprop w, s = self
    dself = P(w=dw, s=ds)
    return dself, dx


def f_forward(p: P, x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    a, b, p_both_cache = p_both_forward(p, x)
    c, d, c_cache = p_both_forward(p, a)
    sum_a_times_c = np.sum(a * c)
    out = sum_a_times_c * b + d
    cache = (a, b, p_both_cache, c, c_cache, sum_a_times_c)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    a, b, p_both_cache, c, c_cache, sum_a_times_c = cache
    # backprop out = sum_a_times_c * b + d
    dsum_a_times_c = b * dout
    db = sum_a_times_c * dout
    dd = dout
    # backprop sum_a_times_c = np.sum(a * c)
    da = c * dsum_a_times_c
    dc = a * dsum_a_times_c
    # backprop c, d = p_both(p, a)
    dp_p_both, da_p_both = p_both_backward(dc, dd, c_cache)
    dw = dp_p_both.w
    ds = dp_p_both.s
    da += da_p_both
    # backprop a, b = p_both(p, x)
    dp_p_both1, dx = p_both_backward(da, db, p_both_cache)
    dw += dp_p_both1.w
    ds += dp_p_both1.s
    dp = P(w=dw, s=ds)
    return dp, dx
