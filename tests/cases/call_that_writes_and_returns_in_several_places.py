# arguments: x=(4,), w=()
# names matter: a name of the project gives way to one of the source
import numpy as np


def first_above(y, limit):
    found = 2 * limit
    for i in range(4):
        y[i] *= found
        if y[i] > limit:
            return y[i] * limit, i
        y[i] += 1.0
    return found, 0


def f(x: "N", w: float):
    y = x - 1.5
    found, i = first_above(y, w)
    if first_above(y, found)[0] > 0:
        w = w * y[0]
    return w * found * np.sum(y) + i


# output
"""Forward and backward passes of call_that_writes_and_returns_in_several_places.py: do
not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", w: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = x - 1.5
    found3 = 2 * w
    returned = False
    steps = []
    for i1 in range(4):
        stopped = False
        y_i1 = y[i1]
        y[i1] = y_i1 * found3
        found1_y_i1 = None
        y_i1_gt_w = y[i1] > w
        if y_i1_gt_w:
            found1_y_i1 = y[i1]
            found1, found2 = found1_y_i1 * w, i1
            returned = True
            stopped = True
        else:
            y[i1] += 1.0
        steps.append((i1, y_i1, y_i1_gt_w, found1_y_i1))
        if stopped:
            break
    if returned:
        found, i = found1, found2
    else:
        found, i = found3, 0
    found6 = 2 * found
    returned1 = False
    steps1 = []
    for i2 in range(4):
        stopped1 = False
        y_i2 = y[i2]
        y[i2] = y_i2 * found6
        found4_y_i2 = None
        y_i2_gt_found = y[i2] > found
        if y_i2_gt_found:
            found4_y_i2 = y[i2]
            found4, found5 = found4_y_i2 * found, i2
            returned1 = True
            stopped1 = True
        else:
            y[i2] += 1.0
        steps1.append((i2, y_i2, y_i2_gt_found, found4_y_i2))
        if stopped1:
            break
    if returned1:
        first_above_out = found4, found5
    else:
        first_above_out = found6, 0
    w_before = w
    if first_above_out[0] > 0:
        w = w * y[0]
    w_times_found = w * found
    sum_y = np.sum(y)
    out = w_times_found * sum_y + i
    cache = (
        w_before,
        found3,
        steps,
        returned,
        found,
        found6,
        steps1,
        y,
        first_above_out,
        w,
        w_times_found,
        sum_y,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dw, from dout."""
    (
        w_before,
        found3,
        steps,
        returned,
        found,
        found6,
        steps1,
        y,
        first_above_out,
        w,
        w_times_found,
        sum_y,
    ) = cache
    # backprop out = w_times_found * sum_y + i
    dw_times_found = sum_y * dout
    dsum_y = w_times_found * dout
    # backprop sum_y = np.sum(y)
    dy = np.ones_like(y) * dsum_y
    # backprop w_times_found = w * found
    dw = found * dw_times_found
    dfound = w * dw_times_found
    if first_above_out[0] > 0:
        # backprop w = w * y[0]
        dy[0] += w_before * dw
        dw = y[0] * dw
    dfound4 = 0.0
    dfound6 = 0.0
    for i2, y_i2, y_i2_gt_found, found4_y_i2 in reversed(steps1):
        if y_i2_gt_found:
            # backprop found4, found5 = found4_y_i2 * found, i2
            dfound4_y_i2 = found * dfound4
            dfound += found4_y_i2 * dfound4
            # backprop found4_y_i2 = y[i2]
            dy[i2] += dfound4_y_i2
            dfound4 = 0.0
        # backprop y[i2] = y_i2 * found6
        dy_i2 = found6 * dy[i2]
        dfound6 += y_i2 * dy[i2]
        # backprop y_i2 = y[i2]
        dy[i2] = dy_i2
    # backprop found6 = 2 * found
    dfound += 2 * dfound6
    if returned:
        # backprop found, i = found1, found2
        dfound1 = dfound
        dfound3 = 0.0
    else:
        # backprop found, i = found3, 0
        dfound3 = dfound
        dfound1 = 0.0
    for i1, y_i1, y_i1_gt_w, found1_y_i1 in reversed(steps):
        if y_i1_gt_w:
            # backprop found1, found2 = found1_y_i1 * w, i1
            dfound1_y_i1 = w_before * dfound1
            dw += found1_y_i1 * dfound1
            # backprop found1_y_i1 = y[i1]
            dy[i1] += dfound1_y_i1
            dfound1 = 0.0
        # backprop y[i1] = y_i1 * found3
        dy_i1 = found3 * dy[i1]
        dfound3 += y_i1 * dy[i1]
        # backprop y_i1 = y[i1]
        dy[i1] = dy_i1
    # backprop found3 = 2 * w
    dw += 2 * dfound3
    # backprop y = x - 1.5
    dx = dy
    return dx, dw
