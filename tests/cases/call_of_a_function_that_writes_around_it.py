# arguments: x=(3,), a=1.5
import numpy as np


def f(x: "N", a: float):
    y = np.zeros(3)

    def put(i, v):
        y[i] = a * v

    for i in range(3):
        put(i, x[i])
    a = a * a
    put(0, 2.0)
    return np.sum(y * x)


# output
"""Forward and backward passes of call_of_a_function_that_writes_around_it.py: do not
edit.

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


def f_forward(x: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = np.zeros(3)

    steps = []
    for i in range(3):
        v = x[i]
        y[i] = a * v
        steps.append(v)
    a1 = a * a
    y[0] = a1 * 2.0
    out = np.sum(y * x)
    cache = (x, a, steps, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout."""
    x, a, steps, y = cache
    # backprop out = np.sum(y * x)
    dy = np.ones_like(y) * (x * dout)
    dx = unbroadcast(y * dout, x)
    # backprop y[0] = a1 * 2.0
    da1 = 2.0 * dy[0]
    dy[0] = 0.0
    # backprop a1 = a * a
    da = (2 * a) * da1
    for i in reversed(range(3)):
        v = steps[i]
        # backprop y[i] = a * v
        da += v * dy[i]
        dv = a * dy[i]
        # backprop v = x[i]
        dx[i] += dv
    return dx, da
