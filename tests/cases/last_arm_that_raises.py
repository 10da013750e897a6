# arguments: x=(3,), mode="sq"
import numpy as np


def f(x: "D", mode: str):
    # what it is
    if mode == 'sq':  # squares
        y = x ** 2
    elif mode == 'exp':
        # grows
        y = np.exp(x)
    else:
        raise ValueError(mode)  # bad
    # sum
    return np.sum(y)


# output
"""Forward and backward passes of last_arm_that_raises.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", mode: str):
    """Forward pass of f: out and the cache (references, not copies)."""
    # what it is
    y_test = mode == "sq"
    if y_test:  # squares
        y = x ** 2
    else:
        if mode != "exp":
            raise ValueError(mode)  # bad
        # grows
        y = np.exp(x)
    # sum
    out = np.sum(y)
    cache = (x, y_test, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (D,), from dout."""
    x, y_test, y = cache
    # backprop out = np.sum(y)
    dy = np.ones_like(y) * dout
    if y_test:
        # backprop y = x ** 2
        dx = (2 * x) * dy
    else:
        # backprop y = np.exp(x)
        dx = y * dy
    return dx
