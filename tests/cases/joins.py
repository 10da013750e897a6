# arguments: x=(4, 3), y=(4, 2), v=(3,), a=1.5
import numpy as np


def f(x: "N D", y: "N K", v: "D", a: float):
    wide = np.concatenate([x, y, x], axis=1)
    tall = np.vstack([v, x, 2 * v])
    parts = [v, [a, 0.0]]
    flat = np.concatenate([[a], v, np.zeros(2), v])
    turn = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    return wide, tall, flat, turn, np.hstack(parts), np.c_[x, x[:, 0], y]


# output
"""Forward and backward passes of joins.py, made by `backprop generate`: do not edit."""

import numpy as np


def f_forward(x: "N D", y: "N K", v: "D", a: float):
    """Forward pass of f.

    Gives wide, tall, flat, turn (2, 2), out, out1 and the cache (references, not
    copies).
    """
    wide = np.concatenate([x, y, x], axis=1)
    tall = np.vstack([v, x, 2 * v])
    parts = [v, [a, 0.0]]
    flat = np.concatenate([[a], v, np.zeros(2), v])
    turn = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    out = np.hstack(parts)
    out1 = np.c_[x, x[:, 0], y]
    cache = (x, y, v, a, parts)
    return wide, tall, flat, turn, out, out1, cache


def f_backward(dwide, dtall, dflat, dturn, dout, dout1, cache):
    """Backward pass of f.

    Gives dx (N, D), dy (N, K), dv (D,) and da, from dwide, dtall, dflat, dturn (2, 2),
    dout and dout1.
    """
    x, y, v, a, parts = cache
    # backprop out1 = np.c_[x, x[:, 0], y]
    dx = 1.0 * dout1[..., : x.shape[-1]]
    dx[:, 0] += dout1[..., x.shape[-1]]
    dy = 1.0 * dout1[..., x.shape[-1] + 1 :]
    # backprop out = np.hstack(parts)
    dparts_0 = dout[: parts[0].size]
    # backprop turn = np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]])
    da = -np.sin(a) * dturn[0, 0]
    da += np.cos(a) * -dturn[0, 1]
    da += np.cos(a) * dturn[1, 0]
    da -= np.sin(a) * dturn[1, 1]
    # backprop flat = np.concatenate([[a], v, np.zeros(2), v])
    da += dflat[0]
    dv = 1.0 * dflat[1 : 1 + v.shape[0]]
    dv += dflat[1 + v.shape[0] + 2 :]
    # backprop parts = [v, [a, 0.0]]
    dv += dparts_0
    da += dout[parts[0].size]
    # backprop tall = np.vstack([v, x, 2 * v])
    dv += dtall[0]
    dx += dtall[1 : 1 + x.shape[0]]
    dv += 2 * dtall[1 + x.shape[0]]
    # backprop wide = np.concatenate([x, y, x], axis=1)
    dx += dwide[:, : x.shape[1]]
    dy += dwide[:, x.shape[1] : x.shape[1] + y.shape[1]]
    dx += dwide[:, x.shape[1] + y.shape[1] :]
    return dx, dy, dv, da
