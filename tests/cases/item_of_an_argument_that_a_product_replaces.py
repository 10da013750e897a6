# arguments: w=(3,)
import numpy as np


def f(w):
    for x in w[:2]:
        for k in range(2):
            x -= x * w[k]
            x = (w + x) @ w
    return x


# output
"""Forward and backward passes of item_of_an_argument_that_a_product_replaces.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(w):
    """Forward pass of f: x and the cache (references, not copies)."""
    if np.ndim(w) != 1:
        raise TypeError(
            "f: w does not have one dimension, and its items are taken for numbers"
        )
    steps = []
    for x in w[:2]:
        steps1 = []
        for k in range(2):
            x_before = x
            x_times_w_k = x * w[k]
            x1 = x - x_times_w_k
            w_plus_x = w + x1
            x = w_plus_x @ w
            steps1.append((x_before, w_plus_x))
        steps.append(steps1)
    cache = (w, steps)
    return x, cache


def f_backward(dx, cache):
    """Backward pass of f: dw, from dx."""
    w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(len(w[:2]))):
        steps1 = steps[i]
        for k in reversed(range(2)):
            x_before, w_plus_x = steps1[k]
            # backprop x = w_plus_x @ w
            dw_plus_x = w * dx
            dw += w_plus_x * dx
            # backprop w_plus_x = w + x1
            dw += dw_plus_x
            dx1 = np.sum(dw_plus_x)
            # backprop x1 = x - x_times_w_k
            dx_times_w_k = -dx1
            dx = dx1
            # backprop x_times_w_k = x * w[k]
            dx += w[k] * dx_times_w_k
            dw[k] += x_before * dx_times_w_k
        dw[:2][i] += dx
        dx = 0.0
    return dw
