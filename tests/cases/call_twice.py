# arguments: x=(4, 3), w=(3, 3)
import numpy as np


def layer(x: "N D", w: "D M"):
    return np.tanh(x @ w)


def f(x: "N D", w: "D D"):
    h = layer(x, w)
    h = layer(h, w)
    return h


# output
"""Forward and backward passes of call_twice.py: do not edit.

Made by `backprop generate`.
"""

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


def f_forward(x: "N D", w: "D D"):
    """Forward pass of f: h1 (N, D) and the cache (references, not copies)."""
    h, layer_cache = layer_forward(x, w)
    h1, h1_cache = layer_forward(h, w)
    cache = (layer_cache, h1_cache)
    return h1, cache


def f_backward(dh1, cache):
    """Backward pass of f: dx (N, D) and dw (D, D), from dh1 (N, D)."""
    layer_cache, h1_cache = cache
    # backprop h1 = layer(h, w)
    dh, dw = layer_backward(dh1, h1_cache)
    # backprop h = layer(x, w)
    dx, dw_layer = layer_backward(dh, layer_cache)
    dw += dw_layer
    return dx, dw
