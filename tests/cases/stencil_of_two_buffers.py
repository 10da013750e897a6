# arguments: u=(5,), c=0.1, n=3
import numpy as np


def f(u: "N", c: float, n: int):
    u = u.copy()
    new = np.zeros_like(u)
    for t in range(n):
        new[0] = u[0] * c
        new[1:-1] = u[1:-1] + c * u[:-2] * u[2:]
        u, new = new, u
    return u


# output
"""Forward and backward passes of stencil_of_two_buffers.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(u: "N", c: float, n: int):
    """Forward pass of f: u (N,) and the cache (references, not copies)."""
    u = u.copy()
    new = np.zeros_like(u)
    steps = []
    for t in range(n):
        u_before = u.copy()
        new[0] = u[0] * c
        c_times_u_part = c * u[:-2]
        new[1:-1] = u[1:-1] + c_times_u_part * u[2:]
        u, new = new, u
        steps.append((u_before, c_times_u_part))
    cache = (c, steps, new)
    return u, cache


def f_backward(du: "N", cache):
    """Backward pass of f: du (N,) and dc, from du (N,)."""
    c, steps, new = cache
    dnew = np.zeros_like(new, dtype=np.result_type(new, 1.0))
    dc = 0.0
    for u_before, c_times_u_part in reversed(steps):
        # backprop u, new = new, u
        du_next = du
        du = dnew
        dnew = 1.0 * du_next
        # backprop new[1:-1] = u[1:-1] + c_times_u_part * u[2:]
        du[1:-1] += dnew[1:-1]
        dc_times_u_part = u_before[2:] * dnew[1:-1]
        du[2:] += c_times_u_part * dnew[1:-1]
        dnew[1:-1] = 0.0
        # backprop c_times_u_part = c * u[:-2]
        dc += u_before[:-2] @ dc_times_u_part
        du[:-2] += c * dc_times_u_part
        # backprop new[0] = u[0] * c
        du[0] += c * dnew[0]
        dc += u_before[0] * dnew[0]
        dnew[0] = 0.0
    # backprop u = u.copy()
    du = 1.0 * du
    return du, dc
