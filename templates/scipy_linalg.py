"""Linear algebra of SciPy, where it has more to say than NumPy: triangles, symmetry, functions of matrices."""

from __future__ import annotations

import numpy as np
import scipy.linalg

# Triangles. A line names the function once for either way in which the system may be solved.


def solve_upper_vector(a: "N N", b: "N", trans: int | str = 0, unit: bool = False) -> "N":
    """Solves the transposed system for the gradient; the triangle is given minus its outer product with the solution.

    a: invertible
    trans: one of 0, 1, "T"
    """
    z = scipy.linalg.solve_triangular(a, b, trans=trans, unit_diagonal=unit)
    da = np.triu(
        -np.outer(scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), unit_diagonal=unit), z)
        if is_straight(trans)
        else -np.outer(z, scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), unit_diagonal=unit)),
        k=beside_diagonal(unit, 1),
    )
    db = scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), unit_diagonal=unit)


def solve_upper_matrix(a: "N N", b: "N M", trans: int | str = 0, unit: bool = False) -> "N M":
    """Solves the transposed system for the gradient; the triangle is given minus its product with the solution.

    a: invertible
    trans: one of 0, 1, "T"
    """
    z = scipy.linalg.solve_triangular(a, b, trans=trans, unit_diagonal=unit)
    da = np.triu(
        -scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), unit_diagonal=unit) @ z.T
        if is_straight(trans)
        else -z @ scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), unit_diagonal=unit).T,
        k=beside_diagonal(unit, 1),
    )
    db = scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), unit_diagonal=unit)


def any_solve_upper(a, b, trans: int | str = 0, unit: bool = False) -> solved(a, b):
    """Solves the transposed system for the gradient; the triangle is given minus its product with the solution.

    a: invertible
    trans: one of 0, 1, "T"
    """
    z = scipy.linalg.solve_triangular(a, b, trans=trans, unit_diagonal=unit)
    da = unbroadcast(
        np.triu(
            -scipy.linalg.solve_triangular(a, as_column(dz, b), trans=other_way(trans), unit_diagonal=unit) @ np.swapaxes(as_column(z, b), -1, -2)
            if is_straight(trans)
            else -as_column(z, b) @ np.swapaxes(scipy.linalg.solve_triangular(a, as_column(dz, b), trans=other_way(trans), unit_diagonal=unit), -1, -2),
            k=beside_diagonal(unit, 1),
        ),
        a,
    )
    db = unbroadcast(from_column(scipy.linalg.solve_triangular(a, as_column(dz, b), trans=other_way(trans), unit_diagonal=unit), b), b)


def solve_lower_vector(a: "N N", b: "N", trans: int | str = 0, unit: bool = False) -> "N":
    """Solves the transposed system for the gradient; the triangle is given minus its outer product with the solution.

    a: invertible
    trans: one of 0, 1, "T"
    """
    z = scipy.linalg.solve_triangular(a, b, trans=trans, lower=True, unit_diagonal=unit)
    da = np.tril(
        -np.outer(scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), lower=True, unit_diagonal=unit), z)
        if is_straight(trans)
        else -np.outer(z, scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), lower=True, unit_diagonal=unit)),
        k=beside_diagonal(unit, -1),
    )
    db = scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), lower=True, unit_diagonal=unit)


def solve_lower_matrix(a: "N N", b: "N M", trans: int | str = 0, unit: bool = False) -> "N M":
    """Solves the transposed system for the gradient; the triangle is given minus its product with the solution.

    a: invertible
    trans: one of 0, 1, "T"
    """
    z = scipy.linalg.solve_triangular(a, b, trans=trans, lower=True, unit_diagonal=unit)
    da = np.tril(
        -scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), lower=True, unit_diagonal=unit) @ z.T
        if is_straight(trans)
        else -z @ scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), lower=True, unit_diagonal=unit).T,
        k=beside_diagonal(unit, -1),
    )
    db = scipy.linalg.solve_triangular(a, dz, trans=other_way(trans), lower=True, unit_diagonal=unit)


