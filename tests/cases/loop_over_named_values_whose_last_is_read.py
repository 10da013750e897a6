# arguments in_the_else: x=(2,), y=(2,), a=0.7
# arguments gone_over: x=(2,), y=(2,), a=0.7
import numpy as np


def in_the_else(x, y, a):
    total = 0.0
    for value in (x, y):
        total += a
    else:
        total *= np.sum(value)
    return total


def gone_over(x, y, a):
    total = 0.0
    for value in (x, y):
        total += np.sum(a * value)
    for value in value:
        total += value**2
    return total


# output
"""Forward and backward passes of loop_over_named_values_whose_last_is_read.py: do not
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


def in_the_else_forward(x, y, a):
    """Forward pass of in_the_else: total1 and the cache (references, not copies)."""
    total = 0.0
    value = x
    total += a
    value = y
    total += a
    sum_value = np.sum(value)
    total1 = total * sum_value
    cache = (x, value, total, sum_value)
    return total1, cache


def in_the_else_backward(dtotal1, cache):
    """Backward pass of in_the_else: dx, dy and da, from dtotal1."""
    x, value, total, sum_value = cache
    # backprop total1 = total * sum_value
    dsum_value = np.sum(total * dtotal1)
    dtotal = sum_value * dtotal1
    # backprop sum_value = np.sum(value)
    dvalue = np.ones_like(value) * dsum_value
    # backprop total += a
    da = dtotal
    # backprop value = y
    dy = dvalue
    # backprop total += a
    da += dtotal
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    return dx, dy, da


def gone_over_forward(x, y, a):
    """Forward pass of gone_over: total and the cache (references, not copies)."""
    total = 0.0
    value = x
    sum_in = a * value
    total += np.sum(sum_in)
    value1 = y
    total_sum_in = a * value1
    total += np.sum(total_sum_in)
    total_before = []
    for value2 in value1:
        total_before.append(total)
        total = total + value2**2
    cache = (a, value, sum_in, value1, total_sum_in, total_before)
    return total, cache


def gone_over_backward(dtotal, cache):
    """Backward pass of gone_over: dx, dy and da, from dtotal."""
    a, value, sum_in, value1, total_sum_in, total_before = cache
    dvalue1 = zeros_of(value1)
    for i in reversed(range(len(value1))):
        total = total_before[i]
        value2 = value1[i]
        # backprop total = total + value2**2
        dvalue2 = unbroadcast((2 * value2) * dtotal, value2)
        dtotal = unbroadcast(dtotal, total)
        dvalue1[i] = added(dvalue1[i], dvalue2)
    # backprop total += np.sum(total_sum_in)
    dtotal_sum_in = np.ones_like(total_sum_in) * dtotal
    # backprop total_sum_in = a * value1
    da = unbroadcast(value1 * dtotal_sum_in, a)
    dvalue1 = added(dvalue1, unbroadcast(a * dtotal_sum_in, value1))
    # backprop value1 = y
    dy = dvalue1
    # backprop total += np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dtotal
    # backprop sum_in = a * value
    da += unbroadcast(value * dsum_in, a)
    dvalue = unbroadcast(a * dsum_in, value)
    # backprop value = x
    dx = dvalue
    return dx, dy, da
