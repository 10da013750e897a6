# arguments: a=(2, 3, 4), v=(4,)
import numpy as np


def f(a: "B N D", v: "D"):
    return a @ v


# output
"""Forward and backward passes of batch_times_vector.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(a: "B N D", v: "D"):
    """Forward pass of f: out (B, N) and the cache (references, not copies)."""
    out = a @ v
    cache = (a, v)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da (B, N, D) and dv (D,), from dout (B, N)."""
    a, v = cache
    # backprop out = a @ v
    da = np.expand_dims(dout, -1) * v
    dv = np.tensordot(dout, a, 2)
    return da, dv
