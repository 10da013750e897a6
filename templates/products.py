"""Products of vectors and matrices: the ranks choose the gate, dimension analysis does the rest.

Each spelling (`@`, `.dot`, `np.dot`, `np.matmul`) is mirrored in its own.

holomorphic: all but *vdot, vecdot*, vecmat, matvec, correlate*, convolve*
"""

from __future__ import annotations

import numpy as np


def inner_at(x: "K", y: "K") -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = x @ y
    dx = y * dz
    dy = x * dz


def matvec_at(x: "N K", y: "K") -> "N":
    """Gives the matrix an outer product, and the vector the transposed product."""
    z = x @ y
    dx = np.outer(dz, y)
    dy = x.T @ dz


def vecmat_at(x: "K", y: "K M") -> "M":
    """Gives the vector the transposed product, and the matrix an outer product."""
    z = x @ y
    dx = y @ dz
    dy = np.outer(x, dz)


def matmul_at(x: "N K", y: "K M") -> "N M":
    """Gives each matrix the gradient times the other one, transposed."""
    z = x @ y
    dx = dz @ y.T
    dy = x.T @ dz


def batch_at_matrix(x: "... N K", y: "K M") -> matmul(x, y):
    """Gives the batch the gradient times the matrix, transposed; the matrix its products, added up."""
    z = x @ y
    dx = dz @ y.T
    dy = np.tensordot(x, dz, axes=axes_but_last(x))


def matrix_at_batch(x: "N K", y: "... K M") -> matmul(x, y):
    """Gives the batch the matrix, transposed, times the gradient; the matrix its products, added up."""
    z = x @ y
    dx = np.tensordot(dz, y, axes=axes_but_second_last(y))
    dy = x.T @ dz


def batch_at_vector(x: "... N K", y: "K") -> matmul(x, y):
    """Gives each row of the batch the vector times its gradient; the vector the rows times theirs, added up."""
    z = x @ y
    dx = np.expand_dims(dz, -1) * y
    dy = np.tensordot(dz, x, number_of_axes(x, 1))


def vector_at_batch(x: "K", y: "... K M") -> matmul(x, y):
    """Gives the batch outer products of the vector and the gradient; the vector its products, added up."""
    z = x @ y
    dx = np.tensordot(y, dz, axes=axes_of_columns(y))
    dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)


def batch_matmul_at(x: "... N K", y: "... K M") -> matmul(x, y):
    """Gives each matrix the gradient times the other one, transposed, batch by batch."""
    z = x @ y
    dx = unbroadcast(dz @ np.swapaxes(y, -1, -2), x)
    dy = unbroadcast(np.swapaxes(x, -1, -2) @ dz, y)


def any_at(x, y) -> matmul(x, y):
    """Gives each factor the gradient times the other one, whatever their ranks."""
    z = x @ y
    dx = matmul_dx(dz, x, y)
    dy = matmul_dy(dz, x, y)


def inner_matmul(x: "K", y: "K") -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.matmul(x, y)
    dx = y * dz
    dy = x * dz


def matvec_matmul(x: "N K", y: "K") -> "N":
    """Gives the matrix an outer product, and the vector the transposed product."""
    z = np.matmul(x, y)
    dx = np.outer(dz, y)
    dy = np.matmul(x.T, dz)


def vecmat_matmul(x: "K", y: "K M") -> "M":
    """Gives the vector the transposed product, and the matrix an outer product."""
    z = np.matmul(x, y)
    dx = np.matmul(y, dz)
    dy = np.outer(x, dz)


def matmul_matmul(x: "N K", y: "K M") -> "N M":
    """Gives each matrix the gradient times the other one, transposed."""
    z = np.matmul(x, y)
    dx = np.matmul(dz, y.T)
    dy = np.matmul(x.T, dz)


def batch_matmul_matrix(x: "... N K", y: "K M") -> matmul(x, y):
    """Gives the batch the gradient times the matrix, transposed; the matrix its products, added up."""
    z = np.matmul(x, y)
    dx = np.matmul(dz, y.T)
    dy = np.tensordot(x, dz, axes=axes_but_last(x))


def matrix_matmul_batch(x: "N K", y: "... K M") -> matmul(x, y):
    """Gives the batch the matrix, transposed, times the gradient; the matrix its products, added up."""
    z = np.matmul(x, y)
    dx = np.tensordot(dz, y, axes=axes_but_second_last(y))
    dy = np.matmul(x.T, dz)


def batch_matmul_vector(x: "... N K", y: "K") -> matmul(x, y):
    """Gives each row of the batch the vector times its gradient; the vector the rows times theirs, added up."""
    z = np.matmul(x, y)
    dx = np.expand_dims(dz, -1) * y
    dy = np.tensordot(dz, x, number_of_axes(x, 1))


