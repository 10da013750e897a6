# arguments: x=(4,), w=(4,), s=1.5
import numpy as np


def f(x: "N", w: "N", s: float):
    relu = lambda t: np.maximum(0, t) * s
    square = lambda t: t * t
    y = relu(w * x)
    z = square(y - x)
    return np.sum(z + square(y))


# output
"""Forward and backward passes of lambda_written_out.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: "N", s: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    relu_in = w * x
    maximum_0 = np.maximum(0, relu_in)
    y = maximum_0 * s
    t = y - x
    z = t * t
    out = np.sum(z + y * y)
    cache = (x, w, s, maximum_0, y, t, z)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), dw (N,) and ds, from dout."""
    x, w, s, maximum_0, y, t, z = cache
    # backprop out = np.sum(z + y * y)
    dz = np.ones_like(z) * dout
    dy = (2 * y) * dout
    # backprop z = t * t
    dt = (2 * t) * dz
    # backprop t = y - x
    dy += dt
    dx = -dt
    # backprop y = maximum_0 * s
    dmaximum_0 = s * dy
    ds = maximum_0 @ dy
    # backprop maximum_0 = np.maximum(0, relu_in)
    drelu_in = (maximum_0 > 0) * dmaximum_0
    # backprop relu_in = w * x
    dw = x * drelu_in
    dx += w * drelu_in
    return dx, dw, ds
