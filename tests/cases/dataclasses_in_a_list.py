# arguments: layers=[Layer((3,), 2.0), Layer((3,), 1.0)], x=(3,)
# names matter: fields are read by their names
# first order only: the items of a list in a cache are not known to be of a class
from dataclasses import dataclass

import numpy as np


@dataclass
class Layer:
    w: "N"
    s: float


def f(layers: list[Layer], x: "N"):
    for layer in layers:
        if np.sum(x) > 100.0:
            break
        x = np.tanh(layer.w * x) * layer.s
    return x


# output
"""Forward and backward passes of dataclasses_in_a_list.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass
class Layer:
    w: "N"
    s: float


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


def f_forward(layers: list[Layer], x: "N"):
    """Forward pass of f: x and the cache (references, not copies)."""
    steps = []
    for layer in layers:
        x_before = x
        stopped = False
        tanh_layer_w_times_x = None
        x_test = np.sum(x) > 100.0
        if x_test:
            stopped = True
        else:
            tanh_in = layer.w * x
            tanh_layer_w_times_x = np.tanh(tanh_in)
            x = tanh_layer_w_times_x * layer.s
        steps.append((x_before, x_test, tanh_layer_w_times_x))
        if stopped:
            break
    cache = (layers, steps)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dlayers and dx, from dx."""
    layers, steps = cache
    dlayers = [
        Layer(w=np.zeros_like(item.w, dtype=np.result_type(item.w, 1.0)), s=0.0)
        for item in layers
    ]
    for i in reversed(range(len(steps))):
        x_before, x_test, tanh_layer_w_times_x = steps[i]
        layer = layers[i]
        ds = 0.0
        dw = np.zeros_like(layer.w, dtype=np.result_type(layer.w, 1.0))
        if not x_test:
            # backprop x = tanh_layer_w_times_x * layer.s
            dtanh_layer_w_times_x = layer.s * dx
            ds = tanh_layer_w_times_x @ dx
            # backprop tanh_layer_w_times_x = np.tanh(tanh_in)
            dtanh_in = (1 - tanh_layer_w_times_x**2) * dtanh_layer_w_times_x
            # backprop tanh_in = layer.w * x
            dw = unbroadcast(x_before * dtanh_in, layer.w)
            dx = unbroadcast(layer.w * dtanh_in, x_before)
        dlayer = Layer(w=dw, s=ds)
        dlayers[i] = dlayer
    dx = 1.0 * dx
    return dlayers, dx
