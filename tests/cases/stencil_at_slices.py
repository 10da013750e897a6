# arguments: u=(6,), c=0.1, steps=2
# names matter: the history of a loop gives way to an argument of its name
import numpy as np


def f(u: "N", c: float, steps: int):
    u = u.copy()
    for t in range(steps):
        u[1:-1] = u[1:-1] + c * u[1:-1] * (u[2:] - 2 * u[1:-1] + u[:-2])
    return u


# output
"""Forward and backward passes of stencil_at_slices.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(u: "N", c: float, steps: int):
    """Forward pass of f: u (N,) and the cache (references, not copies)."""
    u = u.copy()
    steps1 = []
    for t in range(steps):
        u_part1 = u[1:-1].copy()
        c_times_u_part = c * u_part1
        u_sum = u[2:] - 2 * u[1:-1] + u[:-2]
        u[1:-1] = u[1:-1] + c_times_u_part * u_sum
        steps1.append((u_part1, c_times_u_part, u_sum))
    cache = (c, steps1)
    return u, cache


def f_backward(du: "N", cache):
    """Backward pass of f: du (N,) and dc, from du (N,)."""
    c, steps1 = cache
    dc = 0.0
    du = 1.0 * du
    for u_part1, c_times_u_part, u_sum in reversed(steps1):
        # backprop u[1:-1] = u[1:-1] + c_times_u_part * u_sum
        dc_times_u_part = u_sum * du[1:-1]
        du_sum = c_times_u_part * du[1:-1]
        # backprop u_sum = u[2:] - 2 * u[1:-1] + u[:-2]
        du[2:] += du_sum
        du[1:-1] -= 2 * du_sum
        du[:-2] += du_sum
        # backprop c_times_u_part = c * u_part1
        dc += u_part1 @ dc_times_u_part
        du_part1 = c * dc_times_u_part
        # backprop u_part1 = u[1:-1].copy()
        du[1:-1] += du_part1
    return du, dc
