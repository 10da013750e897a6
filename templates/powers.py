"""Powers and roots, from the square to x**y with both of them variable.

holomorphic: *zeroth_power, first_power, *square*, half_power, *literal_power, integer_power, np_sqrt
"""

from __future__ import annotations

import math

import numpy as np


def zeroth_power(x):
    """Blocks the gradient: its output is 1."""
    z = x**0


def first_power(x):
    """Passes the gradient through."""
    z = x**1
    dx = dz


def square(x):
    """Scales the gradient by twice the input."""
    z = x**2
    dx = (2 * x) * dz


def half_power(x):
    """Divides the gradient by twice the output.

    domain: x > 0
    """
    z = x**0.5
    dx = dz / (2 * z)


def literal_power(x, n: literal):
    """Scales the gradient by the exponent times the power below.

    domain: x > 0, n != 0
    """
    z = x**n
    dx = (n * x ** (n - 1)) * dz


def integer_power(x, n: int):
    """Scales the gradient by the exponent times the power below.

    domain: x > 0
    """
    z = x**n
    dx = (n * x ** (n - 1) if n else 0.0) * dz


def number_to_literal_base(b: literal, y: float):
    """Scales the gradient by the output and the logarithm of the base.

    domain: b > 0
    """
    z = b**y
    dy = (z * math.log(b)) * dz


def literal_base(b: literal, y):
    """Scales the gradient by the output and the logarithm of the base.

    domain: b > 0
    """
    z = b**y
    dy = (z * float(np.log(b))) * dz


def number_power(x: float, y: float):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    At x = 0 the exponent has no influence; below 0 the power is no function of it (nan).
    domain: x > 0
    """
    z = x**y
    dx = (y * x ** (y - 1) if y else 0.0) * dz
    dy = (z * math.log(x) if x > 0 else 0.0 if x == 0 else math.nan) * dz


def power_to_number(x, y: float):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = x**y
    dx = (y * x ** (y - 1) if y else 0.0) * dz
    dy = (z * np.log(np.where(x == 0, 1, x))) * dz


def number_to_power(x: float, y):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = x**y
    dx = (y * x ** (y - (y != 0))) * dz
    dy = (z * float(np.log(x)) if x else 0.0) * dz


def power(x, y):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = x**y
    dx = (y * x ** (y - (y != 0))) * dz
    dy = (z * np.log(np.where(x == 0, 1, x))) * dz


def np_zeroth_power(x):
    """Blocks the gradient: its output is 1."""
    z = np.power(x, 0)


def np_square_power(x):
    """Scales the gradient by twice the input."""
    z = np.power(x, 2)
    dx = (2 * x) * dz


def np_literal_power(x, n: literal):
    """Scales the gradient by the exponent times the power below.

    domain: x > 0, n != 0
    """
    z = np.power(x, n)
    dx = (n * x ** (n - 1)) * dz


def np_number_power(x: float, y: float):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = np.power(x, y)
    dx = (y * x ** (y - 1) if y else 0.0) * dz
    dy = (z * np.log(x) if x > 0 else 0.0 if x == 0 else np.nan) * dz


def np_power_to_number(x, y: float):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = np.power(x, y)
    dx = (y * x ** (y - 1) if y else 0.0) * dz
    dy = (z * np.log(np.where(x == 0, 1, x))) * dz


def np_power(x, y):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = np.power(x, y)
    dx = (y * x ** (y - (y != 0))) * dz
    dy = (z * np.log(np.where(x == 0, 1, x))) * dz


def float_power(x, y):
    """Scales the gradient by the exponent times the power below; the exponent's, by z log(x).

    domain: x > 0
    """
    z = np.float_power(x, y)
    dx = (y * x ** np.where(y == 0, 1.0, y - 1.0)) * dz
    dy = (z * np.log(np.where(x == 0, 1, x))) * dz


def np_square(x):
    """Scales the gradient by twice the input."""
    z = np.square(x)
    dx = (2 * x) * dz


def np_sqrt(x):
    """Divides the gradient by twice the output.

    domain: x > 0
    """
    z = np.sqrt(x)
    dx = dz / (2 * z)


def np_cbrt(x):
    """Divides the gradient by three times the square of the output."""
    z = np.cbrt(x)
    dx = dz / (3 * z**2)
