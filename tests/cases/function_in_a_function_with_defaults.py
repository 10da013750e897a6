# arguments: x=(4,), a=1.5
# names matter: what is passed by name
import numpy as np


def f(x: "N", a: float):
    def bend(y: "N", power: int = 2, *, shift: float = 0.5):
        bent = a * y**power
        return bent + shift

    return np.sum(bend(x) * bend(x, 3) + bend(x, shift=1.0))


# output
"""Forward and backward passes of function_in_a_function_with_defaults.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def bend_forward(y: "N", power: int = 2, *, shift: float = 0.5, a: float):
    """Forward pass of bend: out (N,) and the cache (references, not copies)."""
    y_pow_power = y**power
    bent = a * y_pow_power
    out = bent + shift
    cache = (y, power, a, y_pow_power)
    return out, cache


def bend_backward(dout, cache):
    """Backward pass of bend: dy (N,), dshift and da, from dout (N,)."""
    y, power, a, y_pow_power = cache
    # backprop out = bent + shift
    dbent = dout
    dshift = np.sum(dout)
    # backprop bent = a * y_pow_power
    da = y_pow_power @ dbent
    dy_pow_power = a * dbent
    # backprop y_pow_power = y**power
    dy = np.ones_like(y) * ((power * y ** (power - 1) if power else 0.0) * dy_pow_power)
    return dy, dshift, da


def f_forward(x: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    bend_x, bend_cache = bend_forward(x, a=a)
    out_bend_x, out_bend_x_cache = bend_forward(x, 3, a=a)
    out_bend_x1, out_bend_x1_cache = bend_forward(x, shift=1.0, a=a)
    out = np.sum(bend_x * out_bend_x + out_bend_x1)
    cache = (
        bend_x,
        bend_cache,
        out_bend_x,
        out_bend_x_cache,
        out_bend_x1,
        out_bend_x1_cache,
    )
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout."""
    bend_x, bend_cache, out_bend_x, out_bend_x_cache, out_bend_x1, out_bend_x1_cache = (
        cache
    )
    # backprop out = np.sum(bend_x * out_bend_x + out_bend_x1)
    dbend_x = out_bend_x * dout
    dout_bend_x = bend_x * dout
    dout_bend_x1 = np.ones_like(out_bend_x1) * dout
    # backprop out_bend_x1 = bend(x, shift=1.0, a=a)
    dx, _, da = bend_backward(dout_bend_x1, out_bend_x1_cache)
    # backprop out_bend_x = bend(x, 3, a=a)
    dx_bend, _, da_bend = bend_backward(dout_bend_x, out_bend_x_cache)
    dx += dx_bend
    da += da_bend
    # backprop bend_x = bend(x, a=a)
    dx_bend1, _, da_bend1 = bend_backward(dbend_x, bend_cache)
    dx += dx_bend1
    da += da_bend1
    return dx, da
