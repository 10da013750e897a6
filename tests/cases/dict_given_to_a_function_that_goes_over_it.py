# arguments: p={"w": (3,), "b": (3,)}, x=(3,)
# first order only: a dict is made of a list
import numpy as np


def l2(params):
    return sum(np.sum(v**2) for v in params.values())


def f(p: dict[str, np.ndarray], x: "N"):
    return np.sum(np.tanh(x * p["w"] + p["b"])) + 0.1 * l2(p)


# output
"""Forward and backward passes of dict_given_to_a_function_that_goes_over_it.py: do not
edit.

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


def l2_forward(params):
    """Forward pass of l2: total and the cache (references, not copies)."""
    total = 0
    keys = list(params)
    params_values = [params[key] for key in keys]
    for v in params_values:
        total += np.sum(v**2)
    cache = (keys, params_values)
    return total, cache


def l2_backward(dtotal, cache):
    """Backward pass of l2: dparams, from dtotal."""
    keys, params_values = cache
    dparams_values = zeros_of(params_values)
    for i in reversed(range(len(params_values))):
        v = params_values[i]
        # backprop total += np.sum(v**2)
        dv = (2 * v) * dtotal
        dparams_values[i] += dv
    # backprop params_values = [params[key] for key in keys]
    dparams = dict(zip(keys, dparams_values))
    return dparams


def f_forward(p: dict[str, np.ndarray], x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    tanh_in = x * p["w"] + p["b"]
    sum_in = np.tanh(tanh_in)
    l2_p, l2_cache = l2_forward(p)
    out = np.sum(sum_in) + 0.1 * l2_p
    cache = (p, x, sum_in, l2_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    p, x, sum_in, l2_cache = cache
    # backprop out = np.sum(sum_in) + 0.1 * l2_p
    dsum_in = np.ones_like(sum_in) * dout
    dl2_p = 0.1 * dout
    # backprop l2_p = l2(p)
    dp_l2 = l2_backward(dl2_p, l2_cache)
    dp = dp_l2
    # backprop sum_in = np.tanh(tanh_in)
    dtanh_in = (1 - sum_in**2) * dsum_in
    # backprop tanh_in = x * p["w"] + p["b"]
    dx = unbroadcast(p["w"] * dtanh_in, x)
    dw = unbroadcast(x * dtanh_in, p["w"])
    db = unbroadcast(dtanh_in, p["b"])
    dw += dp["w"]
    db += dp["b"]
    dp = {**copy_of(dp), "w": dw, "b": db}
    return dp, dx
