"""Linear algebra: inverses, solutions, determinants, factors.

holomorphic: inv*, *solve*, det*, matrix_*, multi_dot*, tensorinv*
"""

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
    domain: np.ndim(b) >= np.ndim(a)
    """
    z = np.linalg.solve(a, b)
    da = (
        unbroadcast(-np.linalg.solve(np.swapaxes(a, -1, -2), dz) @ np.swapaxes(z, -1, -2), a)
        if is_no_shorter(b, a)
        else solve_da(dz, a, b, z)
    )
    db = (
        unbroadcast(np.linalg.solve(np.swapaxes(a, -1, -2), dz), b) if is_no_shorter(b, a) else solve_db(dz, a, b)
    )


def any_solve(a, b) -> solved(a, b):
    """Solves the transposed system for the gradient; the matrix is given minus its product with the solution.

    a: invertible
    """
    z = np.linalg.solve(a, b)
    da = solve_da(dz, a, b, z)
    db = solve_db(dz, a, b)


def det(x: "N N") -> "":
    """Gives the matrix its transposed inverse times the determinant and the gradient.

    x: invertible
    """
    z = np.linalg.det(x)
    dx = (z * np.linalg.inv(x).T) * dz


def det_batch(x) -> of_matrices(x):
    """Gives the matrix its transposed inverse times the determinant and the gradient.

    x: invertible
    """
    z = np.linalg.det(x)
    dx = np.swapaxes(np.linalg.inv(x), -1, -2) * (z * dz)[..., None, None]


def slogdet(x: "N N") -> ("", ""):
    """Gives the matrix its transposed inverse times the gradient on the logarithm.

    x: invertible
    steps: sign
    """
    sign, logdet = np.linalg.slogdet(x)
    dx = np.linalg.inv(x).T * dlogdet


def slogdet_batch(x) -> (of_matrices(x), of_matrices(x)):
    """Gives the matrix its transposed inverse times the gradient on the logarithm.

    x: invertible
    steps: sign
    """
    sign, logdet = np.linalg.slogdet(x)
    dx = np.swapaxes(np.linalg.inv(x), -1, -2) * np.asarray(dlogdet)[..., None, None]


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


def cholesky_upper(x) -> same(x):
    """Gives the upper triangle, which is all that it reads, the gradient on both triangles.

    x: positive definite
    needs: NumPy 2
    """
    z = np.linalg.cholesky(x, upper=True)
    dx = np.swapaxes(
        fold_tril(np.linalg.inv(z) @ half_tril(z @ np.swapaxes(dz, -1, -2)) @ np.swapaxes(np.linalg.inv(z), -1, -2)),
        -1,
        -2,
    )


def eigvalsh(x) -> eigenvalues(x):
    """Gives the lower triangle, which is all that it reads, the gradients on the values times their vectors.

    x: symmetric
    """
    z = np.linalg.eigvalsh(x)
    dx = eigvalsh_dx(dz, x)


def eigvalsh_upper(x) -> eigenvalues(x):
    """Gives the upper triangle, which is all that it reads, the gradients on the values times their vectors.

    x: symmetric
    """
    z = np.linalg.eigvalsh(x, UPLO="U")
    dx = np.swapaxes(eigvalsh_dx(dz, np.swapaxes(x, -1, -2)), -1, -2)


def svdvals_alone(x) -> singular_values(x):
    """Gives the matrix the gradients on the singular values times their vectors.

    needs: NumPy 2
    """
    z = np.linalg.svdvals(x)
    dx = svdvals_dx(dz, x)


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


def matrix_square_batch(x) -> same(x):
    """Gives the matrix the gradient times itself, transposed, from either side."""
    z = np.linalg.matrix_power(x, 2)
    dx = dz @ np.swapaxes(x, -1, -2) + np.swapaxes(x, -1, -2) @ dz


def matrix_power_0(x) -> same(x):
    """Blocks the gradient: its output is the identity."""
    z = np.linalg.matrix_power(x, 0)


def matrix_power_1(x) -> same(x):
    """Passes the gradient on.

    view: x
    """
    z = np.linalg.matrix_power(x, 1)
    dx = dz


def matrix_inverse(x) -> same(x):
    """Multiplies the gradient by the transposed inverse from both sides, with a minus sign.

    x: invertible
    """
    z = np.linalg.matrix_power(x, -1)
    dx = -(np.swapaxes(z, -1, -2) @ dz @ np.swapaxes(z, -1, -2))


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


def multi_dot_of_two(x: "N K", y: "K M") -> "N M":
    """Gives each matrix the gradient times the other one, transposed."""
    z = np.linalg.multi_dot([x, y])
    dx = dz @ y.T
    dy = x.T @ dz


def multi_dot_of_any_two(x, y) -> dot(x, y):
    """Gives each factor the gradient times the other one."""
    z = np.linalg.multi_dot([x, y])
    dx = dot_dx(dz, x, y)
    dy = dot_dy(dz, x, y)


def multi_dot(*x) -> chained(*x):
    """Gives each factor the gradient between the other ones, transposed."""
    z = np.linalg.multi_dot([*x])
    dx[k] = (
        np.linalg.multi_dot([*[w.T for w in x[:k][::-1]], dz, *[w.T for w in x[k + 1 :][::-1]]])
        if are_matrices(*x)
        else multi_dot_dx(dz, k, *x)
    )


def tensorinv(x) -> moved_round(x, 2):
    """Multiplies the gradient by the transposed inverse from both sides, with a minus sign."""
    z = np.linalg.tensorinv(x)
    dx = tensorinv_dx(dz, z)


def tensorinv_ind(x, ind: int) -> moved_round(x, ind):
    """Multiplies the gradient by the transposed inverse from both sides, with a minus sign."""
    z = np.linalg.tensorinv(x, ind)
    dx = tensorinv_dx(dz, z, ind)


def tensorsolve(a, b) -> left_of(a, b):
    """Solves the transposed system for the gradient; the tensor is given minus its product with the solution."""
    z = np.linalg.tensorsolve(a, b)
    da = -np.tensordot(tensorsolve_db(dz, a, b), z, axes=0)
    db = tensorsolve_db(dz, a, b)
