# arguments f: x=2.0, w=[0.3, 0.4, 0.5], n=0
# arguments taken: x=2.0, w=[0.3, 0.4, 0.5], n=0
# first order only f: a list of one number so many times, of which an item is added to
import numpy as np


def f(x: float, w: list[float], n: int):
    v = w[-1]
    s = sum(w)
    h = v * s
    if n > 5:
        s = np.ones(3) + h
    z = np.zeros(3)
    for _ in range(n):
        z += s * x
    return v * h + np.sum(z) * x


def taken(x: float, w: list[float], n: int):
    s = sum(w)
    first = s * w[0]
    if n > 5:
        s = np.ones(3) * x
    return first * np.sum(s * x)


# output
"""Forward and backward passes of sum_of_a_list_in_a_name_of_arrays.py: do not edit.

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


def f_forward(x: float, w: list[float], n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    v = w[-1]
    s = sum(w)
    s_before = s
    h = v * s
    if n > 5:
        s = np.ones(3) + h
    z = np.zeros(3)
    steps = []
    for _ in range(n):
        s_times_x = s * x
        z = z + s_times_x
        steps.append(s_times_x)
    sum_z = np.sum(z)
    out = v * h + sum_z * x
    cache = (x, w, n, v, s_before, h, s, steps, z, sum_z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dw, from dout."""
    x, w, n, v, s_before, h, s, steps, z, sum_z = cache
    # backprop out = v * h + sum_z * x
    dv = h * dout
    dh = v * dout
    dsum_z = x * dout
    dx = sum_z * dout
    # backprop sum_z = np.sum(z)
    dz = np.ones_like(z) * dsum_z
    ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
    for s_times_x in reversed(steps):
        # backprop z = z + s_times_x
        ds_times_x = unbroadcast(dz, s_times_x)
        # backprop s_times_x = s * x
        ds += x * ds_times_x
        dx += np.sum(s * ds_times_x)
    if n > 5:
        # backprop s = np.ones(3) + h
        dh += np.sum(ds)
        ds = 0.0
    # backprop h = v * s
    dv += s_before * dh
    ds += v * dh
    # backprop s = sum(w)
    dw = [1 * ds] * len(w)
    # backprop v = w[-1]
    dw[-1] += dv
    return dx, dw


def taken_forward(x: float, w: list[float], n: int):
    """Forward pass of taken: out and the cache (references, not copies)."""
    s = sum(w)
    s_before = s
    first = s * w[0]
    ones_3 = None
    if n > 5:
        ones_3 = np.ones(3)
        s = ones_3 * x
    sum_s_times_x = np.sum(s * x)
    out = first * sum_s_times_x
    cache = (x, w, n, s_before, first, ones_3, s, sum_s_times_x)
    return out, cache


def taken_backward(dout, cache):
    """Backward pass of taken: dx and dw, from dout."""
    x, w, n, s_before, first, ones_3, s, sum_s_times_x = cache
    # backprop out = first * sum_s_times_x
    dfirst = sum_s_times_x * dout
    dsum_s_times_x = first * dout
    # backprop sum_s_times_x = np.sum(s * x)
    ds = np.ones_like(s) * (x * dsum_s_times_x)
    dx = np.sum(s * dsum_s_times_x)
    if n > 5:
        # backprop s = ones_3 * x
        dx += ones_3 @ ds
        ds = 0.0
    # backprop first = s * w[0]
    ds += w[0] * dfirst
    dw = [0.0] * len(w)
    dw[0] = s_before * dfirst
    # backprop s = sum(w)
    dw = [(item + ds) for item in dw]
    return dx, dw
