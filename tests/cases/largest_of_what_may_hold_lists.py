# first order only largest_row: in_form_of has no gate of what an item is taken apart into
# arguments largest_row: rows=[[0.5, 0.6], [0.7, 0.2], [0.1, 0.9]], a=0.7
# arguments of_each: rows=[[0.5, 0.6], [0.7, 0.2, 0.8]], a=0.7
# arguments of_entries: x=(4,), a=0.7
import numpy as np


def largest_row(rows, a):
    first, second = max(rows)
    return np.sin(first) * a + second


def of_each(rows, a):
    total = 0.0
    for row in rows:
        total = total * a + max(row) - min(row)
    return total


def of_entries(x, a):
    return a * max(x) + np.exp(min(x))


# output
"""Forward and backward passes of largest_of_what_may_hold_lists.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if isinstance(x, np.ndarray):
        return np.array(items)
    return items if x is None or isinstance(x, list) else tuple(items)


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


def largest_row_forward(rows, a):
    """Forward pass of largest_row: out and the cache (references, not copies)."""
    largest = list(rows).index(max(rows))
    first, second = rows[largest]
    sin_first = np.sin(first)
    out = sin_first * a + second
    cache = (rows, a, largest, first, second, sin_first)
    return out, cache


def largest_row_backward(dout, cache):
    """Backward pass of largest_row: drows and da, from dout."""
    rows, a, largest, first, second, sin_first = cache
    # backprop out = sin_first * a + second
    dsin_first = unbroadcast(a * dout, sin_first)
    da = unbroadcast(sin_first * dout, a)
    dsecond = unbroadcast(dout, second)
    # backprop sin_first = np.sin(first)
    dfirst = np.cos(first) * dsin_first
    # backprop first, second = rows[largest]
    drows = zeros_of(rows)
    drows[largest][1] = added(drows[largest][1], dsecond)
    drows[largest][0] += dfirst
    drows = in_form_of(rows, drows)
    return drows, da


def of_each_forward(rows, a):
    """Forward pass of of_each: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for row in rows:
        largest = list(row).index(max(row))
        smallest = list(row).index(min(row))
        steps.append((total, largest, smallest))
        total = total * a + row[largest] - row[smallest]
    cache = (rows, a, steps)
    return total, cache


def of_each_backward(dtotal, cache):
    """Backward pass of of_each: drows and da, from dtotal."""
    rows, a, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        total, largest, smallest = steps[i]
        row = rows[i]
        # backprop total = total * a + row[largest] - row[smallest]
        da += unbroadcast(total * dtotal, a)
        drow = zeros_of(row)
        drow[largest] += unbroadcast(dtotal, row[largest])
        drow[smallest] += unbroadcast(-dtotal, row[smallest])
        dtotal = unbroadcast(a * dtotal, total)
        drows[i] = drow
    return drows, da


def of_entries_forward(x, a):
    """Forward pass of of_entries: out and the cache (references, not copies)."""
    largest = list(x).index(max(x))
    smallest = list(x).index(min(x))
    exp_x_smallest = np.exp(x[smallest])
    out = a * x[largest] + exp_x_smallest
    cache = (x, a, largest, smallest, exp_x_smallest)
    return out, cache


def of_entries_backward(dout, cache):
    """Backward pass of of_entries: dx and da, from dout."""
    x, a, largest, smallest, exp_x_smallest = cache
    # backprop out = a * x[largest] + exp_x_smallest
    da = unbroadcast(x[largest] * dout, a)
    dx = zeros_of(x)
    dx[largest] = unbroadcast(a * dout, x[largest])
    dexp_x_smallest = unbroadcast(dout, exp_x_smallest)
    # backprop exp_x_smallest = np.exp(x[smallest])
    dx[smallest] += exp_x_smallest * dexp_x_smallest
    return dx, da
