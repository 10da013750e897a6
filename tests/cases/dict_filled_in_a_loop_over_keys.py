# arguments: p={"w": (3,), "b": (3,)}, g={"w": (3,), "b": (3,)}, lr=0.1
import numpy as np


def f(p: dict, g: dict, lr: float):
    new = {}
    for k in ("w", "b"):
        new[k] = p[k] - lr * g[k]
    return new


# output
"""Forward and backward passes of dict_filled_in_a_loop_over_keys.py: do not edit.

Made by `backprop generate`.
"""

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


def f_forward(p: dict, g: dict, lr: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    lr_times_w = lr * g["w"]
    new_w = p["w"] - lr_times_w
    lr_times_b = lr * g["b"]
    new_b = p["b"] - lr_times_b
    out = {"w": new_w, "b": new_b}
    cache = (p, g, lr, lr_times_w, lr_times_b)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dp, dg and dlr, from dout."""
    p, g, lr, lr_times_w, lr_times_b = cache
    # backprop out = {"w": new_w, "b": new_b}
    dnew_w = dout["w"]
    # backprop new_b = p["b"] - lr_times_b
    db = unbroadcast(dout["b"], p["b"])
    dlr_times_b = unbroadcast(-dout["b"], lr_times_b)
    # backprop lr_times_b = lr * g["b"]
    dlr = np.sum(g["b"] * dlr_times_b)
    dg_b = lr * dlr_times_b
    # backprop new_w = p["w"] - lr_times_w
    dw = unbroadcast(dnew_w, p["w"])
    dlr_times_w = unbroadcast(-dnew_w, lr_times_w)
    # backprop lr_times_w = lr * g["w"]
    dlr += np.sum(g["w"] * dlr_times_w)
    dg_w = lr * dlr_times_w
    dp = {"w": 1 * dw, "b": 1 * db}
    dg = {"w": dg_w, "b": dg_b}
    return dp, dg, dlr
