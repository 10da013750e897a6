# arguments: rows=[[2.0, 1.2], [2.5]], k=2.0
import numpy as np


def f(rows, k: float):
    total = 0.0
    for row in rows:
        for entry in row:
            total = np.sin(total) + entry * k
    return total


# output
"""Forward and backward passes of list_of_lists.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(rows, k: float):
    """Forward pass of f: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for row in rows:
        total_before = []
        for entry in row:
            total_before.append(total)
            total = np.sin(total) + entry * k
        steps.append(total_before)
    cache = (rows, k, steps)
    return total, cache


def f_backward(dtotal, cache):
    """Backward pass of f: drows and dk, from dtotal."""
    rows, k, steps = cache
    dk = 0.0
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        total_before = steps[i]
        row = rows[i]
        drow = zeros_of(row)
        for i1 in reversed(range(len(row))):
            total = total_before[i1]
            entry = row[i1]
            # backprop total = np.sin(total) + entry * k
            dentry = unbroadcast(k * dtotal, entry)
            dk += np.sum(entry * dtotal)
            dtotal = unbroadcast(np.cos(total) * dtotal, total)
            drow[i1] += dentry
        drows[i] = drow
    return drows, dk
