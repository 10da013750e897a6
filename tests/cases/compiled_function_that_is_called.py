# arguments total: x=0.7
# arguments beside: x=0.7, w=1.2
# first order only total: lists that grow have no typed gradient
import math

from numba import njit


@njit
def bump(x):
    return x * math.exp(-x)


@njit
def total(x: float, n: int = 4):
    s = 0.0
    for i in range(n):
        s += bump(x * i)
    return s


@njit
def beside(x: float, w: float):
    def scaled(z):
        return z * w

    y = scaled(x) * bump(x)
    return y * scaled(y)


# output
"""Forward and backward passes of compiled_function_that_is_called.py: do not edit.

Made by `backprop generate`.
"""

import math

from numba import njit
from numba.typed import List


@njit
def bump_forward(x):
    """Forward pass of bump: out and the cache (references, not copies)."""
    exp_neg_x = math.exp(-x)
    out = x * exp_neg_x
    cache = (x, exp_neg_x)
    return out, cache


@njit
def bump_backward(dout, cache):
    """Backward pass of bump: dx, from dout."""
    x, exp_neg_x = cache
    # backprop out = x * exp_neg_x
    dx = exp_neg_x * dout
    dexp_neg_x = x * dout
    # backprop exp_neg_x = math.exp(-x)
    dx -= exp_neg_x * dexp_neg_x
    return dx


@njit
def total_forward(x: float, n: int = 4):
    """Forward pass of total: s and the cache (references, not copies)."""
    s = 0.0
    steps = List()
    for i in range(n):
        x_times_i = x * i
        bump_x_times_i, bump_cache = bump_forward(x_times_i)
        s += bump_x_times_i
        steps.append(bump_cache)
    cache = (n, steps)
    return s, cache


@njit
def total_backward(ds, cache):
    """Backward pass of total: dx, from ds."""
    n, steps = cache
    dx = 0.0
    for i in range(n - 1, -1, -1):
        bump_cache = steps[i]
        # backprop bump_x_times_i = bump(x_times_i)
        dx_times_i = bump_backward(ds, bump_cache)
        # backprop x_times_i = x * i
        dx += i * dx_times_i
    return dx


@njit
def beside_forward(x: float, w: float):
    """Forward pass of beside: out and the cache (references, not copies)."""
    x_times_w = x * w
    bump_x, bump_cache = bump_forward(x)
    y = x_times_w * bump_x
    y_times_w = y * w
    out = y * y_times_w
    cache = (x, w, x_times_w, bump_x, bump_cache, y, y_times_w)
    return out, cache


@njit
def beside_backward(dout, cache):
    """Backward pass of beside: dx and dw, from dout."""
    x, w, x_times_w, bump_x, bump_cache, y, y_times_w = cache
    # backprop out = y * y_times_w
    dy = y_times_w * dout
    dy_times_w = y * dout
    # backprop y_times_w = y * w
    dy += w * dy_times_w
    dw = y * dy_times_w
    # backprop y = x_times_w * bump_x
    dx_times_w = bump_x * dy
    dbump_x = x_times_w * dy
    # backprop bump_x = bump(x)
    dx = bump_backward(dbump_x, bump_cache)
    # backprop x_times_w = x * w
    dx += w * dx_times_w
    dw += x * dx_times_w
    return dx, dw
