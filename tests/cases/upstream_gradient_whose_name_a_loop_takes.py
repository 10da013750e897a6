# arguments: x=2.0, z=(2, 2), b=(2,), n=1
import numpy as np


def f(x: float, z, b, n: int):
    s = z + b
    for i in range(n):
        y = x * 2.0
        s = s * y
    y = -z
    return s, y


# output
"""Forward and backward passes of upstream_gradient_whose_name_a_loop_takes.py: do not
edit.

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


def f_forward(x: float, z, b, n: int):
    """Forward pass of f: s, y and the cache (references, not copies)."""
    s = z + b
    steps = []
    for i in range(n):
        y = x * 2.0
        steps.append((s, y))
        s = s * y
    y = -z
    cache = (z, b, steps)
    return s, y, cache


def f_backward(ds, dy, cache):
    """Backward pass of f: dx, dz and db, from ds and dy."""
    z, b, steps = cache
    # backprop y = -z
    dz = -dy
    dx = 0.0
    for s, y in reversed(steps):
        # backprop s = s * y
        dy = np.sum(s * ds)
        ds = y * ds
        # backprop y = x * 2.0
        dx += 2.0 * dy
    # backprop s = z + b
    dz += unbroadcast(ds, z)
    db = 1 * unbroadcast(ds, b)
    return dx, dz, db
