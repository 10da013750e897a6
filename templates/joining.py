"""Putting arrays together: each is given its part of the gradient.

holomorphic: all
"""

from __future__ import annotations

import numpy as np

# One behind the other.


def concatenate_2(x, y) -> joined(0, x, y):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y))
    dx = dz[: x.shape[0]]
    dy = dz[x.shape[0] :]


def concatenate_2_columns(x, y) -> joined(1, x, y):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y), axis=1)
    dx = dz[:, : x.shape[1]]
    dy = dz[:, x.shape[1] :]


def concatenate_2_last(x, y) -> joined(-1, x, y):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y), axis=-1)
    dx = dz[..., : x.shape[-1]]
    dy = dz[..., x.shape[-1] :]


def concatenate_2_axis(x, y, axis: int) -> joined(axis, x, y):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y), axis=axis)
    dx = np.take(dz, np.arange(x.shape[axis]), axis=axis)
    dy = np.take(dz, np.arange(-y.shape[axis], 0), axis=axis)


def concatenate_3(x, y, w) -> joined(0, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y, w))
    dx = dz[: x.shape[0]]
    dy = dz[x.shape[0] : x.shape[0] + y.shape[0]]
    dw = dz[x.shape[0] + y.shape[0] :]


def concatenate_3_columns(x, y, w) -> joined(1, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y, w), axis=1)
    dx = dz[:, : x.shape[1]]
    dy = dz[:, x.shape[1] : x.shape[1] + y.shape[1]]
    dw = dz[:, x.shape[1] + y.shape[1] :]


def concatenate_3_last(x, y, w) -> joined(-1, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y, w), axis=-1)
    dx = dz[..., : x.shape[-1]]
    dy = dz[..., x.shape[-1] : x.shape[-1] + y.shape[-1]]
    dw = dz[..., x.shape[-1] + y.shape[-1] :]


def concatenate_3_axis(x, y, w, axis: int) -> joined(axis, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((x, y, w), axis=axis)
    dx = np.take(dz, np.arange(x.shape[axis]), axis=axis)
    dy = np.take(dz, np.arange(x.shape[axis], x.shape[axis] + y.shape[axis]), axis=axis)
    dw = np.take(dz, np.arange(-w.shape[axis], 0), axis=axis)


def append_vectors(x: "N", y: "M") -> joined(0, x, y):
    """Gives each part its piece of the gradient."""
    z = np.append(x, y)
    dx = dz[: x.shape[0]]
    dy = dz[x.shape[0] :]


def append_number(x: "N", y: float) -> joined(0, x, (1,)):
    """Gives each part its piece of the gradient."""
    z = np.append(x, y)
    dx = dz[:-1]
    dy = dz[-1]


def append(x, y) -> joined_flat(x, y):
    """Gives each part its piece of the gradient."""
    z = np.append(x, y)
    dx = np.reshape(dz[: np.size(x)], np.shape(x))
    dy = np.reshape(dz[np.size(x) :], np.shape(y))


def hstack_vectors(x: "N", y: "M") -> joined(0, x, y):
    """Gives each part its piece of the gradient."""
    z = np.hstack((x, y))
    dx = dz[: x.shape[0]]
    dy = dz[x.shape[0] :]


def hstack_matrices(x: "N K", y: "N M") -> joined(1, x, y):
    """Gives each part its piece of the gradient."""
    z = np.hstack((x, y))
    dx = dz[:, : x.shape[1]]
    dy = dz[:, x.shape[1] :]


def hstack_numbers(x: float, y: float) -> "2":
    """Gives each part its piece of the gradient."""
    z = np.hstack((x, y))
    dx = dz[0]
    dy = dz[1]


def vstack_vectors(x: "N", y: "N") -> "2 N":
    """Gives each part its piece of the gradient."""
    z = np.vstack((x, y))
    dx = dz[0]
    dy = dz[1]


def vstack_matrices(x: "N K", y: "M K") -> joined(0, x, y):
    """Gives each part its piece of the gradient."""
    z = np.vstack((x, y))
    dx = dz[: x.shape[0]]
    dy = dz[x.shape[0] :]


def column_stack_vectors(x: "N", y: "N") -> "N 2":
    """Gives each part its piece of the gradient."""
    z = np.column_stack((x, y))
    dx = dz[:, 0]
    dy = dz[:, 1]


def column_stack_matrices(x: "N K", y: "N M") -> joined(1, x, y):
    """Gives each part its piece of the gradient."""
    z = np.column_stack((x, y))
    dx = dz[:, : x.shape[1]]
    dy = dz[:, x.shape[1] :]


def any_hstack(x, y) -> hstacked(x, y):
    """Gives each part its piece of the gradient."""
    z = np.hstack((x, y))
    dx = hstack_part(dz, x, 0)
    dy = hstack_part(dz, y, -1)


def any_vstack(x, y) -> vstacked(x, y):
    """Gives each part its piece of the gradient."""
    z = np.vstack((x, y))
    dx = vstack_part(dz, x, 0)
    dy = vstack_part(dz, y, -1)


def any_column_stack(x, y) -> column_stacked(x, y):
    """Gives each part its piece of the gradient."""
    z = np.column_stack((x, y))
    dx = column_stack_part(dz, x, 0)
    dy = column_stack_part(dz, y, -1)


# Beside one another, along a new axis.


def stack_2(x, y) -> stacked(0, x, y):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y))
    dx = dz[0]
    dy = dz[1]


