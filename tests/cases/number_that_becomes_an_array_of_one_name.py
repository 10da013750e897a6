# arguments f: x=(3,)
import numpy as np


def f(x):
    w = np.zeros(3)
    u = [2]
    for t, acc in enumerate(u):
        pass
    for v, b in zip(w, w[:2]):
        acc = x * 1.0
    acc[2] = b
    return acc


# output
"""Forward and backward passes of number_that_becomes_an_array_of_one_name.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x):
    """Forward pass of f: acc and the cache (references, not copies)."""
    w = np.zeros(3)
    u = [2]
    acc = None
    for t, acc in enumerate(u):
        pass
    acc_before = []
    for v, b in zip(w, w[:2]):
        acc_before.append(acc)
        acc = x * 1.0
    acc[2] = b
    cache = (x, acc_before)
    return acc, cache


def f_backward(dacc, cache):
    """Backward pass of f: dx, from dacc."""
    x, acc_before = cache
    # backprop acc[2] = b
    dacc = 1.0 * dacc
    dacc[2] = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for acc in reversed(acc_before):
        # backprop acc = x * 1.0
        dx += dacc
        dacc = np.zeros_like(acc, dtype=np.result_type(acc, 1.0))
    return dx
