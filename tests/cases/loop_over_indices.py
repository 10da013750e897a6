# arguments: x=(4,), places=np.array([0, 2, 2, 1])
import numpy as np


def f(x: "N", places):
    s = 0.0
    for at in places:
        s = s * 0.5 + x[at] ** 2
    return s


# output
"""Forward and backward passes of loop_over_indices.py: do not edit.

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


def f_forward(x: "N", places):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for at in places:
        s_before = s
        x_at = x[at]
        s = s * 0.5 + x_at**2
        steps.append((s_before, x_at))
    cache = (x, places, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx (N,), from ds."""
    x, places, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(places))):
        s_before, x_at = steps[i]
        at = places[i]
        # backprop s = s * 0.5 + x_at**2
        dx_at = unbroadcast((2 * x_at) * ds, x_at)
        ds = unbroadcast(0.5 * ds, s_before)
        # backprop x_at = x[at]
        np.add.at(dx, at, dx_at)
    return dx