def vector_matmul_batch(x: "K", y: "... K M") -> matmul(x, y):
    """Gives the batch outer products of the vector and the gradient; the vector its products, added up."""
    z = np.matmul(x, y)
    dx = np.tensordot(y, dz, axes=axes_of_columns(y))
    dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)


def batch_matmul_matmul(x: "... N K", y: "... K M") -> matmul(x, y):
    """Gives each matrix the gradient times the other one, transposed, batch by batch."""
    z = np.matmul(x, y)
    dx = unbroadcast(np.matmul(dz, np.swapaxes(y, -1, -2)), x)
    dy = unbroadcast(np.matmul(np.swapaxes(x, -1, -2), dz), y)


def any_matmul(x, y) -> matmul(x, y):
    """Gives each factor the gradient times the other one, whatever their ranks."""
    z = np.matmul(x, y)
    dx = matmul_dx(dz, x, y)
    dy = matmul_dy(dz, x, y)


def inner_method(x: "K", y: "K") -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = x.dot(y)
    dx = y * dz
    dy = x * dz


def matvec_method(x: "N K", y: "K") -> "N":
    """Gives the matrix an outer product, and the vector the transposed product."""
    z = x.dot(y)
    dx = np.outer(dz, y)
    dy = x.T.dot(dz)


def vecmat_method(x: "K", y: "K M") -> "M":
    """Gives the vector the transposed product, and the matrix an outer product."""
    z = x.dot(y)
    dx = y.dot(dz)
    dy = np.outer(x, dz)


def matmul_method(x: "N K", y: "K M") -> "N M":
    """Gives each matrix the gradient times the other one, transposed."""
    z = x.dot(y)
    dx = dz.dot(y.T)
    dy = x.T.dot(dz)


def batch_method_matrix(x: "... N K", y: "K M") -> dot(x, y):
    """Gives the batch the gradient times the matrix, transposed; the matrix its products, added up."""
    z = x.dot(y)
    dx = dz.dot(y.T)
    dy = np.tensordot(x, dz, axes=axes_but_last(x))


def batch_method_vector(x: "... N K", y: "K") -> dot(x, y):
    """Gives each row of the batch the vector times its gradient; the vector the rows times theirs, added up."""
    z = x.dot(y)
    dx = np.expand_dims(dz, -1) * y
    dy = np.tensordot(dz, x, number_of_axes(x, 1))


def scaled_method(x, y: float):
    """Swaps its inputs: each is given the other one times the gradient."""
    z = x.dot(y)
    dx = y * dz
    dy = x * dz


def any_method(x, y) -> dot(x, y):
    """Gives each factor the gradient times the other one, whatever their ranks."""
    z = x.dot(y)
    dx = np.tensordot(dz, y, axes=dot_axes(x, y, 0))
    dx = dot_dx(dz, x, y)
    dy = np.moveaxis(np.tensordot(x, dz, axes=dot_axes(x, y, 1)), 0, dot_place(y))
    dy = dot_dy(dz, x, y)


def inner_dot(x: "K", y: "K") -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.dot(x, y)
    dx = y * dz
    dy = x * dz


def matvec_dot(x: "N K", y: "K") -> "N":
    """Gives the matrix an outer product, and the vector the transposed product."""
    z = np.dot(x, y)
    dx = np.outer(dz, y)
    dy = np.dot(x.T, dz)


def vecmat_dot(x: "K", y: "K M") -> "M":
    """Gives the vector the transposed product, and the matrix an outer product."""
    z = np.dot(x, y)
    dx = np.dot(y, dz)
    dy = np.outer(x, dz)


def matmul_dot(x: "N K", y: "K M") -> "N M":
    """Gives each matrix the gradient times the other one, transposed."""
    z = np.dot(x, y)
    dx = np.dot(dz, y.T)
    dy = np.dot(x.T, dz)


def batch_dot_matrix(x: "... N K", y: "K M") -> dot(x, y):
    """Gives the batch the gradient times the matrix, transposed; the matrix its products, added up."""
    z = np.dot(x, y)
    dx = np.dot(dz, y.T)
    dy = np.tensordot(x, dz, axes=axes_but_last(x))


def batch_dot_vector(x: "... N K", y: "K") -> dot(x, y):
    """Gives each row of the batch the vector times its gradient; the vector the rows times theirs, added up."""
    z = np.dot(x, y)
    dx = np.expand_dims(dz, -1) * y
    dy = np.tensordot(dz, x, number_of_axes(x, 1))


