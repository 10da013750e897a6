# arguments: t=0.3, xs=[0.4, 1.2]
# arguments: t=1.3, xs=[0.4, 1.2]
# first order only: the cache of a call that one arm makes
import math


def spread(xs: list[float]):
    total = 0.0
    for x in xs:
        total += math.sin(x)
    return total


def f(t: float, xs: list[float]):
    if t < 1.0:
        y = math.exp(-t)
    else:
        y = t * spread([t, t, t * 2.0])
    for k in range(3):
        y -= 0.5 * t
    return y * xs[-1]


# output
"""Forward and backward passes of call_of_one_arm_without_arrays.py: do not edit.

Made by `backprop generate`.
"""

import math


def spread_forward(xs: list[float]):
    """Forward pass of spread: total and the cache (references, not copies)."""
    total = 0.0
    for x in xs:
        total += math.sin(x)
    cache = (xs,)
    return total, cache


def spread_backward(dtotal, cache):
    """Backward pass of spread: dxs, from dtotal."""
    (xs,) = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop total += math.sin(x)
        dx = math.cos(x) * dtotal
        dxs[i] = dx
    return dxs


def f_forward(t: float, xs: list[float]):
    """Forward pass of f: out and the cache (references, not copies)."""
    y_before = None
    spread_t = None
    spread_cache = None
    if t < 1.0:
        y = math.exp(-t)
        y_before = y
    else:
        y_list = [t, t, t * 2.0]
        spread_t, spread_cache = spread_forward(y_list)
        y = t * spread_t
    for k in range(3):
        y -= 0.5 * t
    out = y * xs[-1]
    cache = (t, xs, y_before, spread_t, spread_cache, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dt and dxs, from dout."""
    t, xs, y_before, spread_t, spread_cache, y = cache
    # backprop out = y * xs[-1]
    dy = xs[-1] * dout
    dxs = [0.0] * len(xs)
    dxs[-1] = y * dout
    dt = 0.0
    for _ in range(3):
        # backprop y -= 0.5 * t
        dt -= 0.5 * dy
    if t < 1.0:
        # backprop y = math.exp(-t)
        dt -= y_before * dy
    else:
        # backprop y = t * spread_t
        dt += spread_t * dy
        dspread_t = t * dy
        # backprop spread_t = spread(y_list)
        dy_list = spread_backward(dspread_t, spread_cache)
        # backprop y_list = [t, t, t * 2.0]
        dt += dy_list[0]
        dt += dy_list[1]
        dt += 2.0 * dy_list[2]
    return dt, dxs
