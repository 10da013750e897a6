# arguments: x=(3,), w=()
import numpy as np


def bump(y: "N", v: float):
    """Adds to the first entry; gives the sum of squares."""
    y[0] += v
    return np.sum(y**2)


def normalized(y: "N"):
    s = np.sum(y)
    y /= s
    return y


def f(x: "N", w: float):
    y = 2 * x
    s = bump(y, w)
    t = w * bump(y, s)
    bump(y, t)
    z = normalized(y)
    return s * t * np.sum(z * x)


# output
"""Forward and backward passes of call_that_writes_and_gives_a_value.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = 2 * x
    y[0] += w
    s = np.sum(y**2)
    y1 = y.copy()
    y1[0] += s
    sum_y_sqr = np.sum(y1**2)
    t = w * sum_y_sqr
    y2 = y1.copy()
    y2[0] += t
    s1 = np.sum(y2)
    y2 /= s1
    z = y2
    s_times_t = s * t
    sum_z_times_x = np.sum(z * x)
    out = s_times_t * sum_z_times_x
    cache = (x, w, y, s, y1, sum_y_sqr, t, s1, y2, z, s_times_t, sum_z_times_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw, from dout."""
    x, w, y, s, y1, sum_y_sqr, t, s1, y2, z, s_times_t, sum_z_times_x = cache
    # backprop out = s_times_t * sum_z_times_x
    ds_times_t = sum_z_times_x * dout
    dsum_z_times_x = s_times_t * dout
    # backprop sum_z_times_x = np.sum(z * x)
    dz = x * dsum_z_times_x
    dx = z * dsum_z_times_x
    # backprop s_times_t = s * t
    ds = t * ds_times_t
    dt = s * ds_times_t
    # backprop z = y2
    dy2 = dz
    # backprop y2 /= s1
    dy2 = (dy2 - np.sum(y2 * dy2)) / s1
    # backprop y2 = y1.copy(); y2[0] += t
    dt += dy2[0]
    # backprop t = w * sum_y_sqr
    dw = sum_y_sqr * dt
    dsum_y_sqr = w * dt
    # backprop sum_y_sqr = np.sum(y1**2)
    dy2 += (2 * y1) * dsum_y_sqr
    # backprop y1 = y.copy(); y1[0] += s
    ds += dy2[0]
    # backprop s = np.sum(y**2)
    dy2 += (2 * y) * ds
    # backprop y[0] += w
    dw += dy2[0]
    # backprop y = 2 * x
    dx += 2 * dy2
    return dx, dw
