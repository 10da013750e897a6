# arguments: x=(4,), w=0.7
import numpy as np


def f(x: "N", w: float):
    s = 0.0
    for v in x:
        s += np.sin(v * w) * s + v
    return s


# output
"""Forward and backward passes of loop_over_a_vector.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for v in x:
        s_before = s
        sin_in = v * w
        sin_v_times_w = np.sin(sin_in)
        s += sin_v_times_w * s + v
        steps.append((s_before, sin_in, sin_v_times_w))
    cache = (x, w, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (N,) and dw, from ds."""
    x, w, steps = cache
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        s_before, sin_in, sin_v_times_w = steps[i]
        v = x[i]
        # backprop s += sin_v_times_w * s + v
        ds_next = ds
        dsin_v_times_w = s_before * ds_next
        ds = ds_next + sin_v_times_w * ds_next
        dv = ds_next
        # backprop sin_v_times_w = np.sin(sin_in)
        dsin_in = np.cos(sin_in) * dsin_v_times_w
        # backprop sin_in = v * w
        dv = dv + w * dsin_in
        dw += v * dsin_in
        dx[i] = dv
    return dx, dw
