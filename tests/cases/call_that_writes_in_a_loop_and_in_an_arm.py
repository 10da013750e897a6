# arguments: x=(3,), w=()
# first order only: a gradient is passed on by another name
import numpy as np


def shifted(y: "N", v: float):
    old = 2 * y[0]
    y[0] = y[1] * v
    y[1] += old
    return old


def both(y: "N", v: float):
    s = shifted(y, v)
    return s * shifted(y, s)


def f(x: "N", w: float):
    y = x * w
    total = 0.0
    for k in range(3):
        total += shifted(y, w)
        if k == 1:
            total = both(y, total)
    return total * np.sum(y)


# output
"""Forward and backward passes of call_that_writes_in_a_loop_and_in_an_arm.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = x * w
    total = 0.0
    steps = []
    for k in range(3):
        old = 2 * y[0]
        y_1 = y[1]
        y[0] = y_1 * w
        y[1] += old
        total += old
        total_before = total
        y_y_1 = None
        s = None
        old2 = None
        y_y_11 = None
        if k == 1:
            old1 = 2 * y[0]
            y_y_1 = y[1]
            y[0] = y_y_1 * total
            y[1] += old1
            s = old1
            old2 = 2 * y[0]
            y_y_11 = y[1]
            y[0] = y_y_11 * s
            y[1] += old2
            total = s * old2
        steps.append((y_1, total_before, y_y_1, s, old2, y_y_11))
    sum_y = np.sum(y)
    out = total * sum_y
    cache = (x, w, steps, y, total, sum_y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw, from dout."""
    x, w, steps, y, total, sum_y = cache
    # backprop out = total * sum_y
    dtotal = sum_y * dout
    dsum_y = total * dout
    # backprop sum_y = np.sum(y)
    dy = np.ones_like(y) * dsum_y
    dw = 0.0
    for k in reversed(range(3)):
        y_1, total_before, y_y_1, s, old2, y_y_11 = steps[k]
        if k == 1:
            # backprop total = s * old2
            ds = old2 * dtotal
            dold2 = s * dtotal
            # backprop y[1] += old2
            dold2 += dy[1]
            # backprop y[0] = y_y_11 * s
            dy_y_11 = s * dy[0]
            ds += y_y_11 * dy[0]
            dy[0] = 0.0
            # backprop y_y_11 = y[1]
            dy[1] += dy_y_11
            # backprop old2 = 2 * y[0]
            dy[0] += 2 * dold2
            # backprop s = old1
            dold1 = ds
            # backprop y[1] += old1
            dold1 += dy[1]
            # backprop y[0] = y_y_1 * total
            dy_y_1 = total_before * dy[0]
            dtotal = y_y_1 * dy[0]
            dy[0] = 0.0
            # backprop y_y_1 = y[1]
            dy[1] += dy_y_1
            # backprop old1 = 2 * y[0]
            dy[0] += 2 * dold1
        # backprop total += old
        dold = dtotal
        # backprop y[1] += old
        dold += dy[1]
        # backprop y[0] = y_1 * w
        dy_1 = w * dy[0]
        dw += y_1 * dy[0]
        dy[0] = 0.0
        # backprop y_1 = y[1]
        dy[1] += dy_1
        # backprop old = 2 * y[0]
        dy[0] += 2 * dold
    # backprop y = x * w
    dx = w * dy
    dw += x @ dy
    return dx, dw
