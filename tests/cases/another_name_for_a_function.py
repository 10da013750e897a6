# arguments: x=(4,), a=1.5
import numpy as np


def f(x: "N", a: float):
    act = np.tanh
    square = lambda t: t * t
    energy = square
    return np.sum(energy(act(a * x)))


# output
"""Forward and backward passes of another_name_for_a_function.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    tanh_in = a * x
    t = np.tanh(tanh_in)
    out = np.sum(t * t)
    cache = (x, a, t)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout."""
    x, a, t = cache
    # backprop out = np.sum(t * t)
    dt = (2 * t) * dout
    # backprop t = np.tanh(tanh_in)
    dtanh_in = (1 - t**2) * dt
    # backprop tanh_in = a * x
    da = x @ dtanh_in
    dx = a * dtanh_in
    return dx, da
