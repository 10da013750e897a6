# arguments: A=(4, 3)
# names matter: the position in the loop has a name of ours
import numpy as np


def f(A: "N D"):
    s = 0.0
    # rows
    for i, r in enumerate(A, start=1):  # from one
        s += i * np.sum(r ** 2)
    return s


# output
"""Forward and backward passes of enumerate_from_one.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(A: "N D"):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    # rows
    steps = []
    for i1, r in enumerate(A):  # from one
        i = i1 + 1
        s += i * np.sum(r ** 2)
        steps.append(i)
    cache = (A, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dA (N, D), from ds."""
    A, steps = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i1 in reversed(range(len(A))):
        i = steps[i1]
        r = A[i1]
        # backprop s += i * np.sum(r ** 2)
        dr = (2 * r) * (i * ds)
        dA[i1] = dr
    return dA
