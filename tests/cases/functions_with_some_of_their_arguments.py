# arguments: x=(3,), c=1.2
# names matter: a name of the project gives way to one of the source
from functools import partial

import numpy as np


def power(x, p=2.0, scale=1.0):
    y = np.abs(x) ** p
    return scale * y + p


cube = partial(power, p=3.0)


def f(x: "N", c: float):
    y = cube(x) + cube(x, scale=c)
    for k in range(2):
        p = c * k + 1.0
        own = partial(power, p=p, scale=c)
        p = 7.0
        y = y + own(x) * own(x * p, scale=2.0)
    first = partial(np.power, x)
    return y * first(2.0)


# output
"""Forward and backward passes of functions_with_some_of_their_arguments.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def power_forward(x, p=2.0, scale=1.0):
    """Forward pass of power: out and the cache (references, not copies)."""
    absolute_x = np.abs(x)
    y = absolute_x**p
    out = scale * y + p
    cache = (x, p, scale, absolute_x, y)
    return out, cache


def power_backward(dout, cache):
    """Backward pass of power: dx, dp and dscale, from dout."""
    x, p, scale, absolute_x, y = cache
    # backprop out = scale * y + p
    dscale = unbroadcast(y * dout, scale)
    dy = unbroadcast(scale * dout, y)
    dp = 1.0 * unbroadcast(dout, p)
    # backprop y = absolute_x**p
    dabsolute_x = unbroadcast((p * absolute_x ** (p - (p != 0))) * dy, absolute_x)
    dp += unbroadcast((y * np.log(np.where(absolute_x == 0, 1, absolute_x))) * dy, p)
    # backprop absolute_x = np.abs(x)
    dx = np.sign(x) * dabsolute_x
    return dx, dp, dscale


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    power_x, power_cache = power_forward(x, p=3.0)
    y_power_x, y_power_x_cache = power_forward(x, scale=c, p=3.0)
    y = power_x + y_power_x
    steps = []
    for k in range(2):
        p = c * k + 1.0
        own_p = p
        p = 7.0
        y_power_x1, y_power_x1_cache = power_forward(x, p=own_p, scale=c)
        x_times_p = x * p
        power_x_times_p, power_x_times_p_cache = power_forward(
            x_times_p, scale=2.0, p=own_p
        )
        y = y + y_power_x1 * power_x_times_p
        steps.append(
            (p, y_power_x1_cache, y_power_x1, power_x_times_p_cache, power_x_times_p)
        )
    out_power_x = np.power(x, 2.0)
    out = y * out_power_x
    cache = (x, power_cache, y_power_x_cache, steps, y, out_power_x)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, power_cache, y_power_x_cache, steps, y, out_power_x = cache
    # backprop out = y * out_power_x
    dy = out_power_x * dout
    dout_power_x = unbroadcast(y * dout, out_power_x)
    # backprop out_power_x = np.power(x, 2.0)
    dx = (2 * x) * dout_power_x
    dc = 0.0
    for k in reversed(range(2)):
        p, y_power_x1_cache, y_power_x1, power_x_times_p_cache, power_x_times_p = steps[
            k
        ]
        # backprop y = y + y_power_x1 * power_x_times_p
        dy_power_x1 = unbroadcast(power_x_times_p * dy, y_power_x1)
        dpower_x_times_p = unbroadcast(y_power_x1 * dy, power_x_times_p)
        # backprop power_x_times_p = power(x_times_p, scale=2.0, p=own_p)
        dx_times_p, down_p, _ = power_backward(dpower_x_times_p, power_x_times_p_cache)
        # backprop x_times_p = x * p
        dx += p * dx_times_p
        # backprop y_power_x1 = power(x, p=own_p, scale=c)
        dx_power, down_p_power, dc_power = power_backward(dy_power_x1, y_power_x1_cache)
        dx += dx_power
        down_p += down_p_power
        dc += dc_power
        # backprop own_p = p
        dp = down_p
        # backprop p = c * k + 1.0
        dc += k * dp
    # backprop y = power_x + y_power_x
    dy_power_x = unbroadcast(dy, x)
    # backprop y_power_x = power(x, scale=c, p=3.0)
    dx_power1, _, dc_power1 = power_backward(dy_power_x, y_power_x_cache)
    dx += dx_power1
    dc += dc_power1
    # backprop power_x = power(x, p=3.0)
    dx_power2, _, _ = power_backward(dy, power_cache)
    dx += dx_power2
    return dx, dc
