# arguments: A=np.array([[2.0, 0.3, -0.4], [0.1, 1.0, 0.5], [-0.4, 0.2, 0.4], [0.2, -0.1, 0.3]]), k=2
import numpy as np


def f(A: "M N", k: int):
    """The nearest matrix of rank k."""
    u, s, vt = np.linalg.svd(A, full_matrices=False)
    return (u[:, :k] * s[:k]) @ vt[:k]


# output
"""Forward and backward passes of singular_value_decomposition.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def inverse_gaps(w):
    """1 / (w[j] - w[i]) at i, j; zero on the diagonal."""
    gaps = np.expand_dims(w, -2) - np.expand_dims(w, -1)
    diagonal = np.eye(w.shape[-1], dtype=gaps.dtype)
    return (1 - diagonal) / (gaps + diagonal)


def f_forward(A: "M N", k: int):
    """The nearest matrix of rank k.

    Forward pass of f: out (M, N) and the cache (references, not copies).
    """
    u, s, vt = np.linalg.svd(A, full_matrices=False)
    u_part_times_s_part = u[:, :k] * s[:k]
    out = u_part_times_s_part @ vt[:k]
    cache = (k, u, s, vt, u_part_times_s_part)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (M, N), from dout (M, N)."""
    k, u, s, vt, u_part_times_s_part = cache
    # backprop out = u_part_times_s_part @ vt[:k]
    du_part_times_s_part = dout @ vt[:k].T
    dvt = np.zeros_like(vt, dtype=np.result_type(vt, 1.0))
    dvt[:k] = u_part_times_s_part.T @ dout
    # backprop u_part_times_s_part = u[:, :k] * s[:k]
    du = np.zeros_like(u, dtype=np.result_type(u, 1.0))
    du[:, :k] = s[:k] * du_part_times_s_part
    ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
    ds[:k] = np.sum(u[:, :k] * du_part_times_s_part, axis=0)
    # backprop u, s, vt = np.linalg.svd(A, full_matrices=False)
    dA = (u * ds) @ vt
    dA += (
        u @ (inverse_gaps(s**2) * (u.T @ du - du.T @ u) * s) + (du - u @ (u.T @ du)) / s
    ) @ vt
    dA += u @ (
        s[:, None] * (inverse_gaps(s**2) * (vt @ dvt.T - dvt @ vt.T)) @ vt
        + (dvt - dvt @ vt.T @ vt) / s[:, None]
    )
    return dA
