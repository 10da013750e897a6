# arguments: x=(5,)
import numpy as np


def f(x: "N"):
    out = x[0]
    for a, b in zip(x[:-1], x[1:]):
        out = out * a + b
    return out


# output
"""Forward and backward passes of loop_over_two_sequences.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    out = x[0]
    out_before = []
    for a, b in zip(x[:-1], x[1:]):
        out_before.append(out)
        out = out * a + b
    cache = (x, out_before)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    x, out_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(x[:-1]), len(x[1:])))):
        out = out_before[i]
        a = x[:-1][i]
        # backprop out = out * a + b
        da = out * dout
        db = dout
        dout = a * dout
        dx[1:][i] += db
        dx[:-1][i] += da
    # backprop out = x[0]
    dx[0] += dout
    return dx
