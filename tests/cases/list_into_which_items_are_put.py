# arguments in_front: x=(3,), a=0.7
# arguments between: x=(3,), a=0.7, b=1.3
# arguments from_the_end: x=(3,), a=0.7, b=1.3
# arguments beyond_the_end: a=0.7, b=1.3
# arguments at_a_given_place: x=(3,), a=0.7, b=1.3, k=-2
# arguments at_counters: x=(3,), a=0.7, b=1.3
# arguments arrays_and_back: rows=[(2,), (2,)], a=0.7
# first order only in_front: an item is taken off in an expression
# first order only between: an item is taken off in an expression
# first order only from_the_end: an item is taken off in an expression
# first order only beyond_the_end: an item is taken off in an expression
# first order only at_a_given_place: an item is taken off in an expression
# first order only at_counters: an item is taken off in an expression
# first order only arrays_and_back: an append to what is not known to be a list
import numpy as np


def in_front(x: "3", a: float):
    values = []
    for i in range(3):
        values.insert(0, x[i] * a)
    return values[0] * values[1] + values[2]


def between(x: "3", a: float, b: float):
    values = []
    for i in range(3):
        values.append(x[i] * a)
    product = values[0] * values[-1]
    values.insert(1, b * product)
    return product * values[0] + values[1] * values[2] * values[-1]


def from_the_end(x: "3", a: float, b: float):
    values = []
    for i in range(3):
        values.append(x[i] * a)
    values.insert(-1, b * values[-1])
    return values[0] + values[-2] * values[-1]


def beyond_the_end(a: float, b: float):
    values = [a]
    for _ in range(2):
        values.insert(5, b * values[-1])
        values.insert(-5, a * values[0])
    return values[0] * values[-1] + values[1]


def at_a_given_place(x: "3", a: float, b: float, k: int):
    values = []
    for i in range(3):
        values.append(x[i] * a)
    values.insert(k, b)
    return values[0] + values[1] * values[2] * values[-1]


def at_counters(x: "3", a: float, b: float):
    values = []
    for i in range(3):
        values.append(x[i] * a)
    for i in range(3):
        values.insert(i, b * values[i])
    return values[0] + values[1] * values[2] * values[-1]


def arrays_and_back(rows: list[np.ndarray], a: float):
    values = []
    for row in rows:
        values.insert(0, row * a)
    first = values.pop(0)
    square = first * first
    values.insert(0, square)
    return values.pop() * square * values[0] + first


