# arguments: A=np.array([[2.0, 0.3, -0.4], [0.3, 1.0, 0.5], [-0.4, 0.5, 0.2]]), c=(3,)
import numpy as np


def f(A: "N N", c: "N"):
    t = np.linalg.eigh(A @ A)
    q = t.eigenvectors.T @ c
    return np.sum(t.eigenvalues * q**2)


# output
"""Forward and backward passes of several_outputs_of_a_gate_by_name.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def fold_tril(a):
    """The lower triangle of a, with what was above the diagonal added to it."""
    return np.tril(a) + np.swapaxes(np.triu(a, 1), -1, -2)


def inverse_gaps(w):
    """1 / (w[j] - w[i]) at i, j; zero on the diagonal."""
    gaps = np.expand_dims(w, -2) - np.expand_dims(w, -1)
    diagonal = np.eye(w.shape[-1], dtype=gaps.dtype)
    return (1 - diagonal) / (gaps + diagonal)


def f_forward(A: "N N", c: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    eigh_in = A @ A
    t = np.linalg.eigh(eigh_in)
    q = t.eigenvectors.T @ c
    q_sqr = q**2
    out = np.sum(t.eigenvalues * q_sqr)
    cache = (A, c, t, q, q_sqr)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, N) and dc (N,), from dout."""
    A, c, t, q, q_sqr = cache
    # backprop out = np.sum(t.eigenvalues * q_sqr)
    dt_eigenvalues = q_sqr * dout
    dq_sqr = t.eigenvalues * dout
    # backprop q_sqr = q**2
    dq = (2 * q) * dq_sqr
    # backprop q = t.eigenvectors.T @ c
    dt_eigenvectors = np.outer(dq, c).T
    dc = t.eigenvectors @ dq
    # backprop t = np.linalg.eigh(eigh_in)
    deigh_in = fold_tril(
        t.eigenvectors
        @ (
            np.diag(dt_eigenvalues)
            + inverse_gaps(t.eigenvalues) * (t.eigenvectors.T @ dt_eigenvectors)
        )
        @ t.eigenvectors.T
    )
    # backprop eigh_in = A @ A
    dA = deigh_in @ A.T
    dA += A.T @ deigh_in
    return dA, dc
