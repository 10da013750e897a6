# arguments stack: x=(4,), a=0.7, b=1.3
# arguments queue: x=(4,), a=0.7
# arguments emptied: xs=[0.3, 0.5, 0.9], a=0.7
# arguments at_places: x=(4,), a=0.7
# arguments rows_of_arrays: rows=[(2,), (2,)], a=0.7
# arguments in_arms: x=(4,), a=0.7, b=1.3
# arguments of_pairs: x=(4,), a=0.7
# first order only queue: a change of the length of what is not known to be a list
# first order only emptied: an append to what is not known to be a list
# first order only of_pairs: an item is taken off in an expression
import numpy as np


def stack(x: "4", a: float, b: float):
    values = []
    for i in range(4):
        values.append(x[i] * a)
        if i % 2 == 1:
            values.append(values.pop() * values.pop() + b)  # the two on top
    return values.pop()


def queue(x: "4", a: float):
    waiting = [a]
    total = 0.0
    for i in range(4):
        waiting.append(x[i] * a)
        first = waiting.pop(0)
        total += first * waiting[-1]
    return total


def emptied(xs: list[float], a: float):
    values = list(xs)
    total = a
    while values:
        total = total * values.pop() + a
    return total


def at_places(x: "4", a: float):
    values = []
    for i in range(4):
        values.append(x[i] * a)
    del values[1]
    second = values.pop(-2)
    values.pop()
    return second * values[0]


def rows_of_arrays(rows: list[np.ndarray], a: float):
    values = [row * a for row in rows]
    last = values.pop()
    product = values[0] * last
    values.append(product)
    return last * values[1] + values[0]


def in_arms(x: "4", a: float, b: float):
    values = []
    for i in range(4):
        values.append(x[i] * a)
    first = values[0] * values[-1]
    if b > 1:
        values.pop()
    else:
        del values[0]
    return first * values[-1]


def of_pairs(x: "4", a: float):
    todo = [(0, a)]
    total = 0.0
    while todo:
        k, value = todo.pop()
        total += value * x[k]
        if k < 1:
            todo.append((k + 1, value * a))
            todo.append((k + 2, value * x[0]))
    return total


