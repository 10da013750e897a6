# arguments: a=(3,), n=2
# arguments swapped: s=1.3, n=2
# arguments kept: a=(3,), n=1
import numpy as np


def swapped(s: float, n: int):
    x = s * s
    y = s
    if n > 1:
        x, y = y, x
    else:
        x = 0.5
    return x * 2 + y


def kept(a: "N", n: int):
    for x in a[:2]:
        if a[n] > 1:
            x = x
        else:
            x = 0.5
    return x * 3


def f(a: "N", n: int):
    x = a[0]
    if n > 1:
        x = 2 * x
    elif n > 0:
        x = 0.5
    return x * 2


# output
"""Forward and backward passes of name_given_a_number_in_one_arm.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def swapped_forward(s: float, n: int):
    """Forward pass of swapped: out and the cache (references, not copies)."""
    x = s * s
    y = s
    if n > 1:
        x, y = y, x
    else:
        x = 0.5
    out = x * 2 + y
    cache = (s, n)
    return out, cache


def swapped_backward(dout, cache):
    """Backward pass of swapped: ds, from dout."""
    s, n = cache
    # backprop out = x * 2 + y
    dx = 2 * dout
    dy = dout
    if n > 1:
        # backprop x, y = y, x
        dx_next = dx
        dx = dy
        dy = dx_next
    else:
        dx = 0.0
    # backprop y = s
    ds = dy
    # backprop x = s * s
    ds = ds + (2 * s) * dx
    return ds


def kept_forward(a: "N", n: int):
    """Forward pass of kept: out and the cache (references, not copies)."""
    for x in a[:2]:
        if a[n] > 1:
            x = x
        else:
            x = 0.5
    out = x * 3
    cache = (a, n)
    return out, cache


def kept_backward(dout, cache):
    """Backward pass of kept: da (N,), from dout."""
    a, n = cache
    # backprop out = x * 3
    dx = 3 * dout
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for i in reversed(range(len(a[:2]))):
        if not a[n] > 1:
            dx = 0.0
        da[:2][i] += dx
        dx = 0.0
    return da


def f_forward(a: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    x = a[0]
    if n > 1:
        x = 2 * x
    elif n > 0:
        x = 0.5
    out = x * 2
    cache = (a, n)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da (N,), from dout."""
    a, n = cache
    # backprop out = x * 2
    dx = 2 * dout
    if n > 1:
        # backprop x = 2 * x
        dx = 2 * dx
    elif n > 0:
        dx = 0.0
    # backprop x = a[0]
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    da[0] = dx
    return da