def scaling_dot(x: float, y):
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.dot(x, y)
    dx = y * dz
    dy = x * dz


def scaled_dot(x, y: float):
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.dot(x, y)
    dx = y * dz
    dy = x * dz


def any_dot(x, y) -> dot(x, y):
    """Gives each factor the gradient times the other one, whatever their ranks."""
    z = np.dot(x, y)
    dx = np.tensordot(dz, y, axes=dot_axes(x, y, 0))
    dx = dot_dx(dz, x, y)
    dy = np.moveaxis(np.tensordot(x, dz, axes=dot_axes(x, y, 1)), 0, dot_place(y))
    dy = dot_dy(dz, x, y)


def outer(x: "N", y: "M") -> "N M":
    """Gives each vector the gradient times the other one."""
    z = np.outer(x, y)
    dx = dz @ y
    dy = x @ dz


def any_outer(x, y) -> outer(x, y):
    """Gives each factor the gradient times the other one; all of them are flattened."""
    z = np.outer(x, y)
    dx = np.reshape(dz @ np.ravel(y), np.shape(x))
    dy = np.reshape(np.ravel(x) @ dz, np.shape(y))


def outer_of_vectors(x, y) -> outer(x, y):
    """Gives each vector the gradient times the other one.

    needs: NumPy 2
    """
    z = np.linalg.outer(x, y)
    dx = dz @ y
    dy = x @ dz


def inner_inner(x: "K", y: "K") -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.inner(x, y)
    dx = y * dz
    dy = x * dz


def inner_of_matrices(x: "N K", y: "M K") -> "N M":
    """Gives each matrix the gradient times the other one."""
    z = np.inner(x, y)
    dx = dz @ y
    dy = dz.T @ x


def inner_of_matrix_and_vector(x: "N K", y: "K") -> "N":
    """Gives the matrix an outer product, and the vector the transposed product."""
    z = np.inner(x, y)
    dx = np.outer(dz, y)
    dy = x.T @ dz


def inner_of_vector_and_matrix(x: "K", y: "M K") -> "M":
    """Gives the vector the transposed product, and the matrix an outer product."""
    z = np.inner(x, y)
    dx = y.T @ dz
    dy = np.outer(dz, x)


def any_inner(x, y) -> inner(x, y):
    """Gives each factor the gradient times the other one."""
    z = np.inner(x, y)
    dx = np.tensordot(dz, y, axes=inner_axes(x, y, 0))
    dx = inner_dx(dz, x, y)
    dy = np.tensordot(dz, x, axes=inner_axes(x, y, 1))
    dy = inner_dy(dz, x, y)


def vdot(x: "K", y: "K") -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.vdot(x, y)
    dx = y * dz
    dy = x * dz


def any_vdot(x, y) -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.vdot(x, y)
    dx = y * dz if have_one_shape(x, y) else np.reshape(y * dz, np.shape(x))
    dy = x * dz if have_one_shape(x, y) else np.reshape(x * dz, np.shape(y))


def vecdot(x, y) -> vecdot(x, y):
    """Swaps its inputs: each is given the other one times the gradient.

    needs: NumPy 2
    """
    z = np.vecdot(x, y)
    dx = unbroadcast(y * np.expand_dims(dz, -1), x)
    dy = unbroadcast(x * np.expand_dims(dz, -1), y)


def vecdot_axis(x, y, axis: int) -> vecdot(x, y, axis):
    """Swaps its inputs: each is given the other one times the gradient.

    needs: NumPy 2
    """
    z = np.vecdot(x, y, axis=axis)
    dx = unbroadcast(y * np.expand_dims(dz, common_axis(x, y, axis)), x)
    dx = vecdot_dx(dz, x, y, axis)
    dy = unbroadcast(x * np.expand_dims(dz, common_axis(x, y, axis)), y)
    dy = vecdot_dx(dz, y, x, axis)


def matvec(x, y) -> matvec(x, y):
    """Gives the matrix an outer product, and the vector the transposed product, batch by batch.

    needs: NumPy 2
    """
    z = np.matvec(x, y)
    dx = unbroadcast(np.expand_dims(dz, -1) * np.expand_dims(y, -2), x)
    dy = unbroadcast(np.vecmat(dz, x), y)


def vecmat(x, y) -> vecmat(x, y):
    """Gives the vector the transposed product, and the matrix an outer product, batch by batch.

    needs: NumPy 2
    """
    z = np.vecmat(x, y)
    dx = unbroadcast(np.matvec(y, dz), x)
    dy = unbroadcast(np.expand_dims(x, -1) * np.expand_dims(dz, -2), y)


