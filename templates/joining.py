"""Putting arrays together: each is given its part of the gradient.

holomorphic: all but *float*
"""

from __future__ import annotations

import numpy as np

# One behind the other.


def concatenate(*x) -> joined(0, *x):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((*x,))
    dx[k] = dz[sum(y.shape[0] for y in x[:k]) : sum(y.shape[0] for y in x[: k + 1])]


def concatenate_columns(*x) -> joined(1, *x):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((*x,), axis=1)
    dx[k] = dz[:, sum(y.shape[1] for y in x[:k]) : sum(y.shape[1] for y in x[: k + 1])]


def concatenate_2(*x) -> joined(2, *x):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((*x,), axis=2)
    dx[k] = dz[:, :, sum(y.shape[2] for y in x[:k]) : sum(y.shape[2] for y in x[: k + 1])]


def concatenate_last(*x) -> joined(-1, *x):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((*x,), axis=-1)
    dx[k] = dz[..., sum(y.shape[-1] for y in x[:k]) : sum(y.shape[-1] for y in x[: k + 1])]


def concatenate_second_last(*x) -> joined(-2, *x):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((*x,), axis=-2)
    dx[k] = dz[..., sum(y.shape[-2] for y in x[:k]) : sum(y.shape[-2] for y in x[: k + 1]), :]


def concatenate_axis(*x, axis: int) -> joined(axis, *x):
    """Gives each part its piece of the gradient."""
    z = np.concatenate((*x,), axis=axis)
    dx[k] = np.take(
        dz,
        np.arange(sum(y.shape[axis] for y in x[:k]), sum(y.shape[axis] for y in x[: k + 1])),
        axis=axis,
    )


def concatenate_flat(*x) -> joined_flat(*x):
    """Gives each part its piece of the gradient, in its shape."""
    z = np.concatenate((*x,), axis=None)
    dx[k] = (
        dz[sum(y.size for y in x[:k])]
        if is_number(x[k])
        else dz[sum(y.size for y in x[:k]) : sum(y.size for y in x[: k + 1])]
        if is_vector(x[k])
        else np.reshape(dz[sum(y.size for y in x[:k]) : sum(y.size for y in x[: k + 1])], x[k].shape)
    )
    dx[k] = np.reshape(dz[sum(y.size for y in x[:k]) : sum(y.size for y in x[: k + 1])], x[k].shape)


def append(x, y) -> joined_flat(x, y):
    """Gives each part its piece of the gradient, in its shape."""
    z = np.append(x, y)
    dx = dz[: x.size] if is_vector(x) else np.reshape(dz[: x.size], x.shape)
    dx = np.reshape(dz[: x.size], x.shape)
    dy = dz[-1] if is_number(y) else dz[x.size :] if is_vector(y) else np.reshape(dz[x.size :], y.shape)
    dy = np.reshape(dz[x.size :], y.shape)


def append_rows(x, y) -> joined(0, x, y):
    """Gives each part its piece of the gradient."""
    z = np.append(x, y, axis=0)
    dx = dz[: x.shape[0]]
    dy = dz[x.shape[0] :]


def append_columns(x, y) -> joined(1, x, y):
    """Gives each part its piece of the gradient."""
    z = np.append(x, y, axis=1)
    dx = dz[:, : x.shape[1]]
    dy = dz[:, x.shape[1] :]


def append_axis(x, y, axis: int) -> joined(axis, x, y):
    """Gives each part its piece of the gradient."""
    z = np.append(x, y, axis=axis)
    dx = np.take(dz, np.arange(x.shape[axis]), axis=axis)
    dy = np.take(dz, np.arange(x.shape[axis], x.shape[axis] + y.shape[axis]), axis=axis)


def hstack(*x) -> hstacked(*x):
    """Gives each part its piece of the gradient."""
    z = np.hstack((*x,))
    dx[k] = (
        dz[:, sum(y.shape[1] for y in x[:k]) : sum(y.shape[1] for y in x[: k + 1])]
        if have_columns(*x)
        else dz[sum(y.size for y in x[:k])]
        if is_number(x[k])
        else dz[sum(y.size for y in x[:k]) : sum(y.size for y in x[: k + 1])]
    )
    dx[k] = part_of(dz, np.hstack, k, *x)


def call_r(*x) -> hstacked_flat(*x):
    """Gives each part its piece of the gradient."""
    z = np.r_[(*x,)]
    dx[k] = (
        dz[sum(y.shape[0] for y in x[:k]) : sum(y.shape[0] for y in x[: k + 1])]
        if have_columns(*x)
        else dz[sum(y.size for y in x[:k])]
        if is_number(x[k])
        else dz[sum(y.size for y in x[:k]) : sum(y.size for y in x[: k + 1])]
    )
    dx[k] = part_of(dz, np.r_.__getitem__, k, *x)


