"""Taking arrays apart, and functions that give several arrays at once.

The gradient on the parts is put together again; a part without one counts as zeros.
"""

from __future__ import annotations

import numpy as np

# Parts of equal size, and parts between places; where places do not rise the parts overlap.


def split(x, n: int) -> [divided(x, n, 0)] * n:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.split(x, n)
    dx = np.concatenate(dz)


def split_axis(x, n: int, axis: int) -> [divided(x, n, axis)] * n:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.split(x, n, axis=axis)
    dx = np.concatenate(dz, axis=axis)


def split_at(x, places: tuple) -> list[cut(x, places, 0)]:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.split(x, places)
    dx = np.concatenate(dz) if are_rising(places) else split_dx(dz, x, places, 0)
    dx = split_dx(dz, x, places, 0)


def split_at_axis(x, places: tuple, axis: int) -> list[cut(x, places, axis)]:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.split(x, places, axis=axis)
    dx = np.concatenate(dz, axis=axis) if are_rising(places) else split_dx(dz, x, places, axis)
    dx = split_dx(dz, x, places, axis)


def array_split(x, n: int) -> list[nearly_divided(x, n, 0)]:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.array_split(x, n)
    dx = np.concatenate(dz)


def array_split_axis(x, n: int, axis: int) -> list[nearly_divided(x, n, axis)]:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.array_split(x, n, axis=axis)
    dx = np.concatenate(dz, axis=axis)


def array_split_at(x, places: tuple) -> list[cut(x, places, 0)]:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.array_split(x, places)
    dx = np.concatenate(dz) if are_rising(places) else split_dx(dz, x, places, 0)
    dx = split_dx(dz, x, places, 0)


def array_split_at_axis(x, places: tuple, axis: int) -> list[cut(x, places, axis)]:
    """Joins the gradients on the parts.

    view: x
    """
    z = np.array_split(x, places, axis=axis)
    dx = np.concatenate(dz, axis=axis) if are_rising(places) else split_dx(dz, x, places, axis)
    dx = split_dx(dz, x, places, axis)


def hsplit(x, n: int) -> [divided_across(x, n)] * n:
    """Joins the gradients on the parts side by side.

    view: x
    """
    z = np.hsplit(x, n)
    dx = np.hstack(dz)


def hsplit_at(x, places: tuple) -> list[cut_across(x, places)]:
    """Joins the gradients on the parts side by side.

    view: x
    """
    z = np.hsplit(x, places)
    dx = np.hstack(dz) if are_rising(places) else split_dx(dz, x, places, min(np.ndim(x) - 1, 1))
    dx = split_dx(dz, x, places, min(np.ndim(x) - 1, 1))


def vsplit(x, n: int) -> [divided(x, n, 0)] * n:
    """Joins the gradients on the parts one below the other.

    view: x
    """
    z = np.vsplit(x, n)
    dx = np.concatenate(dz)


def vsplit_at(x, places: tuple) -> list[cut(x, places, 0)]:
    """Joins the gradients on the parts one below the other.

    view: x
    """
    z = np.vsplit(x, places)
    dx = np.concatenate(dz) if are_rising(places) else split_dx(dz, x, places, 0)
    dx = split_dx(dz, x, places, 0)


def dsplit(x, n: int) -> [divided(x, n, 2)] * n:
    """Joins the gradients on the parts one behind the other.

    view: x
    """
    z = np.dsplit(x, n)
    dx = np.concatenate(dz, axis=2)


def dsplit_at(x, places: tuple) -> list[cut(x, places, 2)]:
    """Joins the gradients on the parts one behind the other.

    view: x
    """
    z = np.dsplit(x, places)
    dx = np.concatenate(dz, axis=2) if are_rising(places) else split_dx(dz, x, places, 2)
    dx = split_dx(dz, x, places, 2)


def unstack(x) -> [reduced(x, 0)] * length(x, 0):
    """Stacks the gradients on the parts.

    domain: len(x) > 0
    needs: NumPy 2
    view: x
    """
    z = np.unstack(x)
    dx = np.stack(dz)


def unstack_axis(x, axis: int) -> [reduced(x, axis)] * length(x, axis):
    """Stacks the gradients on the parts.

    domain: x.shape[axis] > 0
    needs: NumPy 2
    view: x
    """
    z = np.unstack(x, axis=axis)
    dx = np.stack(dz, axis=axis)


# Arrays spread over one another, and over a grid.


def atleast_1d_of_two(x, y) -> (at_least(x, 1), at_least(y, 1)):
    """Gives both gradients their old shapes back.

    view: x, y
    """
    a, b = np.atleast_1d(x, y)
    dx = np.reshape(da, np.shape(x))
    dy = np.reshape(db, np.shape(y))


def atleast_2d_of_two(x, y) -> (at_least(x, 2), at_least(y, 2)):
    """Gives both gradients their old shapes back.

    view: x, y
    """
    a, b = np.atleast_2d(x, y)
    dx = np.reshape(da, np.shape(x))
    dy = np.reshape(db, np.shape(y))


