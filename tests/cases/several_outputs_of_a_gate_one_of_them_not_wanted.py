# arguments: A=np.array([[2.0, 0.3, -0.4], [0.3, 1.0, 0.5], [-0.4, 0.5, 0.2]])
import numpy as np


def f(A: "N N"):
    _, v = np.linalg.eigh(A)
    sign, logdet = np.linalg.slogdet(A)
    _ = sign * logdet
    return _ + np.sum(v**4)


# output
"""Forward and backward passes of several_outputs_of_a_gate_one_of_them_not_wanted.py:
do not edit.

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


def f_forward(A: "N N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    value, v = np.linalg.eigh(A)
    sign, logdet = np.linalg.slogdet(A)
    value1 = sign * logdet
    out = value1 + np.sum(v**4)
    cache = (A, value, v, sign)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, N), from dout."""
    A, value, v, sign = cache
    # backprop out = value1 + np.sum(v**4)
    dvalue1 = dout
    dv = (4 * v**3) * dout
    # backprop value1 = sign * logdet
    dlogdet = sign * dvalue1
    # backprop sign, logdet = np.linalg.slogdet(A)
    dA = np.linalg.inv(A).T * dlogdet
    # backprop value, v = np.linalg.eigh(A)
    dA += fold_tril(v @ (inverse_gaps(value) * (v.T @ dv)) @ v.T)
    return dA