# output
"""Forward and backward passes of list_of_which_items_are_taken_out.py: do not edit.

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


def stack_forward(x: "4", a: float, b: float):
    """Forward pass of stack: out and the cache (references, not copies)."""
    values = []
    steps = []
    for i in range(4):
        values.append(x[i] * a)
        item = None
        item1 = None
        item_test = i % 2 == 1
        if item_test:
            item = values.pop()  # the two on top
            item1 = values.pop()
            values.append(item * item1 + b)
        steps.append((item_test, item, item1))
    out = values.pop()
    cache = (x, a, steps, values)
    return out, cache


def stack_backward(dout, cache):
    """Backward pass of stack: dx (4,), da and db, from dout."""
    x, a, steps, values = cache
    # backprop out = values.pop()
    dvalues = [0.0] * len(values)
    dvalues.append(dout)
    db = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(4)):
        item_test, item, item1 = steps[i]
        if item_test:
            # backprop values.append(item * item1 + b)
            dvalues_last = dvalues.pop()
            ditem = item1 * dvalues_last
            ditem1 = item * dvalues_last
            db += dvalues_last
            # backprop item1 = values.pop()
            dvalues.append(ditem1)
            # backprop item = values.pop()
            dvalues.append(ditem)
        # backprop values.append(x[i] * a)
        dvalues_last1 = dvalues.pop()
        dx[i] = a * dvalues_last1
        da += x[i] * dvalues_last1
    return dx, da, db


def queue_forward(x: "4", a: float):
    """Forward pass of queue: total and the cache (references, not copies)."""
    waiting = [a]
    total = 0.0
    steps = []
    for i in range(4):
        waiting.append(x[i] * a)
        first = waiting.pop(0)
        waiting_part = waiting[-1]
        total += first * waiting_part
        steps.append((first, waiting_part))
    cache = (x, a, steps, waiting)
    return total, cache


def queue_backward(dtotal, cache):
    """Backward pass of queue: dx (4,) and da, from dtotal."""
    x, a, steps, waiting = cache
    dwaiting = zeros_of(waiting)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(4)):
        first, waiting_part = steps[i]
        # backprop total += first * waiting_part
        dfirst = waiting_part * dtotal
        dwaiting_part = first * dtotal
        # backprop waiting_part = waiting[-1]
        dwaiting[-1] += dwaiting_part
        # backprop first = waiting.pop(0)
        dwaiting.insert(0, dfirst)
        # backprop waiting.append(x[i] * a)
        dwaiting_last = dwaiting.pop()
        dx[i] = a * dwaiting_last
        da += x[i] * dwaiting_last
    # backprop waiting = [a]
    da += dwaiting[0]
    return dx, da


def emptied_forward(xs: list[float], a: float):
    """Forward pass of emptied: total and the cache (references, not copies)."""
    values = list(xs)
    total = a
    steps = []
    while values:
        item = values[-1]
        steps.append((total, item))
        values.pop()
        total = total * item + a
    cache = (steps, values)
    return total, cache


def emptied_backward(dtotal, cache):
    """Backward pass of emptied: dxs and da, from dtotal."""
    steps, values = cache
    dvalues = zeros_of(values)
    da = 0.0
    for total, item in reversed(steps):
        # backprop total = total * item + a
        ditem = total * dtotal
        da += dtotal
        dtotal = item * dtotal
        # backprop item = values[-1]
        dvalues.append(ditem)
    # backprop total = a
    da += dtotal
    # backprop values = list(xs)
    dxs = dvalues
    return dxs, da


def at_places_forward(x: "4", a: float):
    """Forward pass of at_places: out and the cache (references, not copies)."""
    values = []
    for i in range(4):
        values.append(x[i] * a)
    values.pop(1)
    second = values.pop(-2)
    values.pop()
    out = second * values[0]
    cache = (x, a, second, values)
    return out, cache


def at_places_backward(dout, cache):
    """Backward pass of at_places: dx (4,) and da, from dout."""
    x, a, second, values = cache
    # backprop out = second * values[0]
    dsecond = values[0] * dout
    dvalues = [0.0] * len(values)
    dvalues[0] = second * dout
    # backprop values.pop()
    dvalues.append(0.0)
    # backprop second = values.pop(-2)
    dvalues.insert(-1, dsecond)
    # backprop values.pop(1)
    dvalues.insert(1, 0.0)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(4)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    return dx, da


def rows_of_arrays_forward(rows: list[np.ndarray], a: float):
    """Forward pass of rows_of_arrays: out and the cache (references, not copies)."""
    values = []
    for row in rows:
        values.append(row * a)
    last = values.pop()
    product = values[0] * last
    values.append(product)
    out = last * values[1] + values[0]
    cache = (rows, a, last, product, values)
    return out, cache


def rows_of_arrays_backward(dout, cache):
    """Backward pass of rows_of_arrays: drows and da, from dout."""
    rows, a, last, product, values = cache
    # backprop out = last * values[1] + values[0]
    dlast = unbroadcast(values[1] * dout, last)
    dvalues = zeros_of(values)
    dvalues[1] += unbroadcast(last * dout, values[1])
    dvalues[0] += unbroadcast(dout, values[0])
    # backprop values.append(product)
    dproduct = 1 * unbroadcast(dvalues.pop(), product)
    # backprop product = values[0] * last
    dvalues[0] += unbroadcast(last * dproduct, values[0])
    dlast += unbroadcast(values[0] * dproduct, last)
    # backprop last = values.pop()
    dvalues.append(dlast)
    da = 0.0
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        row = rows[i]
        # backprop values.append(row * a)
        dvalues_last = dvalues.pop()
        drow = a * dvalues_last
        da += np.sum(row * dvalues_last)
        drows[i] += drow
    return drows, da


def in_arms_forward(x: "4", a: float, b: float):
    """Forward pass of in_arms: out and the cache (references, not copies)."""
    values = []
    for i in range(4):
        values.append(x[i] * a)
    values_0 = values[0]
    values_part = values[-1]
    first = values_0 * values_part
    if b > 1:
        values.pop()
    else:
        values.pop(0)
    out = first * values[-1]
    cache = (x, a, b, values_0, values_part, first, values)
    return out, cache


def in_arms_backward(dout, cache):
    """Backward pass of in_arms: dx (4,), da and db, from dout."""
    x, a, b, values_0, values_part, first, values = cache
    # backprop out = first * values[-1]
    dfirst = values[-1] * dout
    dvalues = zeros_of(values)
    dvalues[-1] = first * dout
    if b > 1:
        # backprop values.pop()
        dvalues.append(0.0)
    else:
        # backprop values.pop(0)
        dvalues.insert(0, 0.0)
    # backprop first = values_0 * values_part
    dvalues_0 = values_part * dfirst
    dvalues_part = values_0 * dfirst
    # backprop values_part = values[-1]
    dvalues[-1] += dvalues_part
    # backprop values_0 = values[0]
    dvalues[0] += dvalues_0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(4)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    db = 0.0
    return dx, da, db


def of_pairs_forward(x: "4", a: float):
    """Forward pass of of_pairs: total and the cache (references, not copies)."""
    todo = [(0, a)]
    total = 0.0
    steps = []
    while todo:
        item = todo.pop()
        k, value = item
        total += value * x[k]
        if k < 1:
            todo.append((k + 1, value * a))
            todo.append((k + 2, value * x[0]))
        steps.append((k, value))
    cache = (x, a, steps, todo)
    return total, cache


def of_pairs_backward(dtotal, cache):
    """Backward pass of of_pairs: dx (4,) and da, from dtotal."""
    x, a, steps, todo = cache
    dtodo = zeros_of(todo)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for k, value in reversed(steps):
        dvalue = 0.0
        if k < 1:
            # backprop todo.append((k + 2, value * x[0]))
            dtodo_last = dtodo.pop()
            dvalue = x[0] * dtodo_last[1]
            dx[0] += value * dtodo_last[1]
            # backprop todo.append((k + 1, value * a))
            dtodo_last1 = dtodo.pop()
            dvalue += a * dtodo_last1[1]
            da += value * dtodo_last1[1]
        # backprop total += value * x[k]
        dvalue += x[k] * dtotal
        dx[k] += value * dtotal
        # backprop k, value = item
        ditem = (0.0, dvalue)
        # backprop item = todo.pop()
        dtodo.append(ditem)
    # backprop todo = [(0, a)]
    da += dtodo[0][1]
    return dx, da
