# arguments: rows=[(3,), (3,)], a=()
import numpy as np


def f(rows: list[np.ndarray], a: float):
    for row in rows:
        a = a + row[0] * row[1]
    t = 0.0
    for r in rows:
        t = t + np.sum(r * a)
    return t * rows[1]


# output
"""Forward and backward passes of items_of_a_list_of_arrays_used_twice.py: do not edit.

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


def f_forward(rows: list[np.ndarray], a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    a_before = []
    for row in rows:
        a_before.append(a)
        a = a + row[0] * row[1]
    t = 0.0
    steps = []
    for r in rows:
        sum_in = r * a
        t = t + np.sum(sum_in)
        steps.append(sum_in)
    out = t * rows[1]
    cache = (rows, a_before, a, steps, t)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: drows and da, from dout."""
    rows, a_before, a, steps, t = cache
    # backprop out = t * rows[1]
    dt = np.sum(rows[1] * dout)
    drows = zeros_of(rows)
    drows[1] += t * dout
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for i1 in reversed(range(len(rows))):
        sum_in = steps[i1]
        r = rows[i1]
        # backprop t = t + np.sum(sum_in)
        dsum_in = np.ones_like(sum_in) * dt
        # backprop sum_in = r * a
        dr = unbroadcast(a * dsum_in, r)
        da += unbroadcast(r * dsum_in, a)
        drows[i1] += dr
    for i in reversed(range(len(rows))):
        a = a_before[i]
        row = rows[i]
        # backprop a = a + row[0] * row[1]
        drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
        drow[0] = unbroadcast(row[1] * da, row[0])
        drow[1] += unbroadcast(row[0] * da, row[1])
        da = unbroadcast(da, a)
        drows[i] += drow
    return drows, da
