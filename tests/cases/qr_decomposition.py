# arguments: A=np.array([[2.0, 0.3, -0.4], [0.1, 1.0, 0.5], [-0.4, 0.2, 0.9]]), b=(3,)
import numpy as np


def f(A: "N N", b: "N"):
    logdet = np.sum(np.log(np.abs(np.diag(np.linalg.qr(A).R))))
    Q, R = np.linalg.qr(A.T)
    x = np.linalg.solve(R, Q.T @ b)
    return logdet * x


# output
"""Forward and backward passes of qr_decomposition.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def diagonal_dx(dz, x, offset=0, axis1=0, axis2=1):
    """The gradient on x of z = np.diagonal(x, offset, axis1, axis2)."""
    dx = np.zeros(x.shape, dz.dtype)
    i = np.arange(dz.shape[-1])
    np.moveaxis(dx, (axis1, axis2), (-2, -1))[
        ..., i + max(-offset, 0), i + max(offset, 0)
    ] = dz
    return dx


def mirror_tril(a):
    """The lower triangle of a, and the same above the diagonal."""
    return np.tril(a) + np.swapaxes(np.tril(a, -1), -1, -2)


def f_forward(A: "N N", b: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    q, r = np.linalg.qr(A)
    absolute_in = np.diag(r)
    log_in = np.abs(absolute_in)
    logdet = np.sum(np.log(log_in))
    Q, R = np.linalg.qr(A.T)
    Q_T_at_b = Q.T @ b
    x = np.linalg.solve(R, Q_T_at_b)
    out = logdet * x
    cache = (b, q, r, absolute_in, log_in, logdet, Q, R, x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, N) and db (N,), from dout (N,)."""
    b, q, r, absolute_in, log_in, logdet, Q, R, x = cache
    # backprop out = logdet * x
    dlogdet = x @ dout
    dx = logdet * dout
    # backprop x = np.linalg.solve(R, Q_T_at_b)
    dQ_T_at_b = np.linalg.solve(R.T, dx)
    dR = -np.outer(dQ_T_at_b, x)
    # backprop Q_T_at_b = Q.T @ b
    dQ = np.outer(dQ_T_at_b, b).T
    db = Q @ dQ_T_at_b
    # backprop Q, R = np.linalg.qr(A.T)
    dA = np.linalg.solve(R, (dQ + Q @ mirror_tril(R @ dR.T - dQ.T @ Q)).T)
    # backprop logdet = np.sum(np.log(log_in))
    dlog_in = dlogdet / log_in
    # backprop log_in = np.abs(absolute_in)
    dabsolute_in = np.sign(absolute_in) * dlog_in
    # backprop absolute_in = np.diag(r)
    dr = diagonal_dx(dabsolute_in, r)
    # backprop q, r = np.linalg.qr(A)
    dA += np.linalg.solve(r, (q @ mirror_tril(r @ dr.T)).T).T
    return dA, db
