"""What moves values and leaves them as they are: the gradient is moved back.

holomorphic: all but pad_value
"""

from __future__ import annotations

import numpy as np

# The order of the axes.


def attribute_t(x) -> transposed(x):
    """Transposes the gradient back.

    view: x
    """
    z = x.T
    dx = dz.T


def transpose(x) -> transposed(x):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x)
    dx = np.transpose(dz)


def transpose_10(x) -> transposed(x, (1, 0)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (1, 0))
    dx = np.transpose(dz, (1, 0))


def transpose_021(x) -> transposed(x, (0, 2, 1)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (0, 2, 1))
    dx = np.transpose(dz, (0, 2, 1))


def transpose_102(x) -> transposed(x, (1, 0, 2)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (1, 0, 2))
    dx = np.transpose(dz, (1, 0, 2))


def transpose_210(x) -> transposed(x, (2, 1, 0)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (2, 1, 0))
    dx = np.transpose(dz, (2, 1, 0))


def transpose_120(x) -> transposed(x, (1, 2, 0)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (1, 2, 0))
    dx = np.transpose(dz, (2, 0, 1))


def transpose_201(x) -> transposed(x, (2, 0, 1)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (2, 0, 1))
    dx = np.transpose(dz, (1, 2, 0))


def transpose_0213(x) -> transposed(x, (0, 2, 1, 3)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (0, 2, 1, 3))
    dx = np.transpose(dz, (0, 2, 1, 3))


def transpose_0132(x) -> transposed(x, (0, 1, 3, 2)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (0, 1, 3, 2))
    dx = np.transpose(dz, (0, 1, 3, 2))


def transpose_0231(x) -> transposed(x, (0, 2, 3, 1)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (0, 2, 3, 1))
    dx = np.transpose(dz, (0, 3, 1, 2))


def transpose_0312(x) -> transposed(x, (0, 3, 1, 2)):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, (0, 3, 1, 2))
    dx = np.transpose(dz, (0, 2, 3, 1))


def transpose_axes(x, axes: tuple) -> transposed(x, axes):
    """Transposes the gradient back.

    view: x
    """
    z = np.transpose(x, axes)
    dx = untranspose(dz, axes)


def matrix_transpose(x) -> swapped(x, -1, -2):
    """Transposes the gradient back.

    view: x
    needs: NumPy 2
    """
    z = x.mT
    dx = dz.mT


def np_matrix_transpose(x) -> swapped(x, -1, -2):
    """Transposes the gradient back.

    view: x
    needs: NumPy 2
    """
    z = np.matrix_transpose(x)
    dx = np.matrix_transpose(dz)


def swapaxes(x, i: int, j: int) -> swapped(x, i, j):
    """Swaps the gradient's axes back.

    view: x
    """
    z = np.swapaxes(x, i, j)
    dx = np.swapaxes(dz, i, j)


def moveaxis(x, i: int | tuple, j: int | tuple) -> moved(x, i, j):
    """Moves the gradient's axes back.

    view: x
    """
    z = np.moveaxis(x, i, j)
    dx = np.moveaxis(dz, j, i)


def rollaxis(x, axis: int) -> moved(x, axis, 0):
    """Moves the gradient's axis back.

    view: x
    """
    z = np.rollaxis(x, axis)
    dx = np.moveaxis(dz, 0, axis)


def rollaxis_to(x, axis: int, start: int) -> rolled(x, axis, start):
    """Moves the gradient's axis back.

    view: x
    """
    z = np.rollaxis(x, axis, start)
    dx = np.moveaxis(dz, rolled_place(x, axis, start), axis)
    dx = rollaxis_dx(dz, axis, start)


# The shape.


def reshape(x, shape: int | tuple) -> reshaped(x, shape):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.reshape(x, shape)
    dx = np.reshape(dz, x.shape)


def ravel(x) -> flattened(x):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.ravel(x)
    dx = np.reshape(dz, x.shape)


def flatten(x) -> flattened(x):
    """Gives the gradient its old shape back."""
    z = x.flatten()
    dx = np.reshape(dz, x.shape)


def reshape_by_columns(x, shape: int | tuple) -> reshaped(x, shape):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.reshape(x, shape, order="F")
    dx = np.reshape(dz, x.shape, order="F")


def ravel_by_columns(x) -> flattened(x):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.ravel(x, order="F")
    dx = np.reshape(dz, x.shape, order="F")


def flatten_by_rows(x) -> flattened(x):
    """Gives the gradient its old shape back."""
    z = x.flatten("C")
    dx = np.reshape(dz, x.shape)


def flatten_by_columns(x) -> flattened(x):
    """Gives the gradient its old shape back."""
    z = x.flatten("F")
    dx = np.reshape(dz, x.shape, order="F")