def cross(x: "3", y: "3") -> "3":
    """Gives each vector the cross product of the gradient and the other one."""
    z = np.cross(x, y)
    dx = np.cross(y, dz)
    dy = np.cross(dz, x)


def crosses(x: "... 3", y: "... 3") -> crossed(x, y):
    """Gives each vector the cross product of the gradient and the other one."""
    z = np.cross(x, y)
    dx = unbroadcast(np.cross(y, dz), x)
    dy = unbroadcast(np.cross(dz, x), y)


def any_cross(x, y) -> crossed(x, y):
    """Gives each vector the cross product of the gradient and the other one, in two or three dimensions."""
    z = np.cross(x, y)
    dx = cross_dx(dz, x, y)
    dy = -cross_dx(dz, y, x)


def cross_axis(x, y, axis: int) -> crossed(x, y, axis):
    """Gives each vector the cross product of the gradient and the other one, along an axis."""
    z = np.cross(x, y, axis=axis)
    dx = unbroadcast(np.cross(y, dz, axis=axis_of_three(x, y, axis)), x)
    dx = cross_dx(dz, x, y, axis)
    dy = unbroadcast(np.cross(dz, x, axis=axis_of_three(x, y, axis)), y)
    dy = -cross_dx(dz, y, x, axis)


def kron(x, y) -> kron(x, y):
    """Gives each factor the gradient times the other one, block by block."""
    z = np.kron(x, y)
    dx = kron_dx(dz, x, y)
    dy = kron_dy(dz, x, y)


def tensordot(x, y, axes: int | tuple) -> tensordot(x, y, axes):
    """Gives each factor the gradient times the other one, over the axes that it does not share with it."""
    z = np.tensordot(x, y, axes=axes)
    dx = np.transpose(np.tensordot(dz, y, axes=tensordot_axes(x, y, axes, 0)), tensordot_order(x, y, axes, 0))
    dx = tensordot_dx(dz, x, y, axes)
    dy = np.transpose(np.tensordot(x, dz, axes=tensordot_axes(x, y, axes, 1)), tensordot_order(x, y, axes, 1))
    dy = tensordot_dy(dz, x, y, axes)


def tensordot_of_matrices(x: "N M", y: "N M") -> "":
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.tensordot(x, y)
    dx = y * dz
    dy = x * dz


def tensordot_two(x, y) -> tensordot(x, y, 2):
    """Gives each factor the gradient times the other one, over the axes that it does not share with it."""
    z = np.tensordot(x, y)
    dx = np.tensordot(dz, y, axes=tensordot_axes(x, y, 2, 0))
    dx = tensordot_dx(dz, x, y, 2)
    dy = np.tensordot(x, dz, axes=tensordot_axes(x, y, 2, 1))
    dy = tensordot_dy(dz, x, y, 2)


def convolve_with_number(x, y: float) -> at_least(x, 1):
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.convolve(x, y)
    dx = y * dz
    dy = np.sum(x * dz)


def convolve(x, y) -> convolved(x, y):
    """Slides the gradient along the other input."""
    z = np.convolve(x, y)
    dx = np.correlate(dz, y, "valid")
    dy = np.correlate(dz, x, "valid")


def convolve_valid(x, y) -> convolved(x, y, "valid"):
    """Slides the gradient along the other input."""
    z = np.convolve(x, y, "valid")
    dx = np.correlate(dz, y, "full") if is_longer(x, y) else np.convolve(y[::-1], dz, "valid")
    dx = convolve_dx(dz, x, y, "valid")
    dy = np.convolve(x[::-1], dz, "valid") if is_longer(x, y) else np.correlate(dz, x, "full")
    dy = convolve_dx(dz, y, x, "valid")


def convolve_mode(x, y, mode: str) -> convolved(x, y, mode):
    """Slides the gradient along the other input.

    mode: one of "full", "same", "valid"
    """
    z = np.convolve(x, y, mode)
    dx = convolve_dx(dz, x, y, mode)
    dy = convolve_dx(dz, y, x, mode)


def correlate(x, y) -> convolved(x, y, "valid"):
    """Slides the gradient along the other input."""
    z = np.correlate(x, y)
    dx = np.convolve(dz, y) if is_longer(x, y) else np.convolve(dz, y, "valid")
    dx = correlate_dx(dz, x, y, "valid")
    dy = np.correlate(x, dz, "valid") if is_longer(x, y) else np.convolve(dz[::-1], x)
    dy = correlate_dy(dz, x, y, "valid")


