# arguments: x=(3,), n=2
import numpy as np


def f(x: "N", n: int):
    y = x.copy()
    for i in range(n):
        y[i] = y[i] ** 2
        y = y * np.sin(y) + y[::-1]
        if y[0] > 0.5:
            y[1] += y[2] * 3
        else:
            y = y * np.cos(y)
            y[0] = 1.0
    return y


# output
"""Forward and backward passes of loop_that_writes_and_makes_anew.py: do not edit.

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


def f_forward(x: "N", n: int):
    """Forward pass of f: y and the cache (references, not copies)."""
    y = x.copy()
    steps = []
    for i in range(n):
        y_i = y[i]
        y[i] = y_i**2
        y_before = y.copy()
        sin_y = np.sin(y)
        y_times_sin_y = y * sin_y
        y = y_times_sin_y + y[::-1]
        y_before1 = y.copy()
        cos_y = None
        y_0_gt_half = y[0] > 0.5
        if y_0_gt_half:
            y[1] += y[2] * 3
        else:
            cos_y = np.cos(y)
            y = y * cos_y
            y[0] = 1.0
        steps.append((y_i, y_before, sin_y, y_before1, y_0_gt_half, cos_y))
    cache = (n, steps)
    return y, cache


def f_backward(dy: "_", cache):
    """Backward pass of f: dx (N,), from dy."""
    n, steps = cache
    for i in reversed(range(n)):
        y_i, y_before, sin_y, y_before1, y_0_gt_half, cos_y = steps[i]
        if y_0_gt_half:
            # backprop y[1] += y[2] * 3
            dy = 1.0 * dy
            dy[2] += 3 * dy[1]
        else:
            # backprop y[0] = 1.0
            dy = 1.0 * dy
            dy[0] = 0.0
            # backprop y = y * cos_y
            dcos_y = y_before1 * dy
            dy = cos_y * dy
            # backprop cos_y = np.cos(y)
            dy -= np.sin(y_before1) * dcos_y
        # backprop y = y_times_sin_y + y[::-1]
        dy_next = dy
        dy_times_sin_y = unbroadcast(dy_next, y_before)
        dy = np.zeros_like(y_before, dtype=np.result_type(y_before, 1.0))
        dy[::-1] = unbroadcast(dy_next, y_before[::-1])
        # backprop y_times_sin_y = y * sin_y
        dy += sin_y * dy_times_sin_y
        dsin_y = y_before * dy_times_sin_y
        # backprop sin_y = np.sin(y)
        dy += np.cos(y_before) * dsin_y
        # backprop y[i] = y_i**2
        dy_i = (2 * y_i) * dy[i]
        # backprop y_i = y[i]
        dy[i] = dy_i
    # backprop y = x.copy()
    dx = 1.0 * dy
    return dx
