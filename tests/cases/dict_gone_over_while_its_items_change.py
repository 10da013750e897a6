# arguments: x=(3,), n=3
import numpy as np


def f(x: "N", n: int):
    d = {"b": x, "a": x}
    d["c"] = x * 2
    t = x[0]
    for k, v in d.items():
        t = t + np.sum(v) * t
        d[k] = v * t
    return t, d


# output
"""Forward and backward passes of dict_gone_over_while_its_items_change.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: t3, out and the cache (references, not copies)."""
    d_b = x
    d_a = x
    d_c = x * 2
    t = x[0]
    v = d_b
    sum_v = np.sum(v)
    t1 = t + sum_v * t
    d_b = v * t1
    v1 = d_a
    t_sum_v = np.sum(v1)
    t2 = t1 + t_sum_v * t1
    d_a = v1 * t2
    v2 = d_c
    t_sum_v1 = np.sum(v2)
    t3 = t2 + t_sum_v1 * t2
    d_c = v2 * t3
    out = {"b": d_b, "a": d_a, "c": d_c}
    cache = (x, t, v, sum_v, t1, v1, t_sum_v, t2, v2, t_sum_v1, t3)
    return t3, out, cache


def f_backward(dt3, dout, cache):
    """Backward pass of f: dx (N,), from dt3 and dout."""
    x, t, v, sum_v, t1, v1, t_sum_v, t2, v2, t_sum_v1, t3 = cache
    # backprop out = {"b": d_b, "a": d_a, "c": d_c}
    dd_b = dout["b"]
    dd_a = dout["a"]
    # backprop d_c = v2 * t3
    dv2 = t3 * dout["c"]
    dt3 = dt3 + v2 @ dout["c"]
    # backprop t3 = t2 + t_sum_v1 * t2
    dt_sum_v1 = t2 * dt3
    dt2 = dt3 + t_sum_v1 * dt3
    # backprop t_sum_v1 = np.sum(v2)
    dv2 += dt_sum_v1
    # backprop v2 = d_c
    dd_c = dv2
    # backprop d_a = v1 * t2
    dv1 = t2 * dd_a
    dt2 += v1 @ dd_a
    # backprop t2 = t1 + t_sum_v * t1
    dt_sum_v = t1 * dt2
    dt1 = dt2 + t_sum_v * dt2
    # backprop t_sum_v = np.sum(v1)
    dv1 += dt_sum_v
    # backprop v1 = d_a
    dd_a = dv1
    # backprop d_b = v * t1
    dv = t1 * dd_b
    dt1 += v @ dd_b
    # backprop t1 = t + sum_v * t
    dsum_v = t * dt1
    dt = dt1 + sum_v * dt1
    # backprop sum_v = np.sum(v)
    dv += dsum_v
    # backprop v = d_b
    dd_b = dv
    # backprop t = x[0]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = dt
    # backprop d_c = x * 2
    dx += 2 * dd_c
    # backprop d_a = x
    dx += dd_a
    # backprop d_b = x
    dx += dd_b
    return dx
