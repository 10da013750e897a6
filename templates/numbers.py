"""Python's and math's own functions on numbers, where NumPy has no gate to share.

`math` has no sign, and Python's conditional expression is not there for arrays.
"""

from __future__ import annotations

import math

import numpy as np


def abs_of_number(x: float):
    """Gives the gradient the sign of the input; at 0 it stops it."""
    z = abs(x)
    dx = (1.0 if x > 0 else -1.0 if x < 0 else 0.0) * dz


def abs_of_array(x):
    """Gives the gradient the sign of the input; at 0 it stops it."""
    z = abs(x)
    dx = np.sign(x) * dz


def fabs(x: float):
    """Gives the gradient the sign of the input; at 0 it stops it."""
    z = math.fabs(x)
    dx = (1.0 if x > 0 else -1.0 if x < 0 else 0.0) * dz


def max_of_constant(c: literal, x: float):
    """Lets the gradient pass where the output is above the constant."""
    z = max(c, x)
    dx = (z > c) * dz


def max_with_constant(x: float, c: literal):
    """Lets the gradient pass where the output is above the constant."""
    z = max(x, c)
    dx = (z > c) * dz


def max_of_two(x: float, y: float):
    """Routes the gradient to the larger input; to the first one on a tie."""
    z = max(x, y)
    dx = (x >= y) * dz
    dy = (x < y) * dz


def max_of_three(x: float, y: float, w: float):
    """Routes the gradient to the largest input; to the first one on a tie."""
    z = max(x, y, w)
    dx = (y <= x >= w) * dz
    dy = (x < y >= w) * dz
    dw = (x < w > y) * dz


def min_of_constant(c: literal, x: float):
    """Lets the gradient pass where the output is below the constant."""
    z = min(c, x)
    dx = (z < c) * dz


def min_with_constant(x: float, c: literal):
    """Lets the gradient pass where the output is below the constant."""
    z = min(x, c)
    dx = (z < c) * dz


def min_of_two(x: float, y: float):
    """Routes the gradient to the smaller input; to the first one on a tie."""
    z = min(x, y)
    dx = (x <= y) * dz
    dy = (x > y) * dz


def min_of_three(x: float, y: float, w: float):
    """Routes the gradient to the smallest input; to the first one on a tie."""
    z = min(x, y, w)
    dx = (y >= x <= w) * dz
    dy = (x > y <= w) * dz
    dw = (x > w < y) * dz


def builtin_zeroth_pow(x):
    """Blocks the gradient: its output is 1."""
    z = pow(x, 0)


def builtin_square(x):
    """Scales the gradient by twice the input."""
    z = pow(x, 2)
    dx = (2 * x) * dz


def builtin_literal_pow(x, n: literal):
    """Scales the gradient by the exponent times the power below.

    domain: x > 0, n != 0
    """
    z = pow(x, n)
    dx = (n * x ** (n - 1)) * dz


def builtin_pow(x: float, y: float):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = pow(x, y)
    dx = (y * x ** (y - 1) if y else 0.0) * dz
    dy = (z * math.log(x) if x > 0 else 0.0 if x == 0 else math.nan) * dz


def to_float(x: float):
    """Passes the gradient through."""
    z = float(x)
    dx = dz


def to_int(x: float) -> int:
    """Blocks the gradient: its output is a step function."""
    z = int(x)


def round_to_int(x: float) -> int:
    """Blocks the gradient: its output is a step function."""
    z = round(x)


def round_to_digits(x: float, digits: int):
    """Blocks the gradient: its output is a step function.

    domain: digits < 1
    """
    z = round(x, digits)


def math_floor(x: float) -> int:
    """Blocks the gradient: its output is a step function."""
    z = math.floor(x)


def math_ceil(x: float) -> int:
    """Blocks the gradient: its output is a step function."""
    z = math.ceil(x)


def math_trunc(x: float) -> int:
    """Blocks the gradient: its output is a step function."""
    z = math.trunc(x)


def math_isclose(x: float, y: float) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = math.isclose(x, y)


def math_isclose_up_to(x: float, y: float, abs_tol: object) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = math.isclose(x, y, abs_tol=abs_tol)


def math_isclose_in_proportion(x: float, y: float, rel_tol: object) -> bool:
    """Blocks the gradient: its output is true or false."""
    z = math.isclose(x, y, rel_tol=rel_tol)


def log_of_base(x: float, b: float):
    """Divides the gradient by the input times the logarithm of the base.

    domain: x > 0, b > 1
    """
    z = math.log(x, b)
    dx = dz / (x * math.log(b))
    db = (-z / (b * math.log(b))) * dz


