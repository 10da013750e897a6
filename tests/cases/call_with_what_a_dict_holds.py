# arguments: x=(3,), params={"w": (3,), "b": (3,)}, a=1.5
# names matter: keys are names of arguments
import numpy as np


def layer(x: "N", w: "N", b: "N"):
    return np.tanh(w * x + b)


def f(x: "N", params: dict, a: float):
    own = {"w": a * x, "b": x}
    pair = (a * x, x)
    return np.sum(layer(x, **params) * layer(x, **own) * layer(x, *pair))


# output
"""Forward and backward passes of call_with_what_a_dict_holds.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def layer_forward(x: "N", w: "N", b: "N"):
    """Forward pass of layer: out (N,) and the cache (references, not copies)."""
    tanh_in = w * x + b
    out = np.tanh(tanh_in)
    cache = (x, w, out)
    return out, cache


def layer_backward(dout, cache):
    """Backward pass of layer: dx (N,), dw (N,) and db (N,), from dout (N,)."""
    x, w, out = cache
    # backprop out = np.tanh(tanh_in)
    dtanh_in = (1 - out**2) * dout
    # backprop tanh_in = w * x + b
    dw = x * dtanh_in
    dx = w * dtanh_in
    db = dtanh_in
    return dx, dw, db


def f_forward(x: "N", params: dict, a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    own = {"w": a * x, "b": x}
    pair = (a * x, x)
    layer_x, layer_cache = layer_forward(x, w=params["w"], b=params["b"])
    out_layer_x, out_layer_x_cache = layer_forward(x, w=own["w"], b=x)
    out_product = layer_x * out_layer_x
    out_layer_x1, out_layer_x1_cache = layer_forward(x, pair[0], x)
    out = np.sum(out_product * out_layer_x1)
    cache = (
        x,
        a,
        layer_x,
        layer_cache,
        out_layer_x,
        out_layer_x_cache,
        out_product,
        out_layer_x1,
        out_layer_x1_cache,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), dparams and da, from dout."""
    (
        x,
        a,
        layer_x,
        layer_cache,
        out_layer_x,
        out_layer_x_cache,
        out_product,
        out_layer_x1,
        out_layer_x1_cache,
    ) = cache
    # backprop out = np.sum(out_product * out_layer_x1)
    dout_product = out_layer_x1 * dout
    dout_layer_x1 = out_product * dout
    # backprop out_layer_x1 = layer(x, pair[0], x)
    dx, dpair_0, dx_layer = layer_backward(dout_layer_x1, out_layer_x1_cache)
    dx += dx_layer
    # backprop out_product = layer_x * out_layer_x
    dlayer_x = out_layer_x * dout_product
    dout_layer_x = layer_x * dout_product
    # backprop out_layer_x = layer(x, w=own["w"], b=x)
    dx_layer1, dw, dx_layer2 = layer_backward(dout_layer_x, out_layer_x_cache)
    dx += dx_layer1
    dx += dx_layer2
    # backprop layer_x = layer(x, w=params["w"], b=params["b"])
    dx_layer3, dparams_w, db = layer_backward(dlayer_x, layer_cache)
    dx += dx_layer3
    # backprop pair = (a * x, x)
    da = x @ dpair_0
    dx += a * dpair_0
    # backprop own = {"w": a * x, "b": x}
    da += x @ dw
    dx += a * dw
    dparams = {"w": dparams_w, "b": db}
    return dx, dparams, da
