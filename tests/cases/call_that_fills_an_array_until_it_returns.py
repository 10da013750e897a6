# arguments: x=(4,)
# names matter: a name of the project gives way to one of the source
import numpy as np


def fill(out, x):
    if np.sum(x) < 0:
        return
    for i in range(4):
        if x[0] + i > 3:
            return
        out[i] = x[i] ** 2


def f(x: "N"):
    out = np.zeros(4)
    fill(out, x)
    return np.sum(out * x)


# output
"""Forward and backward passes of call_that_fills_an_array_until_it_returns.py: do not
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


def f_forward(x: "N"):
    """Forward pass of f: out1 and the cache (references, not copies)."""
    out = np.zeros(4)
    steps = None
    out_test = not np.sum(x) < 0
    if out_test:
        returned = False
        steps = []
        for i in range(4):
            stopped = False
            out_test1 = x[0] + i > 3
            if out_test1:
                returned = True
                stopped = True
            else:
                out[i] = x[i] ** 2
            steps.append((i, out_test1))
            if stopped:
                break
    out1 = np.sum(out * x)
    cache = (x, out_test, steps, out)
    return out1, cache


def f_backward(dout1, cache):
    """Backward pass of f: dx (N,), from dout1."""
    x, out_test, steps, out = cache
    # backprop out1 = np.sum(out * x)
    dout = np.ones_like(out) * (x * dout1)
    dx = unbroadcast(out * dout1, x)
    if out_test:
        for i, out_test1 in reversed(steps):
            if not out_test1:
                # backprop out[i] = x[i] ** 2
                dx[i] += (2 * x[i]) * dout[i]
    return dx
