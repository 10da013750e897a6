# arguments: p={"w": (3, 2), "b": (2,)}, x=(4, 3)
# first order only: what the cache holds may be a list or an array
import numpy as np


def f(p, x):
    h = np.tanh(x @ p["w"] + p["b"])
    return np.sum(h) + sum(np.sum(v**2) for v in p.values())


# output
"""Forward and backward passes of dict_gone_over_and_read_by_key.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def f_forward(p, x):
    """Forward pass of f: out and the cache (references, not copies)."""
    x_at_w = x @ p["w"]
    tanh_in = x_at_w + p["b"]
    h = np.tanh(tanh_in)
    total = 0
    keys = list(p)
    p_values = [p[key] for key in keys]
    for v in p_values:
        total += np.sum(v**2)
    out = np.sum(h) + total
    cache = (p, x, x_at_w, h, keys, p_values)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx, from dout."""
    p, x, x_at_w, h, keys, p_values = cache
    # backprop out = np.sum(h) + total
    dh = np.ones_like(h) * dout
    dtotal = dout
    dp_values = zeros_of(p_values)
    for i in reversed(range(len(p_values))):
        v = p_values[i]
        # backprop total += np.sum(v**2)
        dv = (2 * v) * dtotal
        dp_values[i] += dv
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    # backprop h = np.tanh(tanh_in)
    dtanh_in = (1 - h**2) * dh
    # backprop tanh_in = x_at_w + p["b"]
    dx_at_w = unbroadcast(dtanh_in, x_at_w)
    db = unbroadcast(dtanh_in, p["b"])
    # backprop x_at_w = x @ p["w"]
    dx = matmul_dx(dx_at_w, x, p["w"])
    dw = matmul_dy(dx_at_w, x, p["w"])
    dw += dp["w"]
    db += dp["b"]
    dp = {**copy_of(dp), "w": dw, "b": db}
    return dp, dx
