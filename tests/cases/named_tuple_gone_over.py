# arguments: p=P((3,), (3,)), x=(3,)
# names matter: fields are read by their names
from typing import NamedTuple

import numpy as np


class P(NamedTuple):
    w: "N"
    s: "N"


def f(p: P, x: "N"):
    t = 0.0
    for v in p:
        t = t + np.sum(v * x)
    return t


# output
"""Forward and backward passes of named_tuple_gone_over.py: do not edit.

Made by `backprop generate`.
"""

from typing import NamedTuple

import numpy as np


class P(NamedTuple):
    w: "N"
    s: "N"


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


def f_forward(p: P, x: "N"):
    """Forward pass of f: t and the cache (references, not copies)."""
    t = 0.0
    sum_in = p.w * x
    t = t + np.sum(sum_in)
    t_sum_in = p.s * x
    t = t + np.sum(t_sum_in)
    cache = (p, x, sum_in, t_sum_in)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dp and dx (N,), from dt."""
    p, x, sum_in, t_sum_in = cache
    # backprop t = t + np.sum(t_sum_in)
    dt_sum_in = np.ones_like(t_sum_in) * dt
    # backprop t_sum_in = p.s * x
    ds = unbroadcast(x * dt_sum_in, p.s)
    dx = unbroadcast(p.s * dt_sum_in, x)
    # backprop t = t + np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dt
    # backprop sum_in = p.w * x
    dw = unbroadcast(x * dsum_in, p.w)
    dx += unbroadcast(p.w * dsum_in, x)
    dp = P(w=dw, s=ds)
    return dp, dx
