# arguments: x=(4,), w=(4,)
import numpy as np


def f(x, w):
    s = 0.0
    for i in range(len(x)):
        s = s + x[i] * w[i]
    return s


# output
"""Forward and backward passes of loop_over_positions.py: do not edit.

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


def f_forward(x, w):
    """Forward pass of f: s and the cache (references, not copies)."""
    s = 0.0
    s_before = []
    for i in range(len(x)):
        s_before.append(s)
        s = s + x[i] * w[i]
    cache = (x, w, s_before)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dx and dw, from ds."""
    x, w, s_before = cache
    dx = zeros_of(x)
    dw = zeros_of(w)
    for i in reversed(range(len(x))):
        s = s_before[i]
        # backprop s = s + x[i] * w[i]
        dx[i] += unbroadcast(w[i] * ds, x[i])
        dw[i] += unbroadcast(x[i] * ds, w[i])
        ds = unbroadcast(ds, s)
    return dx, dw
