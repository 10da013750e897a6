# arguments: x=(3,)
import numpy as np


def f(x: "D"):
    a = b = np.zeros(3)
    a[0] = x[0] ** 2
    b[1] = a[0] * x[1]
    return np.sum(a * b)


# output
"""Forward and backward passes of array_with_two_names_from_one_assignment.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    a = np.zeros(3)
    a[0] = x[0] ** 2
    a1 = a.copy()
    a1[1] = a[0] * x[1]
    out = np.sum(a1 * a1)
    cache = (x, a, a1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (D,), from dout."""
    x, a, a1 = cache
    # backprop out = np.sum(a1 * a1)
    da1 = (2 * a1) * dout
    # backprop a1 = a.copy(); a1[1] = a[0] * x[1]
    da1[0] += x[1] * da1[1]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[1] = a[0] * da1[1]
    # backprop a[0] = x[0] ** 2
    dx[0] += (2 * x[0]) * da1[0]
    return dx
