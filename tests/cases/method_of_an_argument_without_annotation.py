# arguments: layer=Layer((3, 3), (3,)), x=(5, 3)
# names matter: fields are read by their names
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layer:
    w: np.ndarray
    b: np.ndarray

    def forward(self, x):
        z = x @ self.w + self.b
        return np.tanh(z)


def f(layer, x):
    return np.sum(layer.forward(x))


# output
"""Forward and backward passes of method_of_an_argument_without_annotation.py: do not
edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layer:
    w: np.ndarray
    b: np.ndarray

    def forward(self, x):
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
    """Forward pass of layer_forward: out and the cache (references, not copies)."""
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


def f_forward(layer, x):
    """Forward pass of f: out and the cache (references, not copies)."""
    sum_in, layer_forward_cache = layer_forward_forward(layer, x)
    out = np.sum(sum_in)
    cache = (sum_in, layer_forward_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dlayer and dx, from dout."""
    sum_in, layer_forward_cache = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = layer_forward(layer, x)
    dlayer, dx = layer_forward_backward(dsum_in, layer_forward_cache)
    return dlayer, dx
