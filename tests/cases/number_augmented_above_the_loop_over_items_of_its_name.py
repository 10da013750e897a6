# arguments: x=(3,), v=1.3
import numpy as np


def f(x, v):
    s = 0.0
    for t in range(2):
        v *= t + 2.0
        s += v
        for v in x:
            s += v * v
    return s * x[::1]


# output
"""Forward and backward passes of
number_augmented_above_the_loop_over_items_of_its_name.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x, v):
    """Forward pass of f: out and the cache (references, not copies)."""
    if not np.isscalar(v):
        raise TypeError("f: v is an array, and is taken for a number")
    if np.ndim(x) != 1:
        raise TypeError(
            "f: x does not have one dimension, and its items are taken for numbers"
        )
    s = 0.0
    for t in range(2):
        v *= t + 2.0
        s += v
        for v in x:
            s += v * v
    out = s * x[::1]
    cache = (x, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dv, from dout."""
    x, s = cache
    # backprop out = s * x[::1]
    ds = x[::1] @ dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[::1] = s * dout
    dv = 0.0
    for t in reversed(range(2)):
        for i in reversed(range(len(x))):
            v = x[i]
            # backprop s += v * v
            dv += (2 * v) * ds
            dx[i] += dv
            dv = 0.0
        # backprop s += v
        dv += ds
        # backprop v *= t + 2.0
        dv = (t + 2.0) * dv
    return dx, dv
