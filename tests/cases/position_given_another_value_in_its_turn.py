# arguments: x=(3,), a=0.7, n=3
import numpy as np


def f(x: "D", a: float, n: int):
    s = a
    for i in range(n):
        s = s * x[i] ** i
        i = i + 1
        s = s * a ** i
    return s


# output
"""Forward and backward passes of position_given_another_value_in_its_turn.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", a: float, n: int):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = a
    steps = []
    for i in range(n):
        s_before = s
        x_i_pow_i = x[i] ** i
        s1 = s * x_i_pow_i
        i1 = i + 1
        a_pow_i = a**i1
        s = s1 * a_pow_i
        steps.append((s_before, x_i_pow_i, s1, i1, a_pow_i))
    cache = (x, a, n, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (D,) and da, from ds."""
    x, a, n, steps = cache
    da = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        s_before, x_i_pow_i, s1, i1, a_pow_i = steps[i]
        # backprop s = s1 * a_pow_i
        da_pow_i = s1 * ds
        ds1 = a_pow_i * ds
        # backprop a_pow_i = a**i1
        da += (i1 * a ** (i1 - 1) if i1 else 0.0) * da_pow_i
        # backprop s1 = s * x_i_pow_i
        dx_i_pow_i = s_before * ds1
        ds = x_i_pow_i * ds1
        # backprop x_i_pow_i = x[i] ** i
        dx[i] = (i * x[i] ** (i - 1) if i else 0.0) * dx_i_pow_i
    # backprop s = a
    da += ds
    return dx, da
