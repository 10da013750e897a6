# arguments: x=(4,)
import numpy as np


def f(x: "N"):
    for i in range(len(x)):
        part = x[: i + 1]
        square = part * part
    return np.sum(square * np.sum(part))


# output
"""Forward and backward passes of loop_variable_of_changing_shape_behind_the_loop.py: do
not edit.

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


def f_forward(x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    steps = []
    for i in range(len(x)):
        part = x[: i + 1]
        square = part * part
        steps.append((part, square))
    sum_part = np.sum(part)
    out = np.sum(square * sum_part)
    cache = (x, steps, part, square, sum_part)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    x, steps, part, square, sum_part = cache
    # backprop out = np.sum(square * sum_part)
    dsquare = np.ones_like(square) * (sum_part * dout)
    dsum_part = np.sum(square * dout)
    # backprop sum_part = np.sum(part)
    dpart = np.ones_like(part) * dsum_part
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        part, square = steps[i]
        dpart = unbroadcast(dpart, part)
        dsquare = unbroadcast(dsquare, square)
        # backprop square = part * part
        dpart += (2 * part) * dsquare
        # backprop part = x[: i + 1]
        dx[: i + 1] += dpart
        dpart = 0.0
        dsquare = 0.0
    return dx
