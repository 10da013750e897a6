# arguments: x=np.array([1.0, 2.0, 3.0])
import numpy as np


def f(x: "N"):
    e = np.exp(x - np.max(x))  # the largest is 1
    n = len(x)  # backprop: stop
    return e / n


# output
"""Forward and backward passes of stop_pragma.py: do not edit.

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


def f_forward(x: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    max_x = np.max(x)
    exp_in = x - max_x
    e = np.exp(exp_in)  # the largest is 1
    n = len(x)  # backprop: stop
    out = e / n
    cache = (x, e, n)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    x, e, n = cache
    # backprop out = e / n
    de = dout / n
    # backprop e = np.exp(exp_in)
    dexp_in = e * de
    # backprop exp_in = x - max_x
    dx = dexp_in
    dmax_x = -np.sum(dexp_in)
    # backprop max_x = np.max(x)
    dx += is_first_max(x) * dmax_x
    return dx
