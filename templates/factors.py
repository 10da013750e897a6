"""Factors of a matrix, and what is fitted with them.

Vectors are known up to their sign (and, where values are equal, up to a turn): what is computed
from them has a gradient that means something where it does not depend on that choice.
"""

from __future__ import annotations

import numpy as np


def eigh(x: "N N") -> ("N", "N N"):
    """Gives the lower triangle, which is all that it reads, the gradients turned by the vectors.

    Where two values are equal, the gradient from their vectors is not defined.

    x: symmetric
    signs: v
    """
    w, v = np.linalg.eigh(x)
    dx = fold_tril((v * dw) @ v.T)
    dx = fold_tril(v @ (inverse_gaps(w) * (v.T @ dv)) @ v.T)
    dx = fold_tril(v @ (np.diag(dw) + inverse_gaps(w) * (v.T @ dv)) @ v.T)


def eigh_batch(x) -> (eigenvalues(x), same(x)):
    """Gives the lower triangle, which is all that it reads, the gradients turned by the vectors.

    Where two values are equal, the gradient from their vectors is not defined.

    x: symmetric
    signs: v
    """
    w, v = np.linalg.eigh(x)
    dx = fold_tril((v * dw[..., None, :]) @ np.swapaxes(v, -1, -2))
    dx = fold_tril(v @ (inverse_gaps(w) * (np.swapaxes(v, -1, -2) @ dv)) @ np.swapaxes(v, -1, -2))


def eigh_upper(x) -> (eigenvalues(x), same(x)):
    """Gives the upper triangle, which is all that it reads, the gradients turned by the vectors.

    Where two values are equal, the gradient from their vectors is not defined.

    x: symmetric
    signs: v
    """
    w, v = np.linalg.eigh(x, UPLO="U")
    dx = fold_triu((v * dw[..., None, :]) @ np.swapaxes(v, -1, -2))
    dx = fold_triu(v @ (inverse_gaps(w) * (np.swapaxes(v, -1, -2) @ dv)) @ np.swapaxes(v, -1, -2))


def svd(x: "M N") -> (left_vectors(x), singular_values(x), right_vectors(x)):
    """Gives the matrix the gradients turned by the vectors from both sides.

    Where two values are equal, or one is 0, the gradient from their vectors is not defined.

    signs: u, vt.T
    """
    u, s, vt = np.linalg.svd(x, full_matrices=False)
    dx = (u * ds) @ vt
    dx = (u @ (inverse_gaps(s**2) * (u.T @ du - du.T @ u) * s) + (du - u @ (u.T @ du)) / s) @ vt
    dx = u @ (s[:, None] * (inverse_gaps(s**2) * (vt @ dvt.T - dvt @ vt.T)) @ vt + (dvt - dvt @ vt.T @ vt) / s[:, None])


def svd_batch(x) -> (left_vectors(x), singular_values(x), right_vectors(x)):
    """Gives the matrix the gradients turned by the vectors from both sides.

    Where two values are equal, or one is 0, the gradient from their vectors is not defined.

    signs: u, vt.T
    """
    u, s, vt = np.linalg.svd(x, full_matrices=False)
    dx = (u * ds[..., None, :]) @ vt
    dx = svd_du_dx(du, u, s, vt)
    dx = svd_dvt_dx(dvt, u, s, vt)


def svd_square(x: "N =N") -> ("N N", "N", "N N"):
    """Gives the matrix the gradients turned by the vectors from both sides.

    Where two values are equal, or one is 0, the gradient from their vectors is not defined.

    signs: u, vt.T
    """
    u, s, vt = np.linalg.svd(x)
    dx = (u * ds) @ vt
    dx = u @ (inverse_gaps(s**2) * (u.T @ du - du.T @ u) * s) @ vt
    dx = u @ (s[:, None] * inverse_gaps(s**2) * (vt @ dvt.T - dvt @ vt.T)) @ vt


