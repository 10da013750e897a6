# arguments: p=P((3,), (3,)), q=P((3,), (3,))
# names matter: fields are read by their names
from typing import NamedTuple

import numpy as np


class P(NamedTuple):
    w: "N"
    s: "N"


def f(p: P, q: P):
    t = sum(np.sum(v**2) for v in p)
    r = P(*[a * b for a, b in zip(p, q)])
    r2 = P._make([a * b for a, b in zip(p, q)])
    return t + np.sum(r.w * r.s)


# output
"""Forward and backward passes of comprehensions_over_a_named_tuple.py: do not edit.

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


def f_forward(p: P, q: P):
    """Forward pass of f: out and the cache (references, not copies)."""
    t = np.sum(p.w**2) + np.sum(p.s**2)
    r = P(p.w * q.w, p.s * q.s)
    r2 = P(p.w * q.w, p.s * q.s)
    out = t + np.sum(r.w * r.s)
    cache = (p, q, r)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dq, from dout."""
    p, q, r = cache
    # backprop out = t + np.sum(r.w * r.s)
    dt = dout
    dw = r.s * dout
    ds = r.w * dout
    # backprop r = P(p.w * q.w, p.s * q.s)
    dp_w = unbroadcast(q.w * dw, p.w)
    dq = P(w=unbroadcast(p.w * dw, q.w), s=unbroadcast(p.s * ds, q.s))
    dp_s = unbroadcast(q.s * ds, p.s)
    # backprop t = np.sum(p.w**2) + np.sum(p.s**2)
    dp_w += (2 * p.w) * dt
    dp_s += (2 * p.s) * dt
    dp = P(w=dp_w, s=dp_s)
    return dp, dq
