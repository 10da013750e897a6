# arguments given_in_each_turn: x=[(3,), (3,), (3,)], a=0.7
# arguments beside_pairs: x=[(3,), (3,), (3,)], a=0.7
# first order only given_in_each_turn: the cache may hold a list, and is taken for an array
# first order only beside_pairs: the cache may hold a list, and is taken for an array
import numpy as np


def firsts(x, a):
    total = 0.0
    for row in x:
        total += row[0] * a
    return total


def given_in_each_turn(x, a):
    for i, row in enumerate(x):
        a = a * firsts(x[i:], a) + np.sum(row)
    return a


def beside_pairs(x, a):
    for row, other in zip(x, x[1:]):
        a = a * row[0] * other[1] + firsts(x[:2], a)
    return a


# output
"""Forward and backward passes of slices_handed_on_without_annotations.py: do not edit.

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


def firsts_forward(x, a):
    """Forward pass of firsts: total and the cache (references, not copies)."""
    total = 0.0
    total_before = []
    for row in x:
        total_before.append(total)
        total = total + row[0] * a
    cache = (x, a, total_before)
    return total, cache


def firsts_backward(dtotal, cache):
    """Backward pass of firsts: dx and da, from dtotal."""
    x, a, total_before = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    dx = zeros_of(x)
    for i in reversed(range(len(x))):
        total = total_before[i]
        row = x[i]
        # backprop total = total + row[0] * a
        drow = zeros_of(row)
        drow[0] = unbroadcast(a * dtotal, row[0])
        da += unbroadcast(row[0] * dtotal, a)
        dtotal = unbroadcast(dtotal, total)
        dx[i] = drow
    return dx, da


def given_in_each_turn_forward(x, a):
    """Forward pass of given_in_each_turn: a and the cache (references, not copies)."""
    steps = []
    for i, row in enumerate(x):
        a_before = a
        x_part = x[i:]
        firsts_x_part, firsts_cache = firsts_forward(x_part, a)
        sum_row = np.sum(row)
        a = a * firsts_x_part + sum_row
        steps.append((a_before, firsts_cache, firsts_x_part))
    cache = (x, steps)
    return a, cache


def given_in_each_turn_backward(da, cache):
    """Backward pass of given_in_each_turn: dx and da, from da."""
    x, steps = cache
    dx = zeros_of(x)
    for i in reversed(range(len(x))):
        a_before, firsts_cache, firsts_x_part = steps[i]
        row = x[i]
        # backprop a = a * firsts_x_part + sum_row
        dfirsts_x_part = unbroadcast(a_before * da, firsts_x_part)
        dsum_row = np.sum(da)
        da = unbroadcast(firsts_x_part * da, a_before)
        # backprop sum_row = np.sum(row)
        drow = np.ones_like(row) * dsum_row
        # backprop firsts_x_part = firsts(x_part, a)
        dx_part, da_firsts = firsts_backward(dfirsts_x_part, firsts_cache)
        da += da_firsts
        # backprop x_part = x[i:]
        dx[i:] = added(dx[i:], dx_part)
        dx[i] += drow
    da = 1 * da
    return dx, da


def beside_pairs_forward(x, a):
    """Forward pass of beside_pairs: a and the cache (references, not copies)."""
    steps = []
    for row, other in zip(x, x[1:]):
        a_before = a
        a_times_row_0 = a * row[0]
        x_part = x[:2]
        firsts_x_part, firsts_cache = firsts_forward(x_part, a)
        a = a_times_row_0 * other[1] + firsts_x_part
        steps.append((a_before, a_times_row_0, firsts_cache, firsts_x_part))
    cache = (x, steps)
    return a, cache


def beside_pairs_backward(da, cache):
    """Backward pass of beside_pairs: dx and da, from da."""
    x, steps = cache
    dx = zeros_of(x)
    da = 1.0 * da
    for i in reversed(range(min(len(x), len(x[1:])))):
        a_before, a_times_row_0, firsts_cache, firsts_x_part = steps[i]
        row = x[i]
        other = x[1:][i]
        # backprop a = a_times_row_0 * other[1] + firsts_x_part
        da_times_row_0 = unbroadcast(other[1] * da, a_times_row_0)
        dother = zeros_of(other)
        dother[1] = unbroadcast(a_times_row_0 * da, other[1])
        dfirsts_x_part = unbroadcast(da, firsts_x_part)
        # backprop firsts_x_part = firsts(x_part, a)
        dx_part, da = firsts_backward(dfirsts_x_part, firsts_cache)
        # backprop x_part = x[:2]
        dx[:2] = added(dx[:2], dx_part)
        # backprop a_times_row_0 = a * row[0]
        da += unbroadcast(row[0] * da_times_row_0, a_before)
        drow = zeros_of(row)
        drow[0] = unbroadcast(a_before * da_times_row_0, row[0])
        dx[i + 1] = added(dx[i + 1], dother)
        dx[i] = added(dx[i], drow)
    return dx, da
