# arguments: p=P((3,), 2.0), x=(3,)
# names matter: fields are read by their names
# first order only: what the cache holds has no class
from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class P:
    w: "N"
    s: float
    K = 0.5
    n = 3

    @classmethod
    def make(cls, w, s):
        return cls(w * cls.K, s)

    @staticmethod
    def act(z):
        return np.tanh(z)

    def out(self, x):
        return self.act(self.w * x) * self.K


def f(p: P, x: "N"):
    q = replace(p, w=p.w * x)
    r = P.make(q.w, q.s)
    return np.sum(q.out(x)) + np.sum(r.w ** r.n) * r.s * P.K


# output
"""Forward and backward passes of values_and_methods_of_a_class.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass, replace

import numpy as np


@dataclass(frozen=True)
class P:
    w: "N"
    s: float
    K = 0.5
    n = 3

    @classmethod
    def make(cls, w, s):
        return cls(w * cls.K, s)

    @staticmethod
    def act(z):
        return np.tanh(z)

    def out(self, x):
        return self.act(self.w * x) * self.K


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
    q = replace(p, w=p.w * x)
    r = P(q.w * P.K, q.s)
    tanh_in = q.w * x
    tanh_q_w_times_x = np.tanh(tanh_in)
    sum_r_w_pow_r_n = np.sum(r.w**r.n)
    out_product = sum_r_w_pow_r_n * r.s
    out = np.sum(tanh_q_w_times_x * q.K) + out_product * P.K
    cache = (p, x, q, r, tanh_q_w_times_x, sum_r_w_pow_r_n)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    p, x, q, r, tanh_q_w_times_x, sum_r_w_pow_r_n = cache
    # backprop out = np.sum(tanh_q_w_times_x * q.K) + out_product * P.K
    dtanh_q_w_times_x = np.ones_like(tanh_q_w_times_x) * (q.K * dout)
    dout_product = P.K * dout
    # backprop out_product = sum_r_w_pow_r_n * r.s
    dsum_r_w_pow_r_n = r.s * dout_product
    ds = sum_r_w_pow_r_n * dout_product
    # backprop sum_r_w_pow_r_n = np.sum(r.w**r.n)
    dw = np.ones_like(r.w) * (
        (r.n * r.w ** (r.n - 1) if r.n else 0.0) * dsum_r_w_pow_r_n
    )
    # backprop tanh_q_w_times_x = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_q_w_times_x**2) * dtanh_q_w_times_x
    # backprop tanh_in = q.w * x
    dq_w = x * dtanh_in
    dx = unbroadcast(q.w * dtanh_in, x)
    # backprop r = P(q.w * P.K, q.s)
    dq_s = ds
    dq_w += P.K * dw
    # backprop q = replace(p, w=p.w * x)
    dq = P(w=dq_w, s=dq_s)
    dx += unbroadcast(p.w * dq.w, x)
    dp = P(w=unbroadcast(x * dq.w, p.w), s=dq.s)
    return dp, dx