def atleast_3d_of_two(x, y) -> (at_least(x, 3), at_least(y, 3)):
    """Gives both gradients their old shapes back.

    view: x, y
    """
    a, b = np.atleast_3d(x, y)
    dx = np.reshape(da, np.shape(x))
    dy = np.reshape(db, np.shape(y))


def broadcast_arrays_2(x, y):
    """Passes each gradient on, summed over what its array was spread over.

    view: x, y
    """
    a, b = np.broadcast_arrays(x, y)
    dx = da
    dy = db


def broadcast_arrays_3(x, y, w):
    """Passes each gradient on, summed over what its array was spread over.

    view: x, y, w
    """
    a, b, c = np.broadcast_arrays(x, y, w)
    dx = da
    dy = db
    dw = dc


def meshgrid_2(x: "N", y: "M") -> ("M N", "M N"):
    """Sums the gradient on each grid over the other axis."""
    X, Y = np.meshgrid(x, y)
    dx = np.sum(dX, axis=0)
    dy = np.sum(dY, axis=1)


def any_meshgrid_2(x, y) -> (outer(y, x), outer(y, x)):
    """Sums the gradient on each grid over the other axis."""
    X, Y = np.meshgrid(x, y)
    dx = np.reshape(np.sum(dX, axis=0), np.shape(x))
    dy = np.reshape(np.sum(dY, axis=1), np.shape(y))


def meshgrid_2_ij(x: "N", y: "M") -> ("N M", "N M"):
    """Sums the gradient on each grid over the other axis."""
    X, Y = np.meshgrid(x, y, indexing="ij")
    dx = np.sum(dX, axis=1)
    dy = np.sum(dY, axis=0)


def any_meshgrid_2_ij(x, y) -> (outer(x, y), outer(x, y)):
    """Sums the gradient on each grid over the other axis."""
    X, Y = np.meshgrid(x, y, indexing="ij")
    dx = np.reshape(np.sum(dX, axis=1), np.shape(x))
    dy = np.reshape(np.sum(dY, axis=0), np.shape(y))


def meshgrid_2_sparse(x: "N", y: "M") -> ("1 N", "M 1"):
    """Takes the axis of size 1 away from the gradient on each grid."""
    X, Y = np.meshgrid(x, y, sparse=True)
    dx = dX[0]
    dy = dY[:, 0]


def any_meshgrid_2_sparse(x, y) -> (row_of(x), column_of(y)):
    """Takes the axis of size 1 away from the gradient on each grid."""
    X, Y = np.meshgrid(x, y, sparse=True)
    dx = np.reshape(dX, np.shape(x))
    dy = np.reshape(dY, np.shape(y))


def meshgrid_2_sparse_ij(x: "N", y: "M") -> ("N 1", "1 M"):
    """Takes the axis of size 1 away from the gradient on each grid."""
    X, Y = np.meshgrid(x, y, sparse=True, indexing="ij")
    dx = dX[:, 0]
    dy = dY[0]


def any_meshgrid_2_sparse_ij(x, y) -> (column_of(x), row_of(y)):
    """Takes the axis of size 1 away from the gradient on each grid."""
    X, Y = np.meshgrid(x, y, sparse=True, indexing="ij")
    dx = np.reshape(dX, np.shape(x))
    dy = np.reshape(dY, np.shape(y))


def meshgrid_3(x: "N", y: "M", w: "K") -> ("M N K", "M N K", "M N K"):
    """Sums the gradient on each grid over the other axes."""
    X, Y, W = np.meshgrid(x, y, w)
    dx = np.sum(dX, axis=(0, 2))
    dy = np.sum(dY, axis=(1, 2))
    dw = np.sum(dW, axis=(0, 1))


def any_meshgrid_3(x, y, w) -> (box(y, x, w), box(y, x, w), box(y, x, w)):
    """Sums the gradient on each grid over the other axes."""
    X, Y, W = np.meshgrid(x, y, w)
    dx = np.reshape(np.sum(dX, axis=(0, 2)), np.shape(x))
    dy = np.reshape(np.sum(dY, axis=(1, 2)), np.shape(y))
    dw = np.reshape(np.sum(dW, axis=(0, 1)), np.shape(w))


def meshgrid_3_ij(x: "N", y: "M", w: "K") -> ("N M K", "N M K", "N M K"):
    """Sums the gradient on each grid over the other axes."""
    X, Y, W = np.meshgrid(x, y, w, indexing="ij")
    dx = np.sum(dX, axis=(1, 2))
    dy = np.sum(dY, axis=(0, 2))
    dw = np.sum(dW, axis=(0, 1))


def any_meshgrid_3_ij(x, y, w) -> (box(x, y, w), box(x, y, w), box(x, y, w)):
    """Sums the gradient on each grid over the other axes."""
    X, Y, W = np.meshgrid(x, y, w, indexing="ij")
    dx = np.reshape(np.sum(dX, axis=(1, 2)), np.shape(x))
    dy = np.reshape(np.sum(dY, axis=(0, 2)), np.shape(y))
    dw = np.reshape(np.sum(dW, axis=(0, 1)), np.shape(w))
