# arguments last_is_a_number: h=(3,), t=(3,)
# arguments items_are_numbers: h=(3,), t=(3,)
import math
import numpy as np


# Behind the loop t is a number, since math.tanh takes it; the argument's gradient has its shape nevertheless.
def last_is_a_number(h: "N", t: "N"):
    s = 1.0
    for a in h:
        t = a * a
        s = s * t
    return s * math.tanh(t)


def items_are_numbers(h: "N", t: "N"):
    s = 1.0
    for s, t in zip(h[:2], h[1:]):
        t *= t * s
    return s * math.tanh(t)


# output
"""Forward and backward passes of argument_given_numbers_in_a_loop.py: do not edit.

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


def last_is_a_number_forward(h: "N", t: "N"):
    """Forward pass of last_is_a_number: out and the cache (references, not copies)."""
    s = 1.0
    steps = []
    for a in h:
        t = a * a
        steps.append((s, t))
        s = s * t
    tanh_t = math.tanh(t)
    out = s * tanh_t
    cache = (h, steps, s, tanh_t)
    return out, cache


def last_is_a_number_backward(dout, cache):
    """Backward pass of last_is_a_number: dh (N,) and dt, from dout."""
    h, steps, s, tanh_t = cache
    # backprop out = s * tanh_t
    ds = tanh_t * dout
    dtanh_t = s * dout
    # backprop tanh_t = math.tanh(t)
    dt = (1 - tanh_t**2) * dtanh_t
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    for i in reversed(range(len(h))):
        s, t = steps[i]
        a = h[i]
        # backprop s = s * t
        dt += s * ds
        ds = t * ds
        # backprop t = a * a
        da = (2 * a) * dt
        dh[i] = da
        dt = 0.0
    dt = unbroadcast(dt, h)
    return dh, dt


def items_are_numbers_forward(h: "N", t: "N"):
    """Forward pass of items_are_numbers: out and the cache (references, not copies)."""
    s = 1.0
    steps = []
    for s, t in zip(h[:2], h[1:]):
        t_times_s = t * s
        t *= t_times_s
        steps.append(t_times_s)
    tanh_t = math.tanh(t)
    out = s * tanh_t
    cache = (h, steps, s, tanh_t)
    return out, cache


def items_are_numbers_backward(dout, cache):
    """Backward pass of items_are_numbers: dh (N,) and dt, from dout."""
    h, steps, s, tanh_t = cache
    # backprop out = s * tanh_t
    ds = tanh_t * dout
    dtanh_t = s * dout
    # backprop tanh_t = math.tanh(t)
    dt = (1 - tanh_t**2) * dtanh_t
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    for i in reversed(range(min(len(h[:2]), len(h[1:])))):
        t_times_s = steps[i]
        s = h[:2][i]
        t = h[1:][i]
        # backprop t *= t_times_s
        dt_times_s = t * dt
        dt = t_times_s * dt
        # backprop t_times_s = t * s
        dt += s * dt_times_s
        ds += t * dt_times_s
        dh[1:][i] += dt
        dh[:2][i] += ds
        ds = 0.0
        dt = 0.0
    dt = unbroadcast(dt, h)
    return dh, dt
