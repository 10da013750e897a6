# arguments: x=0.3, v=0.2, k=1.1, n=4, dt=0.1
import numpy as np


def f(x: float, v: float, k: float, n: int, dt: float):
    for _ in range(n):
        a = -k * np.sin(x)
        v += dt * a
        x += dt * v
    return x, v


# output
"""Forward and backward passes of loop_that_carries_two_values.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: float, v: float, k: float, n: int, dt: float):
    """Forward pass of f: x, v and the cache (references, not copies)."""
    steps = []
    for _ in range(n):
        sin_x = np.sin(x)
        a = -k * sin_x
        v += dt * a
        steps.append((x, sin_x, a, v))
        x += dt * v
    cache = (k, dt, steps)
    return x, v, cache


def f_backward(dx, dv, cache):
    """Backward pass of f: dx, dv, dk and ddt, from dx and dv."""
    k, dt, steps = cache
    ddt = 0.0
    dk = 0.0
    for x, sin_x, a, v in reversed(steps):
        # backprop x += dt * v
        ddt += v * dx
        dv = dv + dt * dx
        # backprop v += dt * a
        ddt += a * dv
        da = dt * dv
        # backprop a = -k * sin_x
        dk -= sin_x * da
        dsin_x = -k * da
        # backprop sin_x = np.sin(x)
        dx = dx + np.cos(x) * dsin_x
    return dx, dv, dk, ddt
