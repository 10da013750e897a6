# arguments: a=(3,), w=(3,)
# arguments of_list: a=(3,)
import numpy as np


def of_list(a):
    kept = []
    kept.append(a[0])
    kept.append(a[1])
    total = 0.0
    for v, u in zip(kept, a[::-1]):
        v **= 2
        total += v * u
    return total


def turned(a, w):
    b = a[1]
    for v in reversed(a[1:]):
        v *= np.sum(w)
        a = a * v
        b, v = v, b
        v -= w[0]
    return a * v, b


# output
"""Forward and backward passes of items_that_loops_replace_augmented.py: do not edit.

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


def of_list_forward(a):
    """Forward pass of of_list: total and the cache (references, not copies)."""
    if np.ndim(a) != 1:
        raise TypeError(
            "of_list: a does not have one dimension, and "
            "its items are taken for numbers"
        )
    kept = []
    kept.append(a[0])
    kept.append(a[1])
    total = 0.0
    steps = []
    for v, u in zip(kept, a[::-1]):
        v1 = v**2
        total += v1 * u
        steps.append(v1)
    cache = (a, kept, steps)
    return total, cache


def of_list_backward(dtotal, cache):
    """Backward pass of of_list: da, from dtotal."""
    a, kept, steps = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    dkept = [0.0] * len(kept)
    for i in reversed(range(min(len(kept), len(a[::-1])))):
        v1 = steps[i]
        v = kept[i]
        u = a[::-1][i]
        # backprop total += v1 * u
        dv1 = u * dtotal
        du = v1 * dtotal
        # backprop v1 = v**2
        dv = (2 * v) * dv1
        da[::-1][i] += du
        dkept[i] = dv
    # backprop kept.append(a[1])
    da[1] += dkept.pop()
    # backprop kept.append(a[0])
    da[0] += np.sum(dkept.pop())
    return da


def turned_forward(a, w):
    """Forward pass of turned: out, b and the cache (references, not copies)."""
    if np.ndim(a) != 1:
        raise TypeError(
            "turned: a does not have one dimension, and its items are taken for numbers"
        )
    b = a[1]
    a_before1 = a
    steps = []
    for v in reversed(a[1:]):
        a_before = a
        sum_w = np.sum(w)
        v1 = v * sum_w
        a = a * v1
        b, v2 = v1, b
        v2 -= w[0]
        steps.append((a_before, sum_w, v1, v2))
    out = a * v2
    cache = (a_before1, w, steps, v2, a)
    return out, b, cache


def turned_backward(dout, db, cache):
    """Backward pass of turned: da and dw, from dout and db."""
    a_before1, w, steps, v2, a = cache
    # backprop out = a * v2
    da = unbroadcast(v2 * dout, a)
    dv2 = unbroadcast(a * dout, v2)
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    da_over = np.zeros_like(a_before1, dtype=np.result_type(a_before1, 1.0))
    for i, (a_before, sum_w, v1, v2) in zip(range(len(a_before1[1:])), reversed(steps)):
        v = a_before1[1:][i]
        dv2 = unbroadcast(dv2, v2)
        # backprop v2 -= w[0]
        dw[0] -= dv2
        dv2 = np.sum(dv2)
        # backprop b, v2 = v1, b
        db_next = db
        db = dv2
        dv1 = db_next
        # backprop a = a * v1
        dv1 = dv1 + a_before @ da
        da = v1 * da
        # backprop v1 = v * sum_w
        dsum_w = v * dv1
        dv = sum_w * dv1
        # backprop sum_w = np.sum(w)
        dw += dsum_w
        da_over[1:][i] += dv
        dv2 = 0.0
    da += da_over
    # backprop b = a[1]
    da[1] += db
    return da, dw
