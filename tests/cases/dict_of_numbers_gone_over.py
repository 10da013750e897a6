# arguments: p={"w": 1.5, "b": 2.5}
import numpy as np


def f(p: dict[str, float]):
    t = 1.0
    for v in p.values():
        t = t * v
    return t


# output
"""Forward and backward passes of dict_of_numbers_gone_over.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(p: dict[str, float]):
    """Forward pass of f: t and the cache (references, not copies)."""
    t = 1.0
    keys = list(p)
    p_values = [p[key] for key in keys]
    t_before = []
    for v in p_values:
        t_before.append(t)
        t = t * v
    cache = (keys, p_values, t_before)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dp, from dt."""
    keys, p_values, t_before = cache
    dp_values = [0.0] * len(p_values)
    for i in reversed(range(len(p_values))):
        t = t_before[i]
        v = p_values[i]
        # backprop t = t * v
        dv = t * dt
        dt = v * dt
        dp_values[i] = dv
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    return dp
