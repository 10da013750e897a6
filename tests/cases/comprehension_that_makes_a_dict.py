# arguments: p={"w": (3,), "b": (3,)}, x=(3,)
# first order only: the method pop has no gate
import numpy as np


def f(p: dict, x: "N"):
    norm = np.sqrt(sum(np.sum(g**2) for g in p.values()))
    scale = np.minimum(1.0, 1.0 / (norm + 1e-6))
    return {k: g * scale for k, g in p.items()}


# output
"""Forward and backward passes of comprehension_that_makes_a_dict.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def f_forward(p: dict, x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    total = 0
    keys = list(p)
    p_values = [p[key] for key in keys]
    for g in p_values:
        total += np.sum(g**2)
    norm = np.sqrt(total)
    scale = np.minimum(1.0, 1.0 / (norm + 1e-6))
    items = []
    for g in p_values:
        items.append(g * scale)
    out = dict(zip(keys, items))
    cache = (x, keys, p_values, norm, scale)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    x, keys, p_values, norm, scale = cache
    # backprop out = dict(zip(keys, items))
    ditems = copy_of([dout[key] for key in keys])
    dscale = 0.0
    dp_values = zeros_of(p_values)
    for i1 in reversed(range(len(p_values))):
        g = p_values[i1]
        # backprop items.append(g * scale)
        ditems_last = ditems.pop()
        dg = scale * ditems_last
        dscale += np.sum(g * ditems_last)
        dp_values[i1] += dg
    # backprop scale = np.minimum(1.0, 1.0 / (norm + 1e-6))
    dnorm = (-1.0 / ((norm + 1e-6) ** 2)) * ((scale < 1.0) * dscale)
    # backprop norm = np.sqrt(total)
    dtotal = dnorm / (2 * norm)
    for i in reversed(range(len(p_values))):
        g = p_values[i]
        # backprop total += np.sum(g**2)
        dg = (2 * g) * dtotal
        dp_values[i] += dg
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    return dp, dx
