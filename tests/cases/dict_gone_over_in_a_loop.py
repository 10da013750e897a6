# arguments: p={"w": (3,), "b": (3,)}, c=1.5
# first order only: what the cache holds may be a list or an array
import numpy as np


def f(p: dict[str, np.ndarray], c: float):
    t = 0.0
    for m in range(3):
        for v in p.values():
            t = t + np.sum(v) * c * t + m * np.sum(v**2)
        c = c + np.sum(p["w"])
    return t


# output
"""Forward and backward passes of dict_gone_over_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(p: dict[str, np.ndarray], c: float):
    """Forward pass of f: t and the cache (references, not copies)."""
    t = 0.0
    keys = list(p)
    p_values = [p[key] for key in keys]
    steps = []
    for m in range(3):
        steps1 = []
        for v in p_values:
            t_before = t
            sum_v = np.sum(v)
            sum_v_times_c = sum_v * c
            t = t + sum_v_times_c * t + m * np.sum(v**2)
            steps1.append((t_before, sum_v, sum_v_times_c))
        steps.append((c, steps1))
        c = c + np.sum(p["w"])
    cache = (p, keys, p_values, steps)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dp and dc, from dt."""
    p, keys, p_values, steps = cache
    dc = 0.0
    dw = zeros_of(p["w"])
    dp_values = zeros_of(p_values)
    for m in reversed(range(3)):
        c, steps1 = steps[m]
        # backprop c = c + np.sum(p["w"])
        dw += dc
        for i in reversed(range(len(p_values))):
            t_before, sum_v, sum_v_times_c = steps1[i]
            v = p_values[i]
            # backprop t = t + sum_v_times_c * t + m * np.sum(v**2)
            dt_next = dt
            dsum_v_times_c = t_before * dt_next
            dt = dt_next + sum_v_times_c * dt_next
            dv = (2 * v) * (m * dt_next)
            # backprop sum_v_times_c = sum_v * c
            dsum_v = c * dsum_v_times_c
            dc += sum_v * dsum_v_times_c
            # backprop sum_v = np.sum(v)
            dv += dsum_v
            dp_values[i] += dv
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    dw = added(dw, dp["w"])
    dp = {**copy_of(dp), "w": dw}
    return dp, dc
