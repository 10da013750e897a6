# arguments: x=(5,), v=(2,), a=1.5
import numpy as np


def f(x: "N", v: "2", a: float):
    without = np.delete(x, 1)
    with_one = np.insert(x, 2, a)
    with_two = np.insert(x, [0, 3], v)
    often = np.repeat(v, [1, 3])
    large = np.compress(x > 1, x)
    return without, with_one, with_two, often, large, np.take(x, [0, 0])


# output
"""Forward and backward passes of entries_left_out_and_put_in.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def insert_dv(dz, x, i, v, axis=None):
    """The gradient on v of z = np.insert(x, i, v, axis)."""
    places = insert_places(dz, x, i, axis)
    new = np.argsort(-places)[x.size if axis is None else x.shape[axis] :]
    dv = np.take(dz, new, axis)
    if axis is not None and np.ndim(i) == 0 and not isinstance(i, slice):
        dv = np.moveaxis(dv, axis, 0)
    return unbroadcast(dv, v)


def insert_dx(dz, x, i, axis=None):
    """The gradient on x of z = np.insert(x, i, v, axis)."""
    old = np.flatnonzero(insert_places(dz, x, i, axis) >= 0)
    return np.reshape(np.take(dz, old, axis), x.shape)


def insert_places(dz, x, i, axis=None):
    """Where np.insert(x, i, v, axis) is from: places in x, or -1 - j for v[j]."""
    n = x.size if axis is None else x.shape[axis]
    new = dz.shape[0 if axis is None else axis] - n
    return np.insert(np.arange(n), i, -1 - np.arange(new))


def repeat_dx(dz, x, repeats, axis):
    """The gradient on x of z = np.repeat(x, repeats, axis)."""
    if np.ndim(x) == 0:
        return np.sum(dz)
    dx = np.zeros(x.shape, dz.dtype)
    places = np.repeat(np.arange(x.shape[axis]), repeats)
    np.add.at(np.moveaxis(dx, axis, 0), places, np.moveaxis(dz, axis, 0))
    return dx


def take_dx(dz, x, indices, axis=None):
    """The gradient on x of np.take(x, indices, axis), added up where one repeats."""
    dx = np.zeros(np.shape(x), np.asarray(dz).dtype)
    rows = dx.reshape(-1) if axis is None else np.moveaxis(dx, axis, 0)
    ends = np.arange(np.ndim(indices))
    np.add.at(
        rows,
        indices,
        dz if axis is None else np.moveaxis(dz, ends + axis % np.ndim(x), ends),
    )
    return dx


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


def f_forward(x: "N", v: "2", a: float):
    """Forward pass of f.

    Gives without, with_one, with_two, often, large, out (2,) and the cache (references,
    not copies).
    """
    without = np.delete(x, 1)
    with_one = np.insert(x, 2, a)
    with_two = np.insert(x, [0, 3], v)
    often = np.repeat(v, [1, 3])
    compress_in = x > 1
    large = np.compress(compress_in, x)
    out = np.take(x, [0, 0])
    cache = (x, v, compress_in)
    return without, with_one, with_two, often, large, out, cache


def f_backward(dwithout, dwith_one, dwith_two, doften, dlarge, dout, cache):
    """Backward pass of f.

    Gives dx (N,), dv (2,) and da, from dwithout, dwith_one, dwith_two, doften, dlarge
    and dout (2,).
    """
    x, v, compress_in = cache
    # backprop out = np.take(x, [0, 0])
    dx = take_dx(dout, x, [0, 0])
    # backprop large = np.compress(compress_in, x)
    dx += take_dx(dlarge, x, np.flatnonzero(compress_in))
    # backprop often = np.repeat(v, [1, 3])
    dv = repeat_dx(doften, v, [1, 3], 0)
    # backprop with_two = np.insert(x, [0, 3], v)
    dx += insert_dx(dwith_two, x, [0, 3])
    dv += insert_dv(dwith_two, x, [0, 3], v)
    # backprop with_one = np.insert(x, 2, a)
    dx += np.delete(dwith_one, 2)
    da = dwith_one[2]
    # backprop without = np.delete(x, 1)
    dx += np.insert(dwithout, 1, 0)
    return dx, dv, da
