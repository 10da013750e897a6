# arguments: p={"w": (3,), "b": (3,)}, c=2.0
import numpy as np


def f(p: dict, c: float):
    if c > 1:
        t = sum(np.sum(v) for v in p.values())
    else:
        t = sum(np.sum(v**2) for v in p.values()) * c
    return t


# output
"""Forward and backward passes of dict_gone_over_in_both_arms.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(p: dict, c: float):
    """Forward pass of f: t and the cache (references, not copies)."""
    keys = None
    p_values = None
    keys1 = None
    p_values1 = None
    total = None
    if c > 1:
        t = 0
        keys = list(p)
        p_values = [p[key] for key in keys]
        for v in p_values:
            t += np.sum(v)
    else:
        total = 0
        keys1 = list(p)
        p_values1 = [p[key] for key in keys1]
        for v1 in p_values1:
            total += np.sum(v1**2)
        t = total * c
    cache = (c, keys, p_values, keys1, p_values1, total)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dp and dc, from dt."""
    c, keys, p_values, keys1, p_values1, total = cache
    if c > 1:
        dp_values = zeros_of(p_values)
        for i in reversed(range(len(p_values))):
            v = p_values[i]
            # backprop t += np.sum(v)
            dv = np.ones_like(v) * dt
            dp_values[i] += dv
        # backprop p_values = [p[key] for key in keys]
        dp = dict(zip(keys, dp_values))
        dc = 0.0
    else:
        # backprop t = total * c
        dtotal = c * dt
        dc = total * dt
        dp_values1 = zeros_of(p_values1)
        for i1 in reversed(range(len(p_values1))):
            v1 = p_values1[i1]
            # backprop total += np.sum(v1**2)
            dv1 = (2 * v1) * dtotal
            dp_values1[i1] += dv1
        # backprop p_values1 = [p[key] for key in keys1]
        dp = dict(zip(keys1, dp_values1))
    return dp, dc
