# arguments: x=(3,), a=0.7
import numpy as np


def f(x: "D", a: float):
    s = a
    for t in x:
        u = t * s
        for t in x[1:]:
            s = s + t * u
        s = s * t
    return s


# output
"""Forward and backward passes of item_whose_name_an_inner_loop_takes.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", a: float):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = a
    steps = []
    for t in x:
        s_before = s
        u = t * s
        for t in x[1:]:
            s = s + t * u
        s_before1 = s
        s = s * t
        steps.append((s_before, u, t, s_before1))
    cache = (x, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (D,) and da, from ds."""
    x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        s_before, u, t, s_before1 = steps[i]
        t_given = x[i]
        # backprop s = s * t
        dt = s_before1 * ds
        ds = t * ds
        du = 0.0
        for i1 in reversed(range(len(x[1:]))):
            t = x[1:][i1]
            # backprop s = s + t * u
            dt += u * ds
            du += t * ds
            dx[1:][i1] += dt
            dt = 0.0
        # backprop u = t * s
        dt += s_before * du
        ds += t_given * du
        dx[i] += dt
    # backprop s = a
    da = ds
    return dx, da
