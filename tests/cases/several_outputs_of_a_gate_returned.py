# arguments: A=np.array([[2.0, 0.3, -0.4], [0.3, 1.0, 0.5], [-0.4, 0.5, 0.2]])
import numpy as np


def f(A: "N N"):
    w, v = np.linalg.eigh(A)
    return w, v**2, np.linalg.slogdet(A)


# output
"""Forward and backward passes of several_outputs_of_a_gate_returned.py: do not edit.

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
    """Forward pass of f.

    Gives w (N,), out (N, N), out1 and the cache (references, not copies).
    """
    w, v = np.linalg.eigh(A)
    out = v**2
    out1 = np.linalg.slogdet(A)
    cache = (A, w, v)
    return w, out, out1, cache


def f_backward(dw, dout, dout1, cache):
    """Backward pass of f: dA (N, N), from dw (N,), dout (N, N) and dout1."""
    A, w, v = cache
    # backprop out1 = np.linalg.slogdet(A)
    dA = np.linalg.inv(A).T * dout1[1]
    # backprop out = v**2
    dv = (2 * v) * dout
    # backprop w, v = np.linalg.eigh(A)
    dA += fold_tril(v @ (np.diag(dw) + inverse_gaps(w) * (v.T @ dv)) @ v.T)
    return dA
