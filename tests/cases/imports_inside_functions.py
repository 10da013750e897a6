# arguments f: x=(3,), a=()
# arguments g: x=(3,)
RATE = 0.5


def f(x: "N", a: float):
    """Imports where it needs."""
    # heavy, so only here
    import numpy as np

    global RATE
    y = np.tanh(x * a) * RATE

    def squared(v):
        from math import sqrt as root

        return root(v * v + 1)

    if a > 0:
        from math import exp

        y = y * exp(a)
    return y * squared(a)


def g(x: "N"):
    import numpy as np

    return np.exp(x)


# output
"""Forward and backward passes of imports_inside_functions.py: do not edit.

Made by `backprop generate`.
"""

from math import exp
from math import sqrt as root

import numpy as np

RATE = 0.5


def squared_forward(v):
    """Forward pass of squared: out and the cache (references, not copies)."""
    out = root(v * v + 1)
    cache = (v, out)
    return out, cache


def squared_backward(dout, cache):
    """Backward pass of squared: dv, from dout."""
    v, out = cache
    # backprop out = root(v * v + 1)
    dv = v * (dout / out)
    return dv


def f_forward(x: "N", a: float):
    """Imports where it needs.

    Forward pass of f: out (N,) and the cache (references, not copies).
    """
    tanh_in = x * a
    tanh_x_times_a = np.tanh(tanh_in)
    y = tanh_x_times_a * RATE
    y_before = y

    exp_a = None
    if a > 0:
        exp_a = exp(a)
        y = y * exp_a
    squared_a, squared_cache = squared_forward(a)
    out = y * squared_a
    cache = (x, a, tanh_x_times_a, y_before, exp_a, y, squared_a, squared_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout (N,)."""
    x, a, tanh_x_times_a, y_before, exp_a, y, squared_a, squared_cache = cache
    # backprop out = y * squared_a
    dy = squared_a * dout
    dsquared_a = y @ dout
    # backprop squared_a = squared(a)
    da = squared_backward(dsquared_a, squared_cache)
    if a > 0:
        # backprop y = y * exp_a
        dexp_a = y_before @ dy
        dy = exp_a * dy
        # backprop exp_a = exp(a)
        da += exp_a * dexp_a
    # backprop y = tanh_x_times_a * RATE
    dtanh_x_times_a = RATE * dy
    # backprop tanh_x_times_a = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_x_times_a**2) * dtanh_x_times_a
    # backprop tanh_in = x * a
    dx = a * dtanh_in
    da += x @ dtanh_in
    return dx, da


def g_forward(x: "N"):
    """Forward pass of g: out (N,) and the cache (references, not copies)."""
    out = np.exp(x)
    cache = (out,)
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx (N,), from dout (N,)."""
    (out,) = cache
    # backprop out = np.exp(x)
    dx = out * dout
    return dx
