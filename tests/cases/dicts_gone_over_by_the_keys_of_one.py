# arguments: p={"w": (3,), "b": (2, 2)}, m={"w": (3,), "b": (2, 2)}, g={"b": (2, 2), "w": (3,)}, lr=0.1
# first order only: the method pop has no gate
import numpy as np


def f(p: dict, m: dict, g: dict, lr: float):
    new_m = {}
    new_p = {}
    for k, v in p.items():
        mk = 0.9 * m[k] + 0.1 * g[k] ** 2
        new_m[k] = mk
        new_p[k] = v - lr * g[k] / np.sqrt(mk + 1e-8)
    return new_p, new_m


# output
"""Forward and backward passes of dicts_gone_over_by_the_keys_of_one.py: do not edit.

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


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(p: dict, m: dict, g: dict, lr: float):
    """Forward pass of f: new_p, new_m and the cache (references, not copies)."""
    new_m_values = []
    new_p_values = []
    keys = list(p)
    p_values = [p[key] for key in keys]
    m_values = [m[key] for key in keys]
    g_values = [g[key] for key in keys]
    steps = []
    for v, m_value, g_value in zip(p_values, m_values, g_values):
        mk = 0.9 * m_value + 0.1 * g_value**2
        new_m_values.append(mk)
        num = lr * g_value
        sqrt_mk = np.sqrt(mk + 1e-8)
        new_p_values_ratio = num / sqrt_mk
        new_p_values.append(v - new_p_values_ratio)
        steps.append((num, sqrt_mk, new_p_values_ratio))
    new_m = dict(zip(keys, new_m_values))
    new_p = dict(zip(keys, new_p_values))
    cache = (lr, keys, p_values, m_values, g_values, steps)
    return new_p, new_m, cache


def f_backward(dnew_p, dnew_m, cache):
    """Backward pass of f: dp, dm, dg and dlr, from dnew_p and dnew_m."""
    lr, keys, p_values, m_values, g_values, steps = cache
    # backprop new_p = dict(zip(keys, new_p_values))
    dnew_p_values = copy_of([dnew_p[key] for key in keys])
    # backprop new_m = dict(zip(keys, new_m_values))
    dnew_m_values = copy_of([dnew_m[key] for key in keys])
    dlr = 0.0
    dg_values = zeros_of(g_values)
    dm_values = zeros_of(m_values)
    dp_values = zeros_of(p_values)
    for i in reversed(range(min(len(p_values), len(m_values), len(g_values)))):
        num, sqrt_mk, new_p_values_ratio = steps[i]
        v = p_values[i]
        m_value = m_values[i]
        g_value = g_values[i]
        # backprop new_p_values.append(v - new_p_values_ratio)
        dnew_p_values_last = dnew_p_values.pop()
        dv = unbroadcast(dnew_p_values_last, v)
        dnew_p_values_ratio = unbroadcast(-dnew_p_values_last, new_p_values_ratio)
        # backprop new_p_values_ratio = num / sqrt_mk
        dnum = unbroadcast(dnew_p_values_ratio / sqrt_mk, num)
        dsqrt_mk = (-new_p_values_ratio / sqrt_mk) * dnew_p_values_ratio
        # backprop sqrt_mk = np.sqrt(mk + 1e-8)
        dmk = dsqrt_mk / (2 * sqrt_mk)
        # backprop num = lr * g_value
        dlr += np.sum(g_value * dnum)
        dg_value = lr * dnum
        # backprop new_m_values.append(mk)
        dmk += dnew_m_values.pop()
        # backprop mk = 0.9 * m_value + 0.1 * g_value**2
        dm_value = unbroadcast(0.9 * dmk, m_value)
        dg_value += unbroadcast((0.2 * g_value) * dmk, g_value)
        dg_values[i] += dg_value
        dm_values[i] += dm_value
        dp_values[i] += dv
    # backprop g_values = [g[key] for key in keys]
    dg = dict(zip(keys, dg_values))
    # backprop m_values = [m[key] for key in keys]
    dm = dict(zip(keys, dm_values))
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    return dp, dm, dg, dlr
