# arguments: h=(3,), w=(3,)
import math

import numpy as np


def last_is_a_number(h: "N", w: "N"):
    t = 2.0 * w
    s = 1.0
    for a in h:
        t = a
        s = s * t
    s += h
    return s * math.tanh(t)


# output
"""Forward and backward passes of name_of_an_array_that_was_a_number_in_turns.py: do not
edit.

Made by `backprop generate`.
"""

import math

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


def last_is_a_number_forward(h: "N", w: "N"):
    """Forward pass of last_is_a_number.

    Gives out (N,) and the cache (references, not copies).
    """
    t = 2.0 * w
    s = 1.0
    steps = []
    for a in h:
        t = a
        steps.append((s, t))
        s = s * t
    s += h
    tanh_t = math.tanh(t)
    out = s * tanh_t
    cache = (h, steps, s, tanh_t)
    return out, cache


def last_is_a_number_backward(dout, cache):
    """Backward pass of last_is_a_number: dh (N,) and dw (N,), from dout (N,)."""
    h, steps, s, tanh_t = cache
    # backprop out = s * tanh_t
    ds = tanh_t * dout
    dtanh_t = s @ dout
    # backprop tanh_t = math.tanh(t)
    dt = (1 - tanh_t**2) * dtanh_t
    # backprop s += h
    dh = ds
    ds = np.sum(ds)
    for i in reversed(range(len(h))):
        s, t = steps[i]
        # backprop s = s * t
        dt += s * ds
        ds = t * ds
        # backprop t = a
        da = dt
        dh[i] += da
        dt = 0.0
    dt = unbroadcast(dt, dout)
    # backprop t = 2.0 * w
    dw = 2.0 * dt
    return dh, dw
