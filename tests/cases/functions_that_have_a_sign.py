# arguments: xs=(3,), ys=(3,), a=()
# names matter: an item of xs is called x
import operator
from operator import mul, sub


def f(xs: "N", ys: "N", a: float):
    t = operator.truediv(mul(a, a), 2.0) if operator.gt(a, 0) else operator.neg(a)
    for u, v in zip(xs, ys, strict=True):
        t = t * u + sub(u, v)
    return t + sum(map(operator.mul, xs, ys))


# output
"""Forward and backward passes of functions_that_have_a_sign.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(xs: "N", ys: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    t = a * a / 2.0 if a > 0 else -a
    t_before = []
    for u, v in zip(xs, ys, strict=True):
        t_before.append(t)
        t = t * u + (u - v)
    total = 0
    for x, y in zip(xs, ys):
        total += x * y
    out = t + total
    cache = (xs, ys, a, t_before)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs (N,), dys (N,) and da, from dout."""
    xs, ys, a, t_before = cache
    # backprop out = t + total
    dt = dout
    dtotal = dout
    dys = np.zeros_like(ys, dtype=np.result_type(ys, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i1 in reversed(range(min(len(xs), len(ys)))):
        x = xs[i1]
        y = ys[i1]
        # backprop total += x * y
        dx = y * dtotal
        dy = x * dtotal
        dys[i1] = dy
        dxs[i1] = dx
    for i in reversed(range(min(len(xs), len(ys)))):
        t = t_before[i]
        u = xs[i]
        # backprop t = t * u + (u - v)
        du = t * dt
        du += dt
        dv = -dt
        dt = u * dt
        dys[i] += dv
        dxs[i] += du
    # backprop t = a * a / 2.0 if a > 0 else -a
    da = a * dt if a > 0 else -dt
    return dxs, dys, da
