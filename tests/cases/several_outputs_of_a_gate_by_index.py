# arguments: A=np.array([[2.0, 0.3, -0.4], [0.3, 1.0, 0.5], [-0.4, 0.5, 0.2]]), c=(3,)
# names matter: an output that has no name is called w, which may be taken
import numpy as np


def f(A: "N N", c: "N"):
    w = np.linalg.eigh(A)[0]
    return np.sum(w * c) + np.sum(np.linalg.eigh(A)[1] ** 2 @ c)


# output
"""Forward and backward passes of several_outputs_of_a_gate_by_index.py: do not edit.

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
    w, v = np.linalg.eigh(A)
    eigh_w, eigh_v = np.linalg.eigh(A)
    eigh_A_1_sqr = eigh_v**2
    sum_in = eigh_A_1_sqr @ c
    out = np.sum(w * c) + np.sum(sum_in)
    cache = (c, w, v, eigh_w, eigh_v, eigh_A_1_sqr, sum_in)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, N) and dc (N,), from dout."""
    c, w, v, eigh_w, eigh_v, eigh_A_1_sqr, sum_in = cache
    # backprop out = np.sum(w * c) + np.sum(sum_in)
    dw = c * dout
    dc = w * dout
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = eigh_A_1_sqr @ c
    deigh_A_1_sqr = np.outer(dsum_in, c)
    dc += eigh_A_1_sqr.T @ dsum_in
    # backprop eigh_A_1_sqr = eigh_v**2
    deigh_v = (2 * eigh_v) * deigh_A_1_sqr
    # backprop eigh_w, eigh_v = np.linalg.eigh(A)
    dA = fold_tril(eigh_v @ (inverse_gaps(eigh_w) * (eigh_v.T @ deigh_v)) @ eigh_v.T)
    # backprop w, v = np.linalg.eigh(A)
    dA += fold_tril((v * dw) @ v.T)
    return dA, dc
