# arguments: rows=[([[0.5, 0.7], [0.3, 0.9], 1.2], 0.4), ([[0.8, 0.2], [0.6, 1.1], 0.2], 1.4)], n=2
# arguments area: sides=[[0.5, 0.7], [0.3, 0.9], 1.2]
# arguments carried: xs=[0.5, 0.7], b=1.3
# arguments scaled: xs=[0.5, 0.7], h=1.3
# first order only f: added, called like this, has no gate
import math


def area(sides):
    a, b, h = sides
    return a[0] * math.sin(b[1]) * h


def scaled(xs: list[float], h: float):
    return h * xs[0]


def carried(xs: list[float], b: float):
    v = b
    for x in xs:
        v = scaled([x, v], b) * v
    return v


def f(rows: list, n: int):
    s = 0.0
    for k in range(n):
        for j in range(2):
            sides, w = rows[j]
            s = s + area(sides) * w
    return s


# output
"""Forward and backward passes of nest_given_to_a_function_in_turns.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def area_forward(sides):
    """Forward pass of area: out and the cache (references, not copies)."""
    a, b, h = sides
    sin_b_1 = math.sin(b[1])
    a_0_times_sin_b_1 = a[0] * sin_b_1
    out = a_0_times_sin_b_1 * h
    cache = (a, b, h, sin_b_1, a_0_times_sin_b_1)
    return out, cache


def area_backward(dout, cache):
    """Backward pass of area: dsides, from dout."""
    a, b, h, sin_b_1, a_0_times_sin_b_1 = cache
    # backprop out = a_0_times_sin_b_1 * h
    da_0_times_sin_b_1 = h * dout
    dh = a_0_times_sin_b_1 * dout
    # backprop a_0_times_sin_b_1 = a[0] * sin_b_1
    da = [0.0] * len(a)
    da[0] = sin_b_1 * da_0_times_sin_b_1
    dsin_b_1 = a[0] * da_0_times_sin_b_1
    # backprop sin_b_1 = math.sin(b[1])
    db = [0.0] * len(b)
    db[1] = math.cos(b[1]) * dsin_b_1
    # backprop a, b, h = sides
    dsides = (da, db, dh)
    return dsides


def scaled_forward(xs: list[float], h: float):
    """Forward pass of scaled: out and the cache (references, not copies)."""
    out = h * xs[0]
    cache = (xs, h)
    return out, cache


def scaled_backward(dout, cache):
    """Backward pass of scaled: dxs and dh, from dout."""
    xs, h = cache
    # backprop out = h * xs[0]
    dh = xs[0] * dout
    dxs = [0.0] * len(xs)
    dxs[0] = h * dout
    return dxs, dh


def carried_forward(xs: list[float], b: float):
    """Forward pass of carried: v and the cache (references, not copies)."""
    v = b
    steps = []
    for x in xs:
        v_before = v
        v_list = [x, v]
        scaled_x, scaled_cache = scaled_forward(v_list, b)
        v = scaled_x * v
        steps.append((v_before, scaled_cache, scaled_x))
    cache = (xs, steps)
    return v, cache


def carried_backward(dv, cache):
    """Backward pass of carried: dxs and db, from dv."""
    xs, steps = cache
    db = 0.0
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        v_before, scaled_cache, scaled_x = steps[i]
        # backprop v = scaled_x * v
        dscaled_x = v_before * dv
        dv = scaled_x * dv
        # backprop scaled_x = scaled(v_list, b)
        dv_list, db_scaled = scaled_backward(dscaled_x, scaled_cache)
        db += db_scaled
        # backprop v_list = [x, v]
        dx = dv_list[0]
        dv += dv_list[1]
        dxs[i] = dx
    # backprop v = b
    db += dv
    return dxs, db


def f_forward(rows: list, n: int):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for k in range(n):
        steps1 = []
        for j in range(2):
            sides, w = rows[j]
            area_sides, area_cache = area_forward(sides)
            s = s + area_sides * w
            steps1.append((w, area_cache, area_sides))
        steps.append(steps1)
    cache = (rows, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: drows, from ds."""
    rows, steps = cache
    drows = zeros_of(rows)
    for steps1 in reversed(steps):
        for j in reversed(range(2)):
            w, area_cache, area_sides = steps1[j]
            # backprop s = s + area_sides * w
            darea_sides = w * ds
            dw = area_sides * ds
            # backprop area_sides = area(sides)
            dsides = area_backward(darea_sides, area_cache)
            # backprop sides, w = rows[j]
            drows[j][1] += dw
            drows[j][0] = added(drows[j][0], dsides)
    return drows
