# arguments: w=(3,), n=2
import numpy as np


def f(w, n: int):
    for k in range(n):
        if k > 4:
            w = np.ones(3)
    s = 0.0
    for v in w:
        s += v * v
    return s * np.sum(w + w)


# output
"""Forward and backward passes of argument_given_another_array_in_a_loop.py: do not
edit.

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


def f_forward(w, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    if isinstance(w, (list, tuple)):
        raise TypeError("f: w is a list or a tuple, and is taken for an array")
    w_before = []
    for k in range(n):
        w_before.append(w)
        if k > 4:
            w = np.ones(3)
    s = 0.0
    s_before = []
    for v in w:
        s_before.append(s)
        s = s + v * v
    sum_w_plus_w = np.sum(w + w)
    out = s * sum_w_plus_w
    cache = (n, w_before, w, s_before, s, sum_w_plus_w)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dw, from dout."""
    n, w_before, w, s_before, s, sum_w_plus_w = cache
    # backprop out = s * sum_w_plus_w
    ds = sum_w_plus_w * dout
    dsum_w_plus_w = np.sum(s * dout)
    # backprop sum_w_plus_w = np.sum(w + w)
    dw = np.ones_like(w) * dsum_w_plus_w
    dw += dsum_w_plus_w
    for i in reversed(range(len(w))):
        s = s_before[i]
        v = w[i]
        # backprop s = s + v * v
        dv = unbroadcast((2 * v) * ds, v)
        ds = unbroadcast(ds, s)
        dw[i] += dv
    for k in reversed(range(n)):
        w = w_before[k]
        if k > 4:
            dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    return dw
