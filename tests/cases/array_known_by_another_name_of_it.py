# arguments: x=(3, 2), y=(3, 2), n=2
import numpy as np


def f(x, y, n: int):
    for k in range(n):
        if k > 5:
            y = np.ones((3, 2))
    x, y = y, x
    s = 0.0
    for row in x.T:
        if row[0] > 0.1:
            y = x * y
        s = s + np.sum(row)
    return s * y


# output
"""Forward and backward passes of array_known_by_another_name_of_it.py: do not edit.

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


def f_forward(x, y, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    y_before = []
    for k in range(n):
        y_before.append(y)
        if k > 5:
            y = np.ones((3, 2))
    x, y = y, x
    s = 0.0
    steps = []
    x_T = x.T
    for row in x_T:
        y_before1 = y
        y_test = row[0] > 0.1
        if y_test:
            y = x * y
        s = s + np.sum(row)
        steps.append((y_before1, y_test))
    out = s * y
    cache = (n, y_before, x, steps, x_T, y, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dy, from dout."""
    n, y_before, x, steps, x_T, y, s = cache
    # backprop out = s * y
    ds = np.sum(y * dout)
    dy = s * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx_T = zeros_of(x_T)
    for i in reversed(range(len(x_T))):
        y_before1, y_test = steps[i]
        row = x_T[i]
        # backprop s = s + np.sum(row)
        drow = np.ones_like(row) * ds
        if y_test:
            # backprop y = x * y
            dx += unbroadcast(y_before1 * dy, x)
            dy = unbroadcast(x * dy, y_before1)
        dx_T[i] = drow
    # backprop x_T = x.T
    dx += dx_T.T
    # backprop x, y = y, x
    dx_next = dx
    dx = dy
    dy = dx_next
    for k in reversed(range(n)):
        y = y_before[k]
        if k > 5:
            dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    return dx, dy
