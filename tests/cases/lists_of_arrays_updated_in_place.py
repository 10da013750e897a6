# arguments updated: params=[(2,), (3,)], grads=[(2,), (3,)], lr=0.1
# arguments first_entry_moved: rows=[(2,), (3,)], a=(2,)
import numpy as np


def updated(params: list[np.ndarray], grads: list[np.ndarray], lr: float):
    for i in range(len(params)):
        params[i] -= lr * grads[i]


def first_entry_moved(rows: list[np.ndarray], a: "2"):
    rows[0][0] = a[1] * rows[1][2]
    return np.sum(rows[0] * a)


# output
"""Forward and backward passes of lists_of_arrays_updated_in_place.py: do not edit.

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


def updated_forward(params: list[np.ndarray], grads: list[np.ndarray], lr: float):
    """Forward pass of updated: the cache (references, not copies)."""
    if overlap(params, grads):
        raise ValueError("updated: values in params and grads overlap")
    params_before = copy_of(params)
    for i in range(len(params)):
        lr_times_grads_i = lr * grads[i]
        params[i] -= lr_times_grads_i
    cache = (params_before, grads, lr)
    return cache


def updated_backward(dparams, cache):
    """Backward pass of updated: dparams, dgrads and dlr, from dparams."""
    params_before, grads, lr = cache
    dlr = 0.0
    dgrads = zeros_of(grads)
    for i in reversed(range(len(params_before))):
        # backprop params[i] -= lr_times_grads_i
        dlr_times_grads_i = unbroadcast(-dparams[i], grads[i])
        # backprop lr_times_grads_i = lr * grads[i]
        dlr += np.sum(grads[i] * dlr_times_grads_i)
        dgrads[i] += lr * dlr_times_grads_i
    dparams = copy_of(dparams)
    return dparams, dgrads, dlr


def first_entry_moved_forward(rows: list[np.ndarray], a: "2"):
    """Forward pass of first_entry_moved: out and the cache (references, not copies)."""
    if overlap(rows, a):
        raise ValueError("first_entry_moved: values in rows and a overlap")
    rows_1_2 = copy_of(rows[1][2])
    a_1_times_rows_1_2 = a[1] * rows_1_2
    rows[0][0] = a_1_times_rows_1_2
    sum_in = rows[0] * a
    out = np.sum(sum_in)
    cache = (a, rows_1_2, rows, sum_in)
    return out, cache


def first_entry_moved_backward(dout, drows, cache):
    """Backward pass of first_entry_moved: drows and da (2,), from dout and drows."""
    a, rows_1_2, rows, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = rows[0] * a
    drows = copy_of(drows)
    drows[0] += unbroadcast(a * dsum_in, rows[0])
    da = unbroadcast(rows[0] * dsum_in, a)
    # backprop rows[0][0] = a_1_times_rows_1_2
    da_1_times_rows_1_2 = 1 * unbroadcast(drows[0][0], rows_1_2)
    drows[0][0] = 0.0
    # backprop a_1_times_rows_1_2 = a[1] * rows_1_2
    da[1] += np.sum(rows_1_2 * da_1_times_rows_1_2)
    drows_1_2 = a[1] * da_1_times_rows_1_2
    # backprop rows_1_2 = copy_of(rows[1][2])
    drows[1][2] += drows_1_2
    return drows, da
