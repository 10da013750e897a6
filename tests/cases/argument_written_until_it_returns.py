# arguments: y=(4,), x=(4,)
def f(y: "N", x: "N"):
    if x[0] > 50:
        return
    for i in range(4):
        if x[0] + i > 3.5:
            return
        y[i] = x[i] * y[i]


# output
"""Forward and backward passes of argument_written_until_it_returns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(y: "N", x: "N"):
    """Forward pass of f: the cache (references, not copies)."""
    if np.shares_memory(y, x, max_work=100_000):
        raise ValueError("f: y and x overlap")
    steps = None
    y_test = not x[0] > 50
    if y_test:
        stopped = False
        steps = []
        for i in range(4):
            stopped = False
            y_i = None
            y_test1 = x[0] + i > 3.5
            if y_test1:
                stopped = True
            else:
                y_i = y[i]
                y[i] = x[i] * y_i
            steps.append((i, y_test1, y_i))
            if stopped:
                break
    cache = (x, y_test, steps)
    return cache


def f_backward(dy: "N", cache):
    """Backward pass of f: dy (N,) and dx (N,), from dy (N,)."""
    x, y_test, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    if y_test:
        dy = 1.0 * dy
        for i, y_test1, y_i in reversed(steps):
            if not y_test1:
                # backprop y[i] = x[i] * y_i
                dx[i] = y_i * dy[i]
                dy_i = x[i] * dy[i]
                # backprop y_i = y[i]
                dy[i] = dy_i
    dy = 1.0 * dy
    return dy, dx