def any_solve_lower(a, b, trans: int | str = 0, unit: bool = False) -> solved(a, b):
    """Solves the transposed system for the gradient; the triangle is given minus its product with the solution.

    a: invertible
    trans: one of 0, 1, "T"
    """
    z = scipy.linalg.solve_triangular(a, b, trans=trans, lower=True, unit_diagonal=unit)
    da = unbroadcast(
        np.tril(
            -scipy.linalg.solve_triangular(a, as_column(dz, b), trans=other_way(trans), lower=True, unit_diagonal=unit) @ np.swapaxes(as_column(z, b), -1, -2)
            if is_straight(trans)
            else -as_column(z, b) @ np.swapaxes(scipy.linalg.solve_triangular(a, as_column(dz, b), trans=other_way(trans), lower=True, unit_diagonal=unit), -1, -2),
            k=beside_diagonal(unit, -1),
        ),
        a,
    )
    db = unbroadcast(from_column(scipy.linalg.solve_triangular(a, as_column(dz, b), trans=other_way(trans), lower=True, unit_diagonal=unit), b), b)


def cholesky_upper_scipy(x: "N N") -> "N N":
    """Gives the upper triangle, which is all that it reads, the gradient on both triangles.

    x: positive definite
    """
    z = scipy.linalg.cholesky(x)
    dx = fold_tril(np.linalg.inv(z) @ half_tril(z @ dz.T) @ np.linalg.inv(z).T).T


def any_cholesky_upper_scipy(x) -> same(x):
    """Gives the upper triangle, which is all that it reads, the gradient on both triangles.

    x: positive definite
    """
    z = scipy.linalg.cholesky(x)
    dx = np.swapaxes(
        fold_tril(
            np.linalg.inv(z) @ half_tril(z @ np.swapaxes(dz, -1, -2)) @ np.swapaxes(np.linalg.inv(z), -1, -2)
        ),
        -1,
        -2,
    )


def cholesky_lower_scipy(x: "N N") -> "N N":
    """Gives the lower triangle, which is all that it reads, the gradient on both triangles.

    x: positive definite
    """
    z = scipy.linalg.cholesky(x, lower=True)
    dx = fold_tril(np.linalg.inv(z).T @ half_tril(z.T @ dz) @ np.linalg.inv(z))


def any_cholesky_lower_scipy(x) -> same(x):
    """Gives the lower triangle, which is all that it reads, the gradient on both triangles.

    x: positive definite
    """
    z = scipy.linalg.cholesky(x, lower=True)
    dx = fold_tril(
        np.swapaxes(np.linalg.inv(z), -1, -2) @ half_tril(np.swapaxes(z, -1, -2) @ dz) @ np.linalg.inv(z)
    )


def cho_solve_vector(c: "N N", low: bool, b: "N") -> "N":
    """Solves the system for the gradient; the factor is given minus both outer products with the solution, times itself.

    c: invertible
    """
    z = scipy.linalg.cho_solve((c, low), b)
    dc = (
        -np.tril(plus_transposed(np.outer(scipy.linalg.cho_solve((c, low), dz), z)) @ np.tril(c))
        if low
        else -np.triu(np.triu(c) @ plus_transposed(np.outer(scipy.linalg.cho_solve((c, low), dz), z)))
    )
    db = scipy.linalg.cho_solve((c, low), dz)


def cho_solve_matrix(c: "N N", low: bool, b: "N M") -> "N M":
    """Solves the system for the gradient; the factor is given minus both products with the solution, times itself.

    c: invertible
    """
    z = scipy.linalg.cho_solve((c, low), b)
    dc = (
        -np.tril(plus_transposed(scipy.linalg.cho_solve((c, low), dz) @ z.T) @ np.tril(c))
        if low
        else -np.triu(np.triu(c) @ plus_transposed(scipy.linalg.cho_solve((c, low), dz) @ z.T))
    )
    db = scipy.linalg.cho_solve((c, low), dz)


