# arguments: xs=(3, 2), Wx=(2, 8), Wh=(2, 8), b=(8,)
import numpy as np


def f(xs: "T D", Wx: "D K", Wh: "H K", b: "K"):
    H = Wh.shape[0]
    h = np.zeros(H)
    c = np.zeros(H)
    for x in xs:
        z = x @ Wx + h @ Wh + b
        i = 1 / (1 + np.exp(-z[:H]))
        f_ = 1 / (1 + np.exp(-z[H:2*H]))
        o = 1 / (1 + np.exp(-z[2*H:3*H]))
        g = np.tanh(z[3*H:])
        c = f_ * c + i * g
        h = o * np.tanh(c)
    return h


# output
"""Forward and backward passes of lstm.py, made by `backprop generate`: do not edit."""

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
    """Gives g the shape of x: sums it where x was broadcast, spreads it where g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = max(np.ndim(g) - len(shape), 0)
    g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def f_forward(xs: "T D", Wx: "D K", Wh: "H K", b: "K"):
    """Forward pass of f: h and the cache (references, not copies)."""
    H = Wh.shape[0]
    h = np.zeros(H)
    c = np.zeros(H)
    steps = []
    for x in xs:
        c_before = c
        h_before = h
        x_at_Wx = x @ Wx
        h_at_Wh = h @ Wh
        z = x_at_Wx + h_at_Wh + b
        i = 1 / (1 + np.exp(-z[:H]))
        f_ = 1 / (1 + np.exp(-z[H:2*H]))
        o = 1 / (1 + np.exp(-z[2*H:3*H]))
        g = np.tanh(z[3*H:])
        c = f_ * c + i * g
        tanh_c = np.tanh(c)
        h = o * tanh_c
        steps.append((c_before, h_before, h_at_Wh, z, i, f_, o, g, tanh_c))
    cache = (xs, Wx, Wh, b, H, steps, c)
    return h, cache


def f_backward(dh, cache):
    """Backward pass of f: dxs (T, D), dWx (D, K), dWh (H, K) and db (K,), from dh."""
    xs, Wx, Wh, b, H, steps, c = cache
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dWh = np.zeros_like(Wh, dtype=np.result_type(Wh, 1.0))
    dWx = np.zeros_like(Wx, dtype=np.result_type(Wx, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i1 in reversed(range(len(xs))):
        c_before, h_before, h_at_Wh, z, i, f_, o, g, tanh_c = steps[i1]
        x = xs[i1]
        # backprop h = o * tanh_c
        do = unbroadcast(tanh_c * dh, o)
        dtanh_c = unbroadcast(o * dh, tanh_c)
        # backprop tanh_c = np.tanh(c)
        dc += (1 - tanh_c**2) * dtanh_c
        # backprop c = f_ * c + i * g
        df_ = unbroadcast(c_before * dc, f_)
        di = unbroadcast(g * dc, i)
        dg = unbroadcast(i * dc, g)
        dc = unbroadcast(f_ * dc, c_before)
        # backprop g = np.tanh(z[3*H:])
        dz = np.zeros_like(z, dtype=np.result_type(z, 1.0))
        dz[3 * H :] = (1 - g**2) * dg
        # backprop o = 1 / (1 + np.exp(-z[2*H:3*H]))
        dz[2 * H : 3 * H] += ((1 - o) * o) * do
        # backprop f_ = 1 / (1 + np.exp(-z[H:2*H]))
        dz[H : 2 * H] += ((1 - f_) * f_) * df_
        # backprop i = 1 / (1 + np.exp(-z[:H]))
        dz[:H] += ((1 - i) * i) * di
        # backprop z = x_at_Wx + h_at_Wh + b
        dx_at_Wx = 1 * unbroadcast(dz, b)
        dh_at_Wh = 1 * unbroadcast(dz, h_at_Wh)
        db += unbroadcast(dz, b)
        # backprop h_at_Wh = h @ Wh
        dh = matmul_dx(dh_at_Wh, h_before, Wh)
        dWh += matmul_dy(dh_at_Wh, h_before, Wh)
        # backprop x_at_Wx = x @ Wx
        dx = Wx @ dx_at_Wx
        dWx += np.outer(x, dx_at_Wx)
        dxs[i1] = dx
    return dxs, dWx, dWh, db
