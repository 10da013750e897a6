# arguments: z=(3,)
def f(z: "3"):
    y = {"p": z[0], "q": z[1]}
    for k in range(2):
        y = z[k]
    return y


# output
"""Forward and backward passes of dict_or_number_that_a_loop_replaces.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(z: "3"):
    """Forward pass of f: y and the cache (references, not copies)."""
    y = {"p": z[0], "q": z[1]}
    for k in range(2):
        y = z[k]
    cache = (z,)
    return y, cache


def f_backward(dy, cache):
    """Backward pass of f: dz (3,), from dy."""
    (z,) = cache
    dz = np.zeros_like(z, dtype=np.result_type(z, 1.0))
    for k in reversed(range(2)):
        # backprop y = z[k]
        dz[k] = dy
        dy = 0.0
    return dz
