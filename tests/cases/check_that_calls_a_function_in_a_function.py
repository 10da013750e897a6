# arguments: x=(3,), c=1.2
import numpy as np


def f(x: "N", c: float):
    def twice(z):
        return z * 2

    limit = lambda z: z * c
    if twice(c) > 100:
        raise ValueError(twice(c))
    if c > 100:
        raise ValueError(limit(c))
    return np.sum(twice(x) * limit(x))


# output
"""Forward and backward passes of check_that_calls_a_function_in_a_function.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    if c * 2 > 100:
        raise ValueError(c * 2)
    if c > 100:
        raise ValueError(c * c)
    x_times_2 = x * 2
    x_times_c = x * c
    out = np.sum(x_times_2 * x_times_c)
    cache = (x, c, x_times_2, x_times_c)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, c, x_times_2, x_times_c = cache
    # backprop out = np.sum(x_times_2 * x_times_c)
    dx_times_2 = x_times_c * dout
    dx_times_c = x_times_2 * dout
    # backprop x_times_c = x * c
    dx = c * dx_times_c
    dc = x @ dx_times_c
    # backprop x_times_2 = x * 2
    dx += 2 * dx_times_2
    return dx, dc
