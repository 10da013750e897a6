# arguments below_zero: x=(2,)
# arguments downwards: x=(4,), n=3
# arguments in_halves: x=(3,)
# arguments of_lists: x=(2,)
# first order only: a cache holds a dict that is written by key
def below_zero(x: "N"):
    s = {}
    for i in range(2):
        s[2 * i - 1] = x[i] ** 2
    return s[-1] * s[1] + s[1]


def downwards(x: "N", n: int):
    s = {}
    for i in range(n):
        s[-i] = x[i] * x[i]
    return s[0] * s[-1] * s[-1] + s[-2]


def in_halves(x: "N"):
    s = {}
    for i in range(3):
        s[i / 2] = x[i] ** 2
    return s[0.5] * s[1.0] + s[0]


def of_lists(x: "N"):
    rows = {i: [0.0, 1.0] for i in range(-1, 2)}
    rows[-1][0] = x[0] * x[1]
    rows[1][1] = x[1]
    return rows[-1][0] * rows[1][1] + rows[1][0]


# output
"""Forward and backward passes of dict_by_keys_of_either_sign.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def below_zero_forward(x: "N"):
    """Forward pass of below_zero: out and the cache (references, not copies)."""
    s = {}
    for i in range(2):
        s[2 * i - 1] = x[i] ** 2
    out = s[-1] * s[1] + s[1]
    cache = (x, s)
    return out, cache


def below_zero_backward(dout, cache):
    """Backward pass of below_zero: dx (N,), from dout."""
    x, s = cache
    # backprop out = s[-1] * s[1] + s[1]
    ds = dict.fromkeys(s, 0.0)
    ds[-1] = s[1] * dout
    ds[1] += s[-1] * dout
    ds[1] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(2)):
        # backprop s[2 * i - 1] = x[i] ** 2
        dx[i] = (2 * x[i]) * ds[2 * i - 1]
        ds[2 * i - 1] = 0.0
    return dx


def downwards_forward(x: "N", n: int):
    """Forward pass of downwards: out and the cache (references, not copies)."""
    s = {}
    for i in range(n):
        s[-i] = x[i] * x[i]
    s_0_times_s_part = s[0] * s[-1]
    out = s_0_times_s_part * s[-1] + s[-2]
    cache = (x, n, s, s_0_times_s_part)
    return out, cache


def downwards_backward(dout, cache):
    """Backward pass of downwards: dx (N,), from dout."""
    x, n, s, s_0_times_s_part = cache
    # backprop out = s_0_times_s_part * s[-1] + s[-2]
    ds_0_times_s_part = s[-1] * dout
    ds = dict.fromkeys(s, 0.0)
    ds[-1] = s_0_times_s_part * dout
    ds[-2] += dout
    # backprop s_0_times_s_part = s[0] * s[-1]
    ds[0] += s[-1] * ds_0_times_s_part
    ds[-1] += s[0] * ds_0_times_s_part
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        # backprop s[-i] = x[i] * x[i]
        dx[i] = (2 * x[i]) * ds[-i]
        ds[-i] = 0.0
    return dx


def in_halves_forward(x: "N"):
    """Forward pass of in_halves: out and the cache (references, not copies)."""
    s = {}
    for i in range(3):
        s[i / 2] = x[i] ** 2
    out = s[0.5] * s[1.0] + s[0]
    cache = (x, s)
    return out, cache


def in_halves_backward(dout, cache):
    """Backward pass of in_halves: dx (N,), from dout."""
    x, s = cache
    # backprop out = s[0.5] * s[1.0] + s[0]
    ds = dict.fromkeys(s, 0.0)
    ds[0.5] = s[1.0] * dout
    ds[1.0] += s[0.5] * dout
    ds[0] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(3)):
        # backprop s[i / 2] = x[i] ** 2
        dx[i] = (2 * x[i]) * ds[i / 2]
        ds[i / 2] = 0.0
    return dx


def of_lists_forward(x: "N"):
    """Forward pass of of_lists: out and the cache (references, not copies)."""
    rows = {}
    for i in range(-1, 2):
        rows[i] = [0.0, 1.0]
    rows[-1][0] = x[0] * x[1]
    rows[1][1] = x[1]
    out = rows[-1][0] * rows[1][1] + rows[1][0]
    cache = (x, rows)
    return out, cache


def of_lists_backward(dout, cache):
    """Backward pass of of_lists: dx, from dout."""
    x, rows = cache
    # backprop out = rows[-1][0] * rows[1][1] + rows[1][0]
    drows = zeros_of(rows)
    drows[-1][0] += rows[1][1] * dout
    drows[1][1] += rows[-1][0] * dout
    drows[1][0] += dout
    # backprop rows[1][1] = x[1]
    dx = [0.0] * len(x)
    dx[1] = drows[1][1]
    drows[1][1] = 0.0
    # backprop rows[-1][0] = x[0] * x[1]
    dx[0] += x[1] * drows[-1][0]
    dx[1] += x[0] * drows[-1][0]
    return dx
