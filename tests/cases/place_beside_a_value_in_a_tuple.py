# arguments: rows=[(0, 1.5), (2, 0.5)], x=(3,)
import numpy as np


def f(rows, x: "N"):
    s = 0.0
    for row in rows:
        s = np.sin(s) + row[1] * x[row[0]]
    return s


# output
"""Forward and backward passes of place_beside_a_value_in_a_tuple.py: do not edit.

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


def f_forward(rows, x: "N"):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for row in rows:
        s_before = s
        x_part = x[row[0]]
        s = np.sin(s) + row[1] * x_part
        steps.append((s_before, x_part))
    cache = (rows, x, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: drows and dx (N,), from ds."""
    rows, x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        s_before, x_part = steps[i]
        row = rows[i]
        # backprop s = np.sin(s) + row[1] * x_part
        drow = zeros_of(row)
        drow[1] = unbroadcast(x_part * ds, row[1])
        dx_part = unbroadcast(row[1] * ds, x_part)
        ds = unbroadcast(np.cos(s_before) * ds, s_before)
        # backprop x_part = x[row[0]]
        np.add.at(dx, row[0], dx_part)
        drows[i] = drow
    return drows, dx
