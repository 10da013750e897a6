# arguments: x=(5,)
# first order only: this writes into memory that dswapped1 may name too
import numpy as np


def in_order(x):
    y = np.array(x)
    for i in range(len(x)):
        for j in range(len(x) - 1 - i):
            if y[j] > y[j + 1]:
                y[j], y[j + 1] = y[j + 1], y[j]
    return y * np.arange(5)


# output
"""Forward and backward passes of items_of_a_copy_put_in_order.py: do not edit.

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


def in_order_forward(x):
    """Forward pass of in_order: out (5,) and the cache (references, not copies)."""
    if np.ndim(x) != 1:
        raise TypeError(
            "in_order: x does not have one dimension, and "
            "its items are taken for numbers"
        )
    y = np.array(x)
    steps = []
    for i in range(len(x)):
        steps1 = []
        for j in range(len(x) - 1 - i):
            y_j_gt_y_part = y[j] > y[j + 1]
            if y_j_gt_y_part:
                swapped = y[j + 1]
                swapped1 = y[j]
                y[j] = swapped
                y[j + 1] = swapped1
            steps1.append(y_j_gt_y_part)
        steps.append(steps1)
    out = y * np.arange(5)
    cache = (x, steps, y)
    return out, cache


def in_order_backward(dout, cache):
    """Backward pass of in_order: dx, from dout (5,)."""
    x, steps, y = cache
    # backprop out = y * np.arange(5)
    dy = unbroadcast(np.arange(5) * dout, y)
    for i in reversed(range(len(x))):
        steps1 = steps[i]
        for j in reversed(range(len(x) - 1 - i)):
            y_j_gt_y_part = steps1[j]
            if y_j_gt_y_part:
                # backprop y[j + 1] = swapped1
                dswapped1 = dy[j + 1]
                dy[j + 1] = 0.0
                # backprop y[j] = swapped
                dswapped = dy[j]
                # backprop swapped1 = y[j]
                dy[j] = dswapped1
                # backprop swapped = y[j + 1]
                dy[j + 1] += dswapped
    # backprop y = np.array(x)
    dx = dy
    return dx
