# arguments: p=P((3,)), x=(3,)
# names matter: fields are read by their names
from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"

    @property
    def norm(self):
        return np.sqrt(np.sum(self.w**2))

    @property
    def unit(self) -> "N":
        n = self.norm
        return self.w / n


def f(p: P, x: "N"):
    if p.norm > 100:
        return np.sum(x * p.w)
    t = 0.0
    for i in range(2):
        t = t + np.sum(p.unit * x) * p.norm
    return t


# output
"""Forward and backward passes of properties_of_a_dataclass.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass
class P:
    w: "N"

    @property
    def norm(self):
        return np.sqrt(np.sum(self.w**2))

    @property
    def unit(self) -> "N":
        n = self.norm
        return self.w / n


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


def p_unit_forward(self: P):
    """Forward pass of p_unit: out and the cache (references, not copies)."""
    n = np.sqrt(np.sum(self.w**2))
    out = self.w / n
    cache = (n, out)
    return out, cache


def p_unit_backward(dout, cache):
    """Backward pass of p_unit: dself, from dout."""
    n, out = cache
    # backprop out = self.w / n
    dself = P(w=(dout - out * np.sum(out * dout)) / n)
    return dself


def f_forward(p: P, x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    sum_in = None
    steps = None
    sqrt_sum_p_w_sqr_gt_100 = np.sqrt(np.sum(p.w**2)) > 100
    if sqrt_sum_p_w_sqr_gt_100:
        sum_in = x * p.w
        out = np.sum(sum_in)
    else:
        t = 0.0
        steps = []
        for i in range(2):
            p_unit_p, p_unit_cache = p_unit_forward(p)
            t_sum_in = p_unit_p * x
            sum_p = np.sum(t_sum_in)
            sqrt_sum_p_w_sqr = np.sqrt(np.sum(p.w**2))
            t = t + sum_p * sqrt_sum_p_w_sqr
            steps.append((p_unit_cache, p_unit_p, t_sum_in, sum_p, sqrt_sum_p_w_sqr))
        out = t
    cache = (p, x, sqrt_sum_p_w_sqr_gt_100, sum_in, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    p, x, sqrt_sum_p_w_sqr_gt_100, sum_in, steps = cache
    if sqrt_sum_p_w_sqr_gt_100:
        # backprop out = np.sum(sum_in)
        dsum_in = np.ones_like(sum_in) * dout
        # backprop sum_in = x * p.w
        dx = unbroadcast(p.w * dsum_in, x)
        dw = unbroadcast(x * dsum_in, p.w)
        dp = P(w=np.zeros_like(p.w, dtype=np.result_type(p.w, 1.0)))
    else:
        # backprop out = t
        dt = dout
        dw = np.zeros_like(p.w, dtype=np.result_type(p.w, 1.0))
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dp = P(w=np.zeros_like(p.w, dtype=np.result_type(p.w, 1.0)))
        for p_unit_cache, p_unit_p, t_sum_in, sum_p, sqrt_sum_p_w_sqr in reversed(
            steps
        ):
            # backprop t = t + sum_p * sqrt_sum_p_w_sqr
            dsum_p = sqrt_sum_p_w_sqr * dt
            dsqrt_sum_p_w_sqr = sum_p * dt
            # backprop sqrt_sum_p_w_sqr = np.sqrt(np.sum(p.w**2))
            dw += p.w * (dsqrt_sum_p_w_sqr / sqrt_sum_p_w_sqr)
            # backprop sum_p = np.sum(t_sum_in)
            dt_sum_in = np.ones_like(t_sum_in) * dsum_p
            # backprop t_sum_in = p_unit_p * x
            dp_unit_p = unbroadcast(x * dt_sum_in, p_unit_p)
            dx += unbroadcast(p_unit_p * dt_sum_in, x)
            # backprop p_unit_p = p_unit(p)
            dp_p_unit = p_unit_backward(dp_unit_p, p_unit_cache)
            dw += dp_p_unit.w
    dw += dp.w
    dp = P(w=dw)
    return dp, dx
