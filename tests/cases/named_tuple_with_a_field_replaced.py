# arguments: p=P((3,), 3.0, 2), x=(3,)
# names matter: fields are read by their names
from typing import NamedTuple

import numpy as np


class P(NamedTuple):
    w: "N"
    s: float
    n: int


def f(p: P, x: "N"):
    q = p._replace(w=x * p.w)
    r = q._replace(s=q.s**2, n=3)
    return np.sum(r.w * q.w * x) * r.s * p.s * r.n


# output
"""Forward and backward passes of named_tuple_with_a_field_replaced.py: do not edit.

Made by `backprop generate`.
"""

from typing import NamedTuple

import numpy as np


class P(NamedTuple):
    w: "N"
    s: float
    n: int


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
    """Forward pass of f: out and the cache (references, not copies)."""
    q = p._replace(w=x * p.w)
    r = q._replace(s=q.s**2, n=3)
    r_w_times_q_w = r.w * q.w
    sum_r = np.sum(r_w_times_q_w * x)
    sum_r_times_r_s = sum_r * r.s
    out_product = sum_r_times_r_s * p.s
    out = out_product * r.n
    cache = (p, x, q, r, r_w_times_q_w, sum_r, sum_r_times_r_s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    p, x, q, r, r_w_times_q_w, sum_r, sum_r_times_r_s = cache
    # backprop out = out_product * r.n
    dout_product = r.n * dout
    # backprop out_product = sum_r_times_r_s * p.s
    dsum_r_times_r_s = p.s * dout_product
    ds = sum_r_times_r_s * dout_product
    # backprop sum_r_times_r_s = sum_r * r.s
    dsum_r = r.s * dsum_r_times_r_s
    dr_s = sum_r * dsum_r_times_r_s
    # backprop sum_r = np.sum(r_w_times_q_w * x)
    dr_w_times_q_w = np.ones_like(r_w_times_q_w) * (x * dsum_r)
    dx = unbroadcast(r_w_times_q_w * dsum_r, x)
    # backprop r_w_times_q_w = r.w * q.w
    dw = q.w * dr_w_times_q_w
    dq_w = r.w * dr_w_times_q_w
    # backprop r = q._replace(s=q.s**2, n=3)
    dr = P(w=dw, s=dr_s, n=0.0)
    dq_w += dr.w
    dq_s = (2 * q.s) * dr.s
    # backprop q = p._replace(w=x * p.w)
    dq = P(w=dq_w, s=dq_s, n=0.0)
    dx += unbroadcast(p.w * dq.w, x)
    dp_w = unbroadcast(x * dq.w, p.w)
    ds += dq.s
    dp = P(w=dp_w, s=ds, n=0.0)
    return dp, dx
