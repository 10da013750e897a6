# arguments of_numbers: xs=[0.3, 0.5, 0.9], a=0.7
# arguments of_arrays: rows=[(2,), (2,)], a=0.7
# arguments joined_then: rows=[(2,), (2,)], a=0.7
# arguments of_an_array: x=(3,), a=0.7
# arguments in_turns: xs=[0.3, 0.5, 0.9], a=0.7
# arguments an_item_of_an_argument: rows=[(2,), (2,)], a=0.7
# first order only joined_then: list, called like this, has no gate, and its value depends on an argument
# first order only of_an_array: an item is taken off in an expression
import numpy as np


def of_numbers(xs: list[float], a: float):
    first = list(xs)
    first[0] = first[0] * a
    first.append(a)
    second = first.copy()
    second[1] = a * a
    second.pop()
    third = xs[:]
    third[2] = second[1] * first[1]
    return first[0] * first[1] * xs[0] + second[1] * third[2] + third[0]


def of_arrays(rows: list[np.ndarray], a: float):
    others = rows.copy()
    others[0] = others[0] * a
    return others[0] * others[1] + rows[0]


def joined_then(rows: list[np.ndarray], a: float):
    others = list(rows)
    others[1] = others[0] * a
    return np.stack(others)


def of_an_array(x: "3", a: float):
    values = list(x)
    values[0] = values[0] * a
    values.append(a)
    return values[0] * values[1] * values[-1]


def in_turns(xs: list[float], a: float):
    total = a
    for _ in range(3):
        values = list(xs)
        values.append(total)
        values[0] = values[-1] * a
        total = total + sum(values)
    return total


def an_item_of_an_argument(rows: list[np.ndarray], a: float):
    rows[1] = rows[0] * a
    return np.sum(rows[1])


