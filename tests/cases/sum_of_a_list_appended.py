# arguments: z=(3,), t=[0.5, 0.75]
import numpy as np


def f(z: "N", t: list[float]):
    items = []
    for v in z:
        items.append(sum(t))
    return np.array(items) * z


# output
"""Forward and backward passes of sum_of_a_list_appended.py: do not edit.

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


def f_forward(z: "N", t: list[float]):
    """Forward pass of f: out and the cache (references, not copies)."""
    items = []
    for v in z:
        items.append(sum(t))
    array_items = np.array(items)
    out = array_items * z
    cache = (z, t, array_items)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dz (N,) and dt, from dout."""
    z, t, array_items = cache
    # backprop out = array_items * z
    darray_items = unbroadcast(z * dout, array_items)
    dz = unbroadcast(array_items * dout, z)
    # backprop array_items = np.array(items)
    ditems = list(darray_items)
    dt = [0.0] * len(t)
    for _ in range(len(z)):
        # backprop items.append(sum(t))
        ditems_last = ditems.pop()
        dt = [(item + ditems_last) for item in dt]
    return dz, dt
