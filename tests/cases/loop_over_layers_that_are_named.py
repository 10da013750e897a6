# arguments: x=(3,), w=(3, 3), v=(3, 3), b=(3,)
import numpy as np


def f(x: "D", w: "D D", v: "D D", b: "D"):
    layers = [(w, b), (v, b)]
    for weight, bias in layers:
        x = np.tanh(weight @ x + bias)
    return np.sum(x)


# output
"""Forward and backward passes of loop_over_layers_that_are_named.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "D", w: "D D", v: "D D", b: "D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    layers = [(w, b), (v, b)]
    weight, bias = layers[0]
    tanh_in = weight @ x + bias
    x1 = np.tanh(tanh_in)
    weight1, bias = layers[1]
    x_tanh_in = weight1 @ x1 + bias
    x2 = np.tanh(x_tanh_in)
    out = np.sum(x2)
    cache = (x, weight, x1, weight1, x2)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (D,), dw (D, D), dv (D, D) and db (D,), from dout."""
    x, weight, x1, weight1, x2 = cache
    # backprop out = np.sum(x2)
    dx2 = np.ones_like(x2) * dout
    # backprop x2 = np.tanh(x_tanh_in)
    dx_tanh_in = (1 - x2**2) * dx2
    # backprop x_tanh_in = weight1 @ x1 + bias
    dweight1 = np.outer(dx_tanh_in, x1)
    dx1 = weight1.T @ dx_tanh_in
    dbias = dx_tanh_in
    # backprop weight1, bias = layers[1]
    dlayers_1_1 = dbias
    dlayers_1_0 = dweight1
    # backprop x1 = np.tanh(tanh_in)
    dtanh_in = (1 - x1**2) * dx1
    # backprop tanh_in = weight @ x + bias
    dweight = np.outer(dtanh_in, x)
    dx = weight.T @ dtanh_in
    dbias = dtanh_in
    # backprop weight, bias = layers[0]
    dlayers_0_1 = dbias
    dlayers_0_0 = dweight
    # backprop layers = [(w, b), (v, b)]
    dv = dlayers_1_0
    db = dlayers_1_1 + dlayers_0_1
    dw = dlayers_0_0
    return dx, dw, dv, db
