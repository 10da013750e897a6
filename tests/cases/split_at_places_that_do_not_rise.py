# arguments: x=(5,), i=4, j=2
# first order only: split_dx, called like this, has no gate
import numpy as np


def f(x: "N", i: int, j: int):
    a, b, c = np.split(x, [3, 1])  # entries 1 and 2 are in two parts
    d, e, g = np.split(x, [i, j])
    return np.sum(a**2) * np.sum(c**3) + np.sum(d) * np.sum(g**2)


# output
"""Forward and backward passes of split_at_places_that_do_not_rise.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def split_dx(dz, x, places, axis):
    """The gradient on x of np.split(x, places, axis): each part, added in its place."""
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0, *dz))
    rows = np.moveaxis(dx, axis, 0)
    for g, first, last in zip(dz, (0, *places), (*places, None)):
        rows[first:last] += np.moveaxis(g, axis, 0)
    return dx


def f_forward(x: "N", i: int, j: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    a, b, c = np.split(x, [3, 1])  # entries 1 and 2 are in two parts
    split_in = [i, j]
    d, e, g = np.split(x, split_in)
    sum_a_sqr = np.sum(a**2)
    sum_c_pow_3 = np.sum(c**3)
    sum_d = np.sum(d)
    sum_g_sqr = np.sum(g**2)
    out = sum_a_sqr * sum_c_pow_3 + sum_d * sum_g_sqr
    cache = (x, a, b, c, split_in, d, e, g, sum_a_sqr, sum_c_pow_3, sum_d, sum_g_sqr)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    x, a, b, c, split_in, d, e, g, sum_a_sqr, sum_c_pow_3, sum_d, sum_g_sqr = cache
    # backprop out = sum_a_sqr * sum_c_pow_3 + sum_d * sum_g_sqr
    dsum_a_sqr = sum_c_pow_3 * dout
    dsum_c_pow_3 = sum_a_sqr * dout
    dsum_d = sum_g_sqr * dout
    dsum_g_sqr = sum_d * dout
    # backprop sum_g_sqr = np.sum(g**2)
    dg = (2 * g) * dsum_g_sqr
    # backprop sum_d = np.sum(d)
    dd = np.ones_like(d) * dsum_d
    # backprop sum_c_pow_3 = np.sum(c**3)
    dc = (3 * c**2) * dsum_c_pow_3
    # backprop sum_a_sqr = np.sum(a**2)
    da = (2 * a) * dsum_a_sqr
    # backprop d, e, g = np.split(x, split_in)
    dx = split_dx([dd, np.zeros_like(e), dg], x, split_in, 0)
    # backprop a, b, c = np.split(x, [3, 1])
    dx += split_dx([da, np.zeros_like(b), dc], x, [3, 1], 0)
    return dx
