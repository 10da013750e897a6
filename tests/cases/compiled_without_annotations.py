# arguments: x=(4, 3), w=(3, 2), b=(2,)
# arguments first_max: x=(4,)
# arguments conditional: x=(3,)
import numpy as np
from numba import njit as compiled


@compiled
def first_max(x):
    return np.max(x) * x[0]


@compiled
def conditional(x, rate=1.0):
    y = x * 2
    if rate > 0.5:
        z = np.exp(y)
        y = y * z
    return np.sum(y)


@compiled
def layer(x, w, b):
    h = np.maximum(x @ w + b, 0.0)
    return np.mean(h * h)


# output
"""Forward and backward passes of compiled_without_annotations.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np
from numba import njit as compiled


@compiled
def is_first_max(x):
    """True where np.max(x) has its value from, the first place on a tie; else False."""
    first = np.zeros(x.shape, np.bool_)
    first.flat[np.argmax(x)] = True
    return first


@compiled
def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if x.ndim == 1 and y.ndim == 1:
        return y * dz
    if x.ndim == 1:
        return np.dot(y, dz)
    return np.outer(dz, y) if y.ndim == 1 else np.dot(dz, y.T)


@compiled
def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if x.ndim == 1 and y.ndim == 1:
        return x * dz
    if x.ndim == 1:
        return np.outer(x, dz)
    return np.dot(x.T, dz)


@compiled
def unbroadcast(g, x):
    """Gives g the shape of x: a sum where x was broadcast, spread if g is smaller."""
    if not hasattr(x, "ndim"):
        return np.sum(g)
    g = np.asarray(g)
    dx = np.zeros(x.shape, g.dtype)
    shape = np.broadcast_shapes(g.shape, x.shape)
    places = np.broadcast_to(np.arange(x.size).reshape(x.shape), shape)
    for place, part in zip(places.flat, np.broadcast_to(g, shape).flat):
        dx.flat[place] += part
    return dx


@compiled
def zeros_of(x):
    """Zeros for a number, an array, or a list of them."""
    if isinstance(x, list):
        return [zeros_of(item) for item in x]
    return np.zeros(x.shape) if hasattr(x, "ndim") else 0.0


@compiled
def first_max_forward(x):
    """Forward pass of first_max: out and the cache (references, not copies)."""
    max_x = np.max(x)
    out = max_x * x[0]
    cache = (x, max_x)
    return out, cache


@compiled
def first_max_backward(dout, cache):
    """Backward pass of first_max: dx, from dout."""
    x, max_x = cache
    # backprop out = max_x * x[0]
    dmax_x = np.sum(x[0] * dout)
    dx = np.zeros(x.shape)
    dx[0] = max_x * dout
    # backprop max_x = np.max(x)
    dx += is_first_max(x) * dmax_x
    return dx


@compiled
def conditional_forward(x, rate=1.0):
    """Forward pass of conditional: out and the cache (references, not copies)."""
    y = x * 2
    y_before = y
    z = y
    rate_gt_half = rate > 0.5
    if rate_gt_half:
        z = np.exp(y)
        y = y * z
    out = np.sum(y)
    cache = (rate, y_before, rate_gt_half, z, y)
    return out, cache


@compiled
def conditional_backward(dout, cache):
    """Backward pass of conditional: dx and drate, from dout."""
    rate, y_before, rate_gt_half, z, y = cache
    # backprop out = np.sum(y)
    dy = np.ones_like(y) * dout
    if rate_gt_half:
        # backprop y = y * z
        dz = y_before * dy
        dy = z * dy
        # backprop z = np.exp(y)
        dy += z * dz
    # backprop y = x * 2
    dx = 2 * dy
    drate = zeros_of(rate)
    return dx, drate


@compiled
def layer_forward(x, w, b):
    """Forward pass of layer: out and the cache (references, not copies)."""
    x_at_w = x @ w
    relu_swapped_in = x_at_w + b
    h = np.maximum(relu_swapped_in, 0.0)
    out = np.mean(h * h)
    cache = (x, w, b, x_at_w, h)
    return out, cache


@compiled
def layer_backward(dout, cache):
    """Backward pass of layer: dx, dw and db, from dout."""
    x, w, b, x_at_w, h = cache
    # backprop out = np.mean(h * h)
    dh = (2 * h) * (dout / np.size(h))
    # backprop h = np.maximum(relu_swapped_in, 0.0)
    drelu_swapped_in = (h > 0) * dh
    # backprop relu_swapped_in = x_at_w + b
    dx_at_w = unbroadcast(drelu_swapped_in, x_at_w)
    db = unbroadcast(drelu_swapped_in, b)
    # backprop x_at_w = x @ w
    dx = matmul_dx(dx_at_w, x, w)
    dw = matmul_dy(dx_at_w, x, w)
    return dx, dw, db
