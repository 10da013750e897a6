"""Factors of a matrix as SciPy gives them."""

from __future__ import annotations

import numpy as np
import scipy.linalg


def scipy_eigh(x: "N N") -> ("N", "N N"):
    """Gives the lower triangle, which is all that it reads, the gradients turned by the vectors.

    Where two values are equal, the gradient from their vectors is not defined.

    x: symmetric
    signs: v
    """
    w, v = scipy.linalg.eigh(x)
    dx = fold_tril((v * dw) @ v.T)
    dx = fold_tril(v @ (inverse_gaps(w) * (v.T @ dv)) @ v.T)
    dx = fold_tril(v @ (np.diag(dw) + inverse_gaps(w) * (v.T @ dv)) @ v.T)


def any_scipy_eigh(x) -> (eigenvalues(x), same(x)):
    """Gives the lower triangle, which is all that it reads, the gradients turned by the vectors.

    Where two values are equal, the gradient from their vectors is not defined.

    x: symmetric
    signs: v
    """
    w, v = scipy.linalg.eigh(x)
    dx = fold_tril((v * dw[..., None, :]) @ np.swapaxes(v, -1, -2))
    dx = fold_tril(v @ (inverse_gaps(w) * (np.swapaxes(v, -1, -2) @ dv)) @ np.swapaxes(v, -1, -2))


def scipy_eigvalsh(x) -> eigenvalues(x):
    """Gives the lower triangle, which is all that it reads, the gradients on the values times their vectors.

    x: symmetric
    """
    z = scipy.linalg.eigvalsh(x)
    dx = eigvalsh_dx(dz, x)


def scipy_svd(x: "M N") -> (left_vectors(x), singular_values(x), right_vectors(x)):
    """Gives the matrix the gradients turned by the vectors from both sides.

    Where two values are equal, or one is 0, the gradient from their vectors is not defined.

    signs: u, vt.T
    """
    u, s, vt = scipy.linalg.svd(x, full_matrices=False)
    dx = (u * ds) @ vt
    dx = (u @ (inverse_gaps(s**2) * (u.T @ du - du.T @ u) * s) + (du - u @ (u.T @ du)) / s) @ vt
    dx = u @ (s[:, None] * (inverse_gaps(s**2) * (vt @ dvt.T - dvt @ vt.T)) @ vt + (dvt - dvt @ vt.T @ vt) / s[:, None])


def any_scipy_svd(x) -> (left_vectors(x), singular_values(x), right_vectors(x)):
    """Gives the matrix the gradients turned by the vectors from both sides.

    Where two values are equal, or one is 0, the gradient from their vectors is not defined.

    signs: u, vt.T
    """
    u, s, vt = scipy.linalg.svd(x, full_matrices=False)
    dx = (u * ds[..., None, :]) @ vt
    dx = svd_du_dx(du, u, s, vt)
    dx = svd_dvt_dx(dvt, u, s, vt)


def scipy_svd_square(x: "N =N") -> ("N N", "N", "N N"):
    """Gives the matrix the gradients turned by the vectors from both sides.

    Where two values are equal, or one is 0, the gradient from their vectors is not defined.

    signs: u, vt.T
    """
    u, s, vt = scipy.linalg.svd(x)
    dx = (u * ds) @ vt
    dx = u @ (inverse_gaps(s**2) * (u.T @ du - du.T @ u) * s) @ vt
    dx = u @ (s[:, None] * inverse_gaps(s**2) * (vt @ dvt.T - dvt @ vt.T)) @ vt


def scipy_svd_full(x) -> (squared(x, -2), singular_values(x), squared(x, -1)):
    """Gives the matrix the gradients on the singular values times their vectors.

    refused: u, vt (pass full_matrices=False: of a matrix that is not square some vectors can be turned at will)
    """
    u, s, vt = scipy.linalg.svd(x)
    dx = (u[..., : s.shape[-1]] * ds[..., None, :]) @ vt[..., : s.shape[-1], :]


def scipy_svdvals(x) -> singular_values(x):
    """Gives the matrix the gradients on the singular values times their vectors.

    domain: np.ndim(x) > 1
    """
    z = scipy.linalg.svdvals(x)
    dx = svdvals_dx(dz, x)


def scipy_qr(x: "N =N") -> ("N N", "N N"):
    """Solves with the triangle for the gradients, which the orthogonal factor turns back.

    x: invertible
    signs: q, r.T
    """
    q, r = scipy.linalg.qr(x, mode="economic")
    dx = np.linalg.solve(r, (dq - q @ mirror_tril(dq.T @ q)).T).T
    dx = np.linalg.solve(r, (q @ mirror_tril(r @ dr.T)).T).T
    dx = np.linalg.solve(r, (dq + q @ mirror_tril(r @ dr.T - dq.T @ q)).T).T


def any_scipy_qr(x) -> (left_vectors(x), right_vectors(x)):
    """Solves with the triangle for the gradients, which the orthogonal factor turns back.

    x: invertible
    signs: q, r.T
    """
    q, r = scipy.linalg.qr(x, mode="economic")
    dx = qr_dx(dq, dr, q, r)
    dx = qr_dx(dq, np.zeros_like(r), q, r)
    dx = qr_dx(0, dr, q, r)


def scipy_qr_square(x: "N =N") -> ("N N", "N N"):
    """Solves with the triangle for the gradients, which the orthogonal factor turns back.

    x: invertible
    signs: q, r.T
    """
    q, r = scipy.linalg.qr(x)
    dx = np.linalg.solve(r, (dq - q @ mirror_tril(dq.T @ q)).T).T
    dx = np.linalg.solve(r, (q @ mirror_tril(r @ dr.T)).T).T
    dx = np.linalg.solve(r, (dq + q @ mirror_tril(r @ dr.T - dq.T @ q)).T).T


def scipy_qr_full(x) -> (squared(x, -2), same(x)):
    """Has no gradient: some columns of its factor can be turned at will.

    refused: q, r (pass mode="economic", or say in an annotation that the matrix is square)
    """
    q, r = scipy.linalg.qr(x)
    dx = 0


def lu(x: "N =N") -> ("N N", "N N", "N N"):
    """Solves with both triangles for the gradients on what each of them holds.

    x: invertible
    steps: p
    """
    p, l, u = scipy.linalg.lu(x)
    dx = p @ np.linalg.solve(l.T, np.linalg.solve(u, np.tril(l.T @ dl, -1).T).T)
    dx = p @ np.linalg.solve(l.T, np.linalg.solve(u, np.triu(du @ u.T).T).T)
    dx = p @ np.linalg.solve(l.T, np.linalg.solve(u, (np.tril(l.T @ dl, -1) + np.triu(du @ u.T)).T).T)


def any_lu(x) -> (squared(x, -2), left_vectors(x), right_vectors(x)):
    """Has no gradient here: it is known of square matrices.

    refused: l, u (say in an annotation that the matrix is square)
    steps: p
    """
    p, l, u = scipy.linalg.lu(x)
    dx = 0
