# arguments: xs=(3, 2), Wx=(2, 8), Wh=(2, 8), b=(8,)
# names matter: a position gives way to a gate of its name
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


def f_forward(xs: "T D", Wx: "D K", Wh: "H K", b: "K"):
    """Forward pass of f: h and the cache (references, not copies)."""
    H = Wh.shape[0]
    h = np.zeros(H)
    c = np.zeros(H)
    steps = []
    for x in xs:
        c_before = c
        h_before = h
        z = x @ Wx + h @ Wh + b
        i = 1 / (1 + np.exp(-z[:H]))
        f_ = 1 / (1 + np.exp(-z[H:2*H]))
        o = 1 / (1 + np.exp(-z[2*H:3*H]))
        g = np.tanh(z[3*H:])
        f__times_c = f_ * c
        i_times_g = i * g
        c = f__times_c + i_times_g
        tanh_c = np.tanh(c)
        h = o * tanh_c
        steps.append(
            (c_before, h_before, z, i, f_, o, g, f__times_c, i_times_g, tanh_c)
        )
    cache = (xs, Wx, Wh, b, H, steps, c)
    return h, cache


def f_backward(dh, cache):
    """Backward pass of f: dxs (T, D), dWx (D, K), dWh (H, K) and db (K,), from dh."""
    xs, Wx, Wh, b, H, steps, c = cache
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    dWx = np.zeros_like(Wx, dtype=np.result_type(Wx, 1.0))
    dWh = np.zeros_like(Wh, dtype=np.result_type(Wh, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    x_rows = []
    dz_rows = []
    h_rows = []
    for i1 in reversed(range(len(xs))):
        c_before, h_before, z, i, f_, o, g, f__times_c, i_times_g, tanh_c = steps[i1]
        x = xs[i1]
        # backprop h = o * tanh_c
        do = unbroadcast(tanh_c * dh, o)
        dtanh_c = unbroadcast(o * dh, tanh_c)
        # backprop tanh_c = np.tanh(c)
        dc += (1 - tanh_c**2) * dtanh_c
        # backprop c = f__times_c + i_times_g
        df__times_c = unbroadcast(dc, f__times_c)
        di_times_g = unbroadcast(dc, i_times_g)
        # backprop i_times_g = i * g
        di = unbroadcast(g * di_times_g, i)
        dg = unbroadcast(i * di_times_g, g)
        # backprop f__times_c = f_ * c
        df_ = unbroadcast(c_before * df__times_c, f_)
        dc = unbroadcast(f_ * df__times_c, c_before)
        # backprop g = np.tanh(z[3*H:])
        dz = np.zeros_like(z, dtype=np.result_type(z, 1.0))
        dz[3 * H :] = (1 - g**2) * dg
        # backprop o = 1 / (1 + np.exp(-z[2*H:3*H]))
        dz[2 * H : 3 * H] += ((1 - o) * o) * do
        # backprop f_ = 1 / (1 + np.exp(-z[H:2*H]))
        dz[H : 2 * H] += ((1 - f_) * f_) * df_
        # backprop i = 1 / (1 + np.exp(-z[:H]))
        dz[:H] += ((1 - i) * i) * di
        # backprop z = x @ Wx + h @ Wh + b
        dx = Wx @ dz
        x_rows.append(x)
        dz_rows.append(dz)
        dh = Wh @ dz
        h_rows.append(h_before)
        dxs[i1] = dx
    # backprop of all turns: z = x @ Wx + h @ Wh + b
    dz_rows = np.array(dz_rows)
    dWx += np.array(x_rows).T @ dz_rows
    dWh += np.array(h_rows).T @ dz_rows
    db += np.sum(dz_rows, axis=0)
    return dxs, dWx, dWh, db
