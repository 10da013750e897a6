# arguments: u=(3, 3), h=(3,)
import numpy as np

def f(u: "N N", h: "N"):
    for u in u:
        pass
    return h * u


# output
"""Forward and backward passes of loop_that_gives_its_items_another_shape.py: do not
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


def f_forward(u: "N N", h: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    u_before = u
    for u in u:
        pass
    out = h * u
    cache = (u_before, h, u)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: du and dh (N,), from dout."""
    u_before, h, u = cache
    # backprop out = h * u
    dh = unbroadcast(u * dout, h)
    du = unbroadcast(h * dout, u)
    du_over = np.zeros_like(u_before, dtype=np.result_type(u_before, 1.0))
    for i in reversed(range(len(u_before))):
        du = unbroadcast(du, h)
        du_over[i] = du
        du = 0.0
    du = unbroadcast(du, u_before)
    du += du_over
    return du, dh
