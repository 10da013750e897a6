# arguments: x=(3,), y=(3,), n=3
# arguments: x=(3,), y=(3,), n=0
# first order only: this writes into memory that v_before may name too
import numpy as np


def f(x: "N", y: "N", n: int):
    for i in range(n):
        if y[i] > 0.0:
            v = x * y
    s = 0.5
    if n > 1 and np.sum(y > 0.0):
        s = np.sum(v * v)
        v[0] = s * y[1]
        s = np.sum(v)
    return s * x


# output
"""Forward and backward passes of array_that_only_a_turn_makes_written_in_an_arm.py: do
not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def f_forward(x: "N", y: "N", n: int):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    v = None
    v_before = []
    for i in range(n):
        v_before.append(v)
        if y[i] > 0.0:
            v = x * y
    v_before1 = copy_of(v)
    s = 0.5
    s_before = None
    s_test = n > 1 and np.sum(y > 0.0)
    if s_test:
        s = np.sum(v * v)
        s_before = s
        v[0] = s * y[1]
        s = np.sum(v)
    out = s * x
    cache = (x, y, n, v_before, v_before1, s_test, s_before, v, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout (N,)."""
    x, y, n, v_before, v_before1, s_test, s_before, v, s = cache
    # backprop out = s * x
    ds = x @ dout
    dx = s * dout
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    if s_test:
        # backprop s = np.sum(v)
        dv = np.ones_like(v) * ds
        # backprop v[0] = s * y[1]
        ds = y[1] * dv[0]
        dy[1] = s_before * dv[0]
        dv[0] = 0.0
        # backprop s = np.sum(v * v)
        dv += (2 * v_before1) * ds
    else:
        dv = np.zeros_like(v_before1, dtype=np.result_type(v_before1, 1.0))
    for i in reversed(range(n)):
        v = v_before[i]
        if y[i] > 0.0:
            # backprop v = x * y
            dx += y * dv
            dy += x * dv
            dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
    return dx, dy
