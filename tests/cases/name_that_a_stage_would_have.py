# arguments: x=(3,), tanh_in=(3,)
# names matter: a stage would have the name
import numpy as np


def f(x: "N", tanh_in: "N"):
    return np.tanh(x * tanh_in)


# output
"""Forward and backward passes of name_that_a_stage_would_have.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", tanh_in: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    out_tanh_in = x * tanh_in
    out = np.tanh(out_tanh_in)
    cache = (x, tanh_in, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dtanh_in (N,), from dout (N,)."""
    x, tanh_in, out = cache
    # backprop out = np.tanh(out_tanh_in)
    dout_tanh_in = (1 - out**2) * dout
    # backprop out_tanh_in = x * tanh_in
    dx = tanh_in * dout_tanh_in
    dtanh_in = x * dout_tanh_in
    return dx, dtanh_in
