# arguments: x=(3,), n=3
import numpy as np


def total(d):
    return np.sum(d["a"] * d["b"])


def f(x: "N", n: int):
    d = {"a": x}
    d["b"] = x * 2
    s = total(d)
    d["a"] = d["a"] * s
    return s * total(d)


# output
"""Forward and backward passes of dict_given_to_a_function_between_writes.py: do not
edit.

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


def total_forward(d):
    """Forward pass of total: out and the cache (references, not copies)."""
    sum_in = d["a"] * d["b"]
    out = np.sum(sum_in)
    cache = (d, sum_in)
    return out, cache


def total_backward(dout, cache):
    """Backward pass of total: dd, from dout."""
    d, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = d["a"] * d["b"]
    dd = {
        "a": unbroadcast(d["b"] * dsum_in, d["a"]),
        "b": unbroadcast(d["a"] * dsum_in, d["b"]),
    }
    return dd


def f_forward(x: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    d_a = x
    d_b = x * 2
    s_dict = {"a": d_a, "b": d_b}
    s, total_cache = total_forward(s_dict)
    d_a1 = d_a * s
    out_dict = {"a": d_a1, "b": d_b}
    total_d_a, total_d_a_cache = total_forward(out_dict)
    out = s * total_d_a
    cache = (d_a, s, total_cache, total_d_a, total_d_a_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    d_a, s, total_cache, total_d_a, total_d_a_cache = cache
    # backprop out = s * total_d_a
    ds = total_d_a * dout
    dtotal_d_a = s * dout
    # backprop total_d_a = total(out_dict)
    dout_dict = total_backward(dtotal_d_a, total_d_a_cache)
    # backprop out_dict = {"a": d_a1, "b": d_b}
    dd_a1 = dout_dict["a"]
    dd_b = dout_dict["b"]
    # backprop d_a1 = d_a * s
    ds += d_a @ dd_a1
    dd_a = s * dd_a1
    # backprop s = total(s_dict)
    ds_dict = total_backward(ds, total_cache)
    # backprop s_dict = {"a": d_a, "b": d_b}
    dd_a += ds_dict["a"]
    dd_b += ds_dict["b"]
    # backprop d_b = x * 2
    dx = 2 * dd_b
    # backprop d_a = x
    dx += dd_a
    return dx
