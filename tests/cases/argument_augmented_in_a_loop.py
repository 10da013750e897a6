# arguments: A=(4,), c=1.3, n=3
import numpy as np


def f(A: "N", c: float, n: int):
    for i in range(n):
        A *= c
        A += np.sin(A)


# output
"""Forward and backward passes of argument_augmented_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N", c: float, n: int):
    """Forward pass of f: the cache (references, not copies)."""
    steps = []
    for i in range(n):
        A_before = A.copy()
        A *= c
        A_before1 = A.copy()
        A += np.sin(A)
        steps.append((A_before, A_before1))
    cache = (c, steps)
    return cache


def f_backward(dA, cache):
    """Backward pass of f: dA (N,) and dc, from dA (N,)."""
    c, steps = cache
    dc = 0.0
    for A_before, A_before1 in reversed(steps):
        # backprop A += np.sin(A)
        dA = dA + np.cos(A_before1) * dA
        # backprop A *= c
        dc += A_before @ dA
        dA = c * dA
    dA = 1.0 * dA
    return dA, dc
