# arguments: v=(3, 3)
import numpy as np


def first(v: "N N"):
    for row, w in zip(v, v.T):
        out = w[0] * w[1]
        break
    return out


# output
"""Forward and backward passes of sequence_that_a_loop_leaves_early.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def first_forward(v: "N N"):
    """Forward pass of first: out and the cache (references, not copies)."""
    steps = 0
    v_T = v.T
    for row, w in zip(v, v_T):
        stopped = False
        out = w[0] * w[1]
        stopped = True
        steps += 1
        if stopped:
            break
    cache = (steps, v_T)
    return out, cache


def first_backward(dout, cache):
    """Backward pass of first: dv (N, N), from dout."""
    steps, v_T = cache
    dv_T = np.zeros_like(v_T, dtype=np.result_type(v_T, 1.0))
    for i in reversed(range(steps)):
        w = v_T[i]
        # backprop out = w[0] * w[1]
        dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
        dw[0] = w[1] * dout
        dw[1] += w[0] * dout
        dv_T[i] = dw
        dout = 0.0
    # backprop v_T = v.T
    dv = dv_T.T
    return dv
