# arguments of_numbers: s=0.7, t=(4,)
# arguments of_rows: s=0.7, t=(3, 2)
import numpy as np


def of_numbers(s: float, t):
    for k, u in enumerate(t[1:]):
        s = u * s
    t[0] *= 2.0
    return s * t[1]


def of_rows(s: float, t: "N M"):
    for row in t[1:]:
        s = row[0] * s + row[1]
    t[1, 0] = 2.0
    return s * t[1, 1]


# output
"""Forward and backward passes of part_of_an_argument_gone_over_first.py: do not edit.

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


def of_numbers_forward(s: float, t):
    """Forward pass of of_numbers: out and the cache (references, not copies)."""
    s_before = []
    t_part = t[1:]
    t_part_before = t_part.copy()
    for k, u in enumerate(t_part):
        s_before.append(s)
        s = u * s
    t[0] *= 2.0
    out = s * t[1]
    cache = (s_before, t_part_before, s, t)
    return out, cache


def of_numbers_backward(dout, dt, cache):
    """Backward pass of of_numbers: ds and dt, from dout and dt."""
    s_before, t_part_before, s, t = cache
    # backprop out = s * t[1]
    ds = unbroadcast(t[1] * dout, s)
    dt = 1.0 * dt
    dt[1] += unbroadcast(s * dout, t[1])
    # backprop t[0] *= 2.0
    dt[0] *= 2.0
    for k in reversed(range(len(t_part_before))):
        s = s_before[k]
        u_before = t_part_before[k]
        # backprop s = u * s
        du = unbroadcast(s * ds, u_before)
        ds = unbroadcast(u_before * ds, s)
        dt[k + 1] += du
    return ds, dt


def of_rows_forward(s: float, t: "N M"):
    """Forward pass of of_rows: out and the cache (references, not copies)."""
    s_before = []
    t_part = t[1:]
    t_part_before = t_part.copy()
    for row in t_part:
        s_before.append(s)
        s = row[0] * s + row[1]
    t[1, 0] = 2.0
    out = s * t[1, 1]
    cache = (s_before, t_part_before, s, t)
    return out, cache


def of_rows_backward(dout, dt: "N M", cache):
    """Backward pass of of_rows: ds and dt (N, M), from dout and dt (N, M)."""
    s_before, t_part_before, s, t = cache
    # backprop out = s * t[1, 1]
    ds = t[1, 1] * dout
    dt = 1.0 * dt
    dt[1, 1] += s * dout
    # backprop t[1, 0] = 2.0
    dt[1, 0] = 0.0
    for i in reversed(range(len(t_part_before))):
        s = s_before[i]
        row_before = t_part_before[i]
        # backprop s = row[0] * s + row[1]
        drow = np.zeros_like(row_before, dtype=np.result_type(row_before, 1.0))
        drow[0] = s * ds
        drow[1] += ds
        ds = row_before[0] * ds
        dt[1:][i] += drow
    return ds, dt
