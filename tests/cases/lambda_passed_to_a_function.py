# arguments: x=(3,), a=1.5
# names matter: steps is a name that the project gives, too
import numpy as np


def newton(f, df, x: "N", steps: int = 2):
    for _ in range(steps):
        x = x - f(x) / df(x)
    return x


def root(x: "N", a: float):
    square = lambda r: r * r - a
    y = newton(square, lambda r: 2 * r, x)
    return np.sum(newton(square, lambda r: 2 * r, y, steps=1))


# output
"""Forward and backward passes of lambda_passed_to_a_function.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def newton_square_forward(x: "N", steps: int = 2, *, a: float):
    """Forward pass of newton_square: x (N,) and the cache (references, not copies)."""
    steps1 = []
    for _ in range(steps):
        x_before = x
        num = x * x - a
        den = 2 * x
        x_ratio = num / den
        x = x - x_ratio
        steps1.append((x_before, den, x_ratio))
    cache = (steps1,)
    return x, cache


def newton_square_backward(dx, cache):
    """Backward pass of newton_square: dx (N,) and da, from dx (N,)."""
    (steps1,) = cache
    da = 0.0
    dx = 1.0 * dx
    for x_before, den, x_ratio in reversed(steps1):
        # backprop x = x - x_ratio
        dx_ratio = -dx
        # backprop x_ratio = num / den
        dnum = dx_ratio / den
        dden = -x_ratio * dnum
        # backprop den = 2 * x
        dx += 2 * dden
        # backprop num = x * x - a
        dx += (2 * x_before) * dnum
        da -= np.sum(dnum)
    return dx, da


def root_forward(x: "N", a: float):
    """Forward pass of root: out and the cache (references, not copies)."""
    y, newton_square_cache = newton_square_forward(x, a=a)
    sum_in, sum_in_cache = newton_square_forward(y, steps=1, a=a)
    out = np.sum(sum_in)
    cache = (newton_square_cache, sum_in, sum_in_cache)
    return out, cache


def root_backward(dout, cache):
    """Backward pass of root: dx (N,) and da, from dout."""
    newton_square_cache, sum_in, sum_in_cache = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = newton_square(y, steps=1, a=a)
    dy, da = newton_square_backward(dsum_in, sum_in_cache)
    # backprop y = newton_square(x, a=a)
    dx, da_newton_square = newton_square_backward(dy, newton_square_cache)
    da += da_newton_square
    return dx, da
