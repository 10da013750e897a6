# arguments: xs=[0.4, 1.2], v=1.3
import numpy as np

TABLE = {"tanh": np.tanh, "exp": np.exp}


def f(xs: list[float], v: float):
    act = TABLE["tanh"] if v > 1 else TABLE["exp"]
    return v * sum(act(v) for v in xs)


# output
"""Forward and backward passes of function_of_a_table_called_in_a_comprehension.py: do
not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(xs: list[float], v: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    act_is_first = v > 1
    total = 0
    steps = []
    for v1 in xs:
        tanh_v1 = None
        exp_v1 = None
        if act_is_first:
            tanh_v1 = np.tanh(v1)
            total += tanh_v1
        else:
            exp_v1 = np.exp(v1)
            total += exp_v1
        steps.append((tanh_v1, exp_v1))
    out = v * total
    cache = (xs, v, act_is_first, steps, total)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs and dv, from dout."""
    xs, v, act_is_first, steps, total = cache
    # backprop out = v * total
    dv = total * dout
    dtotal = v * dout
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        tanh_v1, exp_v1 = steps[i]
        if act_is_first:
            # backprop tanh_v1 = np.tanh(v1)
            dv1 = (1 - tanh_v1**2) * dtotal
        else:
            # backprop exp_v1 = np.exp(v1)
            dv1 = exp_v1 * dtotal
        dxs[i] = dv1
    return dxs, dv
