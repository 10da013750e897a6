# arguments: x=(3,), y=(3,), params={"w": (3,), "b": (3,)}
import numpy as np


def f(x: "N", y: "N", params: dict):
    state = {"w": x * y, "b": x + y}
    s = 0.0
    for key, value in state.items():
        s = s + np.sum(value * params[key])
    for key in state:
        s = s + np.sum(params[key] ** 2)
    return s + sum(np.sum(v) for v in state.values())


# output
"""Forward and backward passes of loop_over_a_dict_of_known_keys.py: do not edit.

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


def f_forward(x: "N", y: "N", params: dict):
    """Forward pass of f: out and the cache (references, not copies)."""
    state = {"w": x * y, "b": x + y}
    s = 0.0
    sum_in = state["w"] * params["w"]
    s = s + np.sum(sum_in)
    s_sum_in = state["b"] * params["b"]
    s = s + np.sum(s_sum_in)
    s = s + np.sum(params["w"] ** 2)
    s = s + np.sum(params["b"] ** 2)
    out = s + (np.sum(state["w"]) + np.sum(state["b"]))
    cache = (x, y, params, state, sum_in, s_sum_in)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), dy (N,) and dparams, from dout."""
    x, y, params, state, sum_in, s_sum_in = cache
    # backprop out = s + (np.sum(state["w"]) + np.sum(state["b"]))
    ds = dout
    dw = np.ones_like(state["w"]) * dout
    db = np.ones_like(state["b"]) * dout
    # backprop s = s + np.sum(params["b"] ** 2)
    dparams_b = (2 * params["b"]) * ds
    # backprop s = s + np.sum(params["w"] ** 2)
    dparams_w = (2 * params["w"]) * ds
    # backprop s = s + np.sum(s_sum_in)
    ds_sum_in = np.ones_like(s_sum_in) * ds
    # backprop s_sum_in = state["b"] * params["b"]
    db += unbroadcast(params["b"] * ds_sum_in, state["b"])
    dparams_b += unbroadcast(state["b"] * ds_sum_in, params["b"])
    # backprop s = s + np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * ds
    # backprop sum_in = state["w"] * params["w"]
    dw += unbroadcast(params["w"] * dsum_in, state["w"])
    dparams_w += unbroadcast(state["w"] * dsum_in, params["w"])
    # backprop state = {"w": x * y, "b": x + y}
    dx = y * dw
    dy = x * dw
    dx += db
    dy += db
    dparams = {"w": dparams_w, "b": dparams_b}
    return dx, dy, dparams