def any_cho_solve(c, low: bool, b) -> solved(c, b):
    """Solves the system for the gradient; the factor is given minus both products with the solution, times itself.

    c: invertible
    """
    z = scipy.linalg.cho_solve((c, low), b)
    dc = unbroadcast(cho_solve_dc(scipy.linalg.cho_solve((c, low), as_column(dz, b)), as_column(z, b), c, low), c)
    db = unbroadcast(from_column(scipy.linalg.cho_solve((c, low), as_column(dz, b)), b), b)


def solve_by_cholesky_vector(x: "N N", b: "N", low: bool = False) -> "N":
    """Solves the system for the gradient; the triangle that is read is given both outer products with the solution.

    x: positive definite
    """
    c = scipy.linalg.cho_factor(x, lower=low)
    z = scipy.linalg.cho_solve(c, b)
    dx = (
        -fold_tril(np.outer(scipy.linalg.cho_solve(c, dz), z))
        if low
        else -fold_tril(np.outer(z, scipy.linalg.cho_solve(c, dz))).T
    )
    db = scipy.linalg.cho_solve(c, dz)


def solve_by_cholesky_matrix(x: "N N", b: "N M", low: bool = False) -> "N M":
    """Solves the system for the gradient; the triangle that is read is given both products with the solution.

    x: positive definite
    """
    c = scipy.linalg.cho_factor(x, lower=low)
    z = scipy.linalg.cho_solve(c, b)
    dx = (
        -fold_tril(scipy.linalg.cho_solve(c, dz) @ z.T)
        if low
        else -fold_tril(z @ scipy.linalg.cho_solve(c, dz).T).T
    )
    db = scipy.linalg.cho_solve(c, dz)


def any_solve_by_cholesky(x, b, low: bool = False) -> solved(x, b):
    """Solves the system for the gradient; the triangle that is read is given both products with the solution.

    x: positive definite
    """
    c = scipy.linalg.cho_factor(x, lower=low)
    z = scipy.linalg.cho_solve(c, b)
    dx = unbroadcast(symmetric_solve_da(scipy.linalg.cho_solve(c, as_column(dz, b)), as_column(z, b), low), x)
    db = unbroadcast(from_column(scipy.linalg.cho_solve(c, as_column(dz, b)), b), b)


# Any matrix.


def solve_scipy_vector(a: "N N", b: "N", low: bool = False, kind: None | str = None) -> "N":
    """Solves the transposed system for the gradient; what is read of the matrix is given minus its outer product.

    a: positive definite
    kind: one of None, "gen", "pos", "sym"
    """
    z = scipy.linalg.solve(a, b, lower=low, assume_a=kind)
    da = (
        -np.outer(scipy.linalg.solve(a.T, dz, assume_a=kind), z)
        if is_general(kind)
        else -fold_tril(np.outer(scipy.linalg.solve(a, dz, lower=low, assume_a=kind), z))
        if low
        else -fold_tril(np.outer(z, scipy.linalg.solve(a, dz, lower=low, assume_a=kind))).T
    )
    db = (
        scipy.linalg.solve(a.T, dz, assume_a=kind)
        if is_general(kind)
        else scipy.linalg.solve(a, dz, lower=low, assume_a=kind)
    )


def solve_scipy_matrix(a: "N N", b: "N M", low: bool = False, kind: None | str = None) -> "N M":
    """Solves the transposed system for the gradient; what is read of the matrix is given minus its product.

    a: positive definite
    kind: one of None, "gen", "pos", "sym"
    """
    z = scipy.linalg.solve(a, b, lower=low, assume_a=kind)
    da = (
        -scipy.linalg.solve(a.T, dz, assume_a=kind) @ z.T
        if is_general(kind)
        else -fold_tril(scipy.linalg.solve(a, dz, lower=low, assume_a=kind) @ z.T)
        if low
        else -fold_tril(z @ scipy.linalg.solve(a, dz, lower=low, assume_a=kind).T).T
    )
    db = (
        scipy.linalg.solve(a.T, dz, assume_a=kind)
        if is_general(kind)
        else scipy.linalg.solve(a, dz, lower=low, assume_a=kind)
    )


