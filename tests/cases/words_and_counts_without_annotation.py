# arguments: x=(3,), mode="sq", n=3
import numpy as np


def f(x, mode, n):
    if mode == 'sq':
        y = x ** 2
    elif mode == 'exp':
        y = np.exp(x)
    else:
        raise ValueError(mode)
    for i in range(n - 1):
        y = y * x
    return np.sum(y)


# output
"""Forward and backward passes of words_and_counts_without_annotation.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x, mode, n):
    """Forward pass of f: out and the cache (references, not copies)."""
    y_before1 = None
    y_test = mode == "sq"
    if y_test:
        y = x ** 2
    else:
        if mode != "exp":
            raise ValueError(mode)
        y = np.exp(x)
        y_before1 = y
    y_before = []
    for i in range(n - 1):
        y_before.append(y)
        y = y * x
    out = np.sum(y)
    cache = (x, y_test, y_before1, y_before, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, y_test, y_before1, y_before, y = cache
    # backprop out = np.sum(y)
    dy = np.ones_like(y) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for y in reversed(y_before):
        # backprop y = y * x
        dx += y * dy
        dy = x * dy
    if y_test:
        # backprop y = x ** 2
        dx += (2 * x) * dy
    else:
        # backprop y = np.exp(x)
        dx += y_before1 * dy
    return dx
