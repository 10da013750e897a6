# arguments: x=(3,), n=3
import numpy as np


def f(x: "N", n: int):
    d = {"h": x, "c": x * 2}
    for i in range(n):
        d["h"] = np.tanh(d["h"] + d["c"])
        d["c"] = d["c"] * d["h"]
    return np.sum(d["h"])


# output
"""Forward and backward passes of dict_of_states_carried_by_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    d_h = x
    d_c = x * 2
    steps = []
    for i in range(n):
        tanh_in = d_h + d_c
        d_h = np.tanh(tanh_in)
        steps.append((d_c, d_h))
        d_c = d_c * d_h
    out = np.sum(d_h)
    cache = (steps, d_h, d_c)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    steps, d_h, d_c = cache
    # backprop out = np.sum(d_h)
    dd_h = np.ones_like(d_h) * dout
    dd_c = np.zeros_like(d_c, dtype=np.result_type(d_c, 1.0))
    for d_c, d_h in reversed(steps):
        # backprop d_c = d_c * d_h
        dd_h += d_c * dd_c
        dd_c = d_h * dd_c
        # backprop d_h = np.tanh(tanh_in)
        dtanh_in = (1 - d_h**2) * dd_h
        # backprop tanh_in = d_h + d_c
        dd_h = dtanh_in
        dd_c += dtanh_in
    # backprop d_c = x * 2
    dx = 2 * dd_c
    # backprop d_h = x
    dx += dd_h
    return dx
