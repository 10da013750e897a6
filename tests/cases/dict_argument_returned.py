# arguments: p={"a": 1.2, "b": (3,)}, x=(2,)
import numpy as np


def f(p: dict, x):
    y = p["a"]
    z = x * y
    return p


# output
"""Forward and backward passes of dict_argument_returned.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def f_forward(p: dict, x):
    """Forward pass of f: p and the cache (references, not copies)."""
    y = p["a"]
    z = x * y
    cache = (x,)
    return p, cache


def f_backward(dp, cache):
    """Backward pass of f: dp and dx, from dp."""
    (x,) = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dp = copy_of(dp)
    return dp, dx
