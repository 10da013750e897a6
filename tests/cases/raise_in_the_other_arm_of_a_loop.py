# arguments: x=(3,), c=1.2
import numpy as np


def f(x: "N", c: float):
    y = x * c
    while c < 10:
        if c > -2:
            c = c * c + 1
            y = y + c
        else:
            y = y + 3
            print(y)
            if c < -3:
                raise ValueError(c)
            raise TypeError(c)
    if c < 900:
        z = np.sum(y)
        y = y * z
    else:
        message = f"{c} is large"
        raise OverflowError(message)
    return z * y


# output
"""Forward and backward passes of raise_in_the_other_arm_of_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", c: float):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    y = x * c
    c_before1 = c
    c_before = []
    while c < 10:
        c_before.append(c)
        if c > -2:
            c = c * c + 1
            y = y + c
        else:
            y = y + 3
            print(y)
            if c < -3:
                raise ValueError(c)
            raise TypeError(c)
    y_before = y
    if c < 900:
        z = np.sum(y)
        y = y * z
    else:
        message = f"{c} is large"
        raise OverflowError(message)
    out = z * y
    cache = (x, c_before1, c_before, c, y_before, z, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout (N,)."""
    x, c_before1, c_before, c, y_before, z, y = cache
    # backprop out = z * y
    dz = y @ dout
    dy = z * dout
    if c < 900:
        # backprop y = y * z
        dz += y_before @ dy
        dy = z * dy
        # backprop z = np.sum(y)
        dy += dz
    dc = 0.0
    for c in reversed(c_before):
        if c > -2:
            # backprop y = y + c
            dc += np.sum(dy)
            # backprop c = c * c + 1
            dc = (2 * c) * dc
    # backprop y = x * c
    dx = c_before1 * dy
    dc += x @ dy
    return dx, dc