# output
"""Forward and backward passes of list_into_which_items_are_put.py: do not edit.

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


def in_front_forward(x: "3", a: float):
    """Forward pass of in_front: out and the cache (references, not copies)."""
    values = []
    for i in range(3):
        values.insert(0, x[i] * a)
    out = values[0] * values[1] + values[2]
    cache = (x, a, values)
    return out, cache


def in_front_backward(dout, cache):
    """Backward pass of in_front: dx (3,) and da, from dout."""
    x, a, values = cache
    # backprop out = values[0] * values[1] + values[2]
    dvalues = zeros_of(values)
    dvalues[0] = values[1] * dout
    dvalues[1] += values[0] * dout
    dvalues[2] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.insert(0, x[i] * a)
        dvalues_0 = dvalues.pop(0)
        dx[i] = a * dvalues_0
        da += x[i] * dvalues_0
    return dx, da


def between_forward(x: "3", a: float, b: float):
    """Forward pass of between: out and the cache (references, not copies)."""
    values = []
    for i in range(3):
        values.append(x[i] * a)
    values_0 = values[0]
    values_part = values[-1]
    product = values_0 * values_part
    values.insert(1, b * product)
    values_1_times_values_2 = values[1] * values[2]
    out = product * values[0] + values_1_times_values_2 * values[-1]
    cache = (x, a, b, values_0, values_part, product, values, values_1_times_values_2)
    return out, cache


def between_backward(dout, cache):
    """Backward pass of between: dx (3,), da and db, from dout."""
    x, a, b, values_0, values_part, product, values, values_1_times_values_2 = cache
    # backprop out = product * values[0] + values_1_times_values_2 * values[-1]
    dproduct = values[0] * dout
    dvalues = [0.0] * len(values)
    dvalues[0] = product * dout
    dvalues_1_times_values_2 = values[-1] * dout
    dvalues[-1] += values_1_times_values_2 * dout
    # backprop values_1_times_values_2 = values[1] * values[2]
    dvalues[1] += values[2] * dvalues_1_times_values_2
    dvalues[2] += values[1] * dvalues_1_times_values_2
    # backprop values.insert(1, b * product)
    dvalues_1 = dvalues.pop(min(1, len(dvalues) - 1))
    db = product * dvalues_1
    dproduct += b * dvalues_1
    # backprop product = values_0 * values_part
    dvalues_0 = values_part * dproduct
    dvalues_part = values_0 * dproduct
    # backprop values_part = values[-1]
    dvalues[-1] += dvalues_part
    # backprop values_0 = values[0]
    dvalues[0] += dvalues_0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    return dx, da, db


def from_the_end_forward(x: "3", a: float, b: float):
    """Forward pass of from_the_end: out and the cache (references, not copies)."""
    values = []
    for i in range(3):
        values.append(x[i] * a)
    values_part1 = values[-1]
    values.insert(-1, b * values_part1)
    out = values[0] + values[-2] * values[-1]
    cache = (x, a, b, values_part1, values)
    return out, cache


def from_the_end_backward(dout, cache):
    """Backward pass of from_the_end: dx (3,), da and db, from dout."""
    x, a, b, values_part1, values = cache
    # backprop out = values[0] + values[-2] * values[-1]
    dvalues = [0.0] * len(values)
    dvalues[0] = dout
    dvalues[-2] += values[-1] * dout
    dvalues[-1] += values[-2] * dout
    # backprop values.insert(-1, b * values_part1)
    dvalues_part = dvalues.pop(max(-2, -len(dvalues)))
    db = values_part1 * dvalues_part
    dvalues_part1 = b * dvalues_part
    # backprop values_part1 = values[-1]
    dvalues[-1] += dvalues_part1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    return dx, da, db


def beyond_the_end_forward(a: float, b: float):
    """Forward pass of beyond_the_end: out and the cache (references, not copies)."""
    values = [a]
    steps = []
    for _ in range(2):
        values_part1 = values[-1]
        values.insert(5, b * values_part1)
        values_0 = values[0]
        values.insert(-5, a * values_0)
        steps.append((values_part1, values_0))
    out = values[0] * values[-1] + values[1]
    cache = (a, b, steps, values)
    return out, cache


def beyond_the_end_backward(dout, cache):
    """Backward pass of beyond_the_end: da and db, from dout."""
    a, b, steps, values = cache
    # backprop out = values[0] * values[-1] + values[1]
    dvalues = zeros_of(values)
    dvalues[0] = values[-1] * dout
    dvalues[-1] += values[0] * dout
    dvalues[1] += dout
    da = 0.0
    db = 0.0
    for values_part1, values_0 in reversed(steps):
        # backprop values.insert(-5, a * values_0)
        dvalues_part = dvalues.pop(max(-6, -len(dvalues)))
        da += values_0 * dvalues_part
        dvalues_0 = a * dvalues_part
        # backprop values_0 = values[0]
        dvalues[0] += dvalues_0
        # backprop values.insert(5, b * values_part1)
        dvalues_5 = dvalues.pop(min(5, len(dvalues) - 1))
        db += values_part1 * dvalues_5
        dvalues_part1 = b * dvalues_5
        # backprop values_part1 = values[-1]
        dvalues[-1] += dvalues_part1
    # backprop values = [a]
    da += dvalues[0]
    return da, db


def at_a_given_place_forward(x: "3", a: float, b: float, k: int):
    """Forward pass of at_a_given_place: out and the cache (references, not copies)."""
    values = []
    for i in range(3):
        values.append(x[i] * a)
    values.insert(k, b)
    values_1_times_values_2 = values[1] * values[2]
    out = values[0] + values_1_times_values_2 * values[-1]
    cache = (x, a, k, values, values_1_times_values_2)
    return out, cache


def at_a_given_place_backward(dout, cache):
    """Backward pass of at_a_given_place: dx (3,), da and db, from dout."""
    x, a, k, values, values_1_times_values_2 = cache
    # backprop out = values[0] + values_1_times_values_2 * values[-1]
    dvalues = [0.0] * len(values)
    dvalues[0] = dout
    dvalues_1_times_values_2 = values[-1] * dout
    dvalues[-1] += values_1_times_values_2 * dout
    # backprop values_1_times_values_2 = values[1] * values[2]
    dvalues[1] += values[2] * dvalues_1_times_values_2
    dvalues[2] += values[1] * dvalues_1_times_values_2
    # backprop values.insert(k, b)
    db = dvalues.pop(k - 1 if k < 0 else k)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    return dx, da, db


def at_counters_forward(x: "3", a: float, b: float):
    """Forward pass of at_counters: out and the cache (references, not copies)."""
    values = []
    for i in range(3):
        values.append(x[i] * a)
    steps = []
    for i in range(3):
        values_i1 = values[i]
        values.insert(i, b * values_i1)
        steps.append(values_i1)
    values_1_times_values_2 = values[1] * values[2]
    out = values[0] + values_1_times_values_2 * values[-1]
    cache = (x, a, b, steps, values, values_1_times_values_2)
    return out, cache


def at_counters_backward(dout, cache):
    """Backward pass of at_counters: dx (3,), da and db, from dout."""
    x, a, b, steps, values, values_1_times_values_2 = cache
    # backprop out = values[0] + values_1_times_values_2 * values[-1]
    dvalues = zeros_of(values)
    dvalues[0] = dout
    dvalues_1_times_values_2 = values[-1] * dout
    dvalues[-1] += values_1_times_values_2 * dout
    # backprop values_1_times_values_2 = values[1] * values[2]
    dvalues[1] += values[2] * dvalues_1_times_values_2
    dvalues[2] += values[1] * dvalues_1_times_values_2
    db = 0.0
    for i in reversed(range(3)):
        values_i1 = steps[i]
        # backprop values.insert(i, b * values_i1)
        dvalues_i = dvalues.pop(i)
        db += values_i1 * dvalues_i
        dvalues_i1 = b * dvalues_i
        # backprop values_i1 = values[i]
        dvalues[i] += dvalues_i1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    return dx, da, db


def arrays_and_back_forward(rows: list[np.ndarray], a: float):
    """Forward pass of arrays_and_back: out and the cache (references, not copies)."""
    values = []
    for row in rows:
        values.insert(0, row * a)
    first = values.pop(0)
    square = first * first
    values.insert(0, square)
    item = values.pop()
    item_times_square = item * square
    out = item_times_square * values[0] + first
    cache = (rows, a, first, square, item, values, item_times_square)
    return out, cache


def arrays_and_back_backward(dout, cache):
    """Backward pass of arrays_and_back: drows and da, from dout."""
    rows, a, first, square, item, values, item_times_square = cache
    # backprop out = item_times_square * values[0] + first
    ditem_times_square = unbroadcast(values[0] * dout, item_times_square)
    dvalues = zeros_of(values)
    dvalues[0] += unbroadcast(item_times_square * dout, values[0])
    dfirst = 1.0 * unbroadcast(dout, first)
    # backprop item_times_square = item * square
    ditem = unbroadcast(square * ditem_times_square, item)
    dsquare = unbroadcast(item * ditem_times_square, square)
    # backprop item = values.pop()
    dvalues.append(ditem)
    # backprop values.insert(0, square)
    dsquare += unbroadcast(dvalues.pop(0), square)
    # backprop square = first * first
    dfirst += (2 * first) * dsquare
    # backprop first = values.pop(0)
    dvalues.insert(0, dfirst)
    da = 0.0
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        row = rows[i]
        # backprop values.insert(0, row * a)
        dvalues_0 = dvalues.pop(0)
        drow = a * dvalues_0
        da += np.sum(row * dvalues_0)
        drows[i] += drow
    return drows, da
