# arguments of_names: x=(4,), y=(4,)
# arguments by_column: x=(3, 4), y=(3,)
# arguments newton: a=2.0, x=1.5, n=3
# arguments of_each_other: x=(4,), y=(4,)
# arguments in_an_arm: x=0.7, y=1.3
# arguments not_kept: x=(4,), y=(4,)
# arguments by_itself: x=(4,)
# arguments changed: x=0.7, y=1.3, n=3
import numpy as np


def of_names(x: "N", y: "N"):
    """What the denominator gets is what the numerator gets, times minus the quotient."""
    num = np.sin(x)
    den = 1.0 + y**2
    z = num / den
    return np.sum(z * z)


def by_column(x: "N M", y: "N"):
    z = x / np.exp(y)[:, None]
    return z * z


def newton(a: float, x: float, n: int):
    """The derivative of the numerator is the denominator, which is kept."""
    for _ in range(n):
        x = x - (x**3 - a) / (3 * x**2)
    return x


def of_each_other(x: "N", y: "N"):
    """Of what has no name, and of another one that has the name of the gradient."""
    z = x / y
    x = z / x
    z = x / (z + y)
    return x / z


def in_an_arm(x: float, y: float):
    """What only one arm computes is not there for the other, nor behind both."""
    z = x
    if y > 1:
        den = 3 * y**2
        z = np.sin(x) / den
    return z * y**3


def not_kept(x: "N", y: "N"):
    """The quotient is given another value: what it is of is kept."""
    x = x / y
    x = x * x + y
    return np.sum(x)


def by_itself(x: "N"):
    z = x / x
    return z / x


def changed(x: float, y: float, n: int):
    """Each turn has another denominator, and the last one is what is there behind the loop."""
    den = 3 * y**2
    total = 0.0
    for _ in range(n):
        total = total + y**3 / den
        y = y * x
        den = 3 * y**2
    return total / den * y**3


