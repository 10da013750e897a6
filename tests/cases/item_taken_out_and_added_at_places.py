# names matter: items that have names of their own are called after their list
# arguments: x=(3,), a=0.7
import numpy as np


def f(x, a):
    values = [a * x[0], np.sin(x[1]), x[2]]
    places = [1, 0, 1]
    out = np.zeros(2)
    np.add.at(out, places.pop(), values.pop())
    np.add.at(out, [0, 1], values.pop())
    return out * values[-1]


# output
"""Forward and backward passes of item_taken_out_and_added_at_places.py: do not edit.

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


def f_forward(x, a):
    """Forward pass of f: out1 and the cache (references, not copies)."""
    values_0 = a * x[0]
    values_1 = np.sin(x[1])
    values_2 = x[2]
    places_2 = 1
    out = np.zeros(2)
    item = places_2
    item1 = values_2
    np.add.at(out, item, item1)
    item2 = values_1
    np.add.at(out, [0, 1], item2)
    out1 = out * values_0
    cache = (x, a, values_0, item, item1, item2, out)
    return out1, cache


def f_backward(dout1, cache):
    """Backward pass of f: dx and da, from dout1."""
    x, a, values_0, item, item1, item2, out = cache
    # backprop out1 = out * values_0
    dout = unbroadcast(values_0 * dout1, out)
    dvalues_0 = unbroadcast(out * dout1, values_0)
    # backprop np.add.at(out, [0, 1], item2)
    ditem2 = unbroadcast(dout[[0, 1]], item2)
    # backprop item2 = values_1
    dvalues_1 = ditem2
    # backprop np.add.at(out, item, item1)
    ditem1 = unbroadcast(dout[item], item1)
    # backprop item1 = values_2
    dvalues_2 = ditem1
    # backprop values_2 = x[2]
    dx = zeros_of(x)
    dx[2] += dvalues_2
    # backprop values_1 = np.sin(x[1])
    dx[1] += np.cos(x[1]) * dvalues_1
    # backprop values_0 = a * x[0]
    da = unbroadcast(x[0] * dvalues_0, a)
    dx[0] += unbroadcast(a * dvalues_0, x[0])
    return dx, da
