# arguments: x=(2, 6), n=2
# first order only: split_dx, called like this, has no gate
import numpy as np


def f(x: "N D", n: int):
    _, a, _ = np.split(x, [n, 2 * n], axis=1)
    b = np.array_split(x, 2, axis=1)[1]
    parts = np.hsplit(x, 2)
    return np.sum(a**2) * np.sum(b**2) * parts[0]


# output
"""Forward and backward passes of split_with_parts_that_have_no_gradient.py: do not
edit.

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


def f_forward(x: "N D", n: int):
    """Forward pass of f: out (N, D/2) and the cache (references, not copies)."""
    split_in = [n, 2 * n]
    part_0, a, part_2 = np.split(x, split_in, axis=1)
    array_split_part_0, b = np.array_split(x, 2, axis=1)
    parts = np.hsplit(x, 2)
    sum_a_sqr = np.sum(a**2)
    sum_b_sqr = np.sum(b**2)
    out_product = sum_a_sqr * sum_b_sqr
    out = out_product * parts[0]
    cache = (
        x,
        split_in,
        part_0,
        a,
        part_2,
        array_split_part_0,
        b,
        parts,
        sum_a_sqr,
        sum_b_sqr,
        out_product,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout (N, D/2)."""
    (
        x,
        split_in,
        part_0,
        a,
        part_2,
        array_split_part_0,
        b,
        parts,
        sum_a_sqr,
        sum_b_sqr,
        out_product,
    ) = cache
    # backprop out = out_product * parts[0]
    dout_product = np.sum(parts[0] * dout)
    dparts_0 = out_product * dout
    # backprop out_product = sum_a_sqr * sum_b_sqr
    dsum_a_sqr = sum_b_sqr * dout_product
    dsum_b_sqr = sum_a_sqr * dout_product
    # backprop sum_b_sqr = np.sum(b**2)
    db = (2 * b) * dsum_b_sqr
    # backprop sum_a_sqr = np.sum(a**2)
    da = (2 * a) * dsum_a_sqr
    # backprop parts = np.hsplit(x, 2)
    dx = np.hstack([dparts_0, np.zeros_like(dparts_0)])
    # backprop array_split_part_0, b = np.array_split(x, 2, axis=1)
    dx += np.concatenate([np.zeros_like(array_split_part_0), db], axis=1)
    # backprop part_0, a, part_2 = np.split(x, split_in, axis=1)
    dx += split_dx([np.zeros_like(part_0), da, np.zeros_like(part_2)], x, split_in, 1)
    return dx
