# arguments: A=np.array([[2.0, 0.3, -0.4], [0.3, 1.0, 0.5], [-0.4, 0.5, 0.2]]), c=(3,)
import numpy as np


def f(A: "N N", c: "N"):
    w, v = np.linalg.eigh(A)
    q = v @ (w * (v.T @ c))
    return np.sum(q**3)


# output
"""Forward and backward passes of several_outputs_of_a_gate.py: do not edit.

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
    v_T_at_c = v.T @ c
    q_product = w * v_T_at_c
    q = v @ q_product
    out = np.sum(q**3)
    cache = (c, w, v, v_T_at_c, q_product, q)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, N) and dc (N,), from dout."""
    c, w, v, v_T_at_c, q_product, q = cache
    # backprop out = np.sum(q**3)
    dq = (3 * q**2) * dout
    # backprop q = v @ q_product
    dv = np.outer(dq, q_product)
    dq_product = v.T @ dq
    # backprop q_product = w * v_T_at_c
    dw = v_T_at_c * dq_product
    dv_T_at_c = w * dq_product
    # backprop v_T_at_c = v.T @ c
    dv += np.outer(dv_T_at_c, c).T
    dc = v @ dv_T_at_c
    # backprop w, v = np.linalg.eigh(A)
    dA = fold_tril(v @ (np.diag(dw) + inverse_gaps(w) * (v.T @ dv)) @ v.T)
    return dA, dc
