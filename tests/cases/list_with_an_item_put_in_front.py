# arguments: x=(3,)
import numpy as np


def f(x: "N"):
    l = [x, x * 2]
    l.insert(0, x * 3)
    return np.sum(l[0] * l[1] * l[2])


# output
"""Forward and backward passes of list_with_an_item_put_in_front.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    l_0 = x
    l_1 = x * 2
    l_2 = x * 3
    l_2_times_l_0 = l_2 * l_0
    out = np.sum(l_2_times_l_0 * l_1)
    cache = (l_0, l_1, l_2, l_2_times_l_0)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    l_0, l_1, l_2, l_2_times_l_0 = cache
    # backprop out = np.sum(l_2_times_l_0 * l_1)
    dl_2_times_l_0 = l_1 * dout
    dl_1 = l_2_times_l_0 * dout
    # backprop l_2_times_l_0 = l_2 * l_0
    dl_2 = l_0 * dl_2_times_l_0
    dl_0 = l_2 * dl_2_times_l_0
    # backprop l_2 = x * 3
    dx = 3 * dl_2
    # backprop l_1 = x * 2
    dx += 2 * dl_1
    # backprop l_0 = x
    dx += dl_0
    return dx
