# arguments: x=(2, 3, 4), y=(4, 5)
# arguments bilinear: x=(3,), a=(3, 4), y=(4,)
# arguments broken_up: x=(3, 3, 4), y=(4, 2)
import numpy as np


def bilinear(x: "N", a: "N M", y: "M"):
    return np.einsum("i,ij,j", x, a, y)


def broken_up(x: "N N M", y: "M K"):
    diagonal = np.einsum("iij->ij", x)
    rows = np.einsum("ij->i", diagonal)
    return np.einsum("i,jk->ik", rows, y, optimize=True)


def f(x: "B N K", y: "K M"):
    out = np.einsum("...ij,...jk->...ik", x, y)
    return out


# output
"""Forward and backward passes of einsum.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def bilinear_forward(x: "N", a: "N M", y: "M"):
    """Forward pass of bilinear: out and the cache (references, not copies)."""
    out = np.einsum("i,ij,j", x, a, y)
    cache = (x, a, y)
    return out, cache


def bilinear_backward(dout, cache):
    """Backward pass of bilinear: dx (N,), da (N, M) and dy (M,), from dout."""
    x, a, y = cache
    # backprop out = np.einsum("i,ij,j", x, a, y)
    dx = np.einsum("ij,j->i", a, y) * dout
    da = np.einsum("i,j->ij", x, y) * dout
    dy = np.einsum("i,ij->j", x, a) * dout
    return dx, da, dy


def broken_up_forward(x: "N N M", y: "M K"):
    """Forward pass of broken_up: out (N, K) and the cache (references, not copies)."""
    diagonal = np.einsum("iij->ij", x)
    rows = np.einsum("ij->i", diagonal)
    out = np.einsum("i,jk->ik", rows, y, optimize=True)
    cache = (x, y, diagonal, rows)
    return out, cache


def broken_up_backward(dout, cache):
    """Backward pass of broken_up: dx (N, N, M) and dy (M, K), from dout (N, K)."""
    x, y, diagonal, rows = cache
    # backprop out = np.einsum("i,jk->ik", rows, y, optimize=True)
    drows = np.einsum("ik,jk->i", dout, y, optimize=True)
    dy = np.ones_like(y) * np.einsum("i,ik->k", rows, dout, optimize=True)
    # backprop rows = np.einsum("ij->i", diagonal)
    ddiagonal = np.ones_like(diagonal) * np.expand_dims(drows, 1)
    # backprop diagonal = np.einsum("iij->ij", x)
    dx = np.einsum("ij,ia->iaj", ddiagonal, np.eye(x.shape[0], dtype=x.dtype))
    return dx, dy


def f_forward(x: "B N K", y: "K M"):
    """Forward pass of f: out (B, N, M) and the cache (references, not copies)."""
    out = np.einsum("...ij,...jk->...ik", x, y)
    cache = (x, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (B, N, K) and dy (K, M), from dout (B, N, M)."""
    x, y = cache
    # backprop out = np.einsum("...ij,...jk->...ik", x, y)
    dx = np.einsum("...ik,...jk->...ij", dout, y)
    dy = np.einsum("aij,aik->jk", x, dout)
    return dx, dy
