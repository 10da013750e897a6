# arguments: x=(3,), n=2
# arguments: x=(3,), n=0
import numpy as np


def f(x: "D", n: int):
    z = np.exp(x)
    if n > 1:
        return z[1] * z[2]
    z[1:] *= z[1:]
    return z[1] * z[2]


# output
"""Forward and backward passes of array_written_in_one_arm.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    z = np.exp(x)
    z1 = z
    if n > 1:
        out = z[1] * z[2]
    else:
        z1 = z.copy()
        z1[1:] *= z[1:]
        out = z1[1] * z1[2]
    cache = (n, z, z1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (D,), from dout."""
    n, z, z1 = cache
    if n > 1:
        # backprop out = z[1] * z[2]
        dz1 = np.zeros_like(z1, dtype=np.result_type(z1, 1.0))
        dz1[1] = z[2] * dout
        dz1[2] += z[1] * dout
    else:
        # backprop out = z1[1] * z1[2]
        dz1 = np.zeros_like(z1, dtype=np.result_type(z1, 1.0))
        dz1[1] = z1[2] * dout
        dz1[2] += z1[1] * dout
        # backprop z1 = z.copy(); z1[1:] *= z[1:]
        dz1[1:] *= 2 * z[1:]
    # backprop z = np.exp(x)
    dx = z * dz1
    return dx
