# arguments of_each_item: rows=[((3,), ((3,), 0.7, (2, 3))), ((3,), ((3,), 1.2, (2, 3)))], a=(3,)
# arguments of_each_item: rows=[((3,), [(3,), 0.7, (2,)]), ((3,), [(3,), 1.2, (2,)])], a=(3,)
# arguments of_each_item: rows=[((3,), (3,)), ((3,), (3,))], a=(3,)
# arguments of_one_name: rows=[((3,), 0.7), ((3,), 1.2)], a=(3,)
# arguments of_one_name: rows=[(2, 3), (2, 3)], a=(3,)
# arguments beside_an_item: rows=[((3,), ((3,), 0.7)), ((3,), ((3,), 1.2))], a=(3,)
# arguments where_one_arm_is_taken: rows=[((3,), ((3,), 0.7)), ((3,), ((3,), 1.2))], a=(3,)
# arguments added_before_a_sum: rows=[((3,), (3,)), ((3,), (3,))], a=(3,)
# first order only of_each_item: lists that a turn makes for items of nests
# first order only beside_an_item: lists that a turn makes for items of nests
# first order only where_one_arm_is_taken: lists that a turn makes for items of nests
import numpy as np


def of_each_item(rows, a):
    total = 0.0
    for s, c in rows:
        p, q, r = c
        total += np.sum(a * q * s)
    return total


def of_one_name(rows, a):
    for c in rows:
        p, q = c
        a = a + p * np.sum(q)
    return a


def beside_an_item(rows, a):
    total = 0.0
    for s, c in reversed(rows):
        p, q = c
        total += np.sum(a * q * s)
        total *= 2 * np.sum(c[0])
    return total


def where_one_arm_is_taken(rows, a):
    for k, (s, c) in enumerate(rows):
        if k > 0:
            p, q = c
            a = a * q + p
        else:
            a = a * s
    return a


def added_before_a_sum(rows, a):
    for row in rows:
        b = np.sin(a) * row[0]
        a = row[1] + a
        c = a + b
        a = c * 2 + a
    return a


# output
"""Forward and backward passes of nests_taken_apart.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def of_each_item_forward(rows, a):
    """Forward pass of of_each_item: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for s, c in rows:
        p, q, r = c
        a_times_q = a * q
        sum_in = a_times_q * s
        total += np.sum(sum_in)
        steps.append((q, a_times_q, sum_in))
    cache = (rows, a, steps)
    return total, cache


def of_each_item_backward(dtotal, cache):
    """Backward pass of of_each_item: drows and da, from dtotal."""
    rows, a, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    drows = [None] * len(rows)
    for i in reversed(range(len(rows))):
        q, a_times_q, sum_in = steps[i]
        s, c = rows[i]
        # backprop total += np.sum(sum_in)
        dsum_in = np.ones_like(sum_in) * dtotal
        # backprop sum_in = a_times_q * s
        da_times_q = unbroadcast(s * dsum_in, a_times_q)
        ds = unbroadcast(a_times_q * dsum_in, s)
        # backprop a_times_q = a * q
        da += unbroadcast(q * da_times_q, a)
        dq = unbroadcast(a * da_times_q, q)
        # backprop p, q, r = c
        dc = in_form_of(c, [zeros_of(c[0]), dq, zeros_of(c[2])])
        drows[i] = in_form_of(rows[i], [ds, dc])
    drows = in_form_of(rows, drows)
    return drows, da


def of_one_name_forward(rows, a):
    """Forward pass of of_one_name: a and the cache (references, not copies)."""
    steps = []
    for c in rows:
        a_before = a
        p, q = c
        sum_q = np.sum(q)
        a = a + p * sum_q
        steps.append((a_before, p, q, sum_q))
    cache = (rows, steps)
    return a, cache


def of_one_name_backward(da, cache):
    """Backward pass of of_one_name: drows and da, from da."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        a_before, p, q, sum_q = steps[i]
        c = rows[i]
        # backprop a = a + p * sum_q
        dp = unbroadcast(sum_q * da, p)
        dsum_q = np.sum(p * da)
        da = 1 * unbroadcast(da, a_before)
        # backprop sum_q = np.sum(q)
        dq = np.ones_like(q) * dsum_q
        # backprop p, q = c
        dc = in_form_of(c, [dp, dq])
        drows[i] = dc
    da = 1 * da
    return drows, da


def beside_an_item_forward(rows, a):
    """Forward pass of beside_an_item: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for s, c in reversed(rows):
        p, q = c
        a_times_q = a * q
        sum_in = a_times_q * s
        total += np.sum(sum_in)
        total_before = total
        total_product = 2 * np.sum(c[0])
        total *= total_product
        steps.append((q, a_times_q, sum_in, total_before, total_product))
    cache = (rows, a, steps)
    return total, cache


