# arguments: x=(4,), a=1.5
# names matter: i is a name that the project gives, too
def f(x: "N", a: float):
    s = 0.0
    for i in range(4):
        term = lambda t, k=i: a * t**k
        s = s + term(x[i])
    return s + sum((lambda t: t * a)(v) for v in x)


# output
"""Forward and backward passes of lambda_called_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for i in range(4):
        x_i_pow_i = x[i] ** i
        s = s + a * x_i_pow_i
        steps.append(x_i_pow_i)
    total = 0
    for v in x:
        total += v * a
    out = s + total
    cache = (x, a, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout."""
    x, a, steps = cache
    # backprop out = s + total
    ds = dout
    dtotal = dout
    da = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        v = x[i1]
        # backprop total += v * a
        dv = a * dtotal
        da += v * dtotal
        dx[i1] = dv
    for i in reversed(range(4)):
        x_i_pow_i = steps[i]
        # backprop s = s + a * x_i_pow_i
        da += x_i_pow_i * ds
        dx_i_pow_i = a * ds
        # backprop x_i_pow_i = x[i] ** i
        dx[i] += (i * x[i] ** (i - 1) if i else 0.0) * dx_i_pow_i
    return dx, da
