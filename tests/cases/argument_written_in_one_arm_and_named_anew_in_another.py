# arguments f: b=2 * np.ones((3, 3))
# arguments f: b=np.ones((3, 3))
# arguments f: b=np.full((3, 3), 1.2) + np.arange(9).reshape(3, 3) / 9
# names matter: the name of an item is that of what it is an item of
"""The writes are into the caller's array; the item has a gradient of its own."""
import numpy as np


def f(b: "N N"):
    u = b[0, 1]
    if u > 1.54:
        b[1] = np.sin(u)
        b = np.ones((3, 3)) * u
    elif u < 1.25:
        b[0] = 2.0 * u
    else:
        b[1, 1] = u * u
        for b in b:
            u = u * b[-1]
    return u


# output
"""Forward and backward passes of
argument_written_in_one_arm_and_named_anew_in_another.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(b: "N N"):
    """Forward pass of f: u and the cache (references, not copies)."""
    u = b[0, 1]
    u_before1 = u
    u_before = None
    if u > 1.54:
        b[1] = np.sin(u)
        b1 = np.ones((3, 3)) * u
    elif u < 1.25:
        b[0] = 2.0 * u
    else:
        b[1, 1] = u * u
        u_before = []
        for b2 in b:
            u_before.append(u)
            u = u * b2[-1]
    cache = (u_before1, b, u_before)
    return u, cache


def f_backward(du, db: "N N", cache):
    """Backward pass of f: db (N, N), from du and db (N, N)."""
    u_before1, b, u_before = cache
    if u_before1 > 1.54:
        # backprop b[1] = np.sin(u)
        du = du + np.cos(u_before1) * np.sum(db[1])
        db = 1.0 * db
        db[1] = 0.0
    elif u_before1 < 1.25:
        # backprop b[0] = 2.0 * u
        du = du + 2.0 * np.sum(db[0])
        db = 1.0 * db
        db[0] = 0.0
    else:
        db = 1.0 * db
        for i in reversed(range(len(b))):
            u = u_before[i]
            b2 = b[i]
            # backprop u = u * b2[-1]
            db2 = np.zeros_like(b2, dtype=np.result_type(b2, 1.0))
            db2[-1] = u * du
            du = b2[-1] * du
            db[i] += db2
        # backprop b[1, 1] = u * u
        du = du + (2 * u_before1) * db[1, 1]
        db[1, 1] = 0.0
    # backprop u = b[0, 1]
    db[0, 1] += du
    return db
