"""Functions of helpers.py once more, for code that numba compiles.

A value's rank is known there before anything runs: of the branches that ask for it one is compiled.
"""

from __future__ import annotations

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: a sum where x was broadcast, spread if g is smaller."""
    if not hasattr(x, "ndim"):
        return np.sum(g)
    g = np.asarray(g)
    dx = np.zeros(x.shape, g.dtype)
    shape = np.broadcast_shapes(g.shape, x.shape)
    places = np.broadcast_to(np.arange(x.size).reshape(x.shape), shape)
    for place, part in zip(places.flat, np.broadcast_to(g, shape).flat):
        dx.flat[place] += part
    return dx


def zeros_of(x):
    """Zeros for a number, an array, or a list of them."""
    if isinstance(x, list):
        return [zeros_of(item) for item in x]
    return np.zeros(x.shape) if hasattr(x, "ndim") else 0.0


def copy_of(x):
    """A copy of a number, an array, or a list of them."""
    if isinstance(x, list):
        return [copy_of(item) for item in x]
    return x.copy() if hasattr(x, "ndim") else x


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if x.ndim == 1 and y.ndim == 1:
        return y * dz
    if x.ndim == 1:
        return np.dot(y, dz)
    return np.outer(dz, y) if y.ndim == 1 else np.dot(dz, y.T)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if x.ndim == 1 and y.ndim == 1:
        return x * dz
    if x.ndim == 1:
        return np.outer(x, dz)
    return np.dot(x.T, dz)


def dot_dx(dz, x, y):
    """The gradient on x of z = np.dot(x, y), whatever the ranks."""
    return matmul_dx(dz, x, y)


def dot_dy(dz, x, y):
    """The gradient on y of z = np.dot(x, y), whatever the ranks."""
    return matmul_dy(dz, x, y)


def is_first_max(x):
    """True where np.max(x) has its value from, the first place on a tie; else False."""
    first = np.zeros(x.shape, np.bool_)
    first.flat[np.argmax(x)] = True
    return first


def add_at(x, index, g):
    """Adds g to x at an index, an array, as often as an entry is named."""
    for place, part in zip(index, np.broadcast_to(g, index.shape)):
        x[place] += part


def in_form_of(x, items):
    """The items as what x is: an array, a list or a tuple."""
    if hasattr(x, "ndim"):
        return np.array(items)
    return [item for item in items] if isinstance(x, list) else items


def solve_da(dz, a, b, z):
    """The gradient on a of z = np.linalg.solve(a, b), for one matrix."""
    g = np.linalg.solve(a.T, dz)
    return -np.outer(g, z) if b.ndim == 1 else -np.dot(g, z.T)


def solve_db(dz, a, b):
    """The gradient on b of z = np.linalg.solve(a, b), for one matrix."""
    return np.linalg.solve(a.T, dz)


def products_of_others(x):
    """For each entry the product of all others that np.prod(x) takes, zero or not."""
    others = np.ones(x.shape)
    before, behind = 1.0, 1.0
    for i in range(x.size):
        others.flat[i] *= before
        others.flat[x.size - 1 - i] *= behind
        before *= x.flat[i]
        behind *= x.flat[x.size - 1 - i]
    return others


def put_at(g, x, index):
    """Zeros of the shape of x, and g added at an index, an array."""
    z = np.zeros(x.shape)
    for place, part in zip(index, g):
        z[place] += part
    return z
