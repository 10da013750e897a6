# arguments: x=(3,), mode="sq"
import numpy as np


def f(x: "D", mode: str):
    if mode == 'exp':
        return np.sum(x ** 3)
    if mode == 'sq':
        return np.sum(x ** 2)
    raise ValueError(f"mode {mode}")


# output
"""Forward and backward passes of raise_at_the_end.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", mode: str):
    """Forward pass of f: out and the cache (references, not copies)."""
    out_test = mode == "exp"
    if out_test:
        out = np.sum(x**3)
    else:
        if mode != "sq":
            raise ValueError(f"mode {mode}")
        out = np.sum(x**2)
    cache = (x, out_test)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (D,), from dout."""
    x, out_test = cache
    if out_test:
        # backprop out = np.sum(x**3)
        dx = (3 * x**2) * dout
    else:
        # backprop out = np.sum(x**2)
        dx = (2 * x) * dout
    return dx
