# arguments: A=(3, 2), B=(2, 4)
import numpy as np


def f(A, B):
    s = 0.0
    for row in A:
        s = s + np.sum(row * row)
    for row in B:
        s = s + np.sum(row * row) * np.max(row)
    return s * row


# output
"""Forward and backward passes of loops_over_rows_of_several_arrays.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(A, B):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = 0.0
    row = None
    for row in A:
        s = s + np.sum(row * row)
    row_before = row
    steps = []
    for row in B:
        sum_row_times_row = np.sum(row * row)
        max_row = np.max(row)
        s = s + sum_row_times_row * max_row
        steps.append((sum_row_times_row, max_row))
    out = s * row
    cache = (A, B, row_before, steps, row, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA and dB, from dout."""
    A, B, row_before, steps, row, s = cache
    # backprop out = s * row
    ds = np.sum(row * dout)
    drow = s * dout
    dB = zeros_of(B)
    for i1 in reversed(range(len(B))):
        sum_row_times_row, max_row = steps[i1]
        row = B[i1]
        drow = unbroadcast(drow, row)
        # backprop s = s + sum_row_times_row * max_row
        dsum_row_times_row = max_row * ds
        dmax_row = sum_row_times_row * ds
        # backprop max_row = np.max(row)
        drow += is_first_max(row) * dmax_row
        # backprop sum_row_times_row = np.sum(row * row)
        drow += (2 * row) * dsum_row_times_row
        dB[i1] += drow
        drow = 0.0
    drow = unbroadcast(drow, row_before)
    dA = zeros_of(A)
    for i in reversed(range(len(A))):
        row = A[i]
        drow = unbroadcast(drow, row)
        # backprop s = s + np.sum(row * row)
        drow += (2 * row) * ds
        dA[i] += drow
        drow = 0.0
    return dA, dB
