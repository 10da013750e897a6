# arguments f: a=0.7, b=1.3, n=3
# first order only: what the cache holds is another cache
# arguments g: x=(3,), n=2
import numpy as np


def f(a: float, b: float, n: int):
    if n == 0:
        return a, b
    p, q = f(a, b, n - 1)
    return p * q, p + q


def g(x: "D", n: int):
    """Calls itself in a loop, and another function that calls itself."""
    s = x
    for i in range(n):
        s = s + np.tanh(g(x * 0.5, i))
    u, v = f(s[0], s[1], n)
    return s * u + v


# output
"""Forward and backward passes of recursion_of_two_outputs.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(a: float, b: float, n: int):
    """Forward pass of f: out, out1 and the cache (references, not copies)."""
    p = None
    q = None
    f_cache = None
    if n == 0:
        out = a
        out1 = b
    else:
        p, q, f_cache = f_forward(a, b, n - 1)
        out = p * q
        out1 = p + q
    cache = (n, p, q, f_cache)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: da and db, from dout and dout1."""
    n, p, q, f_cache = cache
    if n == 0:
        # backprop out1 = b
        db = dout1
        # backprop out = a
        da = dout
    else:
        # backprop out1 = p + q
        dp = dout1
        dq = dout1
        # backprop out = p * q
        dp = dp + q * dout
        dq = dq + p * dout
        # backprop p, q = f(a, b, n - 1)
        da, db = f_backward(dp, dq, f_cache)
    return da, db


def g_forward(x: "D", n: int):
    """Calls itself in a loop, and another function that calls itself.

    Forward pass of g: out (D,) and the cache (references, not copies).
    """
    s = x
    steps = []
    for i in range(n):
        x_times_half = x * 0.5
        tanh_in, g_cache = g_forward(x_times_half, i)
        tanh_g_x_times_half = np.tanh(tanh_in)
        s = s + tanh_g_x_times_half
        steps.append((g_cache, tanh_g_x_times_half))
    s_0 = s[0]
    s_1 = s[1]
    u, v, f_cache = f_forward(s_0, s_1, n)
    out = s * u + v
    cache = (x, steps, s, u, f_cache)
    return out, cache


def g_backward(dout, cache):
    """Backward pass of g: dx (D,), from dout (D,)."""
    x, steps, s, u, f_cache = cache
    # backprop out = s * u + v
    ds = u * dout
    du = s @ dout
    dv = np.sum(dout)
    # backprop u, v = f(s_0, s_1, n)
    ds_0, ds_1 = f_backward(du, dv, f_cache)
    # backprop s_1 = s[1]
    ds[1] += ds_1
    # backprop s_0 = s[0]
    ds[0] += ds_0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for g_cache, tanh_g_x_times_half in reversed(steps):
        # backprop tanh_g_x_times_half = np.tanh(tanh_in)
        dtanh_in = (1 - tanh_g_x_times_half**2) * ds
        # backprop tanh_in = g(x_times_half, i)
        dx_times_half = g_backward(dtanh_in, g_cache)
        # backprop x_times_half = x * 0.5
        dx += 0.5 * dx_times_half
    # backprop s = x
    dx += ds
    return dx
