# arguments: v=(4,), n=4
# first order only: what the cache holds is another cache
import numpy as np


def split(v: "N", n: int):
    if n < 1:
        return v, np.sum(v)
    u, s = joined(v * v, n - 1)
    return u * s, s


def joined(v: "N", n: int):
    if n < 1:
        return 2 * v, v[0]
    return last(v + 1, n - 2)


def last(v: "N", n: int):
    u, s = split(v / np.sum(v), n)
    if n > 1:
        w, t = last(v, n - 1)
        return u * w, s * t
    return u, s


def f(v: "N", n: int):
    u, s = split(v, n)
    return u * s


# output
"""Forward and backward passes of recursion_of_a_ring_of_functions.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def split_forward(v: "N", n: int):
    """Forward pass of split: out, out1 and the cache (references, not copies)."""
    u = None
    s = None
    joined_cache = None
    if n < 1:
        out = v
        out1 = np.sum(v)
    else:
        v_times_v = v * v
        u, s, joined_cache = joined_forward(v_times_v, n - 1)
        out = u * s
        out1 = s
    cache = (v, n, u, s, joined_cache)
    return out, out1, cache


def split_backward(dout, dout1, cache):
    """Backward pass of split: dv (N,), from dout and dout1."""
    v, n, u, s, joined_cache = cache
    if n < 1:
        # backprop out1 = np.sum(v)
        dv = np.ones_like(v) * dout1
        # backprop out = v
        dv += dout
    else:
        # backprop out1 = s
        ds = dout1
        # backprop out = u * s
        du = s * dout
        ds = ds + np.sum(u * dout)
        # backprop u, s = joined(v_times_v, n - 1)
        dv_times_v = joined_backward(du, ds, joined_cache)
        # backprop v_times_v = v * v
        dv = (2 * v) * dv_times_v
    return dv


def joined_forward(v: "N", n: int):
    """Forward pass of joined: out, out1 and the cache (references, not copies)."""
    last_cache = None
    if n < 1:
        out = 2 * v
        out1 = v[0]
    else:
        v_plus_1 = v + 1
        out, out1, last_cache = last_forward(v_plus_1, n - 2)
    cache = (v, n, last_cache)
    return out, out1, cache


def joined_backward(dout, dout1, cache):
    """Backward pass of joined: dv (N,), from dout and dout1."""
    v, n, last_cache = cache
    if n < 1:
        # backprop out1 = v[0]
        dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
        dv[0] = dout1
        # backprop out = 2 * v
        dv += 2 * dout
    else:
        # backprop out, out1 = last(v_plus_1, n - 2)
        dv_plus_1 = last_backward(dout, dout1, last_cache)
        # backprop v_plus_1 = v + 1
        dv = dv_plus_1
    return dv


def last_forward(v: "N", n: int):
    """Forward pass of last: out, out1 and the cache (references, not copies)."""
    sum_v = np.sum(v)
    v_over_sum_v = v / sum_v
    u, s, split_cache = split_forward(v_over_sum_v, n)
    w = None
    t = None
    last_cache = None
    if n > 1:
        w, t, last_cache = last_forward(v, n - 1)
        out = u * w
        out1 = s * t
    else:
        out = u
        out1 = s
    cache = (v, n, sum_v, v_over_sum_v, u, s, split_cache, w, t, last_cache)
    return out, out1, cache


def last_backward(dout, dout1, cache):
    """Backward pass of last: dv (N,), from dout and dout1."""
    v, n, sum_v, v_over_sum_v, u, s, split_cache, w, t, last_cache = cache
    if n > 1:
        # backprop out1 = s * t
        ds = t * dout1
        dt = s * dout1
        # backprop out = u * w
        du = unbroadcast(w * dout, u)
        dw = unbroadcast(u * dout, w)
        # backprop w, t = last(v, n - 1)
        dv = last_backward(dw, dt, last_cache)
    else:
        # backprop out1 = s
        ds = dout1
        # backprop out = u
        du = dout
        dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
    # backprop u, s = split(v_over_sum_v, n)
    dv_over_sum_v = split_backward(du, ds, split_cache)
    # backprop v_over_sum_v = v / sum_v
    dv += (dv_over_sum_v - np.sum(v_over_sum_v * dv_over_sum_v)) / sum_v
    return dv


def f_forward(v: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    u, s, split_cache = split_forward(v, n)
    out = u * s
    cache = (u, s, split_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dv (N,), from dout."""
    u, s, split_cache = cache
    # backprop out = u * s
    du = s * dout
    ds = np.sum(u * dout)
    # backprop u, s = split(v, n)
    dv = split_backward(du, ds, split_cache)
    return dv
