# arguments: net=Net(Layer((3, 4), (4,)), Layer((4, 2), (2,))), x=(5, 3)
# names matter: fields are read by their names
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layer:
    w: np.ndarray
    b: np.ndarray

    def __call__(self, x):
        """A layer."""
        z = x @ self.w + self.b
        return np.tanh(z)


@dataclass
class Net:
    first: Layer
    second: Layer
    eps = 0.1

    def forward(self, x):
        h = self.first(x)
        h = h + self.eps
        return self.second(h)

    def loss(self, x):
        y = self.forward(x)
        return np.sum(y ** 2) + self.penalty()

    def penalty(self):
        return np.sum(self.first.w ** 2) + np.sum(self.second.w**2)


def f(net: Net, x):
    return net.loss(x)


# output
"""Forward and backward passes of methods_that_call_methods.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Layer:
    w: np.ndarray
    b: np.ndarray

    def __call__(self, x):
        """A layer."""
        z = x @ self.w + self.b
        return np.tanh(z)


@dataclass
class Net:
    first: Layer
    second: Layer
    eps = 0.1

    def forward(self, x):
        h = self.first(x)
        h = h + self.eps
        return self.second(h)

    def loss(self, x):
        y = self.forward(x)
        return np.sum(y ** 2) + self.penalty()

    def penalty(self):
        return np.sum(self.first.w ** 2) + np.sum(self.second.w**2)


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


def layer_call_forward(self: Layer, x):
    """A layer.

    Forward pass of layer_call: out and the cache (references, not copies).
    """
    x_at_self_w = x @ self.w
    z = x_at_self_w + self.b
    out = np.tanh(z)
    cache = (self, x, x_at_self_w, out)
    return out, cache


def layer_call_backward(dout, cache):
    """Backward pass of layer_call: dself and dx, from dout."""
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


def net_forward_forward(self: Net, x):
    """Forward pass of net_forward: out and the cache (references, not copies)."""
    h, layer_call_cache = layer_call_forward(self.first, x)
    h = h + self.eps
    out, out_cache = layer_call_forward(self.second, h)
    cache = (layer_call_cache, out_cache)
    return out, cache


def net_forward_backward(dout, cache):
    """Backward pass of net_forward: dself and dx, from dout."""
    layer_call_cache, out_cache = cache
    # backprop out = layer_call(self.second, h)
    dsecond, dh = layer_call_backward(dout, out_cache)
    # backprop h = layer_call(self.first, x)
    dfirst, dx = layer_call_backward(dh, layer_call_cache)
    dself = Net(first=dfirst, second=dsecond)
    return dself, dx


def net_loss_forward(self: Net, x):
    """Forward pass of net_loss: out and the cache (references, not copies)."""
    y, net_forward_cache = net_forward_forward(self, x)
    out = np.sum(y**2) + (np.sum(self.first.w**2) + np.sum(self.second.w**2))
    cache = (self, y, net_forward_cache)
    return out, cache


def net_loss_backward(dout, cache):
    """Backward pass of net_loss: dself and dx, from dout."""
    self, y, net_forward_cache = cache
    # backprop out = np.sum(y**2) + (np.sum(self.first.w**2) + np.sum(self.second.w**2))
    dy = (2 * y) * dout
    dw = (2 * self.first.w) * dout
    dsecond_w = (2 * self.second.w) * dout
    # backprop y = net_forward(self, x)
    dself_net_forward, dx = net_forward_backward(dy, net_forward_cache)
    dfirst = dself_net_forward.first
    dsecond = dself_net_forward.second
    dw += dfirst.w
    db = dfirst.b
    dfirst = Layer(w=dw, b=1 * db)
    dsecond_w += dsecond.w
    dsecond_b = dsecond.b
    dsecond = Layer(w=dsecond_w, b=dsecond_b)
    dself = Net(first=dfirst, second=dsecond)
    return dself, dx


def f_forward(net: Net, x):
    """Forward pass of f: out and the cache (references, not copies)."""
    out, net_loss_cache = net_loss_forward(net, x)
    cache = (net_loss_cache,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dnet and dx, from dout."""
    (net_loss_cache,) = cache
    # backprop out = net_loss(net, x)
    dnet, dx = net_loss_backward(dout, net_loss_cache)
    return dnet, dx
