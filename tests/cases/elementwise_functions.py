# arguments: x=(3, 2), y=(3, 2)
import numpy as np


def f(x: "N D", y: "N D"):
    a = np.exp(x) + np.log(y)
    b = np.sqrt(x) * np.tanh(y)
    c = np.maximum(x, y) - np.abs(x - y)
    d = np.where(x > y, a, b * c)
    return d


# output
"""Forward and backward passes of elementwise_functions.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", y: "N D"):
    """Forward pass of f: d (N, D) and the cache (references, not copies)."""
    exp_x = np.exp(x)
    a = exp_x + np.log(y)
    sqrt_x = np.sqrt(x)
    tanh_y = np.tanh(y)
    b = sqrt_x * tanh_y
    absolute_in = x - y
    c = np.maximum(x, y) - np.abs(absolute_in)
    x_gt_y = x > y
    b_times_c = b * c
    d = np.where(x_gt_y, a, b_times_c)
    cache = (x, y, exp_x, sqrt_x, tanh_y, b, absolute_in, c, x_gt_y)
    return d, cache


def f_backward(dd, cache):
    """Backward pass of f: dx (N, D) and dy (N, D), from dd (N, D)."""
    x, y, exp_x, sqrt_x, tanh_y, b, absolute_in, c, x_gt_y = cache
    # backprop d = np.where(x_gt_y, a, b_times_c)
    da = np.where(x_gt_y, dd, 0)
    db_times_c = np.where(x_gt_y, 0, dd)
    # backprop b_times_c = b * c
    db = c * db_times_c
    dc = b * db_times_c
    # backprop c = np.maximum(x, y) - np.abs(absolute_in)
    dx = (x >= y) * dc
    dy = (x < y) * dc
    dabsolute_in = np.sign(absolute_in) * -dc
    # backprop absolute_in = x - y
    dx += dabsolute_in
    dy -= dabsolute_in
    # backprop b = sqrt_x * tanh_y
    dsqrt_x = tanh_y * db
    dtanh_y = sqrt_x * db
    # backprop tanh_y = np.tanh(y)
    dy += (1 - tanh_y**2) * dtanh_y
    # backprop sqrt_x = np.sqrt(x)
    dx += dsqrt_x / (2 * sqrt_x)
    # backprop a = exp_x + np.log(y)
    dy += da / y
    # backprop exp_x = np.exp(x)
    dx += exp_x * da
    return dx, dy
