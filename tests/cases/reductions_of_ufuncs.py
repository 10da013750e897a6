# arguments: x=(3, 4), v=(4,)
import numpy as np


def f(x: "N D", v: "D"):
    total = np.add.reduce(x)
    largest = np.maximum.reduce(x, axis=1, keepdims=True)
    shifted = (x - largest).clip(min=-1.0)
    return total * np.multiply.reduce(v), np.add.accumulate(shifted)


# output
"""Forward and backward passes of reductions_of_ufuncs.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def products_of_others(x, axis=None):
    """For each entry the product of all others that np.prod(x, axis) takes."""
    rows = rows_of(x, axis)
    one = np.ones_like(rows[..., :1])
    before = np.cumprod(np.concatenate([one, rows[..., :-1]], axis=-1), axis=-1)
    behind = np.cumprod(np.concatenate([one, rows[..., :0:-1]], axis=-1), axis=-1)
    return from_rows(before * behind[..., ::-1], x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


def f_forward(x: "N D", v: "D"):
    """Forward pass of f.

    Gives out (D,), out1 (N, D) and the cache (references, not copies).
    """
    total = np.add.reduce(x)
    largest = np.maximum.reduce(x, axis=1, keepdims=True)
    x_minus_largest = x - largest
    shifted = x_minus_largest.clip(min=-1.0)
    prod_v = np.multiply.reduce(v)
    out = total * prod_v
    out1 = np.add.accumulate(shifted)
    cache = (x, v, total, shifted, prod_v)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: dx (N, D) and dv (D,), from dout (D,) and dout1 (N, D)."""
    x, v, total, shifted, prod_v = cache
    # backprop out1 = np.add.accumulate(shifted)
    dshifted = np.cumsum(dout1[::-1], axis=0)[::-1]
    # backprop out = total * prod_v
    dtotal = prod_v * dout
    dprod_v = total @ dout
    # backprop prod_v = np.multiply.reduce(v)
    dv = products_of_others(v, 0) * np.expand_dims(dprod_v, 0)
    # backprop shifted = x_minus_largest.clip(min=-1.0)
    dx_minus_largest = (shifted > -1.0) * dshifted
    # backprop x_minus_largest = x - largest
    dx = dx_minus_largest
    dlargest = -np.sum(dx_minus_largest, axis=1, keepdims=True)
    # backprop largest = np.maximum.reduce(x, axis=1, keepdims=True)
    dx += is_first_max(x, 1) * dlargest
    # backprop total = np.add.reduce(x)
    dx += dtotal
    return dx, dv
