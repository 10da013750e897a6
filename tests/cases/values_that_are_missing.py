# arguments: x=(2, 3), v=(3,)
import numpy as np


def f(x: "N D", v: "D"):
    total = np.nansum(v)
    middle = np.nanmean(x, axis=0)
    spread = np.nanstd(x, axis=1)
    most = np.nanmax(v) * np.nanmedian(x)
    return total * most, np.nansum(middle), spread


# output
"""Forward and backward passes of values_that_are_missing.py: do not edit.

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


def nanmean_weights(x, axis=None):
    """What each entry adds to np.nanmean(x, axis): one over their number, 0 for nan."""
    rows = rows_of(x, axis)
    there = ~np.isnan(rows)
    weights = there / np.sum(there, axis=-1, keepdims=True)
    return from_rows(weights.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def nanquantile_weights(x, q, axis=None):
    """What each entry contributes to np.nanquantile(x, q, axis); 0 for nan."""
    rows = rows_of(x, axis)
    there = ~np.isnan(rows)
    rank = np.argsort(np.argsort(rows, axis=-1), axis=-1)  # nan comes last
    place = q * (np.sum(there, axis=-1, keepdims=True) - 1)
    weights = there * np.maximum(1 - np.absolute(rank - place), 0)
    return from_rows(weights.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def nanvar_slopes(x, axis=None, ddof=0):
    """How np.nanvar(x, axis, ddof=ddof) grows with each entry; 0 for nan."""
    rows = rows_of(x, axis)
    there = ~np.isnan(rows)
    away = np.where(there, rows - np.nanmean(rows, axis=-1, keepdims=True), 0)
    slopes = 2 * away / (np.sum(there, axis=-1, keepdims=True) - ddof)
    return from_rows(slopes.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


def f_forward(x: "N D", v: "D"):
    """Forward pass of f.

    Gives out, out1, spread (N,) and the cache (references, not copies).
    """
    total = np.nansum(v)
    middle = np.nanmean(x, axis=0)
    spread = np.nanstd(x, axis=1)
    nanmax_v = np.nanmax(v)
    nanmedian_x = np.nanmedian(x)
    most = nanmax_v * nanmedian_x
    out = total * most
    out1 = np.nansum(middle)
    cache = (x, v, total, middle, spread, nanmax_v, nanmedian_x, most)
    return out, out1, spread, cache


def f_backward(dout, dout1, dspread, cache):
    """Backward pass of f: dx (N, D) and dv (D,), from dout, dout1 and dspread (N,)."""
    x, v, total, middle, spread, nanmax_v, nanmedian_x, most = cache
    # backprop out1 = np.nansum(middle)
    dmiddle = ~np.isnan(middle) * dout1
    # backprop out = total * most
    dtotal = most * dout
    dmost = total * dout
    # backprop most = nanmax_v * nanmedian_x
    dnanmax_v = nanmedian_x * dmost
    dnanmedian_x = nanmax_v * dmost
    # backprop nanmedian_x = np.nanmedian(x)
    dx = nanquantile_weights(x, 0.5) * dnanmedian_x
    # backprop nanmax_v = np.nanmax(v)
    dv = is_first_max(np.where(np.isnan(v), -np.inf, v)) * dnanmax_v
    # backprop spread = np.nanstd(x, axis=1)
    dx += (nanvar_slopes(x, 1) / 2) * np.expand_dims(dspread / spread, 1)
    # backprop middle = np.nanmean(x, axis=0)
    dx += nanmean_weights(x, 0) * np.expand_dims(dmiddle, 0)
    # backprop total = np.nansum(v)
    dv += ~np.isnan(v) * dtotal
    return dx, dv
