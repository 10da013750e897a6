# arguments: v=(1, 3), w=(1, 1)
import numpy as np


def f(v: "1 3", w: "1 1"):
    z = np.zeros(3)
    z[:] = v
    return z * np.full(3, w)


# output
"""Forward and backward passes of write_of_an_array_with_more_axes.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(v: "1 3", w: "1 1"):
    """Forward pass of f: out (3,) and the cache (references, not copies)."""
    z = np.zeros(3)
    z[:] = v
    full_3 = np.full(3, w)
    out = z * full_3
    cache = (v, w, z, full_3)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dv (1, 3) and dw (1, 1), from dout (3,)."""
    v, w, z, full_3 = cache
    # backprop out = z * full_3
    dz = full_3 * dout
    dfull_3 = z * dout
    # backprop full_3 = np.full(3, w)
    dw = np.ones_like(w) * np.sum(dfull_3, axis=0, keepdims=True)
    # backprop z[:] = v
    dv = np.ones_like(v) * dz[:]
    return dv, dw
