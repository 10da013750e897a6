# arguments: t=(3,), x=(3,)
import numpy as np


def f(t, x):
    y = x * t
    for t in range(3):
        if t > 1:  # nothing is left to do
            continue
    return y


# output
"""Forward and backward passes of branch_of_a_jump_alone.py: do not edit.

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


def f_forward(t, x):
    """Forward pass of f: y and the cache (references, not copies)."""
    y = x * t
    for t1 in range(3):
        pass  # nothing is left to do
    cache = (t, x)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dt and dx, from dy."""
    t, x = cache
    # backprop y = x * t
    dx = unbroadcast(t * dy, x)
    dt = unbroadcast(x * dy, t)
    return dt, dx
