# arguments: w=(4,), n=2
import numpy as np


def f(w: np.ndarray, n: int):
    ys = [w, w * 2, w * w]
    total = 0.0
    for i in range(n):
        total += ys[i][0] * w[1]
        total += np.sum(ys[i])
        ys[i] = w * total
    return total


# output
"""Forward and backward passes of array_in_a_list_summed_and_read_in_part.py: do not
edit.

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


def f_forward(w: np.ndarray, n: int):
    """Forward pass of f: total and the cache (references, not copies)."""
    w_before = w.copy()
    ys = [w, w * 2, w * w]
    total = 0.0
    steps = []
    for i in range(n):
        total_before = total
        ys_i_0 = copy_of(ys[i][0])
        total1 = total + ys_i_0 * w[1]
        sum_ys_i = np.sum(ys[i])
        total = total1 + sum_ys_i
        w_times_total = w * total
        ys_i = copy_of(ys[i])
        ys[i] = w_times_total
        steps.append((total_before, ys_i_0, total, ys_i))
    cache = (w_before, n, steps, ys)
    return total, cache


def f_backward(dtotal, cache):
    """Backward pass of f: dw, from dtotal."""
    w_before, n, steps, ys = cache
    dys = zeros_of(ys)
    dw = np.zeros_like(w_before, dtype=np.result_type(w_before, 1.0))
    for i in reversed(range(n)):
        total_before, ys_i_0, total, ys_i = steps[i]
        # backprop ys[i] = w_times_total
        dw_times_total = 1 * unbroadcast(dys[i], ys[i])
        dys[i] = zeros_of(ys_i)
        # backprop w_times_total = w * total
        dw += unbroadcast(total * dw_times_total, w_before)
        dtotal = dtotal + unbroadcast(w_before * dw_times_total, total)
        # backprop total = total1 + sum_ys_i
        dsum_ys_i = np.sum(dtotal)
        dtotal1 = dtotal
        # backprop sum_ys_i = np.sum(ys[i])
        dys[i] += dsum_ys_i
        # backprop total1 = total + ys_i_0 * w[1]
        dys_i_0 = unbroadcast(w_before[1] * dtotal1, ys_i_0)
        dw[1] += unbroadcast(ys_i_0 * dtotal1, w_before[1])
        dtotal = unbroadcast(dtotal1, total_before)
        # backprop ys_i_0 = copy_of(ys[i][0])
        dys[i][0] += dys_i_0
    # backprop ys = [w, w * 2, w * w]
    dw += dys[0]
    dw += 2 * dys[1]
    dw += (2 * w_before) * dys[2]
    return dw
