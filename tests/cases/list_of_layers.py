# arguments: x=(2, 3), layers=[(np.array([[0.3, 0.3, 0.3], [0.3, 0.3, 0.3], [0.3, 0.3, 0.3]]), np.array([1., 1., 1.])), (np.array([[0.2, 0.2], [0.2, 0.2], [0.2, 0.2]]), np.array([1., 1.]))]
# first order only: an item of layers is a list, a tuple or a dict, and its gradients may meet here
import numpy as np


def f(x: "N D", layers: list):
    for w, b in layers:
        x = np.tanh(x @ w + b)
    return x


# output
"""Forward and backward passes of list_of_layers.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if isinstance(x, np.ndarray):
        return np.array(items)
    return items if x is None or isinstance(x, list) else tuple(items)


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


def f_forward(x: "N D", layers: list):
    """Forward pass of f: x and the cache (references, not copies)."""
    steps = []
    for w, b in layers:
        x_before = x
        x_at_w = x @ w
        tanh_in = x_at_w + b
        x = np.tanh(tanh_in)
        steps.append((x_before, x_at_w, x))
    cache = (layers, steps)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dx and dlayers, from dx."""
    layers, steps = cache
    dlayers = [None] * len(layers)
    for i in reversed(range(len(layers))):
        x_before, x_at_w, x = steps[i]
        w, b = layers[i]
        # backprop x = np.tanh(tanh_in)
        dtanh_in = (1 - x**2) * dx
        # backprop tanh_in = x_at_w + b
        dx_at_w = unbroadcast(dtanh_in, x_at_w)
        db = unbroadcast(dtanh_in, b)
        # backprop x_at_w = x @ w
        dx = matmul_dx(dx_at_w, x_before, w)
        dw = matmul_dy(dx_at_w, x_before, w)
        dlayers[i] = in_form_of(layers[i], [dw, db])
    dx = 1 * dx
    return dx, dlayers
