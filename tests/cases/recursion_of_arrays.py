# arguments: y=(8,)
# first order only: what the cache holds is another cache
import numpy as np


def f(y: "M"):
    n = y.shape[0]
    if n == 1:
        return y**2
    e = f(y[::2])
    o = f(y[1::2])
    return np.concatenate([e + np.sin(o), e - o])


# output
"""Forward and backward passes of recursion_of_arrays.py: do not edit.

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


def f_forward(y: "M"):
    """Forward pass of f: out and the cache (references, not copies)."""
    n = y.shape[0]
    e = None
    f_cache = None
    o = None
    o_cache = None
    e_plus_sin_o = None
    if n == 1:
        out = y**2
    else:
        y_part = y[::2]
        e, f_cache = f_forward(y_part)
        o_y_part = y[1::2]
        o, o_cache = f_forward(o_y_part)
        e_plus_sin_o = e + np.sin(o)
        out = np.concatenate([e_plus_sin_o, e - o])
    cache = (y, n, e, f_cache, o, o_cache, e_plus_sin_o)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dy (M,), from dout."""
    y, n, e, f_cache, o, o_cache, e_plus_sin_o = cache
    if n == 1:
        # backprop out = y**2
        dy = (2 * y) * dout
    else:
        # backprop out = np.concatenate([e_plus_sin_o, e - o])
        de_plus_sin_o = dout[: np.shape(e_plus_sin_o)[0]]
        de = 1.0 * unbroadcast(dout[np.shape(e_plus_sin_o)[0] :], e)
        do = unbroadcast(-dout[np.shape(e_plus_sin_o)[0] :], o)
        # backprop e_plus_sin_o = e + np.sin(o)
        de += unbroadcast(de_plus_sin_o, e)
        do += unbroadcast(np.cos(o) * de_plus_sin_o, o)
        # backprop o = f(o_y_part)
        do_y_part = f_backward(do, o_cache)
        # backprop o_y_part = y[1::2]
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
        dy[1::2] = do_y_part
        # backprop e = f(y_part)
        dy_part = f_backward(de, f_cache)
        # backprop y_part = y[::2]
        dy[::2] += dy_part
    return dy
