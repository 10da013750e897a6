# arguments largest_so_far: xs=(5,)
# arguments at_least: xs=(3,), t=0.4
# arguments one_of: a=0.7, b=0.4, c=1.5
# arguments one_item_of: a=(2,), b=(2,), c=1.5
# arguments items_of_a_copy: xs=(4,)
import numpy as np


def largest_so_far(xs):
    best = xs[0]
    for i, x in enumerate(xs):
        if x > best:
            best = x
        xs[i] = best * x
    return xs


def at_least(xs, t):
    m = max(xs[0], t)
    m += t
    return m * xs[1]


def one_of(a, b, c):
    y = a if a > b else b * 2.0
    y *= c
    return y * a


def one_item_of(a, b, c):
    y = a[0] if c > 1.0 else b[0]
    y *= c
    return y * a[0] * b[1]


def items_of_a_copy(xs):
    ys = xs.copy()
    s = 0.0
    for y in ys[1:]:
        y *= ys[0]
        s += np.sin(y)
    return s


# output
"""Forward and backward passes of choices_taken_for_numbers.py: do not edit.

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


def largest_so_far_forward(xs):
    """Forward pass of largest_so_far: xs and the cache (references, not copies)."""
    if isinstance(xs, (list, tuple)):
        raise TypeError(
            "largest_so_far: xs is a list or a tuple, and is taken for an array"
        )
    if np.ndim(xs) != 1:
        raise TypeError(
            "largest_so_far: xs does not have one dimension, and "
            "its items are taken for numbers"
        )
    xs_before = xs.copy()
    best = xs[0]
    steps = []
    for i, x in enumerate(xs):
        best_before = best
        if x > best:
            best = x
        xs[i] = best * x
        steps.append((best_before, best))
    cache = (xs_before, steps)
    return xs, cache


def largest_so_far_backward(dxs: "_", cache):  # noqa: F722, F821
    """Backward pass of largest_so_far: dxs, from dxs."""
    xs_before, steps = cache
    dbest = 0.0
    dxs = 1.0 * dxs
    for i in reversed(range(len(xs_before))):
        best_before, best = steps[i]
        x = xs_before[i]
        # backprop xs[i] = best * x
        dbest += x * dxs[i]
        dx = best * dxs[i]
        dxs[i] = 0.0
        if x > best_before:
            # backprop best = x
            dx += dbest
            dbest = 0.0
        dxs[i] += dx
    # backprop best = xs[0]
    dxs[0] += dbest
    return dxs


def at_least_forward(xs, t):
    """Forward pass of at_least: out and the cache (references, not copies)."""
    if not np.isscalar(t):
        raise TypeError("at_least: t is an array, and is taken for a number")
    if np.ndim(xs) != 1:
        raise TypeError(
            "at_least: xs does not have one dimension, and "
            "its items are taken for numbers"
        )
    m = max(xs[0], t)
    m += t
    out = m * xs[1]
    cache = (xs, t, m)
    return out, cache


def at_least_backward(dout, cache):
    """Backward pass of at_least: dxs and dt, from dout."""
    xs, t, m = cache
    # backprop out = m * xs[1]
    dm = xs[1] * dout
    dxs = zeros_of(xs)
    dxs[1] += m * dout
    # backprop m += t
    dt = dm
    # backprop m = max(xs[0], t)
    dxs[0] += (xs[0] >= t) * dm
    dt += (xs[0] < t) * dm
    return dxs, dt


def one_of_forward(a, b, c):
    """Forward pass of one_of: out and the cache (references, not copies)."""
    if not np.isscalar(a):
        raise TypeError("one_of: a is an array, and is taken for a number")
    a_gt_b = a > b
    y = a if a_gt_b else b * 2.0
    y1 = y * c
    out = y1 * a
    cache = (a, b, c, a_gt_b, y, y1)
    return out, cache


def one_of_backward(dout, cache):
    """Backward pass of one_of: da, db and dc, from dout."""
    a, b, c, a_gt_b, y, y1 = cache
    # backprop out = y1 * a
    dy1 = a * dout
    da = np.sum(y1 * dout)
    # backprop y1 = y * c
    dc = unbroadcast(y * dy1, c)
    dy = unbroadcast(c * dy1, y)
    # backprop y = a if a_gt_b else b * 2.0
    da += dy if a_gt_b else 0.0
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0)) if a_gt_b else 2.0 * dy
    return da, db, dc


def one_item_of_forward(a, b, c):
    """Forward pass of one_item_of: out and the cache (references, not copies)."""
    if np.ndim(a) != 1:
        raise TypeError(
            "one_item_of: a does not have one dimension, and "
            "its items are taken for numbers"
        )
    if np.ndim(b) != 1:
        raise TypeError(
            "one_item_of: b does not have one dimension, and "
            "its items are taken for numbers"
        )
    y_test = c > 1.0
    if y_test:
        y = a[0]
    else:
        y = b[0]
    y1 = y * c
    y_times_a_0 = y1 * a[0]
    out = y_times_a_0 * b[1]
    cache = (a, b, c, y_test, y, y1, y_times_a_0)
    return out, cache


def one_item_of_backward(dout, cache):
    """Backward pass of one_item_of: da, db and dc, from dout."""
    a, b, c, y_test, y, y1, y_times_a_0 = cache
    # backprop out = y_times_a_0 * b[1]
    dy_times_a_0 = b[1] * dout
    db = zeros_of(b)
    db[1] += np.sum(y_times_a_0 * dout)
    # backprop y_times_a_0 = y1 * a[0]
    dy1 = a[0] * dy_times_a_0
    da = zeros_of(a)
    da[0] += np.sum(y1 * dy_times_a_0)
    # backprop y1 = y * c
    dc = y * dy1
    dy = np.sum(c * dy1)
    if y_test:
        # backprop y = a[0]
        da[0] += dy
    else:
        # backprop y = b[0]
        db[0] += dy
    return da, db, dc


def items_of_a_copy_forward(xs):
    """Forward pass of items_of_a_copy: s and the cache (references, not copies)."""
    if np.ndim(xs) != 1:
        raise TypeError(
            "items_of_a_copy: xs does not have one dimension, and "
            "its items are taken for numbers"
        )
    ys = xs.copy()
    s = 0.0
    steps = []
    for y in ys[1:]:
        y1 = y * ys[0]
        s += np.sin(y1)
        steps.append(y1)
    cache = (ys, steps)
    return s, cache


def items_of_a_copy_backward(ds, cache):
    """Backward pass of items_of_a_copy: dxs, from ds."""
    ys, steps = cache
    dys = np.zeros_like(ys, dtype=np.result_type(ys, 1.0))
    for i in reversed(range(len(ys[1:]))):
        y1 = steps[i]
        y = ys[1:][i]
        # backprop s += np.sin(y1)
        dy1 = np.cos(y1) * ds
        # backprop y1 = y * ys[0]
        dys[0] += y * dy1
        dy = ys[0] * dy1
        dys[1:][i] += dy
    # backprop ys = xs.copy()
    dxs = dys
    return dxs
