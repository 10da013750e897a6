# arguments replaced_by_a_turn: x=(3,), n=2
# arguments entry_and_whole: x=(3,), n=2
# arguments in_an_arm: x=(3,), n=3
# arguments without_annotations: x=(3,), n=2
import numpy as np


def replaced_by_a_turn(x: "N", n: int):
    a = x * 2
    total = 0.0
    for i in range(n):
        total += a[0] * a[1]
        a = a * x
    return total


def entry_and_whole(x: "N", n: int):
    a = x * 2
    total = 0.0
    for i in range(n):
        total += a[0] * np.sum(a**2)
        a[0] = total
    return total


def in_an_arm(x: "N", n: int):
    a = x * 2
    total = 0.0
    for i in range(n):
        if i > 0:
            total += a[i] * a[0]
        a[i] = a[i] * a[0]
    return total


def without_annotations(x, n):
    a = np.sin(x)
    total = 0.0
    for i in range(n):
        total += a[0] * np.sum(a**2)
        a = a * x
    return total


# output
"""Forward and backward passes of entries_read_of_an_array_that_changes.py: do not edit.

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


def replaced_by_a_turn_forward(x: "N", n: int):
    """Forward pass of replaced_by_a_turn.

    Gives total and the cache (references, not copies).
    """
    a = x * 2
    total = 0.0
    a_before = []
    for i in range(n):
        a_before.append(a)
        total += a[0] * a[1]
        a = a * x
    cache = (x, a_before, a)
    return total, cache


def replaced_by_a_turn_backward(dtotal, cache):
    """Backward pass of replaced_by_a_turn: dx (N,), from dtotal."""
    x, a_before, a = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for a in reversed(a_before):
        # backprop a = a * x
        dx += a * da
        da = x * da
        # backprop total += a[0] * a[1]
        da[0] += a[1] * dtotal
        da[1] += a[0] * dtotal
    # backprop a = x * 2
    dx += 2 * da
    return dx


def entry_and_whole_forward(x: "N", n: int):
    """Forward pass of entry_and_whole: total and the cache (references, not copies)."""
    a = x * 2
    total = 0.0
    steps = []
    for i in range(n):
        a_before = a.copy()
        a_0 = a[0]
        sum_a_sqr = np.sum(a**2)
        total += a_0 * sum_a_sqr
        a[0] = total
        steps.append((a_before, a_0, sum_a_sqr))
    cache = (steps, a)
    return total, cache


def entry_and_whole_backward(dtotal, cache):
    """Backward pass of entry_and_whole: dx (N,), from dtotal."""
    steps, a = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for a_before, a_0, sum_a_sqr in reversed(steps):
        # backprop a[0] = total
        dtotal = dtotal + da[0]
        da[0] = 0.0
        # backprop total += a_0 * sum_a_sqr
        da_0 = sum_a_sqr * dtotal
        dsum_a_sqr = a_0 * dtotal
        # backprop sum_a_sqr = np.sum(a**2)
        da += (2 * a_before) * dsum_a_sqr
        # backprop a_0 = a[0]
        da[0] += da_0
    # backprop a = x * 2
    dx = 2 * da
    return dx


def in_an_arm_forward(x: "N", n: int):
    """Forward pass of in_an_arm: total and the cache (references, not copies)."""
    a = x * 2
    total = 0.0
    steps = []
    for i in range(n):
        a_i = None
        a_0 = None
        if i > 0:
            a_i = a[i]
            a_0 = a[0]
            total += a_i * a_0
        a_i1 = a[i]
        a_a_0 = a[0]
        a[i] = a_i1 * a_a_0
        steps.append((a_i, a_0, a_i1, a_a_0))
    cache = (n, steps, a)
    return total, cache


def in_an_arm_backward(dtotal, cache):
    """Backward pass of in_an_arm: dx (N,), from dtotal."""
    n, steps, a = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for i in reversed(range(n)):
        a_i, a_0, a_i1, a_a_0 = steps[i]
        # backprop a[i] = a_i1 * a_a_0
        da_i1 = a_a_0 * da[i]
        da_a_0 = a_i1 * da[i]
        da[i] = 0.0
        # backprop a_a_0 = a[0]
        da[0] += da_a_0
        # backprop a_i1 = a[i]
        da[i] += da_i1
        if i > 0:
            # backprop total += a_i * a_0
            da_i = a_0 * dtotal
            da_0 = a_i * dtotal
            # backprop a_0 = a[0]
            da[0] += da_0
            # backprop a_i = a[i]
            da[i] += da_i
    # backprop a = x * 2
    dx = 2 * da
    return dx


def without_annotations_forward(x, n):
    """Forward pass of without_annotations.

    Gives total and the cache (references, not copies).
    """
    a = np.sin(x)
    total = 0.0
    steps = []
    for i in range(n):
        total_before = total
        a_before = a
        sum_a_sqr = np.sum(a**2)
        total = total + a[0] * sum_a_sqr
        a = a * x
        steps.append((total_before, a_before, sum_a_sqr))
    cache = (x, steps, a)
    return total, cache


def without_annotations_backward(dtotal, cache):
    """Backward pass of without_annotations: dx, from dtotal."""
    x, steps, a = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for total_before, a_before, sum_a_sqr in reversed(steps):
        # backprop a = a * x
        dx += a_before * da
        da = x * da
        # backprop total = total + a[0] * sum_a_sqr
        da[0] += unbroadcast(sum_a_sqr * dtotal, a_before[0])
        dsum_a_sqr = np.sum(a_before[0] * dtotal)
        dtotal = unbroadcast(dtotal, total_before)
        # backprop sum_a_sqr = np.sum(a**2)
        da += (2 * a_before) * dsum_a_sqr
    # backprop a = np.sin(x)
    dx += np.cos(x) * da
    return dx
