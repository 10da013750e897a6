# arguments: b=(3,), x=(3,), n=2
import numpy as np


def f(b: "N", x: "N", n: int):
    if n > 1:
        for i in range(1, n):
            b[i] = b[0] * x[i]
        y = b * x
    else:
        b = b * x
        y = b + x
    b = y * y
    return b


# output
"""Forward and backward passes of argument_written_in_a_loop_of_one_arm.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(b: "N", x: "N", n: int):
    """Forward pass of f: b2 (N,) and the cache (references, not copies)."""
    if np.shares_memory(b, x, max_work=100_000):
        raise ValueError("f: b and x overlap")
    b_before = b.copy()
    steps = None
    if n > 1:
        steps = []
        for i in range(1, n):
            b_0 = b[0]
            b[i] = b_0 * x[i]
            steps.append(b_0)
        y = b * x
    else:
        b1 = b * x
        y = b1 + x
    b2 = y * y
    cache = (b_before, x, n, steps, b, y)
    return b2, cache


def f_backward(db2, db: "N", cache):
    """Backward pass of f: db (N,) and dx (N,), from db2 (N,) and db (N,)."""
    b_before, x, n, steps, b, y = cache
    # backprop b2 = y * y
    dy = (2 * y) * db2
    if n > 1:
        # backprop y = b * x
        db = db + x * dy
        dx = b * dy
        for i, b_0 in zip(reversed(range(1, n)), reversed(steps)):
            # backprop b[i] = b_0 * x[i]
            db_0 = x[i] * db[i]
            dx[i] += b_0 * db[i]
            db[i] = 0.0
            # backprop b_0 = b[0]
            db[0] += db_0
    else:
        # backprop y = b1 + x
        db1 = dy
        dx = 1 * dy
        # backprop b1 = b * x
        dx += b_before * db1
        db = db + x * db1
    return db, dx