def flatten_with_order(x) -> flattened(x):
    """Gives the gradient its old shape back."""
    z = x.flatten(order="F")
    dx = np.reshape(dz, x.shape, order="F")


def expand_dims(x, axis: int | tuple) -> expanded(x, axis):
    """Takes the new axis away from the gradient.

    view: x
    """
    z = np.expand_dims(x, axis)
    dx = np.squeeze(dz, axis=axis)


def squeeze(x) -> squeezed(x):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.squeeze(x)
    dx = np.reshape(dz, x.shape)


def squeeze_axis(x, axis: int | tuple) -> squeezed(x, axis):
    """Puts the axis back.

    view: x
    """
    z = np.squeeze(x, axis=axis)
    dx = np.expand_dims(dz, axis)


def atleast_1d(x) -> at_least(x, 1):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.atleast_1d(x)
    dx = np.reshape(dz, np.shape(x))


def atleast_2d(x) -> at_least(x, 2):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.atleast_2d(x)
    dx = np.reshape(dz, np.shape(x))


def atleast_3d(x) -> at_least(x, 3):
    """Gives the gradient its old shape back.

    view: x
    """
    z = np.atleast_3d(x)
    dx = np.reshape(dz, np.shape(x))


def broadcast_to(x, shape: int | tuple) -> filled(shape):
    """Sums the gradient over what was broadcast (which the generator does).

    view: x
    """
    z = np.broadcast_to(x, shape)
    dx = dz


# The places.


def flip(x) -> same(x):
    """Turns the gradient round again.

    view: x
    """
    z = np.flip(x)
    dx = np.flip(dz)


def flip_axis(x, axis: int | tuple) -> along(x, axis):
    """Turns the gradient round again.

    view: x
    """
    z = np.flip(x, axis)
    dx = np.flip(dz, axis)


def flipud(x) -> same(x):
    """Turns the gradient round again.

    view: x
    """
    z = np.flipud(x)
    dx = np.flipud(dz)


def fliplr(x) -> same(x):
    """Turns the gradient round again.

    view: x
    """
    z = np.fliplr(x)
    dx = np.fliplr(dz)


def rot90(x) -> turned(x, 1):
    """Turns the gradient back by a right angle.

    view: x
    """
    z = np.rot90(x)
    dx = np.rot90(dz, -1)


def rot90_often(x, k: int) -> turned(x, k):
    """Turns the gradient back.

    view: x
    """
    z = np.rot90(x, k)
    dx = np.rot90(dz, -k)


def roll(x, shift: int) -> same(x):
    """Rolls the gradient back."""
    z = np.roll(x, shift)
    dx = np.roll(dz, -shift)


def roll_axis(x, shift: int, axis: int | tuple) -> along(x, axis):
    """Rolls the gradient back."""
    z = np.roll(x, shift, axis=axis)
    dx = np.roll(dz, -shift, axis=axis)


def roll_axes(x, shift: tuple, axis: tuple) -> along(x, axis):
    """Rolls the gradient back."""
    z = np.roll(x, shift, axis=axis)
    dx = np.roll(dz, rolled_back(shift), axis=axis)
    dx = np.roll(dz, np.negative(shift), axis=axis)


def tril_matrix(x: "N M") -> "N M":
    """Keeps the gradient below the diagonal."""
    z = np.tril(x)
    dx = np.tril(dz)


def tril(x) -> triangle(x):
    """Keeps the gradient below the diagonal."""
    z = np.tril(x)
    dx = unbroadcast(np.tril(dz), x)


def tril_matrix_k(x: "N M", k: int) -> "N M":
    """Keeps the gradient below the diagonal."""
    z = np.tril(x, k)
    dx = np.tril(dz, k)


def tril_k(x, k: int) -> triangle(x):
    """Keeps the gradient below the diagonal."""
    z = np.tril(x, k)
    dx = unbroadcast(np.tril(dz, k), x)


def triu_matrix(x: "N M") -> "N M":
    """Keeps the gradient above the diagonal."""
    z = np.triu(x)
    dx = np.triu(dz)


def triu(x) -> triangle(x):
    """Keeps the gradient above the diagonal."""
    z = np.triu(x)
    dx = unbroadcast(np.triu(dz), x)


def triu_matrix_k(x: "N M", k: int) -> "N M":
    """Keeps the gradient above the diagonal."""
    z = np.triu(x, k)
    dx = np.triu(dz, k)


def triu_k(x, k: int) -> triangle(x):
    """Keeps the gradient above the diagonal."""
    z = np.triu(x, k)
    dx = unbroadcast(np.triu(dz, k), x)


def diag_of_vector(x: "N", k: int = 0) -> diagonal_matrix(x, k):
    """Takes the gradient's diagonal."""
    z = np.diag(x, k)
    dx = np.diag(dz, k=k)