def correlate_full(x, y) -> convolved(x, y, "full"):
    """Slides the gradient along the other input."""
    z = np.correlate(x, y, "full")
    dx = np.convolve(dz, y, "valid")
    dy = np.convolve(dz[::-1], x, "valid")


def correlate_mode(x, y, mode: str) -> convolved(x, y, mode):
    """Slides the gradient along the other input.

    mode: one of "full", "same", "valid"
    """
    z = np.correlate(x, y, mode)
    dx = correlate_dx(dz, x, y, mode)
    dy = correlate_dy(dz, x, y, mode)


def einsum_diagonal(x) -> diagonal(x):
    """Puts the gradient on the diagonal.

    domain: np.size(x) > 0
    view: x
    """
    z = np.einsum("ii->i", x)
    dx = np.diag(dz)


def einsum_trace(x) -> "":
    """Puts the gradient on the diagonal.

    domain: np.size(x) > 0
    """
    z = np.einsum("ii", x)
    dx = np.eye(len(x), dtype=x.dtype) * dz


def einsum_trace_spelled(x) -> "":
    """Puts the gradient on the diagonal.

    domain: np.size(x) > 0
    """
    z = np.einsum("ii->", x)
    dx = np.eye(len(x), dtype=x.dtype) * dz


def einsum_one(s: str, x) -> einsum(s, x):
    """Spreads the gradient as the letters say.

    domain: np.size(x) > 0
    view: x
    s: one of "ij->ji", "ij->j", "ij->i", "ij->", "ijk->ki", "ijk->kj", "ii", "iij->j", "iji->ij", "i->i", "...i->i...", "...ij->...i", "i...j->...", "...ii->...i", "ijij->ij"
    """
    z = np.einsum(s, x)
    dx = np.einsum(einsum_turned(s, x), dz)
    dx = unbroadcast(np.expand_dims(np.einsum(einsum_back(s, 0, x), dz), einsum_lone(s, 0, x)), x)
    dx = unbroadcast(
        np.expand_dims(
            np.einsum(einsum_rest_diagonal(s, 0, x), np.eye(x.shape[einsum_diagonal_axis(s, 0)], dtype=x.dtype)),
            einsum_lone(s, 0, x),
        )
        * dz,
        x,
    )
    dx = unbroadcast(
        np.expand_dims(
            np.einsum(
                einsum_back_diagonal(s, 0, x), dz, np.eye(x.shape[einsum_diagonal_axis(s, 0)], dtype=x.dtype)
            ),
            einsum_lone(s, 0, x),
        ),
        x,
    )
    dx = einsum_dx(dz, s, 0, x)


def einsum(s: str, *x, how: bool | str = False) -> einsum(s, *x):
    """Gives each factor the gradient times the other ones, as the letters say.

    s: one of "ij,jk->ik", "ij,jk", "i,i->", "i,j->ij", "ij,ij->i", "bij,bjk->bik", "ij,j->i", "ii,ij->j", "...ij,...jk->...ik", "ij,kl->", "i,ij->i", "i,ij,j->", "ij,jk,kl->il", "i,i,i->i", "i...,i->...", "ii,i->i", "ii,i->", "ijk,ik", "i...,i...->i...", "...,...", "ij,j->", "ij,i->j"
    how: one of False, "greedy"
    """
    z = np.einsum(s, *x, optimize=how)
    dx[k] = unbroadcast(
        np.expand_dims(
            np.einsum(einsum_rest(s, k, *x), *x[:k], *x[k + 1 :], optimize=how), einsum_lone(s, k, *x)
        )
        * dz,
        x[k],
    )
    dx[k] = unbroadcast(
        np.expand_dims(
            np.einsum(einsum_back(s, k, *x), *x[:k], dz, *x[k + 1 :], optimize=how), einsum_lone(s, k, *x)
        ),
        x[k],
    )
    dx[k] = unbroadcast(
        np.expand_dims(
            np.einsum(
                einsum_rest_diagonal(s, k, *x),
                *x[:k],
                *x[k + 1 :],
                np.eye(x[k].shape[einsum_diagonal_axis(s, k)], dtype=x[k].dtype),
                optimize=how
            ),
            einsum_lone(s, k, *x),
        )
        * dz,
        x[k],
    )
    dx[k] = unbroadcast(
        np.expand_dims(
            np.einsum(
                einsum_back_diagonal(s, k, *x),
                *x[:k],
                dz,
                *x[k + 1 :],
                np.eye(x[k].shape[einsum_diagonal_axis(s, k)], dtype=x[k].dtype),
                optimize=how
            ),
            einsum_lone(s, k, *x),
        ),
        x[k],
    )
    dx[k] = einsum_dx(dz, s, k, *x)
