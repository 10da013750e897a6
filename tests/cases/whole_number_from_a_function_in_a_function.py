# arguments: x=(4,), a=1.5
def f(x: "N", a: float):
    def half(n):
        m = n // 2
        return m

    s = 0.0
    for i in range(half(len(x))):
        s = s + a * x[i]
    return s


# output
"""Forward and backward passes of whole_number_from_a_function_in_a_function.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def half(n):
    m = n // 2
    return m


def f_forward(x: "N", a: float):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    half_len_x = half(len(x))
    for i in range(half_len_x):
        s = s + a * x[i]
    cache = (x, a, half_len_x)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (N,) and da, from ds."""
    x, a, half_len_x = cache
    da = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(half_len_x)):
        # backprop s = s + a * x[i]
        da += x[i] * ds
        dx[i] = a * ds
    return dx, da
