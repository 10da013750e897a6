# arguments: x=(3,), a=1.5
# names matter: what is passed by name
import numpy as np


def product(x: "N", *factors: float, **more: float):
    for factor in factors:
        x = factor * x
    return x + more["shift"]


def f(x: "N", a: float):
    return np.sum(product(x, a, 2.0, shift=a) * product(x, shift=1.0))


# output
"""Forward and backward passes of any_number_of_arguments.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def product_2_forward(x: "N", factors0: float, factors1: float, *, shift: float):
    """Forward pass of product_2: out (N,) and the cache (references, not copies)."""
    more = {"shift": shift}
    x1 = factors0 * x
    x2 = factors1 * x1
    out = x2 + more["shift"]
    cache = (x, factors0, factors1, x1)
    return out, cache


def product_2_backward(dout, cache):
    """Backward pass of product_2.

    Gives dx (N,), dfactors0, dfactors1 and dshift, from dout (N,).
    """
    x, factors0, factors1, x1 = cache
    # backprop out = x2 + more["shift"]
    dx2 = dout
    dmore_shift = np.sum(dout)
    # backprop x2 = factors1 * x1
    dfactors1 = x1 @ dx2
    dx1 = factors1 * dx2
    # backprop x1 = factors0 * x
    dfactors0 = x @ dx1
    dx = factors0 * dx1
    # backprop more = {"shift": shift}
    dshift = dmore_shift
    return dx, dfactors0, dfactors1, dshift


def product_shift_forward(x: "N", *, shift: float):
    """Forward pass of product_shift: out (N,) and the cache."""
    more = {"shift": shift}
    out = x + more["shift"]
    cache = ()
    return out, cache


def product_shift_backward(dout, cache):
    """Backward pass of product_shift: dx (N,) and dshift, from dout (N,)."""
    # backprop out = x + more["shift"]
    dx = 1.0 * dout
    dmore_shift = np.sum(dout)
    # backprop more = {"shift": shift}
    dshift = dmore_shift
    return dx, dshift


def f_forward(x: "N", a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    product_2_x, product_2_cache = product_2_forward(x, a, 2.0, shift=a)
    product_shift_x, product_shift_cache = product_shift_forward(x, shift=1.0)
    out = np.sum(product_2_x * product_shift_x)
    cache = (product_2_x, product_2_cache, product_shift_x, product_shift_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout."""
    product_2_x, product_2_cache, product_shift_x, product_shift_cache = cache
    # backprop out = np.sum(product_2_x * product_shift_x)
    dproduct_2_x = product_shift_x * dout
    dproduct_shift_x = product_2_x * dout
    # backprop product_shift_x = product_shift(x, shift=1.0)
    dx, _ = product_shift_backward(dproduct_shift_x, product_shift_cache)
    # backprop product_2_x = product_2(x, a, 2.0, shift=a)
    dx_product_2, da, _, da_product_2 = product_2_backward(
        dproduct_2_x, product_2_cache
    )
    dx += dx_product_2
    da += da_product_2
    return dx, da
