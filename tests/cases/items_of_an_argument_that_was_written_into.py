# arguments scaled: rows=[(3,), (3,), (3,)], a=0.7
# arguments firsts: rows=[(3,), (3,), (3,)], a=0.7
# arguments squares: A=(3, 2), a=0.7
# arguments given: a=0.7, x=(3,)
# arguments products: points=[(0.3, 0.4), (0.2, 0.1)], a=0.7
# first order only products: this writes into memory that dpoints may name too
import numpy as np


def scaled(rows: list, a: float):
    rows[0] *= a
    total = 0.0
    for row in rows:
        total += row[0] * row[1]
    return total


def firsts(rows: list, a: float):
    rows[-1] = rows[0] * a
    return np.array([row[0] for row in rows])


def squares(A, a):
    A[0] *= a
    return np.array([row[0] ** 2 for row in A])


def given(a: float, x: "3"):
    rows = [x, x * a]
    rows[0] = x * a
    total = 0.0
    for row in rows:
        total += row[0] * row[1]
    return rows, total


def products(points: list, a: float):
    points[0] = a, a
    total = 0.0
    for p in points:
        total += p[0] * p[1]
    return total


# output
"""Forward and backward passes of items_of_an_argument_that_was_written_into.py: do not
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


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


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


def scaled_forward(rows: list, a: float):
    """Forward pass of scaled: total and the cache (references, not copies)."""
    if overlap(rows):
        raise ValueError("scaled: values in rows overlap")
    rows_0 = copy_of(rows[0])
    rows[0] *= a
    total = 0.0
    total_before = []
    for row in rows:
        total_before.append(total)
        total = total + row[0] * row[1]
    cache = (a, rows_0, rows, total_before)
    return total, cache


def scaled_backward(dtotal, drows, cache):
    """Backward pass of scaled: drows and da, from dtotal and drows."""
    a, rows_0, rows, total_before = cache
    drows = copy_of(drows)
    for i in reversed(range(len(rows))):
        total = total_before[i]
        row = rows[i]
        # backprop total = total + row[0] * row[1]
        drow = zeros_of(row)
        drow[0] = unbroadcast(row[1] * dtotal, row[0])
        drow[1] += unbroadcast(row[0] * dtotal, row[1])
        dtotal = unbroadcast(dtotal, total)
        drows[i] = added(drows[i], drow)
    # backprop rows[0] *= a
    drows_0 = a * drows[0]
    da = np.sum(rows_0 * drows[0])
    # backprop rows_0 = copy_of(rows[0])
    drows[0] = drows_0
    return drows, da


def firsts_forward(rows: list, a: float):
    """Forward pass of firsts: out and the cache (references, not copies)."""
    rows_0 = copy_of(rows[0])
    rows_0_times_a = rows_0 * a
    rows_part = copy_of(rows[-1])
    rows[-1] = rows_0_times_a
    items = []
    for row in rows:
        items.append(row[0])
    out = np.array(items)
    cache = (a, rows_0, rows_part, rows)
    return out, cache


def firsts_backward(dout, drows, cache):
    """Backward pass of firsts: drows and da, from dout and drows."""
    a, rows_0, rows_part, rows = cache
    # backprop out = np.array(items)
    ditems = list(dout)
    drows = copy_of(drows)
    for i in reversed(range(len(rows))):
        row = rows[i]
        # backprop items.append(row[0])
        drow = zeros_of(row)
        drow[0] += ditems.pop()
        drows[i] = added(drows[i], drow)
    # backprop rows[-1] = rows_0_times_a
    drows_0_times_a = 1 * unbroadcast(drows[-1], rows_0)
    drows[-1] = zeros_of(rows_part)
    # backprop rows_0_times_a = rows_0 * a
    drows_0 = a * drows_0_times_a
    da = np.sum(rows_0 * drows_0_times_a)
    # backprop rows_0 = copy_of(rows[0])
    drows[0] += drows_0
    return drows, da


def squares_forward(A, a):
    """Forward pass of squares: out and the cache (references, not copies)."""
    if overlap(A, a):
        raise ValueError("squares: values in A and a overlap")
    A_0 = copy_of(A[0])
    A_0_times_a = A_0 * a
    A[0] *= a
    items = []
    for row in A:
        items.append(row[0] ** 2)
    out = np.array(items)
    cache = (a, A_0, A_0_times_a, A)
    return out, cache


def squares_backward(dout, dA, cache):
    """Backward pass of squares: dA and da, from dout and dA."""
    a, A_0, A_0_times_a, A = cache
    # backprop out = np.array(items)
    ditems = list(dout)
    dA = copy_of(dA)
    for i in reversed(range(len(A))):
        row = A[i]
        # backprop items.append(row[0] ** 2)
        drow = zeros_of(row)
        drow[0] = (2 * row[0]) * ditems.pop()
        dA[i] = added(dA[i], drow)
    # backprop A[0] *= a
    dA_0_times_a = unbroadcast(dA[0], A_0_times_a)
    # backprop A_0_times_a = A_0 * a
    dA_0 = unbroadcast(a * dA_0_times_a, A_0)
    da = unbroadcast(A_0 * dA_0_times_a, a)
    # backprop A_0 = copy_of(A[0])
    dA[0] = dA_0
    return dA, da


def given_forward(a: float, x: "3"):
    """Forward pass of given: out, total and the cache (references, not copies)."""
    rows_0 = x
    rows_1 = x * a
    rows_0 = x * a
    total = 0.0
    total += rows_0[0] * rows_0[1]
    total += rows_1[0] * rows_1[1]
    out = [rows_0, rows_1]
    cache = (a, x, rows_1, rows_0)
    return out, total, cache


def given_backward(dout, dtotal, cache):
    """Backward pass of given: da and dx (3,), from dout and dtotal."""
    a, x, rows_1, rows_0 = cache
    # backprop out = [rows_0, rows_1]
    drows_0 = 1.0 * dout[0]
    drows_1 = 1.0 * dout[1]
    # backprop total += rows_1[0] * rows_1[1]
    drows_1[0] += rows_1[1] * dtotal
    drows_1[1] += rows_1[0] * dtotal
    # backprop total += rows_0[0] * rows_0[1]
    drows_0[0] += rows_0[1] * dtotal
    drows_0[1] += rows_0[0] * dtotal
    # backprop rows_0 = x * a
    dx = a * drows_0
    da = x @ drows_0
    # backprop rows_1 = x * a
    dx += a * drows_1
    da += x @ drows_1
    return da, dx


def products_forward(points: list, a: float):
    """Forward pass of products: total and the cache (references, not copies)."""
    points_0 = copy_of(points[0])
    points[0] = a, a
    total = 0.0
    total_before = []
    for p in points:
        total_before.append(total)
        total = total + p[0] * p[1]
    cache = (points_0, points, total_before)
    return total, cache


def products_backward(dtotal, dpoints, cache):
    """Backward pass of products: dpoints and da, from dtotal and dpoints."""
    points_0, points, total_before = cache
    dpoints = copy_of(dpoints)
    for i in reversed(range(len(points))):
        total = total_before[i]
        p = points[i]
        # backprop total = total + p[0] * p[1]
        dp = zeros_of(p)
        dp[0] = unbroadcast(p[1] * dtotal, p[0])
        dp[1] += unbroadcast(p[0] * dtotal, p[1])
        dtotal = unbroadcast(dtotal, total)
        dpoints[i] = added(dpoints[i], dp)
    # backprop points[0] = a, a
    da = dpoints[0][0]
    da += dpoints[0][1]
    dpoints[0] = zeros_of(points_0)
    return dpoints, da
