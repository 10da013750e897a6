# arguments: p={"a": {"w": (3,), "b": (3,)}, "c": {"w": (3,), "b": (3,)}}, x=(3,)
import numpy as np


def f(p: dict, x: "N"):
    for name, layer in p.items():
        x = np.tanh(layer["w"] * x + layer["b"])
    return x


# output
"""Forward and backward passes of dict_of_layers_gone_over.py: do not edit.

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
    """Forward pass of f: x and the cache (references, not copies)."""
    keys = list(p)
    p_values = [p[key] for key in keys]
    steps = []
    for layer in p_values:
        x_before = x
        tanh_in = layer["w"] * x + layer["b"]
        x = np.tanh(tanh_in)
        steps.append((x_before, x))
    cache = (keys, p_values, steps)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dp and dx, from dx."""
    keys, p_values, steps = cache
    dp_values = [None] * len(p_values)
    for i in reversed(range(len(p_values))):
        x_before, x = steps[i]
        layer = p_values[i]
        # backprop x = np.tanh(tanh_in)
        dtanh_in = (1 - x**2) * dx
        # backprop tanh_in = layer["w"] * x + layer["b"]
        dlayer = zeros_of(layer)
        dlayer["w"] = unbroadcast(x_before * dtanh_in, layer["w"])
        dx = unbroadcast(layer["w"] * dtanh_in, x_before)
        dlayer["b"] += unbroadcast(dtanh_in, layer["b"])
        dp_values[i] = dlayer
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    dx = 1 * dx
    return dp, dx
