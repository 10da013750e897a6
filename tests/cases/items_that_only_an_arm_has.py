# arguments first: c=(0,), b=(1,), n=0
# arguments chosen: c=(2,), b=(1,), n=2
# arguments corner: A=(1, 3), b=(2,), n=0
# arguments sized: c=(2,), n=0
import numpy as np


def first(c: "K", b: "N", n: int):
    y = c[0] / b[0] if n > 1 else 0.0
    return y * b[-1]


def chosen(c: "K", b: "N", n: int):
    y = c[1] * b[0] if n > 1 else b[1]
    return y * b[0]


def corner(A: "N M", b: "K", n: int):
    y = A[1, 2] * b if n > 1 else A[0, -1] - b
    return y


def sized(c: "2", n: int):
    y = c[1] if n > 1 else c[0] * 2
    return y * c[1]


# output
"""Forward and backward passes of items_that_only_an_arm_has.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def first_forward(c: "K", b: "N", n: int):
    """Forward pass of first: out and the cache (references, not copies)."""
    y = c[0] / b[0] if n > 1 else 0.0
    out = y * b[-1]
    cache = (c, b, n, y)
    return out, cache


def first_backward(dout, cache):
    """Backward pass of first: dc (K,) and db (N,), from dout."""
    c, b, n, y = cache
    # backprop out = y * b[-1]
    dy = b[-1] * dout
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    db[-1] = y * dout
    # backprop y = c[0] / b[0] if n > 1 else 0.0
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    dc[0 if n > 1 else ...] += dy / b[0] if n > 1 else 0.0
    db[0 if n > 1 else ...] += (-y / b[0]) * dy if n > 1 else 0.0
    return dc, db


def chosen_forward(c: "K", b: "N", n: int):
    """Forward pass of chosen: out and the cache (references, not copies)."""
    y = c[1] * b[0] if n > 1 else b[1]
    out = y * b[0]
    cache = (c, b, n, y)
    return out, cache


def chosen_backward(dout, cache):
    """Backward pass of chosen: dc (K,) and db (N,), from dout."""
    c, b, n, y = cache
    # backprop out = y * b[0]
    dy = b[0] * dout
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    db[0] = y * dout
    # backprop y = c[1] * b[0] if n > 1 else b[1]
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    dc[1 if n > 1 else ...] += b[0] * dy if n > 1 else 0.0
    db[0 if n > 1 else ...] += c[1] * dy if n > 1 else 0.0
    db[... if n > 1 else 1] += 0.0 if n > 1 else dy
    return dc, db


def corner_forward(A: "N M", b: "K", n: int):
    """Forward pass of corner: y (K,) and the cache (references, not copies)."""
    y = A[1, 2] * b if n > 1 else A[0, -1] - b
    cache = (A, b, n)
    return y, cache


def corner_backward(dy, cache):
    """Backward pass of corner: dA (N, M) and db (K,), from dy (K,)."""
    A, b, n = cache
    # backprop y = A[1, 2] * b if n > 1 else A[0, -1] - b
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dA[1 if n > 1 else slice(None), 2 if n > 1 else slice(None)] += (
        b @ dy if n > 1 else 0.0
    )
    db = A[1, 2] * dy if n > 1 else np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dA[slice(None) if n > 1 else 0, slice(None) if n > 1 else -1] += (
        0.0 if n > 1 else np.sum(dy)
    )
    db += 0.0 if n > 1 else -dy
    return dA, db


def sized_forward(c: "2", n: int):
    """Forward pass of sized: out and the cache (references, not copies)."""
    y = c[1] if n > 1 else c[0] * 2
    out = y * c[1]
    cache = (c, n, y)
    return out, cache


def sized_backward(dout, cache):
    """Backward pass of sized: dc (2,), from dout."""
    c, n, y = cache
    # backprop out = y * c[1]
    dy = c[1] * dout
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    dc[1] = y * dout
    # backprop y = c[1] if n > 1 else c[0] * 2
    dc[1] += dy if n > 1 else 0.0
    dc[0] += 0.0 if n > 1 else 2 * dy
    return dc
