# arguments: x=np.array([0.3, -0.2]), h=np.array([0.5, 1.5]), v=np.array([1.1, 0.7])
import numpy as np


def f(x: "N", h: "N", v: "N"):
    h = np.exp(x * v) + np.tanh(h * 2)
    return h


# output
"""Forward and backward passes of reassignment_by_two_stages.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", h: "N", v: "N"):
    """Forward pass of f: h1 (N,) and the cache (references, not copies)."""
    exp_in = x * v
    exp_x_times_v = np.exp(exp_in)
    tanh_h_times_2 = np.tanh(h * 2)
    h1 = exp_x_times_v + tanh_h_times_2
    cache = (x, v, exp_x_times_v, tanh_h_times_2)
    return h1, cache


def f_backward(dh1, cache):
    """Backward pass of f: dx (N,), dh (N,) and dv (N,), from dh1 (N,)."""
    x, v, exp_x_times_v, tanh_h_times_2 = cache
    # backprop tanh_h_times_2 = np.tanh(h * 2)
    dh = 2 * (1 - tanh_h_times_2**2) * dh1
    # backprop exp_x_times_v = np.exp(exp_in)
    dexp_in = exp_x_times_v * dh1
    # backprop exp_in = x * v
    dx = v * dexp_in
    dv = x * dexp_in
    return dx, dh, dv