def any_solve_scipy(a, b, low: bool = False, kind: None | str = None) -> solved(a, b):
    """Solves the transposed system for the gradient; what is read of the matrix is given minus its product.

    a: positive definite
    kind: one of None, "gen", "pos", "sym"
    """
    z = scipy.linalg.solve(a, b, lower=low, assume_a=kind)
    da = unbroadcast(
        -scipy.linalg.solve(np.swapaxes(a, -1, -2), as_column(dz, b), assume_a=kind)
        @ np.swapaxes(as_column(z, b), -1, -2)
        if is_general(kind)
        else symmetric_solve_da(
            scipy.linalg.solve(a, as_column(dz, b), lower=low, assume_a=kind), as_column(z, b), low
        ),
        a,
    )
    db = unbroadcast(
        from_column(
            scipy.linalg.solve(np.swapaxes(a, -1, -2), as_column(dz, b), assume_a=kind)
            if is_general(kind)
            else scipy.linalg.solve(a, as_column(dz, b), lower=low, assume_a=kind),
            b,
        ),
        b,
    )


def expm(x: "N N") -> "N N":
    """Gives the matrix the derivative of the exponential of its transpose, in the direction of the gradient."""
    z = scipy.linalg.expm(x)
    dx = scipy.linalg.expm_frechet(x.T, dz, compute_expm=False).astype(dz.dtype)


def any_expm(x) -> square(x):
    """Gives the matrix the derivative of the exponential of its transpose, in the direction of the gradient."""
    z = scipy.linalg.expm(x)
    dx = scipy.linalg.expm(in_direction(np.swapaxes(x, -1, -2), dz))[..., : x.shape[-1], x.shape[-1] :]


def logm(x) -> square(x):
    """Gives the matrix the derivative of the logarithm of its transpose, in the direction of the gradient.

    x: positive definite
    """
    z = scipy.linalg.logm(x)
    dx = scipy.linalg.logm(in_direction(np.swapaxes(x, -1, -2), dz))[..., : x.shape[-1], x.shape[-1] :]


def sqrtm(x: "N N") -> "N N":
    """Gives the matrix what adds up to the gradient, multiplied by the transposed root from either side.

    x: positive definite
    """
    z = scipy.linalg.sqrtm(x)
    dx = scipy.linalg.solve_sylvester(z.T, z.T, dz)


def any_sqrtm(x) -> square(x):
    """Gives the matrix what adds up to the gradient, multiplied by the transposed root from either side.

    x: positive definite
    """
    z = scipy.linalg.sqrtm(x)
    dx = scipy.linalg.solve_sylvester(np.swapaxes(z, -1, -2), np.swapaxes(z, -1, -2), dz)


def block_diag_of_two(x: "N M", y: "K L") -> block_diag(x, y):
    """Gives each block its place in the gradient."""
    z = scipy.linalg.block_diag(x, y)
    dx = dz[: x.shape[0], : x.shape[1]]
    dy = dz[x.shape[0] :, x.shape[1] :]


def block_diag(*x) -> block_diag(*x):
    """Gives each block its place in the gradient."""
    z = scipy.linalg.block_diag(*x)
    dx[k] = block_diag_dx(dz, k, *x)


def toeplitz(x) -> toeplitz(x, x):
    """Gives each entry the gradients on the two diagonals where it stands, added up."""
    z = scipy.linalg.toeplitz(x)
    dx = sums_of_diagonals(fold_tril(dz), x)


def toeplitz_of_two(x, y) -> toeplitz(x, y):
    """Gives each entry the gradients on the diagonal where it stands, added up; the first one of the row stands nowhere."""
    z = scipy.linalg.toeplitz(x, y)
    dx = sums_of_diagonals(np.tril(dz), x)
    dy = sums_of_diagonals(np.swapaxes(np.triu(dz, 1), -1, -2), y)