def math_erf(x: float):
    """Scales the gradient by the bell curve 2 / sqrt(pi) * exp(-x**2)."""
    z = math.erf(x)
    dx = (2 / math.sqrt(math.pi) * math.exp(-(x**2))) * dz


def math_erfc(x: float):
    """Scales the gradient by minus the bell curve 2 / sqrt(pi) * exp(-x**2)."""
    z = math.erfc(x)
    dx = (-2 / math.sqrt(math.pi) * math.exp(-(x**2))) * dz


def remainder(x: float, y: float):
    """Passes the gradient through; the divisor is taken away as often as it fits.

    domain: 0.1 < x / y % 1 < 0.4
    """
    z = math.remainder(x, y)
    dx = dz
    dy = ((z - x) / y) * dz


def hypot_of_several(*x: float):
    """Points the gradient away from the origin."""
    z = math.hypot(*x)
    dx[k] = (x[k] / z) * dz


def math_gamma(x: float):
    """Scales the gradient by the output times the digamma function.

    domain: x > 0
    """
    z = math.gamma(x)
    dx = (z * digamma(x)) * dz


def math_lgamma(x: float):
    """Scales the gradient by the digamma function.

    domain: x > 0
    """
    z = math.lgamma(x)
    dx = digamma(x) * dz


def fma(x: float, y: float, w: float):
    """Swaps the two factors: each is given the other one times the gradient; the third, all of it.

    needs: Python 3.13
    """
    z = math.fma(x, y, w)
    dx = y * dz
    dy = x * dz
    dw = dz


# Several numbers: a list of them, or a vector.


def fsum(x: "... N") -> "":
    """Gives every entry the gradient on the sum that it is part of."""
    z = math.fsum(x)
    dx = dz


def fsum_of_several(*x: float):
    """Distributes the gradient: each input is given all of it."""
    z = math.fsum((*x,))
    dx[k] = dz


def math_prod(x: "... N") -> summed(x):
    """Scales the gradient by the product of all other entries."""
    z = math.prod(x)
    dx = products_of_others(x, 0) * dz


def math_prod_of_several(*x: float):
    """Scales the gradient by the product of all others."""
    z = math.prod((*x,))
    dx[k] = math.prod([*x[:k], *x[k + 1 :]]) * dz


def sumprod(x: "N", y: "N") -> "":
    """Swaps its inputs: each is given the other one times the gradient.

    needs: Python 3.12
    """
    z = math.sumprod(x, y)
    dx = y * dz
    dy = x * dz


def dist(x: "N", y: "N") -> "":
    """Points the gradient away from the other input, at length one."""
    z = math.dist(x, y)
    dx = ((x - y) / z) * dz
    dy = ((y - x) / z) * dz


def dist_in_the_plane(a: float, b: float, c: float, d: float):
    """Points the gradient away from the other input, at length one."""
    z = math.dist((a, b), (c, d))
    da = ((a - c) / z) * dz
    db = ((b - d) / z) * dz
    dc = ((c - a) / z) * dz
    dd = ((d - b) / z) * dz


def dist_in_space(a: float, b: float, c: float, d: float, e: float, f: float):
    """Points the gradient away from the other input, at length one."""
    z = math.dist((a, b, c), (d, e, f))
    da = ((a - d) / z) * dz
    db = ((b - e) / z) * dz
    dc = ((c - f) / z) * dz
    dd = ((d - a) / z) * dz
    de = ((e - b) / z) * dz
    df = ((f - c) / z) * dz


def max_of_several(*x: float):
    """Routes the gradient to the largest input; to the first one on a tie."""
    z = max(*x)
    dx[k] = ([*x].index(max(*x)) == k) * dz


def min_of_several(*x: float):
    """Routes the gradient to the smallest input; to the first one on a tie."""
    z = min(*x)
    dx[k] = ([*x].index(min(*x)) == k) * dz


def max_of_listed(*x: float):
    """Routes the gradient to the largest input; to the first one on a tie."""
    z = max((*x,))
    dx[k] = ([*x].index(max([*x])) == k) * dz


def min_of_listed(*x: float):
    """Routes the gradient to the smallest input; to the first one on a tie."""
    z = min((*x,))
    dx[k] = ([*x].index(min([*x])) == k) * dz


def max_of_entries(x) -> reduced_array(x, 0):
    """Routes the gradient to the first of the largest entries.

    view: x
    """
    z = max(x)
    dx = is_first_max(x, 0) * dz


def min_of_entries(x) -> reduced_array(x, 0):
    """Routes the gradient to the first of the smallest entries.

    view: x
    """
    z = min(x)
    dx = is_first_max(-x, 0) * dz


def sum_of_entries(x) -> summed(x):
    """Gives every entry the gradient on the sum that it is part of."""
    z = sum(x)
    dx = dz
