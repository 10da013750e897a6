# arguments: h=(3,), c=False, d=True
import numpy as np


def item_called_as_what_a_loop_goes_over(h: "N", c: bool, d: bool):
    x = 0.0
    if c:
        if d:
            h = h
        if h[0] > 0.1:
            x = 1.0
    else:
        for h in h[1:]:
            x = x + np.sin(h)
    return x


# output
"""Forward and backward passes of item_called_as_what_a_loop_goes_over.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def item_called_as_what_a_loop_goes_over_forward(h: "N", c: bool, d: bool):
    """Forward pass of item_called_as_what_a_loop_goes_over.

    Gives x and the cache (references, not copies).
    """
    x = 0.0
    h_before = h
    if c:
        if d:
            h = h
        if h[0] > 0.1:
            x = 1.0
    else:
        for h1 in h[1:]:
            x = x + np.sin(h1)
    cache = (h_before, c)
    return x, cache


def item_called_as_what_a_loop_goes_over_backward(dx, cache):
    """Backward pass of item_called_as_what_a_loop_goes_over: dh (N,), from dx."""
    h_before, c = cache
    if c:
        dh = np.zeros_like(h_before, dtype=np.result_type(h_before, 1.0))
    else:
        dh = np.zeros_like(h_before, dtype=np.result_type(h_before, 1.0))
        for i in reversed(range(len(h_before[1:]))):
            h1 = h_before[1:][i]
            # backprop x = x + np.sin(h1)
            dh1 = np.cos(h1) * dx
            dh[1:][i] += dh1
    return dh
