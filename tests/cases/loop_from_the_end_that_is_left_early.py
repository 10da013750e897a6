# arguments: v=(4,), u=1.2
# arguments entries: v=np.array([0.7, 0.6, 1.2, 0.8])
# arguments items: xs=[0.7, 1.2, 0.4], u=1.5
import numpy as np


def entries(v: "N"):
    t = 0.3
    for q in reversed(v[1:]):
        if q > 0.99:
            t = t * 2
            break
        t = t + q * q
    return t


def items(xs: list[float], u: float):
    for x in reversed(xs):
        if x > 1:
            u = u * x
            break
        u = u + x * x
    return u


def f(v: "N", u: float):
    for q in reversed(v[:2]):
        u = u * q
        if u > 4:
            break
    return u


# output
"""Forward and backward passes of loop_from_the_end_that_is_left_early.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def entries_forward(v: "N"):
    """Forward pass of entries: t and the cache (references, not copies)."""
    t = 0.3
    steps = 0
    for q in reversed(v[1:]):
        stopped = False
        if q > 0.99:
            t = t * 2
            stopped = True
        else:
            t = t + q * q
        steps += 1
        if stopped:
            break
    cache = (v, steps)
    return t, cache


def entries_backward(dt, cache):
    """Backward pass of entries: dv (N,), from dt."""
    v, steps = cache
    dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
    for i in reversed(range(steps)):
        q = v[1:][-1 - i]
        if q > 0.99:
            # backprop t = t * 2
            dt = 2 * dt
            dq = 0.0
        else:
            # backprop t = t + q * q
            dq = (2 * q) * dt
        dv[1:][-1 - i] += dq
    return dv


def items_forward(xs: list[float], u: float):
    """Forward pass of items: u and the cache (references, not copies)."""
    u_before = []
    for x in reversed(xs):
        u_before.append(u)
        stopped = False
        if x > 1:
            u = u * x
            stopped = True
        else:
            u = u + x * x
        if stopped:
            break
    cache = (xs, u_before)
    return u, cache


def items_backward(du, cache):
    """Backward pass of items: dxs and du, from du."""
    xs, u_before = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(u_before))):
        u = u_before[i]
        x = xs[-1 - i]
        if x > 1:
            # backprop u = u * x
            dx = u * du
            du = x * du
        else:
            # backprop u = u + x * x
            dx = (2 * x) * du
        dxs[-1 - i] += dx
    return dxs, du


def f_forward(v: "N", u: float):
    """Forward pass of f: u and the cache (references, not copies)."""
    u_before = []
    for q in reversed(v[:2]):
        u_before.append(u)
        u = u * q
        if u > 4:
            break
    cache = (v, u_before)
    return u, cache


def f_backward(du, cache):
    """Backward pass of f: dv (N,) and du, from du."""
    v, u_before = cache
    dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
    for i in reversed(range(len(u_before))):
        u = u_before[i]
        q = v[:2][-1 - i]
        # backprop u = u * q
        dq = u * du
        du = q * du
        dv[:2][-1 - i] += dq
    return dv, du
