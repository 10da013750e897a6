# arguments logsumexp: xs=[0.3, 0.9, 0.5], a=()
# arguments widest: rows=[(3,), (3,)], a=()
# arguments of_operands: xs=[0.3, 0.9, 0.5], a=(), b=()
# names matter: an item is called after its list
# first order only widest: a gradient is taken off in an expression
# first order only of_operands: a gradient is taken off in an expression
import math

import numpy as np


def logsumexp(xs: list[float], a: float):
    m = max(xs)
    return m + math.log(sum(math.exp((x - m) * a) for x in xs))


def widest(rows: list[np.ndarray], a: float):
    spreads = []
    for row in rows:
        spreads.append(max(row) - min(v * a for v in row))
        a = a + max(spreads)
    return max(np.sum(row * a) for row in rows) * spreads[0]


def of_operands(xs: list[float], a: float, b: float):
    top = max(a, b, *xs) if b > 0 else max(xs)
    t = min(xs[1:]) * top
    while max(xs) * t < 5.0:
        t = t * 2 + min(0.4, *xs, a)
    return t


# output
"""Forward and backward passes of largest_items_of_lists.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


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


def logsumexp_forward(xs: list[float], a: float):
    """Forward pass of logsumexp: out and the cache (references, not copies)."""
    largest = xs.index(max(xs))
    m = xs[largest]
    total = 0
    steps = []
    for x in xs:
        x_minus_m = x - m
        exp_in = x_minus_m * a
        exp_x = math.exp(exp_in)
        total += exp_x
        steps.append((x_minus_m, exp_x))
    out = m + math.log(total)
    cache = (xs, a, largest, steps, total)
    return out, cache


def logsumexp_backward(dout, cache):
    """Backward pass of logsumexp: dxs and da, from dout."""
    xs, a, largest, steps, total = cache
    # backprop out = m + math.log(total)
    dm = dout
    dtotal = dout / total
    da = 0.0
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        x_minus_m, exp_x = steps[i]
        # backprop exp_x = math.exp(exp_in)
        dexp_in = exp_x * dtotal
        # backprop exp_in = x_minus_m * a
        dx_minus_m = a * dexp_in
        da += x_minus_m * dexp_in
        # backprop x_minus_m = x - m
        dx = dx_minus_m
        dm = dm - dx_minus_m
        dxs[i] = dx
    # backprop m = xs[largest]
    dxs[largest] += dm
    return dxs, da


def widest_forward(rows: list[np.ndarray], a: float):
    """Forward pass of widest: out and the cache (references, not copies)."""
    spreads = []
    steps = []
    for row in rows:
        items = []
        steps1 = []
        for v in row:
            v_times_a = v * a
            items.append(v_times_a)
            steps1.append(v_times_a)
        smallest = items.index(min(items))
        max_row = max(row)
        spreads.append(max_row - items[smallest])
        largest = spreads.index(max(spreads))
        steps.append((a, steps1, items, smallest, max_row, largest))
        a = a + spreads[largest]
    items1 = []
    steps2 = []
    for row1 in rows:
        sum_in = row1 * a
        items1.append(np.sum(sum_in))
        steps2.append(sum_in)
    largest1 = items1.index(max(items1))
    out = items1[largest1] * spreads[0]
    cache = (rows, steps, spreads, a, steps2, items1, largest1)
    return out, cache


def widest_backward(dout, cache):
    """Backward pass of widest: drows and da, from dout."""
    rows, steps, spreads, a, steps2, items1, largest1 = cache
    # backprop out = items1[largest1] * spreads[0]
    ditems1 = zeros_of(items1)
    ditems1[largest1] = np.sum(spreads[0] * dout)
    dspreads = zeros_of(spreads)
    dspreads[0] += items1[largest1] * dout
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    drows = zeros_of(rows)
    for i2 in reversed(range(len(rows))):
        sum_in = steps2[i2]
        row1 = rows[i2]
        # backprop items1.append(np.sum(sum_in))
        dsum_in = np.ones_like(sum_in) * ditems1.pop()
        # backprop sum_in = row1 * a
        drow1 = unbroadcast(a * dsum_in, row1)
        da += unbroadcast(row1 * dsum_in, a)
        drows[i2] += drow1
    for i in reversed(range(len(rows))):
        a, steps1, items, smallest, max_row, largest = steps[i]
        row = rows[i]
        # backprop a = a + spreads[largest]
        dspreads[largest] += unbroadcast(da, spreads[largest])
        da = unbroadcast(da, a)
        # backprop spreads.append(max_row - items[smallest])
        dspreads_last = dspreads.pop()
        dmax_row = unbroadcast(dspreads_last, max_row)
        ditems = zeros_of(items)
        ditems[smallest] += unbroadcast(-dspreads_last, items[smallest])
        # backprop max_row = max(row)
        drow = unbroadcast(is_first_max(row, 0) * dmax_row, row)
        for i1 in reversed(range(len(row))):
            v_times_a = steps1[i1]
            v = row[i1]
            # backprop items.append(v_times_a)
            dv_times_a = unbroadcast(ditems.pop(), v_times_a)
            # backprop v_times_a = v * a
            dv = unbroadcast(a * dv_times_a, v)
            da += unbroadcast(v * dv_times_a, a)
            drow[i1] += dv
        drows[i] += drow
    return drows, da


def of_operands_forward(xs: list[float], a: float, b: float):
    """Forward pass of of_operands: t and the cache (references, not copies)."""
    items = None
    largest = None
    largest1 = None
    if b > 0:
        items = [a, b]
        for item in xs:
            items.append(item)
        largest = items.index(max(items))
        top = items[largest]
    else:
        largest1 = xs.index(max(xs))
        top = xs[largest1]
    items1 = []
    for item1 in xs[1:]:
        items1.append(item1)
    smallest = items1.index(min(items1))
    t = items1[smallest] * top
    steps = []
    while max(xs) * t < 5.0:
        items2 = [0.4]
        for item2 in xs:
            items2.append(item2)
        items2.append(a)
        items2_before = copy_of(items2)
        smallest1 = items2.index(min(items2))
        t = t * 2 + items2[smallest1]
        steps.append((items2_before, smallest1))
    cache = (xs, b, items, largest, largest1, top, items1, smallest, steps)
    return t, cache


def of_operands_backward(dt, cache):
    """Backward pass of of_operands: dxs, da and db, from dt."""
    xs, b, items, largest, largest1, top, items1, smallest, steps = cache
    da = 0.0
    dxs = [0.0] * len(xs)
    for items2_before, smallest1 in reversed(steps):
        # backprop t = t * 2 + items2[smallest1]
        ditems2 = zeros_of(items2_before)
        ditems2[smallest1] = dt
        dt = 2 * dt
        # backprop items2.append(a)
        da += ditems2.pop()
        for i2 in reversed(range(len(xs))):
            # backprop items2.append(item2)
            ditem2 = ditems2.pop()
            dxs[i2] += ditem2
    # backprop t = items1[smallest] * top
    ditems1 = zeros_of(items1)
    ditems1[smallest] = top * dt
    dtop = items1[smallest] * dt
    for i1 in reversed(range(len(xs[1:]))):
        # backprop items1.append(item1)
        ditem1 = ditems1.pop()
        dxs[i1 + 1] += ditem1
    if b > 0:
        # backprop top = items[largest]
        ditems = zeros_of(items)
        ditems[largest] = dtop
        for i in reversed(range(len(xs))):
            # backprop items.append(item)
            ditem = ditems.pop()
            dxs[i] += ditem
        # backprop items = [a, b]
        da += ditems[0]
        db = ditems[1]
    else:
        # backprop top = xs[largest1]
        dxs[largest1] += dtop
        db = 0.0
    return dxs, da, db
