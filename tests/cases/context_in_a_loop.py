# arguments: x=(3,), n=3
import numpy as np


def f(x: "N", n: int):
    for i in range(n):
        with np.errstate(over="ignore"):
            x = np.exp(x * 0.1) * x
    return x


# output
"""Forward and backward passes of context_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", n: int):
    """Forward pass of f: x (N,) and the cache (references, not copies)."""
    steps = []
    for i in range(n):
        x_before = x
        with np.errstate(over="ignore"):
            exp_x = np.exp(x * 0.1)
            x = exp_x * x
        steps.append((x_before, exp_x))
    cache = (steps,)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dx (N,), from dx (N,)."""
    (steps,) = cache
    for x_before, exp_x in reversed(steps):
        # backprop x = exp_x * x
        dexp_x = x_before * dx
        dx = exp_x * dx
        # backprop exp_x = np.exp(x * 0.1)
        dx += 0.1 * exp_x * dexp_x
    dx = 1.0 * dx
    return dx
