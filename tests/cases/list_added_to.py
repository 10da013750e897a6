# arguments: x=(3,), n=4
import numpy as np


def f(x: "N", n: int):
    l = []
    l += [x]
    l.insert(0, x * 2)
    return l, [v * 2 for v in l]


# output
"""Forward and backward passes of list_added_to.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(x: "N", n: int):
    """Forward pass of f: out, out1 and the cache."""
    l_0 = x
    l_1 = x * 2
    out = [l_1, l_0]
    out1 = [l_1 * 2, l_0 * 2]
    cache = ()
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: dx (N,), from dout and dout1."""
    # backprop out1 = [l_1 * 2, l_0 * 2]
    dl_1 = 2 * dout1[0]
    dl_0 = 2 * dout1[1]
    # backprop out = [l_1, l_0]
    dl_1 += dout[0]
    dl_0 += dout[1]
    # backprop l_1 = x * 2
    dx = 2 * dl_1
    # backprop l_0 = x
    dx += dl_0
    return dx
