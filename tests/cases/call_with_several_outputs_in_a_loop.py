# arguments: x=1.1, w=0.4, n=5
import numpy as np


def g(x, w):
    return np.sin(x) * w, x + w


def f(x: float, w: float, n: int):
    for i in range(n):
        x, w = g(x, w)
    return x


# output
"""Forward and backward passes of call_with_several_outputs_in_a_loop.py: do not edit.

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


def g_forward(x, w):
    """Forward pass of g: out, out1 and the cache (references, not copies)."""
    sin_x = np.sin(x)
    out = sin_x * w
    out1 = x + w
    cache = (x, w, sin_x)
    return out, out1, cache


def g_backward(dout, dout1, cache):
    """Backward pass of g: dx and dw, from dout and dout1."""
    x, w, sin_x = cache
    # backprop out1 = x + w
    dx = 1.0 * unbroadcast(dout1, x)
    dw = 1.0 * unbroadcast(dout1, w)
    # backprop out = sin_x * w
    dsin_x = unbroadcast(w * dout, sin_x)
    dw += unbroadcast(sin_x * dout, w)
    # backprop sin_x = np.sin(x)
    dx += np.cos(x) * dsin_x
    return dx, dw


def f_forward(x: float, w: float, n: int):
    """Forward pass of f: x and the cache (references, not copies)."""
    steps = []
    for i in range(n):
        x, w, g_cache = g_forward(x, w)
        steps.append(g_cache)
    cache = (steps,)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dx and dw, from dx."""
    (steps,) = cache
    dw = 0.0
    for g_cache in reversed(steps):
        # backprop x, w = g(x, w)
        dx, dw = g_backward(dx, dw, g_cache)
    return dx, dw
