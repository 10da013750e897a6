# arguments: x=(3,), a=0.7
import numpy as np


def f(x: "D", a: float):
    s = a
    for t in x:
        t = t / t
        s = s + t * t
    return t * s


# output
"""Forward and backward passes of item_given_another_value_in_its_turn.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = a
    steps = []
    for t in x:
        t1 = t / t
        s = s + t1 * t1
        steps.append(t1)
    out = t1 * s
    cache = (x, steps, t1, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (D,) and da, from dout."""
    x, steps, t1, s = cache
    # backprop out = t1 * s
    dt1 = s * dout
    ds = t1 * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        t1 = steps[i]
        t = x[i]
        # backprop s = s + t1 * t1
        dt1 += (2 * t1) * ds
        # backprop t1 = t / t
        dt_next = dt1
        dt = dt_next / t
        dt -= t1 * dt
        dx[i] = dt
        dt1 = 0.0
    # backprop s = a
    da = ds
    return dx, da
