# arguments f: v=0.7, xs=[0.3, 0.5]
import math


def f(v: float, xs: list[float]):
    for x in xs:
        y = x * v
    if math.cos(y) > 0.99:
        out = v * v
    else:
        y = math.tanh(v)
        y *= y
        out = y * v
    return out


# output
"""Forward and backward passes of name_that_a_loop_may_bind_and_an_arm_binds_anew.py: do
not edit.

Made by `backprop generate`.
"""

import math


def f_forward(v: float, xs: list[float]):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = None
    for x in xs:
        y = x * v
    y1 = None
    out_test = math.cos(y) > 0.99
    if out_test:
        out = v * v
    else:
        y = math.tanh(v)
        y1 = y * y
        out = y1 * v
    cache = (v, xs, out_test, y, y1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dv and dxs, from dout."""
    v, xs, out_test, y, y1 = cache
    if out_test:
        # backprop out = v * v
        dv = (2 * v) * dout
    else:
        # backprop out = y1 * v
        dy1 = v * dout
        dv = y1 * dout
        # backprop y1 = y * y
        dy = (2 * y) * dy1
        # backprop y = math.tanh(v)
        dv += (1 - y**2) * dy
    dxs = [0.0] * len(xs)
    return dv, dxs
