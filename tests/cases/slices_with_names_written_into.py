# arguments: y=(6,)
import numpy as np


def f(y: "M"):
    z = y.copy()
    even, odd = z[::2], z[1::2]
    even += odd * 0.5
    odd -= even
    return np.sum(z ** 3)


# output
"""Forward and backward passes of slices_with_names_written_into.py: do not edit.

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


def f_forward(y: "M"):
    """Forward pass of f: out and the cache (references, not copies)."""
    z = y.copy()
    z[::2] += z[1::2] * 0.5
    z[1::2] -= z[::2]
    out = np.sum(z**3)
    cache = (z,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dy (M,), from dout."""
    (z,) = cache
    # backprop out = np.sum(z**3)
    dz = (3 * z**2) * dout
    # backprop z[1::2] -= z[::2]
    dz_part = -dz[1::2]
    dz[::2] += unbroadcast(dz_part, z[::2])
    # backprop z[::2] += z[1::2] * 0.5
    dz_part1 = dz[::2]
    dz[1::2] += 0.5 * unbroadcast(dz_part1, z[1::2])
    # backprop z = y.copy()
    dy = dz
    return dy
