# arguments: p=P(w=(3, 2), b=(2,)), x=(4, 3)
# names matter: fields are read by their names
from collections import namedtuple

import numpy as np

P = namedtuple("P", ["w", "b"])


def f(p: P, x):
    w, b = p
    return np.sum(np.tanh(x @ w + b)) + p[0][0, 1] + p[-1][1]


# output
"""Forward and backward passes of named_tuple_taken_apart.py: do not edit.

Made by `backprop generate`.
"""

from collections import namedtuple

import numpy as np

P = namedtuple("P", ["w", "b"])


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


def f_forward(p: P, x):
    """Forward pass of f: out and the cache (references, not copies)."""
    w, b = p
    x_at_w = x @ w
    tanh_in = x_at_w + b
    sum_in = np.tanh(tanh_in)
    sum_tanh_x = np.sum(sum_in)
    out = sum_tanh_x + p[0][0, 1] + p[-1][1]
    cache = (p, x, w, b, x_at_w, sum_in)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp and dx, from dout."""
    p, x, w, b, x_at_w, sum_in = cache
    # backprop out = sum_tanh_x + p[0][0, 1] + p[-1][1]
    dsum_tanh_x = np.sum(dout)
    dp_w = zeros_of(p.w)
    dp_w[0, 1] = copy_of(unbroadcast(dout, p[0][0, 1]))
    dp_b = zeros_of(p.b)
    dp_b[1] = copy_of(unbroadcast(dout, p[-1][1]))
    # backprop sum_tanh_x = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dsum_tanh_x
    # backprop sum_in = np.tanh(tanh_in)
    dtanh_in = (1 - sum_in**2) * dsum_in
    # backprop tanh_in = x_at_w + b
    dx_at_w = unbroadcast(dtanh_in, x_at_w)
    db = unbroadcast(dtanh_in, b)
    # backprop x_at_w = x @ w
    dx = matmul_dx(dx_at_w, x, w)
    dw = matmul_dy(dx_at_w, x, w)
    # backprop w, b = p
    dp_b += db
    dp_w += dw
    dp = P(w=dp_w, b=dp_b)
    return dp, dx
