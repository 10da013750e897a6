# arguments: u=(5, 4), n=3
# names matter: a hidden position is named apart from the names of the function
import numpy as np


def f(u: "N M", n: int):
    for t in range(n):
        u[1:-1, 1:-1] += 0.1 * (u[2:, 1:-1] + u[:-2, 1:-1] - 4 * u[1:-1, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2])


# output
"""Forward and backward passes of stencil_in_place.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(u: "N M", n: int):
    """Forward pass of f: the cache (references, not copies)."""
    for t in range(n):
        u_sum = (
            u[2:, 1:-1] + u[:-2, 1:-1] - 4 * u[1:-1, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2]
        )
        u[1:-1, 1:-1] += 0.1 * u_sum
    cache = (n,)
    return cache


def f_backward(du: "N M", cache):
    """Backward pass of f: du (N, M), from du (N, M)."""
    (n,) = cache
    du = 1.0 * du
    for _ in range(n):
        # backprop u[1:-1, 1:-1] += 0.1 * u_sum
        du_sum = 0.1 * du[1:-1, 1:-1]
        # backprop u_sum = u[2:, 1:-1] + u[:-2, 1:-1] - 4 * u[1:-1, 1:-1] + u[1:-1, 2:]
        #     + u[1:-1, :-2]
        du[2:, 1:-1] += du_sum
        du[:-2, 1:-1] += du_sum
        du[1:-1, 1:-1] -= 4 * du_sum
        du[1:-1, 2:] += du_sum
        du[1:-1, :-2] += du_sum
    return du
