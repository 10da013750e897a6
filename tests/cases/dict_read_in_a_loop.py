# arguments: params={'W': np.array([[0.3, 0.3, 0.3], [0.3, 0.3, 0.3], [0.3, 0.3, 0.3]]), 'b': np.array([1., 1., 1.])}, x=(4, 3)
import numpy as np


def f(params: dict, x: "N D"):
    for i in range(2):
        x = np.tanh(x @ params["W"] + params["b"])
    return x


# output
"""Forward and backward passes of dict_read_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(params: dict, x: "N D"):
    """Forward pass of f: x and the cache (references, not copies)."""
    steps = []
    for i in range(2):
        x_before = x
        x_at_W = x @ params["W"]
        tanh_in = x_at_W + params["b"]
        x = np.tanh(tanh_in)
        steps.append((x_before, x_at_W, x))
    cache = (params, steps)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dparams and dx, from dx."""
    params, steps = cache
    db = zeros_of(params["b"])
    dW = zeros_of(params["W"])
    for x_before, x_at_W, x in reversed(steps):
        # backprop x = np.tanh(tanh_in)
        dtanh_in = (1 - x**2) * dx
        # backprop tanh_in = x_at_W + params["b"]
        dx_at_W = unbroadcast(dtanh_in, x_at_W)
        db += unbroadcast(dtanh_in, params["b"])
        # backprop x_at_W = x @ params["W"]
        dx = matmul_dx(dx_at_W, x_before, params["W"])
        dW += matmul_dy(dx_at_W, x_before, params["W"])
    dparams = {"W": dW, "b": db}
    dx = 1 * dx
    return dparams, dx
