# arguments: x=np.linspace(0.5, 1.5, 3)
import numpy as np


def f(x: "N float32"):
    return np.tanh(0.5 * x) / 2


# output
"""Forward and backward passes of float32.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N float32"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    tanh_half_times_x = np.tanh(0.5 * x)
    out = tanh_half_times_x / 2
    cache = (tanh_half_times_x,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout (N,)."""
    (tanh_half_times_x,) = cache
    # backprop out = tanh_half_times_x / 2
    dtanh_half_times_x = dout / 2
    # backprop tanh_half_times_x = np.tanh(0.5 * x)
    dx = 0.5 * (1 - tanh_half_times_x**2) * dtanh_half_times_x
    return dx
