# arguments: x=(3,), y=(3,), n=2
import numpy as np


def f(x: "N", y: "N", n: int):
    t = x * y
    if n > 1:
        x[1:] = t[1:] * y[:-1]
    x *= t
    return np.sum(x * y)


# output
"""Forward and backward passes of argument_written_in_part_and_then_augmented.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    if np.shares_memory(x, y, max_work=100_000):
        raise ValueError("f: x and y overlap")
    t = x * y
    x_before = x.copy()
    if n > 1:
        x[1:] = t[1:] * y[:-1]
    x_before1 = x.copy()
    x *= t
    out = np.sum(x * y)
    cache = (x_before, y, n, t, x_before1, x)
    return out, cache


def f_backward(dout, dx: "N", cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout and dx (N,)."""
    x_before, y, n, t, x_before1, x = cache
    # backprop out = np.sum(x * y)
    dx = dx + y * dout
    dy = x * dout
    # backprop x *= t
    dt = x_before1 * dx
    dx = t * dx
    if n > 1:
        # backprop x[1:] = t[1:] * y[:-1]
        dt[1:] += y[:-1] * dx[1:]
        dy[:-1] += t[1:] * dx[1:]
        dx[1:] = 0.0
    # backprop t = x * y
    dx += y * dt
    dy += x_before * dt
    return dx, dy
