# arguments first_beside: rows=[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], a=0.7
# arguments one_of_two: rows=[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], a=0.7, n=2
import numpy as np


def first_beside(rows, a):
    for i in range(3):
        first = rows[0]
        row = rows[i]
        a = a * row[0] + first[1] * first[0]
    return np.sin(a)


def one_of_two(rows, a, n):
    for i in range(3):
        if i >= n:
            row = rows[0]
        else:
            row = rows[i]
        a = a * row[0] + row[1]
    return np.sin(a)


# output
"""Forward and backward passes of items_of_nests_read_beside_that_of_a_turn.py: do not
edit.

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


def first_beside_forward(rows, a):
    """Forward pass of first_beside: out and the cache (references, not copies)."""
    steps = []
    for i in range(3):
        first = rows[0]
        row = rows[i]
        steps.append((a, first, row))
        a = a * row[0] + first[1] * first[0]
    out = np.sin(a)
    cache = (rows, steps, a)
    return out, cache


def first_beside_backward(dout, cache):
    """Backward pass of first_beside: drows and da, from dout."""
    rows, steps, a = cache
    # backprop out = np.sin(a)
    da = np.cos(a) * dout
    drows = zeros_of(rows)
    for i in reversed(range(3)):
        a, first, row = steps[i]
        # backprop a = a * row[0] + first[1] * first[0]
        drow = zeros_of(row)
        drow[0] = unbroadcast(a * da, row[0])
        dfirst = zeros_of(first)
        dfirst[1] = unbroadcast(first[0] * da, first[1])
        dfirst[0] += unbroadcast(first[1] * da, first[0])
        da = unbroadcast(row[0] * da, a)
        # backprop row = rows[i]
        drows[i] = added(drows[i], drow)
        # backprop first = rows[0]
        drows[0] = added(drows[0], dfirst)
    return drows, da


def one_of_two_forward(rows, a, n):
    """Forward pass of one_of_two: out and the cache (references, not copies)."""
    steps = []
    for i in range(3):
        i_ge_n = i >= n
        if i_ge_n:
            row = rows[0]
        else:
            row = rows[i]
        steps.append((a, i_ge_n, row))
        a = a * row[0] + row[1]
    out = np.sin(a)
    cache = (rows, n, steps, a)
    return out, cache


def one_of_two_backward(dout, cache):
    """Backward pass of one_of_two: drows, da and dn, from dout."""
    rows, n, steps, a = cache
    # backprop out = np.sin(a)
    da = np.cos(a) * dout
    drows = zeros_of(rows)
    for i in reversed(range(3)):
        a, i_ge_n, row = steps[i]
        # backprop a = a * row[0] + row[1]
        drow = zeros_of(row)
        drow[0] = unbroadcast(a * da, row[0])
        drow[1] += unbroadcast(da, row[1])
        da = unbroadcast(row[0] * da, a)
        if i_ge_n:
            # backprop row = rows[0]
            drows[0] = added(drows[0], drow)
        else:
            # backprop row = rows[i]
            drows[i] = added(drows[i], drow)
    dn = np.zeros_like(n, dtype=np.result_type(n, 1.0))
    return drows, da, dn
