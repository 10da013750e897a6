# arguments f: x=(3,), w=(3,), a=()
# arguments net: x=(3,), w=(3,), a=(), deep=True
# names matter: fields are called as arguments are
# first order only: the cache holds an instance of a class
import numpy as np


class Layer:
    """A layer that only stores its weights."""

    gain = 2.0

    def __init__(self, w, b: float = 0.5) -> None:
        """Takes the weights."""
        self.w = w
        self.b: float = b

    def __call__(self, x):
        h = x * self.w + self.b
        return np.tanh(h) * self.gain

    @property
    def norm(self):
        return np.sum(self.w**2) + self.b

    def scaled(self, a):
        return Layer(self.w * a, b=self.b)


class Losses:
    SCALE = 0.5

    @staticmethod
    def squared(x):
        return x * x

    @classmethod
    def mean(cls, x):
        return np.mean(cls.squared(x)) * cls.SCALE


def f(x: "N", w: "N", a: float):
    layer = Layer(w, a)
    y = layer(x) + Layer(w)(x)
    return Losses.mean(y) + layer.scaled(a).norm


def net(x: "N", w: "N", a: float, deep: bool):
    layers = [Layer(w, a), Layer(w * a), Layer(b=a, w=w)]
    for layer in layers:
        x = layer(x)
    return x if deep else x * layers[0].b


# output
"""Forward and backward passes of classes_that_store_what_they_are_given.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


class Layer:
    """A layer that only stores its weights."""

    gain = 2.0

    def __init__(self, w, b: float = 0.5) -> None:
        """Takes the weights."""
        self.w = w
        self.b: float = b

    def __call__(self, x):
        h = x * self.w + self.b
        return np.tanh(h) * self.gain

    @property
    def norm(self):
        return np.sum(self.w**2) + self.b

    def scaled(self, a):
        return Layer(self.w * a, b=self.b)


class Losses:
    SCALE = 0.5

    @staticmethod
    def squared(x):
        return x * x

    @classmethod
    def mean(cls, x):
        return np.mean(cls.squared(x)) * cls.SCALE


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
    """Forward pass of layer_call: out and the cache (references, not copies)."""
    h = x * self.w + self.b
    tanh_h = np.tanh(h)
    out = tanh_h * self.gain
    cache = (self, x, tanh_h)
    return out, cache


def layer_call_backward(dout, cache):
    """Backward pass of layer_call: dself and dx, from dout."""
    self, x, tanh_h = cache
    # backprop out = tanh_h * self.gain
    dtanh_h = self.gain * dout
    # backprop tanh_h = np.tanh(h)
    dh = (1 - tanh_h**2) * dtanh_h
    # backprop h = x * self.w + self.b
    dx = unbroadcast(self.w * dh, x)
    dself = Layer(w=unbroadcast(x * dh, self.w), b=np.sum(dh))
    return dself, dx


def layer_norm_forward(self: Layer):
    """Forward pass of layer_norm: out and the cache (references, not copies)."""
    out = np.sum(self.w**2) + self.b
    cache = (self,)
    return out, cache


def layer_norm_backward(dout, cache):
    """Backward pass of layer_norm: dself, from dout."""
    (self,) = cache
    # backprop out = np.sum(self.w**2) + self.b
    dself = Layer(w=(2 * self.w) * dout, b=dout)
    return dself


def f_forward(x: "N", w: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    layer = Layer(w, a)
    layer_call_layer, layer_call_cache = layer_call_forward(layer, x)
    y_record = Layer(w)
    layer_call_w, layer_call_w_cache = layer_call_forward(y_record, x)
    y = layer_call_layer + layer_call_w
    out_record = Layer(layer.w * a, b=layer.b)
    layer_norm_layer, layer_norm_cache = layer_norm_forward(out_record)
    out = np.mean(y * y) * Losses.SCALE + layer_norm_layer
    cache = (
        a,
        layer,
        layer_call_layer,
        layer_call_cache,
        layer_call_w,
        layer_call_w_cache,
        y,
        layer_norm_cache,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), dw (N,) and da, from dout."""
    (
        a,
        layer,
        layer_call_layer,
        layer_call_cache,
        layer_call_w,
        layer_call_w_cache,
        y,
        layer_norm_cache,
    ) = cache
    # backprop out = np.mean(y * y) * Losses.SCALE + layer_norm_layer
    dy = (2 * y) * (Losses.SCALE * dout / np.size(y))
    # backprop layer_norm_layer = layer_norm(out_record)
    dout_record = layer_norm_backward(dout, layer_norm_cache)
    # backprop out_record = Layer(layer.w * a, b=layer.b)
    dlayer_w = a * dout_record.w
    da = layer.w @ dout_record.w
    db = dout_record.b
    # backprop y = layer_call_layer + layer_call_w
    dlayer_call_layer = unbroadcast(dy, layer_call_layer)
    dlayer_call_w = unbroadcast(dy, layer_call_w)
    # backprop layer_call_w = layer_call(y_record, x)
    dy_record, dx = layer_call_backward(dlayer_call_w, layer_call_w_cache)
    # backprop y_record = Layer(w)
    dw = dy_record.w
    # backprop layer_call_layer = layer_call(layer, x)
    dlayer_layer_call, dx_layer_call = layer_call_backward(
        dlayer_call_layer, layer_call_cache
    )
    dlayer_w += dlayer_layer_call.w
    db += dlayer_layer_call.b
    dx += dx_layer_call
    # backprop layer = Layer(w, a)
    dw += dlayer_w
    da += db
    return dx, dw, da


def net_forward(x: "N", w: "N", a: float, deep: bool):
    """Forward pass of net: out and the cache (references, not copies)."""
    layers = [Layer(w, a), Layer(w * a), Layer(b=a, w=w)]
    x1, layer_call_cache = layer_call_forward(layers[0], x)
    x2, x2_cache = layer_call_forward(layers[1], x1)
    x3, x3_cache = layer_call_forward(layers[2], x2)
    out = x3 if deep else x3 * layers[0].b
    cache = (w, a, deep, layers, layer_call_cache, x2_cache, x3, x3_cache)
    return out, cache


def net_backward(dout, cache):
    """Backward pass of net: dx (N,), dw (N,) and da, from dout."""
    w, a, deep, layers, layer_call_cache, x2_cache, x3, x3_cache = cache
    # backprop out = x3 if deep else x3 * layers[0].b
    dx3 = dout if deep else layers[0].b * dout
    db = 0.0 if deep else np.sum(x3 * dout)
    # backprop x3 = layer_call(layers[2], x2)
    dlayers_2, dx2 = layer_call_backward(dx3, x3_cache)
    # backprop x2 = layer_call(layers[1], x1)
    dlayers_1, dx1 = layer_call_backward(dx2, x2_cache)
    # backprop x1 = layer_call(layers[0], x)
    dlayers_0_layer_call, dx = layer_call_backward(dx1, layer_call_cache)
    dlayers_0_w = dlayers_0_layer_call.w
    db += dlayers_0_layer_call.b
    # backprop layers = [Layer(w, a), Layer(w * a), Layer(b=a, w=w)]
    dw = dlayers_0_w + dlayers_2.w
    da = db + dlayers_2.b
    dw += a * dlayers_1.w
    da += w @ dlayers_1.w
    return dx, dw, da
