# arguments: p={"w": (3,), "b": (3,)}, x=(3,)
import numpy as np


def f(p: dict, x: "N"):
    t = 0.0
    for v in p.values():
        if t > 1:
            return t
        t = t + np.sum(v * x)
    return t * 2


# output
"""Forward and backward passes of dict_gone_over_until_it_returns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def f_forward(p: dict, x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    t = 0.0
    keys = list(p)
    p_values = [p[key] for key in keys]
    stopped = False
    steps = []
    for v in p_values:
        t_before = t
        stopped = False
        sum_in = None
        if t > 1:
            found = t
            stopped = True
        else:
            sum_in = v * x
            t = t + np.sum(sum_in)
        steps.append((t_before, sum_in))
        if stopped:
            break
    if stopped:
        out = found
    else:
        out = t * 2
    cache = (x, keys, p_values, steps, stopped)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx (N,), from dout."""
    x, keys, p_values, steps, stopped = cache
    if stopped:
        # backprop out = found
        dfound = dout
        dt = 0.0
    else:
        # backprop out = t * 2
        dt = 2 * dout
        dfound = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dp_values = zeros_of(p_values)
    for i in reversed(range(len(steps))):
        t_before, sum_in = steps[i]
        v = p_values[i]
        if t_before > 1:
            # backprop found = t
            dt += dfound
            dfound = 0.0
            dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
        else:
            # backprop t = t + np.sum(sum_in)
            dsum_in = np.ones_like(sum_in) * dt
            # backprop sum_in = v * x
            dv = unbroadcast(x * dsum_in, v)
            dx += unbroadcast(v * dsum_in, x)
        dp_values[i] += dv
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    return dp, dx
