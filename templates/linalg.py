"""Linear algebra: inverses, solutions, determinants, factors."""

from __future__ import annotations

import numpy as np


def inv(x: "N N") -> "N N":
    """Multiplies the gradient by the transposed inverse from both sides, with a minus sign.

    x: invertible
    """
    z = np.linalg.inv(x)
    dx = -(z.T @ dz @ z.T)


def inv_batch(x) -> same(x):
    """Multiplies the gradient by the transposed inverse from both sides, with a minus sign.

    x: invertible
    """
    z = np.linalg.inv(x)
    dx = -(np.swapaxes(z, -1, -2) @ dz @ np.swapaxes(z, -1, -2))


def solve_vector(a: "N N", b: "N") -> "N":
    """Solves the transposed system for the gradient; the matrix is given minus its outer product with the solution.

    a: invertible
    """
    z = np.linalg.solve(a, b)
    da = -np.outer(np.linalg.solve(a.T, dz), z)
    db = np.linalg.solve(a.T, dz)


def solve_matrix(a: "N N", b: "N M") -> "N M":
    """Solves the transposed system for the gradient; the matrix is given minus its product with the solution.

    a: invertible
    """
    z = np.linalg.solve(a, b)
    da = -np.linalg.solve(a.T, dz) @ z.T
    db = np.linalg.solve(a.T, dz)


def solve_batch(a: "... N N", b: "... N M") -> matmul(a, b):
    """Solves the transposed system for the gradient; the matrix is given minus its product with the solution.

    a: invertible
    domain: np.ndim(b) > 2
    """
    z = np.linalg.solve(a, b)
    da = unbroadcast(-np.linalg.solve(np.swapaxes(a, -1, -2), dz) @ np.swapaxes(z, -1, -2), a)
    db = unbroadcast(np.linalg.solve(np.swapaxes(a, -1, -2), dz), b)


def any_solve(a, b) -> solved(a, b):
    """Solves the transposed system for the gradient; the matrix is given minus its product with the solution.

    a: invertible
    """
    z = np.linalg.solve(a, b)
    da = solve_da(dz, a, z)
    db = unbroadcast(np.linalg.solve(np.swapaxes(a, -1, -2), dz), b)


def det(x: "N N") -> "":
    """Gives the matrix its transposed inverse times the determinant and the gradient.

    x: invertible
    """
    z = np.linalg.det(x)
    dx = (z * np.linalg.inv(x).T) * dz


def det_batch(x) -> reduced(x, (-1, -2)):
    """Gives the matrix its transposed inverse times the determinant and the gradient.

    x: invertible
    """
    z = np.linalg.det(x)
    dx = np.swapaxes(np.linalg.inv(x), -1, -2) * np.expand_dims(z * dz, (-1, -2))


def logdet(x: "N N") -> "":
    """Gives the matrix its transposed inverse times the gradient.

    x: invertible
    """
    z = np.linalg.slogdet(x)[1]
    dx = np.linalg.inv(x).T * dz


def logdet_batch(x) -> reduced(x, (-1, -2)):
    """Gives the matrix its transposed inverse times the gradient.

    x: invertible
    """
    z = np.linalg.slogdet(x)[1]
    dx = np.swapaxes(np.linalg.inv(x), -1, -2) * np.expand_dims(dz, (-1, -2))


def sign_of_det(x) -> reduced(x, (-1, -2)):
    """Blocks the gradient: its output is a step function.

    x: invertible
    """
    z = np.linalg.slogdet(x)[0]


def cholesky(x: "N N") -> "N N":
    """Gives the lower triangle, which is all that it reads, the gradient on both triangles.

    x: positive definite
    """
    z = np.linalg.cholesky(x)
    dx = fold_tril(np.linalg.inv(z).T @ half_tril(z.T @ dz) @ np.linalg.inv(z))


def cholesky_batch(x) -> same(x):
    """Gives the lower triangle, which is all that it reads, the gradient on both triangles.

    x: positive definite
    """
    z = np.linalg.cholesky(x)
    dx = fold_tril(
        np.swapaxes(np.linalg.inv(z), -1, -2) @ half_tril(np.swapaxes(z, -1, -2) @ dz) @ np.linalg.inv(z)
    )


def eigvalsh(x) -> reduced(x, -1):
    """Gives the lower triangle, which is all that it reads, the gradients on the values times their vectors.

    x: symmetric
    """
    z = np.linalg.eigvalsh(x)
    dx = eigvalsh_dx(dz, x)


def svdvals(x) -> singular_values(x):
    """Gives the matrix the gradients on the singular values times their vectors."""
    z = np.linalg.svd(x, compute_uv=False)
    dx = svdvals_dx(dz, x)


def norm_nuclear(x) -> reduced(x):
    """Gives the matrix the gradient times the nearest matrix with orthogonal columns."""
    z = np.linalg.norm(x, "nuc")
    dx = nearest_orthogonal(x) * dz


def matrix_square(x: "N N") -> "N N":
    """Gives the matrix the gradient times itself, transposed, from either side."""
    z = np.linalg.matrix_power(x, 2)
    dx = dz @ x.T + x.T @ dz


def matrix_power(x, n: int) -> same(x):
    """Gives the matrix the gradient between its powers, transposed, that add up to one less.

    x: invertible
    view: x
    """
    z = np.linalg.matrix_power(x, n)
    dx = matrix_power_dx(dz, x, n)


def pinv(x) -> swapped(x, -1, -2):
    """Turns the gradient back through the pseudo-inverse, in the row and column spaces and out of them."""
    z = np.linalg.pinv(x)
    dx = pinv_dx(dz, x, z)


def multi_dot_3(x, y, w) -> chained(x, y, w):
    """Gives each factor the gradient between the other ones, transposed."""
    z = np.linalg.multi_dot([x, y, w])
    dx = matmul_dx(dz, x, y @ w)
    dy = matmul_dy(matmul_dx(dz, x @ y, w), x, y)
    dw = matmul_dy(dz, x @ y, w)
