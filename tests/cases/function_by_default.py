# arguments: x=(4,), w=(4,)
import numpy as np


def relu(z: "N"):
    return np.maximum(0, z)


def layer(x: "N", w: "N", act=np.tanh):
    return act(w * x)


def net(x: "N", w: "N"):
    h = layer(x, w)
    h = layer(h, w, relu)
    return np.sum(layer(h, w, act=np.sin))


# output
"""Forward and backward passes of function_by_default.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def relu_forward(z: "N"):
    """Forward pass of relu: out (N,) and the cache (references, not copies)."""
    out = np.maximum(0, z)
    cache = (out,)
    return out, cache


def relu_backward(dout, cache):
    """Backward pass of relu: dz (N,), from dout (N,)."""
    (out,) = cache
    # backprop out = np.maximum(0, z)
    dz = (out > 0) * dout
    return dz


def layer_tanh_forward(x: "N", w: "N"):
    """Forward pass of layer_tanh: out (N,) and the cache (references, not copies)."""
    tanh_in = w * x
    out = np.tanh(tanh_in)
    cache = (x, w, out)
    return out, cache


def layer_tanh_backward(dout, cache):
    """Backward pass of layer_tanh: dx (N,) and dw (N,), from dout (N,)."""
    x, w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = w * x
    dw = x * dtanh_in
    dx = w * dtanh_in
    return dx, dw


def layer_relu_forward(x: "N", w: "N"):
    """Forward pass of layer_relu: out (N,) and the cache (references, not copies)."""
    w_times_x = w * x
    out, relu_cache = relu_forward(w_times_x)
    cache = (x, w, relu_cache)
    return out, cache


def layer_relu_backward(dout, cache):
    """Backward pass of layer_relu: dx (N,) and dw (N,), from dout (N,)."""
    x, w, relu_cache = cache
    # backprop out = relu(w_times_x)
    dw_times_x = relu_backward(dout, relu_cache)
    # backprop w_times_x = w * x
    dw = x * dw_times_x
    dx = w * dw_times_x
    return dx, dw


def layer_sin_forward(x: "N", w: "N"):
    """Forward pass of layer_sin: out (N,) and the cache (references, not copies)."""
    sin_in = w * x
    out = np.sin(sin_in)
    cache = (x, w, sin_in)
    return out, cache


def layer_sin_backward(dout, cache):
    """Backward pass of layer_sin: dx (N,) and dw (N,), from dout (N,)."""
    x, w, sin_in = cache
    # backprop out = np.sin(sin_in)
    dsin_in = np.cos(sin_in) * dout
    # backprop sin_in = w * x
    dw = x * dsin_in
    dx = w * dsin_in
    return dx, dw


def net_forward(x: "N", w: "N"):
    """Forward pass of net: out and the cache (references, not copies)."""
    h, layer_tanh_cache = layer_tanh_forward(x, w)
    h1, layer_relu_cache = layer_relu_forward(h, w)
    sum_in, layer_sin_cache = layer_sin_forward(h1, w)
    out = np.sum(sum_in)
    cache = (layer_tanh_cache, layer_relu_cache, sum_in, layer_sin_cache)
    return out, cache


def net_backward(dout, cache):
    """Backward pass of net: dx (N,) and dw (N,), from dout."""
    layer_tanh_cache, layer_relu_cache, sum_in, layer_sin_cache = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = layer_sin(h1, w)
    dh1, dw = layer_sin_backward(dsum_in, layer_sin_cache)
    # backprop h1 = layer_relu(h, w)
    dh, dw_layer_relu = layer_relu_backward(dh1, layer_relu_cache)
    dw += dw_layer_relu
    # backprop h = layer_tanh(x, w)
    dx, dw_layer_tanh = layer_tanh_backward(dh, layer_tanh_cache)
    dw += dw_layer_tanh
    return dx, dw
