# arguments: x=(3,), n=2
# first order only: lists that grow are not followed
import numpy as np


def f(x: "N", n: int):
    ys = [x * 1.0]
    for _ in range(n):
        ys.append(ys[-1] * x)
    total = np.sum(ys[-1])
    return total, ys[-1]


# output
"""Forward and backward passes of list_item_that_is_an_output_and_used_again.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(x: "N", n: int):
    """Forward pass of f: total, out (N,) and the cache (references, not copies)."""
    ys = [x * 1.0]
    steps = []
    for _ in range(n):
        ys_part = ys[-1]
        ys.append(ys_part * x)
        steps.append(ys_part)
    total = np.sum(ys[-1])
    out = ys[-1]
    cache = (x, steps, ys)
    return total, out, cache


def f_backward(dtotal, dout, cache):
    """Backward pass of f: dx (N,), from dtotal and dout (N,)."""
    x, steps, ys = cache
    # backprop out = ys[-1]
    dys = zeros_of(ys)
    dys[-1] += dout
    # backprop total = np.sum(ys[-1])
    dys[-1] += dtotal
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for ys_part in reversed(steps):
        # backprop ys.append(ys_part * x)
        dys_last = dys.pop()
        dys_part = x * dys_last
        dx += ys_part * dys_last
        # backprop ys_part = ys[-1]
        dys[-1] += dys_part
    # backprop ys = [x * 1.0]
    dx += dys[0]
    return dx
