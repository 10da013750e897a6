"""Functions that the output may use. Each is copied into it, as it stands, where it is used."""

from __future__ import annotations

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: sums it where x was broadcast, spreads it where g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = max(np.ndim(g) - len(shape), 0)
    g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


def dot_dx(dz, x, y):
    """The gradient on x of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(y * dz, x)
    if np.ndim(y) == 1:
        return np.expand_dims(dz, -1) * y
    n = np.ndim(y) - 1  # what z has of y: all its axes but the last but one
    return np.tensordot(dz, np.moveaxis(y, -2, -1 - n), (range(-n, 0), range(-n, 0)))


def dot_dy(dz, x, y):
    """The gradient on y of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(x * dz, y)
    n = np.ndim(x) - 1  # what z has of x: all its axes but the last
    dy = np.tensordot(x, dz, (range(n), range(n)))
    return dy if np.ndim(y) == 1 else np.moveaxis(dy, 0, -2)


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first place on a tie; else False."""
    axes = np.arange(x.ndim) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    moved = np.moveaxis(x, axes, ends)
    rows = moved.reshape(moved.shape[: x.ndim - len(axes)] + (-1,))
    first = np.arange(rows.shape[-1]) == np.expand_dims(np.argmax(rows, axis=-1), -1)
    return np.moveaxis(first.reshape(moved.shape), ends, axes)
