# arguments in_an_arm: rows=(3, 3), a=0.7
# arguments in_no_turn: rows=(3, 3), a=0.7, n=0
import numpy as np


def in_an_arm(rows, a):
    total = 0.0
    for row in rows:
        total += row[0] * a
    if total > 100:
        rows = np.ones((3, 3))
    return total, rows


def in_no_turn(rows, a, n):
    for i, row in enumerate(rows):
        a = a * row[i]
    for _ in range(n):
        rows = np.ones((3, 3))
    return a, rows


# output
"""Forward and backward passes of argument_gone_over_that_may_be_given_back.py: do not
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


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def in_an_arm_forward(rows, a):
    """Forward pass of in_an_arm: total, rows and the cache (references, not copies)."""
    total = 0.0
    total_before = []
    for row in rows:
        total_before.append(total)
        total = total + row[0] * a
    rows_before = rows
    total_gt_100 = total > 100
    if total_gt_100:
        rows = np.ones((3, 3))
    cache = (rows_before, a, total_before, total_gt_100)
    return total, rows, cache


def in_an_arm_backward(dtotal, drows, cache):
    """Backward pass of in_an_arm: drows and da, from dtotal and drows."""
    rows_before, a, total_before, total_gt_100 = cache
    if total_gt_100:
        drows = zeros_of(rows_before)
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    drows = copy_of(drows)
    for i in reversed(range(len(rows_before))):
        total = total_before[i]
        row = rows_before[i]
        # backprop total = total + row[0] * a
        drow = zeros_of(row)
        drow[0] = unbroadcast(a * dtotal, row[0])
        da += unbroadcast(row[0] * dtotal, a)
        dtotal = unbroadcast(dtotal, total)
        drows[i] = added(drows[i], drow)
    return drows, da


def in_no_turn_forward(rows, a, n):
    """Forward pass of in_no_turn: a, rows and the cache (references, not copies)."""
    a_before = []
    for i, row in enumerate(rows):
        a_before.append(a)
        a = a * row[i]
    rows_before1 = rows
    rows_before = []
    for _ in range(n):
        rows_before.append(rows)
        rows = np.ones((3, 3))
    cache = (rows_before1, a_before, rows_before)
    return a, rows, cache


def in_no_turn_backward(da, drows, cache):
    """Backward pass of in_no_turn: drows and da, from da and drows."""
    rows_before1, a_before, rows_before = cache
    for rows in reversed(rows_before):
        drows = zeros_of(rows)
    drows = copy_of(drows)
    for i in reversed(range(len(rows_before1))):
        a = a_before[i]
        row = rows_before1[i]
        # backprop a = a * row[i]
        drow = zeros_of(row)
        drow[i] = unbroadcast(a * da, row[i])
        da = unbroadcast(row[i] * da, a)
        drows[i] = added(drows[i], drow)
    da = 1 * da
    return drows, da
