# arguments f: x=(3,), y=(3, 3)
# arguments g: x=(3,)
import numpy as np


def f(x: "N", y: "N N"):
    s = np.sum(x)
    d = np.diag(x) @ y
    return s * np.sum(d**2)


def g(x: "N"):
    return np.diag(x)


# output
"""Forward and backward passes of diagonal_matrix_of_a_vector.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = np.sum(x)
    diag_x = np.diag(x)
    d = diag_x @ y
    sum_d_sqr = np.sum(d**2)
    out = s * sum_d_sqr
    cache = (y, s, diag_x, d, sum_d_sqr)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N, N), from dout."""
    y, s, diag_x, d, sum_d_sqr = cache
    # backprop out = s * sum_d_sqr
    ds = sum_d_sqr * dout
    dsum_d_sqr = s * dout
    # backprop sum_d_sqr = np.sum(d**2)
    dd = (2 * d) * dsum_d_sqr
    # backprop d = diag_x @ y
    ddiag_x = dd @ y.T
    dy = diag_x.T @ dd
    # backprop diag_x = np.diag(x)
    dx = 1 * np.diag(ddiag_x)
    # backprop s = np.sum(x)
    dx += ds
    return dx, dy


def g_forward(x: "N"):
    """Forward pass of g: out (N, N) and the cache."""
    out = np.diag(x)
    cache = ()
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx (N,), from dout (N, N)."""
    # backprop out = np.diag(x)
    dx = 1.0 * np.diag(dout)
    return dx
