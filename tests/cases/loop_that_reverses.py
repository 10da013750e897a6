# arguments: x=(4,), n=3
import numpy as np


def f(x: "N", n: int):
    for i in range(n):
        x = x[::-1] * x
    return np.sum(x)


# output
"""Forward and backward passes of loop_that_reverses.py: do not edit.

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
    """Forward pass of f: out and the cache (references, not copies)."""
    x_before = []
    for i in range(n):
        x_before.append(x)
        x = x[::-1] * x
    out = np.sum(x)
    cache = (x_before, x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x_before, x = cache
    # backprop out = np.sum(x)
    dx = np.ones_like(x) * dout
    for x in reversed(x_before):
        # backprop x = x[::-1] * x
        dx_next = dx
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dx[::-1] = unbroadcast(x * dx_next, x[::-1])
        dx += unbroadcast(x[::-1] * dx_next, x)
    return dx
