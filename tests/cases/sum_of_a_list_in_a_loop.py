# arguments: xs=[0.7, 1.2, 0.4], y=1.1
import math


def f(xs: list[float], y):
    t = y
    for x in xs:
        t = t * sum(xs) + x
    return t + math.sin(sum(xs))


# output
"""Forward and backward passes of sum_of_a_list_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import math


def f_forward(xs: list[float], y):
    """Forward pass of f: out and the cache (references, not copies)."""
    t = y
    steps = []
    for x in xs:
        t_before = t
        sum_xs = sum(xs)
        t = t * sum_xs + x
        steps.append((t_before, sum_xs))
    sin_in = sum(xs)
    out = t + math.sin(sin_in)
    cache = (xs, steps, sin_in)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs and dy, from dout."""
    xs, steps, sin_in = cache
    # backprop out = t + math.sin(sin_in)
    dt = dout
    dsin_in = math.cos(sin_in) * dout
    # backprop sin_in = sum(xs)
    dxs = [dsin_in] * len(xs)
    for i in reversed(range(len(xs))):
        t_before, sum_xs = steps[i]
        # backprop t = t * sum_xs + x
        dsum_xs = t_before * dt
        dx = dt
        dt = sum_xs * dt
        # backprop sum_xs = sum(xs)
        dxs = [(item + dsum_xs) for item in dxs]
        dxs[i] += dx
    # backprop t = y
    dy = dt
    return dxs, dy
