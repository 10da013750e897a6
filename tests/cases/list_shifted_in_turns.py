# arguments f: x=(4,), s=0.7
# arguments of_arrays: x=(4,), s=0.7
# arguments other_way: x=(4,), s=0.7
# first order only other_way: this writes into memory that dbuf_buf_2 may name too
import numpy as np


def f(x: "N", s: float):
    buf = [0.0, 0.0, 0.0]
    total = 0.0
    for v in x:
        buf = [v] + buf[:-1]
        total += s * buf[0] + buf[1] * buf[2]
    return total


def of_arrays(x: "N", s: float):
    buf = [np.zeros(2), np.zeros(2)]
    total = 0.0
    for v in x:
        buf = [v * np.ones(2)] + buf[:-1]
        total += np.sum(s * buf[0] * buf[1])
    return total


def other_way(x: "N", s: float):
    buf = [0.0, s, 0.0]
    total = 0.0
    for v in x:
        total += s * buf[0] + buf[1] * buf[2]
        buf = buf[1:] + [v * buf[0] + 1]
        total += buf[0] * buf[2]
    return total * buf[1]


# output
"""Forward and backward passes of list_shifted_in_turns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", s: float):
    """Forward pass of f: total and the cache (references, not copies)."""
    buf = [0.0, 0.0, 0.0]
    total = 0.0
    steps = []
    for v in x:
        buf = [v] + buf[:-1]
        total += s * buf[0] + buf[1] * buf[2]
        steps.append(buf)
    cache = (x, s, steps)
    return total, cache


def f_backward(dtotal, cache):
    """Backward pass of f: dx (N,) and ds, from dtotal."""
    x, s, steps = cache
    dbuf = [0.0, 0.0, 0.0]
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        buf = steps[i]
        # backprop total += s * buf[0] + buf[1] * buf[2]
        ds += buf[0] * dtotal
        dbuf_0 = s * dtotal
        dbuf_1 = buf[2] * dtotal
        dbuf_2 = buf[1] * dtotal
        # backprop buf = [v] + buf[:-1]
        dbuf_0 += dbuf[0]
        dbuf_1 += dbuf[1]
        dbuf_2 += dbuf[2]
        dbuf = [dbuf_0, dbuf_1, dbuf_2]
        dv = dbuf[0]
        dbuf_buf_0 = dbuf[1]
        dbuf_buf_1 = dbuf[2]
        dx[i] = dv
        dbuf = [dbuf_buf_0, dbuf_buf_1, 0.0]
    return dx, ds


def of_arrays_forward(x: "N", s: float):
    """Forward pass of of_arrays: total and the cache (references, not copies)."""
    buf = [np.zeros(2), np.zeros(2)]
    total = 0.0
    steps = []
    for v in x:
        buf_before = buf
        ones_2 = np.ones(2)
        buf = [v * ones_2] + buf[:-1]
        s_times_buf_0 = s * buf[0]
        total += np.sum(s_times_buf_0 * buf[1])
        steps.append((buf_before, ones_2, buf, s_times_buf_0))
    cache = (x, s, steps, buf)
    return total, cache


def of_arrays_backward(dtotal, cache):
    """Backward pass of of_arrays: dx (N,) and ds, from dtotal."""
    x, s, steps, buf = cache
    dbuf = [
        np.zeros_like(buf[0], dtype=np.result_type(buf[0], 1.0)),
        np.zeros_like(buf[1], dtype=np.result_type(buf[1], 1.0)),
    ]
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        buf_before, ones_2, buf, s_times_buf_0 = steps[i]
        # backprop total += np.sum(s_times_buf_0 * buf[1])
        ds_times_buf_0 = buf[1] * dtotal
        dbuf_1 = s_times_buf_0 * dtotal
        # backprop s_times_buf_0 = s * buf[0]
        ds += buf[0] @ ds_times_buf_0
        dbuf_0 = s * ds_times_buf_0
        # backprop buf = [v * ones_2] + buf[:-1]
        dbuf_0 += dbuf[0]
        dbuf_1 += dbuf[1]
        dbuf = [dbuf_0, dbuf_1]
        dv = ones_2 @ dbuf[0]
        dbuf_buf_0 = dbuf[1]
        dx[i] = dv
        dbuf = [
            dbuf_buf_0,
            np.zeros_like(buf_before[1], dtype=np.result_type(buf_before[1], 1.0)),
        ]
    return dx, ds


def other_way_forward(x: "N", s: float):
    """Forward pass of other_way: out and the cache (references, not copies)."""
    buf = [0.0, s, 0.0]
    total = 0.0
    steps = []
    for v in x:
        buf_before = buf
        total += s * buf[0] + buf[1] * buf[2]
        buf = buf[1:] + [v * buf[0] + 1]
        total += buf[0] * buf[2]
        steps.append((buf_before, buf))
    out = total * buf[1]
    cache = (x, s, steps, total, buf)
    return out, cache


def other_way_backward(dout, cache):
    """Backward pass of other_way: dx (N,) and ds, from dout."""
    x, s, steps, total, buf = cache
    # backprop out = total * buf[1]
    dtotal = buf[1] * dout
    dbuf_1 = total * dout
    dbuf = [0.0, dbuf_1, 0.0]
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        buf_before, buf = steps[i]
        v = x[i]
        # backprop total += buf[0] * buf[2]
        dbuf_0 = buf[2] * dtotal
        dbuf_2 = buf[0] * dtotal
        # backprop buf = buf[1:] + [v * buf[0] + 1]
        dbuf_0 += dbuf[0]
        dbuf_buf_1 = dbuf[1]
        dbuf_2 += dbuf[2]
        dbuf = [dbuf_0, dbuf_buf_1, dbuf_2]
        dbuf_buf_11 = dbuf[0]
        dbuf_buf_2 = dbuf[1]
        dv = buf_before[0] * dbuf[-1]
        dbuf_buf_0 = v * dbuf[-1]
        # backprop total += s * buf[0] + buf[1] * buf[2]
        ds += buf_before[0] * dtotal
        dbuf_buf_0 += s * dtotal
        dbuf_buf_11 += buf_before[2] * dtotal
        dbuf_buf_2 += buf_before[1] * dtotal
        dx[i] = dv
        dbuf = [dbuf_buf_0, dbuf_buf_11, dbuf_buf_2]
    # backprop buf = [0.0, s, 0.0]
    ds += dbuf[1]
    return dx, ds
