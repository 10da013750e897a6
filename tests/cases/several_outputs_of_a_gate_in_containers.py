# arguments: A=np.array([[2.0, 0.3, -0.4], [0.3, 1.0, 0.5], [-0.4, 0.5, 0.2]]), flag=True
import numpy as np


def f(A: "N N", flag: bool):
    t = np.linalg.eigh(A)
    parts = {"spectrum": t, "det": np.linalg.slogdet(A)}
    values = np.linalg.eigh(A)[0] if flag else A[0] * 2
    return parts["spectrum"][0] * parts["det"][1] + values


# output
"""Forward and backward passes of several_outputs_of_a_gate_in_containers.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def fold_tril(a):
    """The lower triangle of a, with what was above the diagonal added to it."""
    return np.tril(a) + np.swapaxes(np.triu(a, 1), -1, -2)


def f_forward(A: "N N", flag: bool):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    t = np.linalg.eigh(A)
    slogdet_A = np.linalg.slogdet(A)
    parts = {"spectrum": t, "det": slogdet_A}
    w, v = np.linalg.eigh(A) if flag else (0.0, 0.0)
    values = w if flag else A[0] * 2
    out = parts["spectrum"][0] * parts["det"][1] + values
    cache = (A, flag, t, parts, w, v)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, N), from dout (N,)."""
    A, flag, t, parts, w, v = cache
    # backprop out = parts["spectrum"][0] * parts["det"][1] + values
    dspectrum_0 = parts["det"][1] * dout
    ddet_1 = parts["spectrum"][0] @ dout
    dvalues = dout
    # backprop values = w if flag else A[0] * 2
    dw = dvalues if flag else np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dA[... if flag else 0] += 0.0 if flag else 2 * dvalues
    # backprop w, v = np.linalg.eigh(A) if flag else (0.0, 0.0)
    dA += fold_tril((v * dw) @ v.T) if flag else 0.0
    # backprop parts = {"spectrum": t, "det": slogdet_A}
    dt_0 = dspectrum_0
    dslogdet_A_1 = ddet_1
    # backprop slogdet_A = np.linalg.slogdet(A)
    dA += np.linalg.inv(A).T * dslogdet_A_1
    # backprop t = np.linalg.eigh(A)
    dA += fold_tril((t[1] * dt_0) @ t[1].T)
    return dA