def vstack(*x) -> vstacked(*x):
    """Gives each part its piece of the gradient; vectors are rows."""
    z = np.vstack((*x,))
    dx[k] = (
        dz[sum((1 if is_row(y) else y.shape[0]) for y in x[:k]), 0]
        if is_number(x[k])
        else dz[sum((1 if is_row(y) else y.shape[0]) for y in x[:k])]
        if is_row(x[k])
        else dz[
            sum((1 if is_row(y) else y.shape[0]) for y in x[:k]) : sum(
                (1 if is_row(y) else y.shape[0]) for y in x[: k + 1]
            )
        ]
    )
    dx[k] = part_of(dz, np.vstack, k, *x)


def column_stack(*x) -> column_stacked(*x):
    """Gives each part its piece of the gradient; vectors are columns."""
    z = np.column_stack((*x,))
    dx[k] = (
        dz[0, sum((1 if is_row(y) else y.shape[1]) for y in x[:k])]
        if is_number(x[k])
        else dz[:, sum((1 if is_row(y) else y.shape[1]) for y in x[:k])]
        if is_row(x[k])
        else dz[
            :,
            sum((1 if is_row(y) else y.shape[1]) for y in x[:k]) : sum(
                (1 if is_row(y) else y.shape[1]) for y in x[: k + 1]
            ),
        ]
    )
    dx[k] = part_of(dz, np.column_stack, k, *x)


def call_c(*x) -> joined_columns(*x):
    """Gives each part its piece of the gradient; vectors are columns."""
    z = np.c_[(*x,)]
    dx[k] = (
        dz[0, sum((1 if is_row(y) else y.shape[-1]) for y in x[:k])]
        if is_number(x[k])
        else dz[..., sum((1 if is_row(y) else y.shape[-1]) for y in x[:k])]
        if is_row(x[k])
        else dz[
            ...,
            sum((1 if is_row(y) else y.shape[-1]) for y in x[:k]) : sum(
                (1 if is_row(y) else y.shape[-1]) for y in x[: k + 1]
            ),
        ]
    )
    dx[k] = part_of(dz, np.c_.__getitem__, k, *x)


def dstack(*x) -> dstacked(*x):
    """Gives each part its piece of the gradient; vectors are rows, and matrices one layer."""
    z = np.dstack((*x,))
    dx[k] = (
        dz[0, 0, k]
        if is_number(x[k])
        else dz[0, :, sum((1 if is_layer(y) else y.shape[2]) for y in x[:k])]
        if is_row(x[k])
        else dz[:, :, sum((1 if is_layer(y) else y.shape[2]) for y in x[:k])]
        if is_layer(x[k])
        else dz[
            :,
            :,
            sum((1 if is_layer(y) else y.shape[2]) for y in x[:k]) : sum(
                (1 if is_layer(y) else y.shape[2]) for y in x[: k + 1]
            ),
        ]
    )
    dx[k] = part_of(dz, np.dstack, k, *x)


# Beside one another, along a new axis.


def stack(*x) -> stacked(0, *x):
    """Gives each part its piece of the gradient."""
    z = np.stack((*x,))
    dx[k] = dz[k]


def stack_columns(*x) -> stacked(1, *x):
    """Gives each part its piece of the gradient."""
    z = np.stack((*x,), axis=1)
    dx[k] = dz[:, k]


def stack_2(*x) -> stacked(2, *x):
    """Gives each part its piece of the gradient."""
    z = np.stack((*x,), axis=2)
    dx[k] = dz[:, :, k]


def stack_last(*x) -> stacked(-1, *x):
    """Gives each part its piece of the gradient."""
    z = np.stack((*x,), axis=-1)
    dx[k] = dz[..., k]


def stack_second_last(*x) -> stacked(-2, *x):
    """Gives each part its piece of the gradient."""
    z = np.stack((*x,), axis=-2)
    dx[k] = dz[..., k, :]


def stack_axis(*x, axis: int) -> stacked(axis, *x):
    """Gives each part its piece of the gradient."""
    z = np.stack((*x,), axis=axis)
    dx[k] = np.take(dz, k, axis=axis)


# Arrays written out; rows that are lists are arrays too.


def array_of(*x) -> stacked(0, *x):
    """Gives each part its piece of the gradient."""
    z = np.array((*x,))
    dx[k] = dz[k]


