# arguments: x=(4,), a=1.5
import numpy as np


def f(x: "N", a: float):
    scaled = lambda t: a * t

    def shifted(t: "N"):
        s = t + a
        return s * a

    y = scaled(x) * shifted(x)
    a = a * a
    return np.sum(scaled(y) + shifted(y))


# output
"""Forward and backward passes of captured_name_that_is_bound_again.py: do not edit.

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


def shifted_forward(t: "N", a):
    """Forward pass of shifted: out and the cache (references, not copies)."""
    s = t + a
    out = s * a
    cache = (t, a, s)
    return out, cache


def shifted_backward(dout, cache):
    """Backward pass of shifted: dt (N,) and da, from dout."""
    t, a, s = cache
    # backprop out = s * a
    ds = a * dout
    da = unbroadcast(s * dout, a)
    # backprop s = t + a
    dt = unbroadcast(ds, t)
    da += unbroadcast(ds, a)
    return dt, da


def f_forward(x: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    a_times_x = a * x
    shifted_x, shifted_cache = shifted_forward(x, a)
    y = a_times_x * shifted_x
    a1 = a * a
    shifted_y, shifted_y_cache = shifted_forward(y, a1)
    out = np.sum(a1 * y + shifted_y)
    cache = (
        x,
        a,
        a_times_x,
        shifted_x,
        shifted_cache,
        y,
        a1,
        shifted_y,
        shifted_y_cache,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout."""
    x, a, a_times_x, shifted_x, shifted_cache, y, a1, shifted_y, shifted_y_cache = cache
    # backprop out = np.sum(a1 * y + shifted_y)
    da1 = np.sum(y * dout)
    dy = np.ones_like(y) * (a1 * dout)
    dshifted_y = np.ones_like(shifted_y) * dout
    # backprop shifted_y = shifted(y, a1)
    dy_shifted, da_shifted = shifted_backward(dshifted_y, shifted_y_cache)
    dy += dy_shifted
    da1 += da_shifted
    # backprop a1 = a * a
    da = (2 * a) * da1
    # backprop y = a_times_x * shifted_x
    da_times_x = shifted_x * dy
    dshifted_x = a_times_x * dy
    # backprop shifted_x = shifted(x, a)
    dx, da_shifted1 = shifted_backward(dshifted_x, shifted_cache)
    da += da_shifted1
    # backprop a_times_x = a * x
    da += x @ da_times_x
    dx += a * da_times_x
    return dx, da
