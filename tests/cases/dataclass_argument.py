# arguments: q=Model(P((3, 2), (2,)), 1.5, 3, (5,), (2,)), x=(4, 3)
# names matter: fields are read by their names
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class P:
    w: np.ndarray
    b: np.ndarray


@dataclass
class Model:
    """A field that is not read has a gradient of zeros, and an int has none."""

    p: P
    scale: float
    n: int
    unused: np.ndarray
    log: "H" = field(default=None)


def f(q: Model, x):
    h = np.tanh(x @ q.p.w + q.p.b)
    return np.sum(h * q.log) * q.scale ** q.n


# output
"""Forward and backward passes of dataclass_argument.py: do not edit.

Made by `backprop generate`.
"""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class P:
    w: np.ndarray
    b: np.ndarray


@dataclass
class Model:
    """A field that is not read has a gradient of zeros, and an int has none."""

    p: P
    scale: float
    n: int
    unused: np.ndarray
    log: "H" = field(default=None)


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


def f_forward(q: Model, x):
    """Forward pass of f: out and the cache (references, not copies)."""
    x_at_q_p_w = x @ q.p.w
    tanh_in = x_at_q_p_w + q.p.b
    h = np.tanh(tanh_in)
    sum_in = h * q.log
    sum_h_times_q_log = np.sum(sum_in)
    q_scale_pow_q_n = q.scale**q.n
    out = sum_h_times_q_log * q_scale_pow_q_n
    cache = (q, x, x_at_q_p_w, h, sum_in, sum_h_times_q_log, q_scale_pow_q_n)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dq and dx, from dout."""
    q, x, x_at_q_p_w, h, sum_in, sum_h_times_q_log, q_scale_pow_q_n = cache
    # backprop out = sum_h_times_q_log * q_scale_pow_q_n
    dsum_h_times_q_log = q_scale_pow_q_n * dout
    dq_scale_pow_q_n = sum_h_times_q_log * dout
    # backprop q_scale_pow_q_n = q.scale**q.n
    dscale = (q.n * q.scale ** (q.n - 1) if q.n else 0.0) * dq_scale_pow_q_n
    # backprop sum_h_times_q_log = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dsum_h_times_q_log
    # backprop sum_in = h * q.log
    dh = unbroadcast(q.log * dsum_in, h)
    dlog = unbroadcast(h * dsum_in, q.log)
    # backprop h = np.tanh(tanh_in)
    dtanh_in = (1 - h**2) * dh
    # backprop tanh_in = x_at_q_p_w + q.p.b
    dx_at_q_p_w = unbroadcast(dtanh_in, x_at_q_p_w)
    db = unbroadcast(dtanh_in, q.p.b)
    # backprop x_at_q_p_w = x @ q.p.w
    dx = matmul_dx(dx_at_q_p_w, x, q.p.w)
    dw = matmul_dy(dx_at_q_p_w, x, q.p.w)
    dp = P(w=dw, b=db)
    dq = Model(
        p=dp,
        scale=dscale,
        n=0.0,
        unused=np.zeros_like(q.unused, dtype=np.result_type(q.unused, 1.0)),
        log=dlog,
    )
    return dq, dx
