# arguments numbers: x=(4,)
# arguments appended: x=(4,)
# first order only numbers: items that the history holds too
import numpy as np


def numbers(x):
    e = [np.exp(v) for v in x]
    total = sum(e)
    for k in range(len(e)):
        e[k] /= total
    return e[0] * e[1]


def appended(x):
    e = []
    for v in x:
        e.append(np.exp(v))
    total = sum(e)
    for k in range(len(e)):
        e[k] = e[k] / total
    return e[0] * e[1] + total


# output
"""Forward and backward passes of lists_over_their_total.py: do not edit.

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


def numbers_forward(x):
    """Forward pass of numbers: out and the cache (references, not copies)."""
    e = []
    steps = []
    for v in x:
        exp_v = np.exp(v)
        exp_v_before = copy_of(exp_v)
        e.append(exp_v)
        steps.append(exp_v_before)
    e_before = copy_of(e)
    total = sum(e)
    steps1 = []
    for k in range(len(e)):
        e_k = e[k]
        e_k_over_total = e_k / total
        e_k_over_total_before = copy_of(e_k_over_total)
        e[k] /= total
        steps1.append((e_k, e_k_over_total_before))
    out = e[0] * e[1]
    cache = (x, steps, e_before, total, steps1, e)
    return out, cache


def numbers_backward(dout, cache):
    """Backward pass of numbers: dx, from dout."""
    x, steps, e_before, total, steps1, e = cache
    # backprop out = e[0] * e[1]
    de = zeros_of(e)
    de[0] += unbroadcast(e[1] * dout, e[0])
    de[1] += unbroadcast(e[0] * dout, e[1])
    dtotal = np.zeros_like(total, dtype=np.result_type(total, 1.0))
    for k in reversed(range(len(e_before))):
        e_k, e_k_over_total_before = steps1[k]
        # backprop e[k] /= total
        de_k_over_total = unbroadcast(de[k], e[k])
        # backprop e_k_over_total = e_k / total
        de_k = unbroadcast(de_k_over_total / total, e_k)
        dtotal += unbroadcast((-e_k_over_total_before / total) * de_k_over_total, total)
        # backprop e_k = e[k]
        de[k] = de_k
    # backprop total = sum(e)
    de = [(item + unbroadcast(dtotal, value)) for item, value in zip(de, e_before)]
    dx = zeros_of(x)
    for i in reversed(range(len(x))):
        exp_v_before = steps[i]
        # backprop e.append(exp_v)
        de_last = de.pop()
        # backprop exp_v = np.exp(v)
        dv = exp_v_before * de_last
        dx[i] += dv
    return dx


def appended_forward(x):
    """Forward pass of appended: out and the cache (references, not copies)."""
    e = []
    steps = []
    for v in x:
        exp_v = np.exp(v)
        exp_v_before = copy_of(exp_v)
        e.append(exp_v)
        steps.append(exp_v_before)
    e_before = copy_of(e)
    total = sum(e)
    steps1 = []
    for k in range(len(e)):
        e_k = e[k]
        e_k_over_total = e_k / total
        e_k_over_total_before = copy_of(e_k_over_total)
        e[k] = e_k_over_total
        steps1.append((e_k, e_k_over_total_before))
    out = e[0] * e[1] + total
    cache = (x, steps, e_before, total, steps1, e)
    return out, cache


def appended_backward(dout, cache):
    """Backward pass of appended: dx, from dout."""
    x, steps, e_before, total, steps1, e = cache
    # backprop out = e[0] * e[1] + total
    de = zeros_of(e)
    de[0] += unbroadcast(e[1] * dout, e[0])
    de[1] += unbroadcast(e[0] * dout, e[1])
    dtotal = 1.0 * unbroadcast(dout, total)
    for k in reversed(range(len(e_before))):
        e_k, e_k_over_total_before = steps1[k]
        # backprop e[k] = e_k_over_total
        de_k_over_total = unbroadcast(de[k], e[k])
        # backprop e_k_over_total = e_k / total
        de_k = unbroadcast(de_k_over_total / total, e_k)
        dtotal += unbroadcast((-e_k_over_total_before / total) * de_k_over_total, total)
        # backprop e_k = e[k]
        de[k] = de_k
    # backprop total = sum(e)
    de = [(item + unbroadcast(dtotal, value)) for item, value in zip(de, e_before)]
    dx = zeros_of(x)
    for i in reversed(range(len(x))):
        exp_v_before = steps[i]
        # backprop e.append(exp_v)
        de_last = de.pop()
        # backprop exp_v = np.exp(v)
        dv = exp_v_before * de_last
        dx[i] += dv
    return dx