# output
"""Forward and backward passes of quotients_of_gradients.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def of_names_forward(x: "N", y: "N"):
    """What the denominator gets is what the numerator gets, times minus the quotient.

    Forward pass of of_names: out and the cache (references, not copies).
    """
    num = np.sin(x)
    den = 1.0 + y**2
    z = num / den
    out = np.sum(z * z)
    cache = (x, y, den, z)
    return out, cache


def of_names_backward(dout, cache):
    """Backward pass of of_names: dx (N,) and dy (N,), from dout."""
    x, y, den, z = cache
    # backprop out = np.sum(z * z)
    dz = (2 * z) * dout
    # backprop z = num / den
    dnum = dz / den
    dden = -z * dnum
    # backprop den = 1.0 + y**2
    dy = (2 * y) * dden
    # backprop num = np.sin(x)
    dx = np.cos(x) * dnum
    return dx, dy


def by_column_forward(x: "N M", y: "N"):
    """Forward pass of by_column: out (N, M) and the cache (references, not copies)."""
    exp_y = np.exp(y)
    exp_y_part = exp_y[:, None]
    z = x / exp_y_part
    out = z * z
    cache = (exp_y, exp_y_part, z)
    return out, cache


def by_column_backward(dout, cache):
    """Backward pass of by_column: dx (N, M) and dy (N,), from dout (N, M)."""
    exp_y, exp_y_part, z = cache
    # backprop out = z * z
    dz = (2 * z) * dout
    # backprop z = x / exp_y_part
    dx = dz / exp_y_part
    dexp_y_part = np.sum(-z * dx, axis=1, keepdims=True)
    # backprop exp_y_part = exp_y[:, None]
    dexp_y = np.reshape(dexp_y_part, exp_y.shape)
    # backprop exp_y = np.exp(y)
    dy = exp_y * dexp_y
    return dx, dy


def newton_forward(a: float, x: float, n: int):
    """The derivative of the numerator is the denominator, which is kept.

    Forward pass of newton: x and the cache (references, not copies).
    """
    steps = []
    for _ in range(n):
        x_before = x
        num = x**3 - a
        den = 3 * x**2
        x_ratio = num / den
        x = x - x_ratio
        steps.append((x_before, den, x_ratio))
    cache = (steps,)
    return x, cache


def newton_backward(dx, cache):
    """Backward pass of newton: da and dx, from dx."""
    (steps,) = cache
    da = 0.0
    for x_before, den, x_ratio in reversed(steps):
        # backprop x = x - x_ratio
        dx_ratio = -dx
        # backprop x_ratio = num / den
        dnum = dx_ratio / den
        dden = -x_ratio * dnum
        # backprop den = 3 * x**2
        dx = dx + (6 * x_before) * dden
        # backprop num = x**3 - a
        dx += den * dnum
        da -= dnum
    return da, dx


def of_each_other_forward(x: "N", y: "N"):
    """Of what has no name, and of another one that has the name of the gradient.

    Forward pass of of_each_other.

    Gives out (N,) and the cache (references, not copies).
    """
    z = x / y
    x1 = z / x
    den = z + y
    z1 = x1 / den
    out = x1 / z1
    cache = (x, y, z, x1, den, z1, out)
    return out, cache


def of_each_other_backward(dout, cache):
    """Backward pass of of_each_other: dx (N,) and dy (N,), from dout (N,)."""
    x, y, z, x1, den, z1, out = cache
    # backprop out = x1 / z1
    dx1 = dout / z1
    dz1 = -out * dx1
    # backprop z1 = x1 / den
    dx1 += dz1 / den
    dden = (-z1 / den) * dz1
    # backprop den = z + y
    dz = dden
    dy = 1 * dden
    # backprop x1 = z / x
    dz += dx1 / x
    dx = (-x1 / x) * dx1
    # backprop z = x / y
    dx += dz / y
    dy += (-z / y) * dz
    return dx, dy


def in_an_arm_forward(x: float, y: float):
    """What only one arm computes is not there for the other, nor behind both.

    Forward pass of in_an_arm: out and the cache (references, not copies).
    """
    z = x
    den = None
    if y > 1:
        den = 3 * y**2
        z = np.sin(x) / den
    y_pow_3 = y**3
    out = z * y_pow_3
    cache = (x, y, den, z, y_pow_3)
    return out, cache


def in_an_arm_backward(dout, cache):
    """Backward pass of in_an_arm: dx and dy, from dout."""
    x, y, den, z, y_pow_3 = cache
    # backprop out = z * y_pow_3
    dz = y_pow_3 * dout
    dy_pow_3 = z * dout
    # backprop y_pow_3 = y**3
    dy = (3 * y**2) * dy_pow_3
    dx = 0.0
    if y > 1:
        # backprop z = np.sin(x) / den
        dx = np.cos(x) * (dz / den)
        dden = (-z / den) * dz
        # backprop den = 3 * y**2
        dy += (6 * y) * dden
        dz = 0.0
    # backprop z = x
    dx += dz
    return dx, dy


def not_kept_forward(x: "N", y: "N"):
    """The quotient is given another value: what it is of is kept.

    Forward pass of not_kept: out and the cache (references, not copies).
    """
    x = x / y
    x1 = x * x + y
    out = np.sum(x1)
    cache = (y, x, x1)
    return out, cache


def not_kept_backward(dout, cache):
    """Backward pass of not_kept: dx (N,) and dy (N,), from dout."""
    y, x, x1 = cache
    # backprop out = np.sum(x1)
    dx1 = np.ones_like(x1) * dout
    # backprop x1 = x * x + y
    dy = dx1
    dx = (2 * x) * dx1
    # backprop x = x / y
    dy += (-x / y) * dx
    dx = dx / y
    return dx, dy


def by_itself_forward(x: "N"):
    """Forward pass of by_itself: out (N,) and the cache (references, not copies)."""
    z = x / x
    out = z / x
    cache = (x, z, out)
    return out, cache


def by_itself_backward(dout, cache):
    """Backward pass of by_itself: dx (N,), from dout (N,)."""
    x, z, out = cache
    # backprop out = z / x
    dz = dout / x
    dx = -out * dz
    # backprop z = x / x
    dx += dz / x
    dx += (-z / x) * dz
    return dx


def changed_forward(x: float, y: float, n: int):
    """Each turn has another denominator, and the last one is what is there behind the loop.

    Forward pass of changed: out and the cache (references, not copies).
    """
    den = 3 * y**2
    total = 0.0
    y_before1 = y
    steps = []
    for _ in range(n):
        y_before = y
        den_before = den
        total_ratio = y**3 / den
        total = total + total_ratio
        y = y * x
        den = 3 * y**2
        steps.append((y_before, den_before, total_ratio, y))
    total_over_den = total / den
    y_pow_3 = y**3
    out = total_over_den * y_pow_3
    cache = (x, y_before1, steps, y, den, total_over_den, y_pow_3)
    return out, cache


def changed_backward(dout, cache):
    """Backward pass of changed: dx and dy, from dout."""
    x, y_before1, steps, y, den, total_over_den, y_pow_3 = cache
    # backprop out = total_over_den * y_pow_3
    dtotal_over_den = y_pow_3 * dout
    dy_pow_3 = total_over_den * dout
    # backprop y_pow_3 = y**3
    dy = (3 * y**2) * dy_pow_3
    # backprop total_over_den = total / den
    dtotal = dtotal_over_den / den
    dden = -total_over_den * dtotal
    dx = 0.0
    for y_before, den_before, total_ratio, y in reversed(steps):
        # backprop den = 3 * y**2
        dy += (6 * y) * dden
        # backprop y = y * x
        dx += y_before * dy
        dy = x * dy
        # backprop total_ratio = y**3 / den
        dy += (3 * y_before**2) * (dtotal / den_before)
        dden = (-total_ratio / den_before) * dtotal
    # backprop den = 3 * y**2
    dy += (6 * y_before1) * dden
    return dx, dy
