# arguments: s=(2,), n=3, a=0.8
# first order only: what a turn keeps is written into
import numpy as np


def f(s: "2", n: int, a: float):
    u = s * 1.5
    y = s * a
    for i in range(n):
        if i > 0:
            u[1] = 0.5  # what the last turn made, and keeps for its mirror
        u = np.exp(y) * a
        y = y * u
    return u * 3.0 + y


# output
"""Forward and backward passes of carried_array_written_before_it_is_replaced.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(s: "2", n: int, a: float):
    """Forward pass of f: out (2,) and the cache (references, not copies)."""
    u = s * 1.5
    y = s * a
    steps = []
    for i in range(n):
        u_before1 = u
        y_before = y
        if i > 0:
            u[1] = 0.5  # what the last turn made, and keeps for its mirror
        exp_y = np.exp(y)
        u = exp_y * a
        u_before = u.copy()
        y = y * u
        steps.append((u_before1, y_before, exp_y, u_before))
    out = u * 3.0 + y
    cache = (s, a, steps)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: ds (2,) and da, from dout (2,)."""
    s, a, steps = cache
    # backprop out = u * 3.0 + y
    du = 3.0 * dout
    dy = dout
    da = 0.0
    for u_before1, y_before, exp_y, u_before in reversed(steps):
        # backprop y = y * u
        du += y_before * dy
        dy = u_before * dy
        # backprop u = exp_y * a
        dexp_y = a * du
        da += exp_y @ du
        # backprop exp_y = np.exp(y)
        dy += exp_y * dexp_y
        du = np.zeros_like(u_before1, dtype=np.result_type(u_before1, 1.0))
    # backprop y = s * a
    ds = a * dy
    da += s @ dy
    # backprop u = s * 1.5
    ds += 1.5 * du
    return ds, da
