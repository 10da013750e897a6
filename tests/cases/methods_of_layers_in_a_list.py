# arguments: layers=[Layer((3, 3), (3,)), Layer((3, 3), (3,))], x=(5, 3)
# names matter: fields are read by their names
# first order only: items of a list of instances are added up where they meet
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layer:
    w: np.ndarray
    b: np.ndarray

    def forward(self, x):
        """A layer."""
        z = x @ self.w + self.b
        return np.tanh(z)


def f(layers: list[Layer], x):
    for layer in layers:
        x = layer.forward(x)
    return np.sum(x)


# output
"""Forward and backward passes of methods_of_layers_in_a_list.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layer:
    w: np.ndarray
    b: np.ndarray

    def forward(self, x):
        """A layer."""
        z = x @ self.w + self.b
        return np.tanh(z)


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


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


def layer_forward_forward(self: Layer, x):
    """A layer.

    Forward pass of layer_forward: out and the cache (references, not copies).
    """
    x_at_self_w = x @ self.w
    z = x_at_self_w + self.b
    out = np.tanh(z)
    cache = (self, x, x_at_self_w, out)
    return out, cache


def layer_forward_backward(dout, cache):
    """Backward pass of layer_forward: dself and dx, from dout."""
    self, x, x_at_self_w, out = cache
    # backprop out = np.tanh(z)
    dz = (1 - out**2) * dout
    # backprop z = x_at_self_w + self.b
    dx_at_self_w = unbroadcast(dz, x_at_self_w)
    db = unbroadcast(dz, self.b)
    # backprop x_at_self_w = x @ self.w
    dx = matmul_dx(dx_at_self_w, x, self.w)
    dw = matmul_dy(dx_at_self_w, x, self.w)
    dself = Layer(w=dw, b=db)
    return dself, dx


def f_forward(layers: list[Layer], x):
    """Forward pass of f: out and the cache (references, not copies)."""
    steps = []
    for layer in layers:
        x, layer_forward_cache = layer_forward_forward(layer, x)
        steps.append(layer_forward_cache)
    out = np.sum(x)
    cache = (layers, steps, x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dlayers and dx, from dout."""
    layers, steps, x = cache
    # backprop out = np.sum(x)
    dx = np.ones_like(x) * dout
    dlayers = [
        Layer(
            w=np.zeros_like(item.w, dtype=np.result_type(item.w, 1.0)),
            b=np.zeros_like(item.b, dtype=np.result_type(item.b, 1.0)),
        )
        for item in layers
    ]
    for i in reversed(range(len(layers))):
        layer_forward_cache = steps[i]
        # backprop x = layer_forward(layer, x)
        dlayer_layer_forward, dx = layer_forward_backward(dx, layer_forward_cache)
        dlayer = Layer(w=dlayer_layer_forward.w, b=1 * dlayer_layer_forward.b)
        dlayers[i] = dlayer
    return dlayers, dx
