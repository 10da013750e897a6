# arguments: x=(4,), c=()
import numpy as np


def wave(x: float):
    y = np.sin(x)
    return y * y


def f(x: "N", c: float):
    y = np.array([wave(v) if v > 1 else c for v in x])
    return y * sum(wave(c) * v if v < 1 else v for v in x)


# output
"""Forward and backward passes of
call_in_a_conditional_expression_in_a_comprehension.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def wave_forward(x: float):
    """Forward pass of wave: out and the cache (references, not copies)."""
    y = np.sin(x)
    out = y * y
    cache = (x, y)
    return out, cache


def wave_backward(dout, cache):
    """Backward pass of wave: dx, from dout."""
    x, y = cache
    # backprop out = y * y
    dy = (2 * y) * dout
    # backprop y = np.sin(x)
    dx = np.cos(x) * dy
    return dx


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    items = []
    steps = []
    for v in x:
        wave_cache = None
        if v > 1:
            chosen, wave_cache = wave_forward(v)
        else:
            chosen = c
        items.append(chosen)
        steps.append(wave_cache)
    y = np.array(items)
    total = 0
    steps1 = []
    for v1 in x:
        wave_c_cache = None
        wave_c = None
        if v1 < 1:
            wave_c, wave_c_cache = wave_forward(c)
            total += wave_c * v1
        else:
            total += v1
        steps1.append((wave_c_cache, wave_c))
    out = y * total
    cache = (x, steps, y, steps1, total)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, steps, y, steps1, total = cache
    # backprop out = y * total
    dy = total * dout
    dtotal = y @ dout
    dc = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        wave_c_cache, wave_c = steps1[i1]
        v1 = x[i1]
        if v1 < 1:
            # backprop total += wave_c * v1
            dwave_c = v1 * dtotal
            dv1 = wave_c * dtotal
            # backprop wave_c = wave(c)
            dc_wave = wave_backward(dwave_c, wave_c_cache)
            dc += dc_wave
        else:
            # backprop total += v1
            dv1 = dtotal
        dx[i1] = dv1
    # backprop y = np.array(items)
    ditems = list(dy)
    for i in reversed(range(len(x))):
        wave_cache = steps[i]
        v = x[i]
        # backprop items.append(chosen)
        dchosen = ditems.pop()
        if v > 1:
            # backprop chosen = wave(v)
            dv = wave_backward(dchosen, wave_cache)
        else:
            # backprop chosen = c
            dc += dchosen
            dv = 0.0
        dx[i] += dv
    return dx, dc
