# arguments: x=(3, 4)
import numpy as np


def f(x: "N D"):
    m = np.max(x, axis=1, keepdims=True)
    shifted = x - m
    return shifted * x.min(axis=0)


# output
"""Forward and backward passes of maximum_over_an_axis.py: do not edit.

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


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


def f_forward(x: "N D"):
    """Forward pass of f: out (N, D) and the cache (references, not copies)."""
    m = np.max(x, axis=1, keepdims=True)
    shifted = x - m
    min_x = x.min(axis=0)
    out = shifted * min_x
    cache = (x, shifted, min_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D), from dout (N, D)."""
    x, shifted, min_x = cache
    # backprop out = shifted * min_x
    dshifted = min_x * dout
    dmin_x = np.sum(shifted * dout, axis=0)
    # backprop min_x = x.min(axis=0)
    dx = is_first_max(-x, 0) * np.expand_dims(dmin_x, 0)
    # backprop shifted = x - m
    dx += dshifted
    dm = -np.sum(dshifted, axis=1, keepdims=True)
    # backprop m = np.max(x, axis=1, keepdims=True)
    dx += is_first_max(x, 1) * dm
    return dx