def stack_2_columns(x, y) -> stacked(1, x, y):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y), axis=1)
    dx = dz[:, 0]
    dy = dz[:, 1]


def stack_2_last(x, y) -> stacked(-1, x, y):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y), axis=-1)
    dx = dz[..., 0]
    dy = dz[..., 1]


def stack_2_axis(x, y, axis: int) -> stacked(axis, x, y):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y), axis=axis)
    dx = np.take(dz, 0, axis=axis)
    dy = np.take(dz, 1, axis=axis)


def stack_3(x, y, w) -> stacked(0, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w))
    dx = dz[0]
    dy = dz[1]
    dw = dz[2]


def stack_3_columns(x, y, w) -> stacked(1, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w), axis=1)
    dx = dz[:, 0]
    dy = dz[:, 1]
    dw = dz[:, 2]


def stack_3_last(x, y, w) -> stacked(-1, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w), axis=-1)
    dx = dz[..., 0]
    dy = dz[..., 1]
    dw = dz[..., 2]


def stack_3_axis(x, y, w, axis: int) -> stacked(axis, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w), axis=axis)
    dx = np.take(dz, 0, axis=axis)
    dy = np.take(dz, 1, axis=axis)
    dw = np.take(dz, 2, axis=axis)


def stack_4(x, y, w, v) -> stacked(0, x, y, w, v):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w, v))
    dx = dz[0]
    dy = dz[1]
    dw = dz[2]
    dv = dz[3]


def stack_4_columns(x, y, w, v) -> stacked(1, x, y, w, v):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w, v), axis=1)
    dx = dz[:, 0]
    dy = dz[:, 1]
    dw = dz[:, 2]
    dv = dz[:, 3]


def stack_4_last(x, y, w, v) -> stacked(-1, x, y, w, v):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w, v), axis=-1)
    dx = dz[..., 0]
    dy = dz[..., 1]
    dw = dz[..., 2]
    dv = dz[..., 3]


def stack_4_axis(x, y, w, v, axis: int) -> stacked(axis, x, y, w, v):
    """Gives each part its piece of the gradient."""
    z = np.stack((x, y, w, v), axis=axis)
    dx = np.take(dz, 0, axis=axis)
    dy = np.take(dz, 1, axis=axis)
    dw = np.take(dz, 2, axis=axis)
    dv = np.take(dz, 3, axis=axis)


# Arrays written out.


def array_of_1(x) -> stacked(0, x):
    """Gives each part its piece of the gradient."""
    z = np.array([x])
    dx = dz[0]


def array_of_2(x, y) -> stacked(0, x, y):
    """Gives each part its piece of the gradient."""
    z = np.array([x, y])
    dx = dz[0]
    dy = dz[1]


def array_of_3(x, y, w) -> stacked(0, x, y, w):
    """Gives each part its piece of the gradient."""
    z = np.array([x, y, w])
    dx = dz[0]
    dy = dz[1]
    dw = dz[2]


def array_of_4(x, y, w, v) -> stacked(0, x, y, w, v):
    """Gives each part its piece of the gradient."""
    z = np.array([x, y, w, v])
    dx = dz[0]
    dy = dz[1]
    dw = dz[2]
    dv = dz[3]


def matrix_of_2(a: float, b: float, c: float, d: float) -> "2 2":
    """Gives each part its piece of the gradient."""
    z = np.array([[a, b], [c, d]])
    da = dz[0, 0]
    db = dz[0, 1]
    dc = dz[1, 0]
    dd = dz[1, 1]


def matrix_of_3(
    a: float, b: float, c: float, d: float, e: float, f: float, g: float, h: float, i: float
) -> "3 3":
    """Gives each part its piece of the gradient."""
    z = np.array([[a, b, c], [d, e, f], [g, h, i]])
    da = dz[0, 0]
    db = dz[0, 1]
    dc = dz[0, 2]
    dd = dz[1, 0]
    de = dz[1, 1]
    df = dz[1, 2]
    dg = dz[2, 0]
    dh = dz[2, 1]
    di = dz[2, 2]