# output
"""Forward and backward passes of list_copied_and_written.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def of_numbers_forward(xs: list[float], a: float):
    """Forward pass of of_numbers: out and the cache (references, not copies)."""
    first = list(xs)
    first_0 = first[0]
    first[0] = first_0 * a
    first.append(a)
    second = first.copy()
    second[1] = a * a
    second.pop()
    third = xs[:]
    third[2] = second[1] * first[1]
    first_0_times_first_1 = first[0] * first[1]
    out = first_0_times_first_1 * xs[0] + second[1] * third[2] + third[0]
    cache = (xs, a, first_0, first, second, third, first_0_times_first_1)
    return out, cache


def of_numbers_backward(dout, cache):
    """Backward pass of of_numbers: dxs and da, from dout."""
    xs, a, first_0, first, second, third, first_0_times_first_1 = cache
    # backprop out = first_0_times_first_1 * xs[0] + second[1] * third[2] + third[0]
    dfirst_0_times_first_1 = xs[0] * dout
    dxs = [0.0] * len(xs)
    dxs[0] = first_0_times_first_1 * dout
    dsecond = [0.0] * len(second)
    dsecond[1] = third[2] * dout
    dthird = [0.0] * len(third)
    dthird[2] = second[1] * dout
    dthird[0] += dout
    # backprop first_0_times_first_1 = first[0] * first[1]
    dfirst = [0.0] * len(first)
    dfirst[0] = first[1] * dfirst_0_times_first_1
    dfirst[1] += first[0] * dfirst_0_times_first_1
    # backprop third[2] = second[1] * first[1]
    dsecond[1] += first[1] * dthird[2]
    dfirst[1] += second[1] * dthird[2]
    dthird[2] = 0.0
    # backprop third = xs[:]
    dxs = [(item + more) for item, more in zip(dxs, dthird)]
    # backprop second.pop()
    dsecond.append(0.0)
    # backprop second[1] = a * a
    da = (2 * a) * dsecond[1]
    dsecond[1] = 0.0
    # backprop second = first.copy()
    dfirst = [(item1 + more1) for item1, more1 in zip(dfirst, dsecond)]
    # backprop first.append(a)
    da += dfirst.pop()
    # backprop first[0] = first_0 * a
    dfirst_0 = a * dfirst[0]
    da += first_0 * dfirst[0]
    # backprop first_0 = first[0]
    dfirst[0] = dfirst_0
    # backprop first = list(xs)
    dxs = [(item2 + more2) for item2, more2 in zip(dxs, dfirst)]
    return dxs, da


def of_arrays_forward(rows: list[np.ndarray], a: float):
    """Forward pass of of_arrays: out and the cache (references, not copies)."""
    others = rows.copy()
    others1 = others.copy()
    others1[0] = others[0] * a
    out = others1[0] * others1[1] + rows[0]
    cache = (rows, a, others, others1)
    return out, cache


def of_arrays_backward(dout, cache):
    """Backward pass of of_arrays: drows and da, from dout."""
    rows, a, others, others1 = cache
    # backprop out = others1[0] * others1[1] + rows[0]
    dothers1 = zeros_of(others1)
    dothers1[0] += unbroadcast(others1[1] * dout, others1[0])
    dothers1[1] += unbroadcast(others1[0] * dout, others1[1])
    drows = zeros_of(rows)
    drows[0] += unbroadcast(dout, rows[0])
    # backprop others1 = others.copy(); others1[0] = others[0] * a
    da = np.sum(others[0] * dothers1[0])
    dothers1[0] = a * dothers1[0]
    # backprop others = rows.copy()
    drows = [(item + more) for item, more in zip(drows, dothers1)]
    return drows, da


def joined_then_forward(rows: list[np.ndarray], a: float):
    """Forward pass of joined_then: out and the cache (references, not copies)."""
    others = list(rows)
    others_0_times_a = others[0] * a
    others1 = others.copy()
    others1[1] = others_0_times_a
    out = np.stack(others1)
    cache = (a, others, others1)
    return out, cache


def joined_then_backward(dout, cache):
    """Backward pass of joined_then: drows and da, from dout."""
    a, others, others1 = cache
    # backprop out = np.stack(others1)
    dothers1 = list(1.0 * dout)
    # backprop others1 = others.copy(); others1[1] = others_0_times_a
    dothers_0_times_a = 1 * unbroadcast(dothers1[1], others1[1])
    dothers1[1] = np.zeros_like(others[1], dtype=np.result_type(others[1], 1.0))
    # backprop others_0_times_a = others[0] * a
    dothers1[0] += a * dothers_0_times_a
    da = np.sum(others[0] * dothers_0_times_a)
    # backprop others = list(rows)
    drows = dothers1
    return drows, da


def of_an_array_forward(x: "3", a: float):
    """Forward pass of of_an_array: out and the cache (references, not copies)."""
    values = []
    for item in x:
        values.append(item)
    values_0 = values[0]
    values[0] = values_0 * a
    values.append(a)
    values_0_times_values_1 = values[0] * values[1]
    out = values_0_times_values_1 * values[-1]
    cache = (x, a, values_0, values, values_0_times_values_1)
    return out, cache


def of_an_array_backward(dout, cache):
    """Backward pass of of_an_array: dx (3,) and da, from dout."""
    x, a, values_0, values, values_0_times_values_1 = cache
    # backprop out = values_0_times_values_1 * values[-1]
    dvalues_0_times_values_1 = values[-1] * dout
    dvalues = [0.0] * len(values)
    dvalues[-1] = values_0_times_values_1 * dout
    # backprop values_0_times_values_1 = values[0] * values[1]
    dvalues[0] += values[1] * dvalues_0_times_values_1
    dvalues[1] += values[0] * dvalues_0_times_values_1
    # backprop values.append(a)
    da = dvalues.pop()
    # backprop values[0] = values_0 * a
    dvalues_0 = a * dvalues[0]
    da += values_0 * dvalues[0]
    # backprop values_0 = values[0]
    dvalues[0] = dvalues_0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        # backprop values.append(item)
        ditem = dvalues.pop()
        dx[i] = ditem
    return dx, da


def in_turns_forward(xs: list[float], a: float):
    """Forward pass of in_turns: total and the cache (references, not copies)."""
    total = a
    steps = []
    for _ in range(3):
        values = list(xs)
        values.append(total)
        values_part = values[-1]
        values[0] = values_part * a
        values_before = copy_of(values)
        total = total + sum(values)
        steps.append((values_part, values_before))
    cache = (xs, a, steps)
    return total, cache


def in_turns_backward(dtotal, cache):
    """Backward pass of in_turns: dxs and da, from dtotal."""
    xs, a, steps = cache
    da = 0.0
    dxs = [0.0] * len(xs)
    for values_part, values_before in reversed(steps):
        # backprop total = total + sum(values)
        dvalues = zeros_of(values_before)
        dvalues = [(item + dtotal) for item in dvalues]
        # backprop values[0] = values_part * a
        dvalues_part = a * dvalues[0]
        da += values_part * dvalues[0]
        dvalues[0] = 0.0
        # backprop values_part = values[-1]
        dvalues[-1] += dvalues_part
        # backprop values.append(total)
        dtotal = dtotal + dvalues.pop()
        # backprop values = list(xs)
        dxs = [(item1 + more) for item1, more in zip(dxs, dvalues)]
    # backprop total = a
    da += dtotal
    return dxs, da


def an_item_of_an_argument_forward(rows: list[np.ndarray], a: float):
    """Forward pass of an_item_of_an_argument.

    Gives out and the cache (references, not copies).
    """
    rows_0 = rows[0].copy()
    rows_0_times_a = rows_0 * a
    rows_1 = rows[1]
    rows[1] = rows_0_times_a
    out = np.sum(rows[1])
    cache = (a, rows_0, rows_1)
    return out, cache


def an_item_of_an_argument_backward(dout, drows, cache):
    """Backward pass of an_item_of_an_argument: drows and da, from dout and drows."""
    a, rows_0, rows_1 = cache
    # backprop out = np.sum(rows[1])
    drows = copy_of(drows)
    drows[1] += dout
    # backprop rows[1] = rows_0_times_a
    drows_0_times_a = 1 * unbroadcast(drows[1], rows_0)
    drows[1] = np.zeros_like(rows_1, dtype=np.result_type(rows_1, 1.0))
    # backprop rows_0_times_a = rows_0 * a
    drows_0 = a * drows_0_times_a
    da = np.sum(rows_0 * drows_0_times_a)
    # backprop rows_0 = rows[0].copy()
    drows[0] += drows_0
    return drows, da
