# arguments: u=(5, 4), c=0.1, steps=2
# names matter: the history of a loop gives way to an argument of its name
import numpy as np


def f(u: "N M", c: float, steps: int):
    for t in range(steps):
        v = u.copy()
        for i in range(1, u.shape[0] - 1):
            v[i, 1:-1] = u[i, 1:-1] + c * (u[i + 1, 1:-1] - 2 * u[i, 1:-1] + u[i - 1, 1:-1])
        u = v
    return u


# output
"""Forward and backward passes of stencil_with_copies.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(u: "N M", c: float, steps: int):
    """Forward pass of f: u (N, M) and the cache (references, not copies)."""
    steps1 = []
    for t in range(steps):
        v = u.copy()
        steps2 = []
        for i in range(1, u.shape[0] - 1):
            v_sum = u[i + 1, 1:-1] - 2 * u[i, 1:-1] + u[i - 1, 1:-1]
            v[i, 1:-1] = u[i, 1:-1] + c * v_sum
            steps2.append(v_sum)
        steps1.append((u, steps2))
        u = v
    cache = (c, steps1)
    return u, cache


def f_backward(du: "N M", cache):
    """Backward pass of f: du (N, M) and dc, from du (N, M)."""
    c, steps1 = cache
    dc = 0.0
    for u, steps2 in reversed(steps1):
        # backprop u = v
        dv = 1.0 * du
        du = np.zeros_like(u, dtype=np.result_type(u, 1.0))
        for i, v_sum in zip(reversed(range(1, u.shape[0] - 1)), reversed(steps2)):
            # backprop v[i, 1:-1] = u[i, 1:-1] + c * v_sum
            du[i, 1:-1] += dv[i, 1:-1]
            dc += v_sum @ dv[i, 1:-1]
            dv_sum = c * dv[i, 1:-1]
            dv[i, 1:-1] = 0.0
            # backprop v_sum = u[i + 1, 1:-1] - 2 * u[i, 1:-1] + u[i - 1, 1:-1]
            du[i + 1, 1:-1] += dv_sum
            du[i, 1:-1] -= 2 * dv_sum
            du[i - 1, 1:-1] += dv_sum
        # backprop v = u.copy()
        du += dv
    du = 1.0 * du
    return du, dc
