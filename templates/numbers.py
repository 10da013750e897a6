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


def hypot_of_three(x: float, y: float, w: float):
    """Points the gradient away from the origin."""
    z = math.hypot(x, y, w)
    dx = (x / z) * dz
    dy = (y / z) * dz
    dw = (w / z) * dz
