# arguments: x=(3,), w=(3,)
import numpy as np


def scaled(x: "N", w: "N"):
    return np.tanh(x * w) + x


def f(x: "N", w: "N"):
    h = np.maximum(0, scaled(x, w))
    h = np.maximum(0.5, scaled(h, w))
    return np.sum(h)


# output
"""Forward and backward passes of name_given_what_a_call_makes_of_it.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def scaled_forward(x: "N", w: "N"):
    """Forward pass of scaled: out (N,) and the cache (references, not copies)."""
    tanh_in = x * w
    tanh_x_times_w = np.tanh(tanh_in)
    out = tanh_x_times_w + x
    cache = (x, w, tanh_x_times_w)
    return out, cache


def scaled_backward(dout, cache):
    """Backward pass of scaled: dx (N,) and dw (N,), from dout (N,)."""
    x, w, tanh_x_times_w = cache
    # backprop out = tanh_x_times_w + x
    dx = 1.0 * dout
    # backprop tanh_x_times_w = np.tanh(tanh_in)
    dtanh_in = (1 - tanh_x_times_w**2) * dout
    # backprop tanh_in = x * w
    dx += w * dtanh_in
    dw = x * dtanh_in
    return dx, dw


def f_forward(x: "N", w: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    relu_in, scaled_cache = scaled_forward(x, w)
    h = np.maximum(0, relu_in)
    maximum_in, maximum_in_cache = scaled_forward(h, w)
    h1 = np.maximum(0.5, maximum_in)
    out = np.sum(h1)
    cache = (scaled_cache, h, maximum_in_cache, h1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw (N,), from dout."""
    scaled_cache, h, maximum_in_cache, h1 = cache
    # backprop out = np.sum(h1)
    dh1 = np.ones_like(h1) * dout
    # backprop h1 = np.maximum(0.5, maximum_in)
    dmaximum_in = (h1 > 0.5) * dh1
    # backprop maximum_in = scaled(h, w)
    dh, dw = scaled_backward(dmaximum_in, maximum_in_cache)
    # backprop h = np.maximum(0, relu_in)
    drelu_in = (h > 0) * dh
    # backprop relu_in = scaled(x, w)
    dx, dw_scaled = scaled_backward(drelu_in, scaled_cache)
    dw += dw_scaled
    return dx, dw
