# arguments: xs=(2,), ws=(2,), c=()
# names matter: a name of the project gives way to one of the source
# first order only: a gradient is taken off in an expression
import math


def wave(x: float):
    y = math.sin(x)
    return y * y


def total(f, values):
    return sum(map(f, values))


def f(xs: "N", ws: "N", c: float):
    s = sum(map(wave, xs))
    ys = list(map(lambda x, y: x * y * c, xs, ws))
    a, b = map(wave, (c, s))
    for y in map(math.exp, ys):
        s += a * y
    return s * b * total(wave, xs)


# output
"""Forward and backward passes of map_of_functions.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def wave_forward(x: float):
    """Forward pass of wave: out and the cache (references, not copies)."""
    y = math.sin(x)
    out = y * y
    cache = (x, y)
    return out, cache


def wave_backward(dout, cache):
    """Backward pass of wave: dx, from dout."""
    x, y = cache
    # backprop out = y * y
    dy = (2 * y) * dout
    # backprop y = math.sin(x)
    dx = math.cos(x) * dy
    return dx


def total_wave_forward(values):
    """Forward pass of total_wave: total1 and the cache (references, not copies)."""
    total1 = 0
    steps = []
    for value in values:
        wave_value, wave_cache = wave_forward(value)
        total1 += wave_value
        steps.append(wave_cache)
    cache = (values, steps)
    return total1, cache


def total_wave_backward(dtotal1, cache):
    """Backward pass of total_wave: dvalues, from dtotal1."""
    values, steps = cache
    dvalues = [0.0] * len(values)
    for i in reversed(range(len(values))):
        wave_cache = steps[i]
        # backprop wave_value = wave(value)
        dvalue = wave_backward(dtotal1, wave_cache)
        dvalues[i] = dvalue
    return dvalues


def f_forward(xs: "N", ws: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = 0
    steps = []
    for x in xs:
        wave_x, wave_cache = wave_forward(x)
        s += wave_x
        steps.append(wave_cache)
    ys = []
    steps1 = []
    for x1, w in zip(xs, ws):
        x1_times_w = x1 * w
        ys.append(x1_times_w * c)
        steps1.append(x1_times_w)
    wave_c, wave_c_cache = wave_forward(c)
    wave_s, wave_s_cache = wave_forward(s)
    a, b = wave_c, wave_s
    steps2 = []
    for y1 in ys:
        y = math.exp(y1)
        s += a * y
        steps2.append(y)
    s_times_b = s * b
    total_wave_xs, total_wave_cache = total_wave_forward(xs)
    out = s_times_b * total_wave_xs
    cache = (
        xs,
        ws,
        c,
        steps,
        steps1,
        ys,
        wave_c_cache,
        wave_s_cache,
        a,
        b,
        steps2,
        s,
        s_times_b,
        total_wave_xs,
        total_wave_cache,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs (N,), dws (N,) and dc, from dout."""
    (
        xs,
        ws,
        c,
        steps,
        steps1,
        ys,
        wave_c_cache,
        wave_s_cache,
        a,
        b,
        steps2,
        s,
        s_times_b,
        total_wave_xs,
        total_wave_cache,
    ) = cache
    # backprop out = s_times_b * total_wave_xs
    ds_times_b = total_wave_xs * dout
    dtotal_wave_xs = s_times_b * dout
    # backprop total_wave_xs = total_wave(xs)
    dxs = total_wave_backward(dtotal_wave_xs, total_wave_cache)
    # backprop s_times_b = s * b
    ds = b * ds_times_b
    db = s * ds_times_b
    da = 0.0
    dys = [0.0] * len(ys)
    for i2 in reversed(range(len(ys))):
        y = steps2[i2]
        # backprop s += a * y
        da += y * ds
        dy = a * ds
        # backprop y = math.exp(y1)
        dy1 = y * dy
        dys[i2] = dy1
    # backprop wave_s = wave(s)
    ds_wave = wave_backward(db, wave_s_cache)
    ds += ds_wave
    # backprop wave_c = wave(c)
    dc = wave_backward(da, wave_c_cache)
    dws = np.zeros_like(ws, dtype=np.result_type(ws, 1.0))
    for i1 in reversed(range(min(len(xs), len(ws)))):
        x1_times_w = steps1[i1]
        x1 = xs[i1]
        w = ws[i1]
        # backprop ys.append(x1_times_w * c)
        dys_last = dys.pop()
        dx1_times_w = c * dys_last
        dc += x1_times_w * dys_last
        # backprop x1_times_w = x1 * w
        dx1 = w * dx1_times_w
        dw = x1 * dx1_times_w
        dws[i1] = dw
        dxs[i1] += dx1
    for i in reversed(range(len(xs))):
        wave_cache = steps[i]
        # backprop wave_x = wave(x)
        dx = wave_backward(ds, wave_cache)
        dxs[i] += dx
    return dxs, dws, dc
