# arguments: A=(4, 3), x=(3,)
import numpy as np


def f(A: "N D", x: "D"):
    B = A.copy()
    z = x.copy()
    row, v = B[0], z[1]
    row *= v
    v += 1
    return np.sum(B ** 2) + np.sum(z ** 2) * v


# output
"""Forward and backward passes of array_and_number_named_at_once.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D", x: "D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    z = x.copy()
    v = z[1]
    B1 = B.copy()
    B1[0] *= v
    v1 = v + 1
    sum_z_sqr = np.sum(z**2)
    out = np.sum(B1**2) + sum_z_sqr * v1
    cache = (B, z, v, B1, v1, sum_z_sqr)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D) and dx (D,), from dout."""
    B, z, v, B1, v1, sum_z_sqr = cache
    # backprop out = np.sum(B1**2) + sum_z_sqr * v1
    dB1 = (2 * B1) * dout
    dsum_z_sqr = v1 * dout
    dv1 = sum_z_sqr * dout
    # backprop sum_z_sqr = np.sum(z**2)
    dz = (2 * z) * dsum_z_sqr
    # backprop v1 = v + 1
    dv = dv1
    # backprop B1 = B.copy(); B1[0] *= v
    dv += B[0] @ dB1[0]
    dB1[0] *= v
    # backprop v = z[1]
    dz[1] += dv
    # backprop z = x.copy()
    dx = dz
    # backprop B = A.copy()
    dA = dB1
    return dA, dx