def beside_an_item_backward(dtotal, cache):
    """Backward pass of beside_an_item: drows and da, from dtotal."""
    rows, a, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    drows = [None] * len(rows)
    for i, (q, a_times_q, sum_in, total_before, total_product) in zip(
        range(len(rows)), reversed(steps)
    ):
        s, c = rows[i]
        # backprop total *= total_product
        dtotal_product = total_before * dtotal
        dtotal = total_product * dtotal
        # backprop total_product = 2 * np.sum(c[0])
        dc_0 = np.ones_like(c[0]) * (2 * dtotal_product)
        # backprop total += np.sum(sum_in)
        dsum_in = np.ones_like(sum_in) * dtotal
        # backprop sum_in = a_times_q * s
        da_times_q = unbroadcast(s * dsum_in, a_times_q)
        ds = unbroadcast(a_times_q * dsum_in, s)
        # backprop a_times_q = a * q
        da += unbroadcast(q * da_times_q, a)
        dq = unbroadcast(a * da_times_q, q)
        # backprop p, q = c
        dc_1 = dq
        dc = in_form_of(c, [dc_0, dc_1])
        drows[i] = in_form_of(rows[i], [ds, dc])
    drows = in_form_of(rows, drows)
    return drows, da


def where_one_arm_is_taken_forward(rows, a):
    """Forward pass of where_one_arm_is_taken.

    Gives a and the cache (references, not copies).
    """
    steps = []
    for k, (s, c) in enumerate(rows):
        a_before = a
        p = None
        q = None
        if k > 0:
            p, q = c
            a = a * q + p
        else:
            a = a * s
        steps.append((a_before, p, q))
    cache = (rows, steps)
    return a, cache


def where_one_arm_is_taken_backward(da, cache):
    """Backward pass of where_one_arm_is_taken: drows and da, from da."""
    rows, steps = cache
    drows = [None] * len(rows)
    for k in reversed(range(len(rows))):
        a_before, p, q = steps[k]
        s, c = rows[k]
        if k > 0:
            # backprop a = a * q + p
            dq = unbroadcast(a_before * da, q)
            dp = unbroadcast(da, p)
            da = unbroadcast(q * da, a_before)
            # backprop p, q = c
            dc_1 = dq
            dc_0 = dp
            dc = in_form_of(c, [1 * dc_0, dc_1])
            ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
        else:
            # backprop a = a * s
            ds = unbroadcast(a_before * da, s)
            da = unbroadcast(s * da, a_before)
            dc = zeros_of(c)
        drows[k] = in_form_of(rows[k], [ds, dc])
    drows = in_form_of(rows, drows)
    da = 1 * da
    return drows, da


def added_before_a_sum_forward(rows, a):
    """Forward pass of added_before_a_sum: a and the cache (references, not copies)."""
    steps = []
    for row in rows:
        sin_a = np.sin(a)
        b = sin_a * row[0]
        a1 = row[1] + a
        steps.append((a, sin_a, b, a1))
        c = a1 + b
        a = c * 2 + a1
    cache = (rows, steps)
    return a, cache


def added_before_a_sum_backward(da, cache):
    """Backward pass of added_before_a_sum: drows and da, from da."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        a, sin_a, b, a1 = steps[i]
        row = rows[i]
        # backprop a = c * 2 + a1
        dc = 2 * da
        da1 = 1.0 * unbroadcast(da, a1)
        # backprop c = a1 + b
        da1 += unbroadcast(dc, a1)
        db = unbroadcast(dc, b)
        # backprop a1 = row[1] + a
        drow = zeros_of(row)
        drow[1] += unbroadcast(da1, row[1])
        da = unbroadcast(da1, a)
        # backprop b = sin_a * row[0]
        dsin_a = unbroadcast(row[0] * db, sin_a)
        drow[0] += unbroadcast(sin_a * db, row[0])
        # backprop sin_a = np.sin(a)
        da += np.cos(a) * dsin_a
        drows[i] = drow
    da = 1 * da
    return drows, da
