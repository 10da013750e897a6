# arguments: y=(3, 3), s=0.7, n=1
# arguments from_an_array: A=(3, 3), s=0.7
import numpy as np


def from_an_array(A, s):
    row = A[0]
    for m in range(3):
        for k in range(2):
            s = s + row[k]
        row = row[:]
        if s > 100:
            row = A[m]
    return s


def f(y, s, n: int):
    for row in reversed(y.T):
        for k in range(3):
            v = {'p': row[n], 'q': s}
            row = row[:]
        if row[n] < -0.23:
            s *= s
        else:
            row = np.zeros(3)
        s = s + row[0]
    return s * s


# output
"""Forward and backward passes of rows_sliced_in_turns.py: do not edit.

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


def from_an_array_forward(A, s):
    """Forward pass of from_an_array: s and the cache (references, not copies)."""
    row = A[0]
    steps = []
    for m in range(3):
        row_before = row
        s_before = []
        for k in range(2):
            s_before.append(s)
            s = s + row[k]
        row = row[:]
        row_before1 = row
        s_gt_100 = s > 100
        if s_gt_100:
            row = A[m]
        steps.append((row_before, s_before, row_before1, s_gt_100))
    cache = (A, steps, row)
    return s, cache


def from_an_array_backward(ds, cache):
    """Backward pass of from_an_array: dA and ds, from ds."""
    A, steps, row = cache
    drow = zeros_of(row)
    dA = zeros_of(A)
    for m in reversed(range(3)):
        row_before, s_before, row_before1, s_gt_100 = steps[m]
        if s_gt_100:
            # backprop row = A[m]
            dA[m] = added(dA[m], drow)
            drow = np.zeros_like(row_before1, dtype=np.result_type(row_before1, 1.0))
        # backprop row = row[:]
        drow = np.reshape(drow, row_before.shape)
        for k in reversed(range(2)):
            s = s_before[k]
            # backprop s = s + row[k]
            drow[k] += unbroadcast(ds, row_before[k])
            ds = 1 * unbroadcast(ds, s)
    # backprop row = A[0]
    dA[0] = added(dA[0], drow)
    ds = 1 * ds
    return dA, ds


def f_forward(y, s, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    if not np.isscalar(s):
        raise TypeError("f: s is an array, and is taken for a number")
    steps = []
    y_T = y.T
    for row in reversed(y_T):
        s_before = s
        row_before = []
        for k in range(3):
            row_before.append(row)
            v = {'p': row[n], 'q': s}
            row = row[:]
        row_before1 = row
        s_test = row[n] < -0.23
        if s_test:
            s = s * s
        else:
            row = np.zeros(3)
        s_before1 = s
        s = s + row[0]
        steps.append((s_before, row_before, row_before1, s_test, s_before1, row))
    out = s * s
    cache = (steps, y_T, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dy and ds, from dout."""
    steps, y_T, s = cache
    # backprop out = s * s
    ds = (2 * s) * dout
    dy_T = zeros_of(y_T)
    for i, (s_before, row_before, row_before1, s_test, s_before1, row) in zip(
        range(len(y_T)), reversed(steps)
    ):
        # backprop s = s + row[0]
        drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
        drow[0] = unbroadcast(ds, row[0])
        ds = unbroadcast(ds, s_before1)
        if s_test:
            # backprop s = s * s
            ds = (2 * s_before) * ds
        else:
            drow = np.zeros_like(row_before1, dtype=np.result_type(row_before1, 1.0))
        for row in reversed(row_before):
            # backprop row = row[:]
            drow = np.reshape(drow, row.shape)
        dy_T[i] = drow
    # backprop y_T = y.T
    dy = dy_T.T
    return dy, ds