def diag_of_matrix(x: "N M", k: int = 0) -> diagonal(x, k):
    """Puts the gradient on the diagonal.

    view: x
    """
    z = np.diag(x, k)
    dx = diagonal_dx(dz, x, offset=k)


def any_diag(x, k: int = 0) -> diag(x, k):
    """Takes the gradient's diagonal, or puts the gradient on the diagonal.

    view: x
    """
    z = np.diag(x, k)
    dx = diag_dx(dz, x, k=k)


def diagflat(x, k: int = 0) -> diagonal_of_all(x, k):
    """Takes the gradient's diagonal."""
    z = np.diagflat(x, k)
    dx = np.diag(dz, k=k) if is_vector(x) else np.reshape(np.diag(dz, k=k), np.shape(x))
    dx = np.reshape(np.diag(dz, k=k), np.shape(x))


def np_diagonal(x, k: int = 0, i: int = 0, j: int = 1) -> diagonal(x, k, i, j):
    """Puts the gradient on the diagonal.

    view: x
    """
    z = np.diagonal(x, k, i, j)
    dx = diagonal_dx(dz, x, offset=k, axis1=i, axis2=j)


def trace(x: "N M", k: int = 0, i: "= 0 | -2" = 0, j: "= 1 | -1" = 1) -> "":
    """Puts the gradient on the diagonal, all of it in each place."""
    z = np.trace(x, k, i, j)
    dx = np.eye(x.shape[0], x.shape[1], k=k, dtype=bool) * dz


def any_trace(x, k: int = 0, i: int = 0, j: int = 1) -> without_two(x, i, j):
    """Puts the gradient on the diagonal, all of it in each place."""
    z = np.trace(x, k, i, j)
    dx = trace_dx(dz, x, offset=k, axis1=i, axis2=j)


# Borders.


def pad(x, width: int | tuple) -> padded(x, width):
    """Cuts the gradient's border off."""
    z = np.pad(x, width)
    dx = dz[inside(x, width)]
    dx = unpad(dz, x, width)


def pad_constant(x, width: int | tuple, c: literal) -> padded(x, width):
    """Cuts the gradient's border off."""
    z = np.pad(x, width, constant_values=c)
    dx = dz[inside(x, width)]
    dx = unpad(dz, x, width)


def pad_constants(x, width: int | tuple, c: literals) -> padded(x, width):
    """Cuts the gradient's border off.

    c: one of (1, 2), ((1, 2),)
    """
    z = np.pad(x, width, constant_values=c)
    dx = dz[inside(x, width)]
    dx = unpad(dz, x, width)


def pad_value(x, width: int | tuple, c: float) -> padded(x, width):
    """Cuts the gradient's border off; what is on the border is added up for its value."""
    z = np.pad(x, width, constant_values=c)
    dx = dz[inside(x, width)]
    dx = unpad(dz, x, width)
    dc = np.sum(dz) - np.sum(dz[inside(x, width)])
    dc = np.sum(dz) - np.sum(unpad(dz, x, width))


def pad_mean(x, width: int | tuple) -> padded(x, width):
    """Cuts the gradient's border off, and gives every entry its share of it.

    domain: np.size(x) > 0
    """
    z = np.pad(x, width, mode="mean")
    dx = pad_border_dx(dz, x, width, "mean")


def pad_ramp(x, width: int | tuple) -> padded(x, width):
    """Cuts the gradient's border off, and adds it to the edge, the less the further away it is.

    domain: np.size(x) > 0
    """
    z = np.pad(x, width, mode="linear_ramp")
    dx = pad_border_dx(dz, x, width, "linear_ramp")


def pad_ramp_to(x, width: int | tuple, c: literal) -> padded(x, width):
    """Cuts the gradient's border off, and adds it to the edge, the less the further away it is.

    domain: np.size(x) > 0
    """
    z = np.pad(x, width, mode="linear_ramp", end_values=c)
    dx = pad_border_dx(dz, x, width, "linear_ramp")


def pad_edge(x, width: int | tuple) -> padded(x, width):
    """Adds the gradient on the border to the places that it was copied from."""
    z = np.pad(x, width, mode="edge")
    dx = pad_dx(dz, x, width, "edge")


def pad_reflect(x, width: int | tuple) -> padded(x, width):
    """Adds the gradient on the border to the places that it was copied from."""
    z = np.pad(x, width, mode="reflect")
    dx = pad_dx(dz, x, width, "reflect")


def pad_symmetric(x, width: int | tuple) -> padded(x, width):
    """Adds the gradient on the border to the places that it was copied from."""
    z = np.pad(x, width, mode="symmetric")
    dx = pad_dx(dz, x, width, "symmetric")


def pad_wrap(x, width: int | tuple) -> padded(x, width):
    """Adds the gradient on the border to the places that it was copied from."""
    z = np.pad(x, width, mode="wrap")
    dx = pad_dx(dz, x, width, "wrap")