def svd_full_matrix(x: "M N") -> ("M M", singular_values(x), "N N"):
    """Gives the matrix the gradients on the singular values times their vectors.

    refused: u, vt (pass full_matrices=False: of a matrix that is not square some vectors can be turned at will)
    """
    u, s, vt = np.linalg.svd(x)
    dx = (u[:, : s.size] * ds) @ vt[: s.size]


def svd_full(x) -> (squared(x, -2), singular_values(x), squared(x, -1)):
    """Gives the matrix the gradients on the singular values times their vectors.

    refused: u, vt (pass full_matrices=False: of a matrix that is not square some vectors can be turned at will)
    """
    u, s, vt = np.linalg.svd(x)
    dx = (u[..., : s.shape[-1]] * ds[..., None, :]) @ vt[..., : s.shape[-1], :]


def qr(x: "N =N") -> ("N N", "N N"):
    """Solves with the triangle for the gradients, which the orthogonal factor turns back.

    x: invertible
    signs: q, r.T
    """
    q, r = np.linalg.qr(x)
    dx = np.linalg.solve(r, (dq - q @ mirror_tril(dq.T @ q)).T).T
    dx = np.linalg.solve(r, (q @ mirror_tril(r @ dr.T)).T).T
    dx = np.linalg.solve(r, (dq + q @ mirror_tril(r @ dr.T - dq.T @ q)).T).T


def qr_batch(x) -> (left_vectors(x), right_vectors(x)):
    """Solves with the triangle for the gradients, which the orthogonal factor turns back.

    x: invertible
    signs: q, r.T
    """
    q, r = np.linalg.qr(x)
    dx = qr_dx(dq, dr, q, r)
    dx = qr_dx(dq, np.zeros_like(r), q, r)
    dx = qr_dx(0, dr, q, r)


def qr_triangle(x) -> right_vectors(x):
    """Solves with the triangle for the gradient, which the orthogonal factor turns back.

    x: invertible
    """
    z = np.linalg.qr(x, mode="r")
    dx = qr_dx(0, dz, np.linalg.qr(x)[0], z)


def lstsq_vector(a: "M N", b: "M") -> ("N", steps(), int[""], singular_values(a)):
    """Sends the gradient on the solution back through the pseudo-inverse.

    Where the rank changes nearby, the gradient is not defined.

    a: invertible
    """
    z, residuals, rank, s = np.linalg.lstsq(a, b, rcond=None)
    da = lstsq_da(dz, a, b, z)
    db = np.linalg.pinv(a).T @ dz
    da = -2 * np.sum(dresiduals) * np.outer(b - a @ z, z)
    db = 2 * np.sum(dresiduals) * (b - a @ z)
    da = svdvals_dx(ds, a)


def lstsq_matrix(a: "M N", b: "M K") -> ("N K", steps(), int[""], singular_values(a)):
    """Sends the gradient on the solution back through the pseudo-inverse.

    Where the rank changes nearby, the gradient is not defined.

    a: invertible
    """
    z, residuals, rank, s = np.linalg.lstsq(a, b, rcond=None)
    da = lstsq_da(dz, a, b, z)
    db = np.linalg.pinv(a).T @ dz
    da = -2 * ((b - a @ z) * dresiduals) @ z.T
    db = 2 * (b - a @ z) * dresiduals
    da = svdvals_dx(ds, a)


def lstsq(a, b) -> (fitted(a, b), steps(), int[""], singular_values(a)):
    """Sends the gradient on the solution back through the pseudo-inverse.

    Where the rank changes nearby, the gradient is not defined.

    a: invertible
    refused: residuals (say in an annotation whether b is a vector)
    """
    z, residuals, rank, s = np.linalg.lstsq(a, b, rcond=None)
    da = lstsq_da(dz, a, b, z)
    db = np.linalg.pinv(a).T @ dz
    da = svdvals_dx(ds, a)
