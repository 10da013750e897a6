# arguments: points=(4, 3), A=(2, 2)
import numpy as np


def f(points: "N 3", A: "2 2"):
    x, y, _ = points.T
    r2 = x**2 + y**2
    (a, b), (c, d) = A
    return (a * d - b * c) * r2


# output
"""Forward and backward passes of array_taken_apart.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(points: "N 3", A: "2 2"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    x, y, _ = points.T
    r2 = x**2 + y**2
    (a, b), (c, d) = A
    b_times_c = b * c
    out_diff = a * d - b_times_c
    out = out_diff * r2
    cache = (A, x, y, r2, a, b, c, d, out_diff)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dpoints (N, 3) and dA (2, 2), from dout (N,)."""
    A, x, y, r2, a, b, c, d, out_diff = cache
    # backprop out = out_diff * r2
    dout_diff = r2 @ dout
    dr2 = out_diff * dout
    # backprop out_diff = a * d - b_times_c
    da = d * dout_diff
    dd = a * dout_diff
    db_times_c = -dout_diff
    # backprop b_times_c = b * c
    db = c * db_times_c
    dc = b * db_times_c
    # backprop (a, b), (c, d) = A
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dA[1] = np.array([dc, dd])
    dA[0] += np.array([da, db])
    # backprop r2 = x**2 + y**2
    dx = (2 * x) * dr2
    dy = (2 * y) * dr2
    # backprop x, y, _ = points.T
    dpoints = np.stack([dx, dy, np.zeros_like(dx)]).T
    return dpoints, dA
