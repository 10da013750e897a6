"""Norms of vectors and matrices.

The norm has no derivative where it is 0; the lines give nan there, as NumPy divides.
"""

from __future__ import annotations

import numpy as np


def norm_all(x) -> reduced(x):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x)
    dx = (x / z) * dz


def norm_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, axis=axis)
    dx = (x / np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def norm_keep_all(x) -> reduced(x, None, True):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, keepdims=True)
    dx = (x / z) * dz


def norm_keep(x, axis: object) -> reduced(x, axis, True):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, axis=axis, keepdims=True)
    dx = (x / z) * dz


def norm_two(x: "N") -> "":
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, 2)
    dx = (x / z) * dz


def norm_two_axis(x, axis: int) -> reduced(x, axis):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, 2, axis=axis)
    dx = (x / np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def norm_fro(x) -> reduced(x):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, "fro")
    dx = (x / z) * dz


def norm_one(x: "N") -> "":
    """Gives every entry the gradient with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, 1)
    dx = np.sign(x) * dz


def norm_one_axis(x, axis: int) -> reduced(x, axis):
    """Gives every entry the gradient with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, 1, axis=axis)
    dx = np.sign(x) * np.expand_dims(dz, axis)


def norm_inf(x: "N") -> "":
    """Routes the gradient to the first of the entries largest in size, with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, np.inf)
    dx = (is_first_max(np.absolute(x)) * np.sign(x)) * dz


def norm_inf_axis(x, axis: int) -> reduced(x, axis):
    """Routes the gradient to the first of the entries largest in size, with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, np.inf, axis=axis)
    dx = (is_first_max(np.absolute(x), axis) * np.sign(x)) * np.expand_dims(dz, axis)


def norm_zero(x) -> reduced(x):
    """Blocks the gradient: its output is a count."""
    z = np.linalg.norm(x, 0)


def norm_zero_axis(x, axis: int) -> reduced(x, axis):
    """Blocks the gradient: its output is a count."""
    z = np.linalg.norm(x, 0, axis=axis)


def norm_p(x: "N", p: literal) -> "":
    """Gives every entry the gradient with its sign and a power of its part of the norm.

    domain: p != 0, z > 0
    """
    z = np.linalg.norm(x, p)
    dx = (np.sign(x) * (np.absolute(x) / z) ** (p - 1)) * dz


def norm_p_axis(x, p: literal, axis: int) -> reduced(x, axis):
    """Gives every entry the gradient with its sign and a power of its part of the norm.

    domain: p != 0, z > 0
    """
    z = np.linalg.norm(x, p, axis=axis)
    dx = (np.sign(x) * (np.absolute(x) / np.expand_dims(z, axis)) ** (p - 1)) * np.expand_dims(dz, axis)


def norm_of_columns(x: "N K") -> "":
    """Gives every entry of the largest column the gradient with the entry's sign.

    domain: 0.05 < np.diff(np.sort(np.absolute(x).sum(0)))[-1]
    """
    z = np.linalg.norm(x, 1)
    dx = (is_first_max(np.sum(np.absolute(x), axis=0)) * np.sign(x)) * dz


def norm_of_rows(x: "N K") -> "":
    """Gives every entry of the largest row the gradient with the entry's sign.

    domain: 0.05 < np.diff(np.sort(np.absolute(x).sum(1)))[-1]
    """
    z = np.linalg.norm(x, np.inf)
    dx = (is_first_max(np.sum(np.absolute(x), axis=1))[:, None] * np.sign(x)) * dz


def any_norm(x, p: object) -> reduced(x):
    """Gives every entry the gradient with its part of the norm.

    p: one of 1, 2, 3, 0, -1, -2, np.inf, -np.inf, "nuc", "fro"
    domain: z > 0, 0.01 < np.diff(np.sort(np.abs(x).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(0).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(-1).ravel()))
    """
    z = np.linalg.norm(x, p)
    dx = norm_dx(dz, x, z, p)