def asarray_of(*x) -> stacked(0, *x):
    """Gives each part its piece of the gradient."""
    z = np.asarray((*x,))
    dx[k] = dz[k]


def array_of_float(*x) -> float[stacked(0, *x)]:
    """Gives each part its piece of the gradient."""
    z = np.array((*x,), dtype=float)
    dx[k] = dz[k]


def array_of_float64(*x) -> float[stacked(0, *x)]:
    """Gives each part its piece of the gradient."""
    z = np.array((*x,), dtype=np.float64)
    dx[k] = dz[k]


def array_of_float32(*x) -> float[stacked(0, *x)]:
    """Gives each part its piece of the gradient."""
    z = np.array((*x,), dtype=np.float32)
    dx[k] = dz[k]


# Blocks.


def block(*x: "...") -> joined_blocks(*x):
    """Gives each block its piece of the gradient."""
    z = np.block([*x])
    dx[k] = (
        dz[..., sum(y.shape[-1] for y in x[:k]) : sum(y.shape[-1] for y in x[: k + 1])]
        if have_one_rank(*x)
        else part_of_block(dz, None, k, *x)
    )
    dx[k] = part_of_block(dz, None, k, *x)


def block_row(x: "...", y: "...") -> block_shape(2, x, y):
    """Gives each block its piece of the gradient."""
    z = np.block([[x, y]])
    dx = dz[:, : x.shape[1]] if are_matrices(x, y) else part_of_block(dz, 2, 0, x, y)
    dx = part_of_block(dz, 2, 0, x, y)
    dy = dz[:, x.shape[1] :] if are_matrices(x, y) else part_of_block(dz, 2, 1, x, y)
    dy = part_of_block(dz, 2, 1, x, y)


def block_column(x: "...", y: "...") -> block_shape(1, x, y):
    """Gives each block its piece of the gradient."""
    z = np.block([[x], [y]])
    dx = dz[: x.shape[0]] if are_matrices(x, y) else part_of_block(dz, 1, 0, x, y)
    dx = part_of_block(dz, 1, 0, x, y)
    dy = dz[x.shape[0] :] if are_matrices(x, y) else part_of_block(dz, 1, 1, x, y)
    dy = part_of_block(dz, 1, 1, x, y)


def block_of_4(x: "...", y: "...", v: "...", w: "...") -> block_shape(2, x, y, v, w):
    """Gives each block its piece of the gradient."""
    z = np.block([[x, y], [v, w]])
    dx = dz[: x.shape[0], : x.shape[1]] if are_matrices(x) else part_of_block(dz, 2, 0, x, y, v, w)
    dx = part_of_block(dz, 2, 0, x, y, v, w)
    dy = dz[: x.shape[0], x.shape[1] :] if are_matrices(x, y) else part_of_block(dz, 2, 1, x, y, v, w)
    dy = part_of_block(dz, 2, 1, x, y, v, w)
    dv = dz[x.shape[0] :, : x.shape[1]] if are_matrices(x, v) else part_of_block(dz, 2, 2, x, y, v, w)
    dv = part_of_block(dz, 2, 2, x, y, v, w)
    dw = (
        dz[-1, -1]
        if is_number(w)
        else dz[x.shape[0] :, x.shape[1] :]
        if are_matrices(x, w)
        else part_of_block(dz, 2, 3, x, y, v, w)
    )
    dw = part_of_block(dz, 2, 3, x, y, v, w)


def block_of_9(
    a: "...", b: "...", c: "...", d: "...", e: "...", f: "...", g: "...", h: "...", i: "..."
) -> block_shape(3, a, b, c, d, e, f, g, h, i):
    """Gives each block its piece of the gradient."""
    z = np.block([[a, b, c], [d, e, f], [g, h, i]])
    da = part_of_block(dz, 3, 0, a, b, c, d, e, f, g, h, i)
    db = part_of_block(dz, 3, 1, a, b, c, d, e, f, g, h, i)
    dc = part_of_block(dz, 3, 2, a, b, c, d, e, f, g, h, i)
    dd = part_of_block(dz, 3, 3, a, b, c, d, e, f, g, h, i)
    de = part_of_block(dz, 3, 4, a, b, c, d, e, f, g, h, i)
    df = part_of_block(dz, 3, 5, a, b, c, d, e, f, g, h, i)
    dg = part_of_block(dz, 3, 6, a, b, c, d, e, f, g, h, i)
    dh = part_of_block(dz, 3, 7, a, b, c, d, e, f, g, h, i)
    di = part_of_block(dz, 3, 8, a, b, c, d, e, f, g, h, i)
