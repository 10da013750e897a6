# arguments: x=(4,), a=1.5, n=3
import numpy as np


def f(x: "N", a: float, n: int):
    scale = 0.1

    def outer(y: "N"):
        def inner(z: "N"):
            s = scale * z * y[0]
            return s * a

        t = y
        for i in range(n):
            t = inner(t)
        return t

    return np.sum(outer(x) * outer(a * x))


# output
"""Forward and backward passes of function_in_a_function_in_a_function.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def inner_forward(z: "N", a: float, y: "N"):
    """Forward pass of inner: out (N,) and the cache (references, not copies)."""
    scale = 0.1
    scale_times_z = scale * z
    s = scale_times_z * y[0]
    out = s * a
    cache = (a, y, scale, scale_times_z, s)
    return out, cache


def inner_backward(dout, cache):
    """Backward pass of inner: dz (N,), da and dy (N,), from dout (N,)."""
    a, y, scale, scale_times_z, s = cache
    # backprop out = s * a
    ds = a * dout
    da = s @ dout
    # backprop s = scale_times_z * y[0]
    dscale_times_z = y[0] * ds
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dy[0] = scale_times_z @ ds
    # backprop scale_times_z = scale * z
    dz = scale * dscale_times_z
    return dz, da, dy


def outer_forward(y: "N", a: float, n: int):
    """Forward pass of outer: t (N,) and the cache (references, not copies)."""
    t = y
    steps = []
    for i in range(n):
        t, inner_cache = inner_forward(t, a, y)
        steps.append(inner_cache)
    cache = (y, steps)
    return t, cache


def outer_backward(dt, cache):
    """Backward pass of outer: dy (N,) and da, from dt (N,)."""
    y, steps = cache
    da = 0.0
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for inner_cache in reversed(steps):
        # backprop t = inner(t, a, y)
        dt, da_inner, dy_inner = inner_backward(dt, inner_cache)
        da += da_inner
        dy += dy_inner
    # backprop t = y
    dy += dt
    return dy, da


def f_forward(x: "N", a: float, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    outer_x, outer_cache = outer_forward(x, a, n)
    a_times_x = a * x
    outer_a_times_x, outer_a_times_x_cache = outer_forward(a_times_x, a, n)
    out = np.sum(outer_x * outer_a_times_x)
    cache = (x, a, outer_x, outer_cache, outer_a_times_x, outer_a_times_x_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout."""
    x, a, outer_x, outer_cache, outer_a_times_x, outer_a_times_x_cache = cache
    # backprop out = np.sum(outer_x * outer_a_times_x)
    douter_x = outer_a_times_x * dout
    douter_a_times_x = outer_x * dout
    # backprop outer_a_times_x = outer(a_times_x, a, n)
    da_times_x, da = outer_backward(douter_a_times_x, outer_a_times_x_cache)
    # backprop a_times_x = a * x
    da += x @ da_times_x
    dx = a * da_times_x
    # backprop outer_x = outer(x, a, n)
    dx_outer, da_outer = outer_backward(douter_x, outer_cache)
    dx += dx_outer
    da += da_outer
    return dx, da