def any_norm_axis(x, p: object, axis: int | tuple) -> reduced(x, axis):
    """Gives every entry the gradient with its part of the norm.

    p: one of 1, 2, 3, 0, -1, -2, np.inf, -np.inf, "nuc", "fro"
    domain: z > 0, 0.01 < np.diff(np.sort(np.abs(x).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(0).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(-1).ravel()))
    """
    z = np.linalg.norm(x, p, axis=axis)
    dx = norm_dx(dz, x, z, p, axis)


def any_norm_keep_all(x, p: object) -> reduced(x, None, True):
    """Gives every entry the gradient with its part of the norm.

    p: one of 1, 2, 3, 0, -1, -2, np.inf, -np.inf, "nuc", "fro"
    domain: z > 0, 0.01 < np.diff(np.sort(np.abs(x).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(0).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(-1).ravel()))
    """
    z = np.linalg.norm(x, p, keepdims=True)
    dx = norm_dx(dz, x, z, p)


def any_norm_keep(x, p: object, axis: object) -> reduced(x, axis, True):
    """Gives every entry the gradient with its part of the norm.

    p: one of 1, 2, 3, 0, -1, -2, np.inf, -np.inf, "nuc", "fro"
    domain: z > 0, 0.01 < np.diff(np.sort(np.abs(x).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(0).ravel()))
    domain: 0.01 < np.diff(np.sort(np.abs(x).sum(-1).ravel()))
    """
    z = np.linalg.norm(x, p, axis=axis, keepdims=True)
    dx = norm_dx(dz, x, z, p, axis)


# The norm of all that there is, as if it were one vector.


def vector_norm_all(x) -> reduced(x):
    """Points the gradient along the input, at length one.

    needs: NumPy 2
    domain: z > 0
    """
    z = np.linalg.vector_norm(x)
    dx = (x / z) * dz


def vector_norm_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Points the gradient along the input, at length one.

    needs: NumPy 2
    domain: z > 0
    """
    z = np.linalg.vector_norm(x, axis=axis)
    dx = (x / np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def vector_norm_keep(x, axis: object) -> reduced(x, axis, True):
    """Points the gradient along the input, at length one.

    needs: NumPy 2
    domain: z > 0
    """
    z = np.linalg.vector_norm(x, axis=axis, keepdims=True)
    dx = (x / z) * dz


def any_vector_norm(x, p: object) -> reduced(x):
    """Gives every entry the gradient with its part of the norm.

    needs: NumPy 2
    p: one of 1, 2, 3, 0, -1, np.inf, -np.inf
    domain: z > 0, 0.01 < np.diff(np.sort(np.abs(x).ravel()))
    """
    z = np.linalg.vector_norm(x, ord=p)
    dx = vector_norm_dx(dz, x, z, p)


def any_vector_norm_axis(x, p: object, axis: int | tuple) -> reduced(x, axis):
    """Gives every entry the gradient with its part of the norm.

    needs: NumPy 2
    p: one of 1, 2, 3, 0, -1, np.inf, -np.inf
    domain: z > 0, 0.01 < np.diff(np.sort(np.abs(x).ravel()))
    """
    z = np.linalg.vector_norm(x, axis=axis, ord=p)
    dx = vector_norm_dx(np.expand_dims(dz, axis), x, np.expand_dims(z, axis), p, axis)


def any_vector_norm_keep(x, p: object, axis: object) -> reduced(x, axis, True):
    """Gives every entry the gradient with its part of the norm.

    needs: NumPy 2
    p: one of 1, 2, 3, 0, -1, np.inf, -np.inf
    domain: z > 0, 0.01 < np.diff(np.sort(np.abs(x).ravel()))
    """
    z = np.linalg.vector_norm(x, axis=axis, keepdims=True, ord=p)
    dx = vector_norm_dx(dz, x, z, p, axis)


def cond_two(x) -> of_matrices(x):
    """Gives the largest singular value the gradient over the smallest, and that one minus z times it.

    x: invertible
    """
    z = np.linalg.cond(x, 2)
    dx = cond_dx(dz, x)


def cond(x) -> of_matrices(x):
    """Gives the largest singular value the gradient over the smallest, and that one minus z times it.

    x: invertible
    """
    z = np.linalg.cond(x)
    dx = cond_dx(dz, x)
