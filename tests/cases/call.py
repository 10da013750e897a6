# arguments: x=(4, 3), w=(3, 2)
# arguments layer: x=(4, 3), w=(3, 2)
import numpy as np


def layer(x: "N D", w: "D M"):
    return np.tanh(x @ w)


def f(x: "N D", w: "D M"):
    h = layer(x, w)
    return np.sum(h * h)


# output
"""Forward and backward passes of call.py, made by `backprop generate`: do not edit."""

import numpy as np


def layer_forward(x: "N D", w: "D M"):
    """Forward pass of layer: out (N, M) and the cache (references, not copies)."""
    tanh_in = x @ w
    out = np.tanh(tanh_in)
    cache = (x, w, out)
    return out, cache


def layer_backward(dout, cache):
    """Backward pass of layer: dx (N, D) and dw (D, M), from dout (N, M)."""
    x, w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = x @ w
    dx = dtanh_in @ w.T
    dw = x.T @ dtanh_in
    return dx, dw


def f_forward(x: "N D", w: "D M"):
    """Forward pass of f: out and the cache (references, not copies)."""
    h, layer_cache = layer_forward(x, w)
    out = np.sum(h * h)
    cache = (h, layer_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N, D) and dw (D, M), from dout."""
    h, layer_cache = cache
    # backprop out = np.sum(h * h)
    dh = (2 * h) * dout
    # backprop h = layer(x, w)
    dx, dw = layer_backward(dh, layer_cache)
    return dx, dw
