"""Plus, minus, times, over: the gates that everything else is made of.

holomorphic: add, subtract, negate, plus, times_itself, multiply, invert, divide
holomorphic: np_add, np_subtract, np_negative, np_positive, np_multiply, np_divide, np_reciprocal
"""

from __future__ import annotations

import numpy as np


def add(x, y):
    """Distributes the gradient: each input is given all of it."""
    z = x + y
    dx = dz
    dy = dz


def subtract(x, y):
    """Distributes the gradient, and changes its sign for what is taken away."""
    z = x - y
    dx = dz
    dy = -dz


def negate(x):
    """Changes the sign of the gradient."""
    z = -x
    dx = -dz


def plus(x):
    """Passes the gradient through."""
    z = +x
    dx = dz


def times_itself(x):
    """Scales the gradient by twice the input."""
    z = x * x
    dx = (2 * x) * dz


def multiply(x, y):
    """Swaps its inputs: each is given the other one times the gradient."""
    z = x * y
    dx = y * dz
    dy = x * dz


def invert(x):
    """Scales the gradient by minus one over the square of the input."""
    z = 1.0 / x
    dx = (-1.0 / (x**2)) * dz
    dx = (-(z**2)) * dz


def divide(x, y):
    """Gives the numerator the gradient over y, and the denominator that times minus the ratio."""
    z = x / y
    dx = dz / y
    dy = (-z / y) * dz
    dy = (-x / y**2) * dz


def floor_divide(x, y):
    """Blocks the gradient: its output is a step function.

    domain: 0.06 < x / y % 1 < 0.94
    """
    z = x // y


def modulo(x, y):
    """Passes the gradient through; the divisor is taken away as often as it fits.

    domain: 0.06 < x / y % 1 < 0.94
    """
    z = x % y
    dx = dz
    dy = (-(x // y)) * dz


# The same as functions.


def np_add(x, y):
    """Distributes the gradient: each input is given all of it."""
    z = np.add(x, y)
    dx = dz
    dy = dz


def np_subtract(x, y):
    """Distributes the gradient, and changes its sign for what is taken away."""
    z = np.subtract(x, y)
    dx = dz
    dy = -dz


def np_negative(x):
    """Changes the sign of the gradient."""
    z = np.negative(x)
    dx = -dz


def np_positive(x):
    """Passes the gradient through."""
    z = np.positive(x)
    dx = dz


def np_multiply(x, y):
    """Swaps its inputs: each is given the other one times the gradient."""
    z = np.multiply(x, y)
    dx = y * dz
    dy = x * dz


def np_divide(x, y):
    """Gives the numerator the gradient over y, and the denominator that times minus the ratio."""
    z = np.divide(x, y)
    dx = dz / y
    dy = (-z / y) * dz
    dy = (-x / y**2) * dz


def np_reciprocal(x):
    """Scales the gradient by minus one over the square of the input."""
    z = np.reciprocal(x)
    dx = (-1.0 / (x**2)) * dz


def np_floor_divide(x, y):
    """Blocks the gradient: its output is a step function.

    domain: 0.06 < x / y % 1 < 0.94
    """
    z = np.floor_divide(x, y)


def np_remainder(x, y):
    """Passes the gradient through; the divisor is taken away as often as it fits.

    domain: 0.06 < x / y % 1 < 0.94
    """
    z = np.remainder(x, y)
    dx = dz
    dy = (-(x // y)) * dz


def np_fmod(x, y):
    """Passes the gradient through; the divisor is taken away as often as it fits.

    domain: 0.06 < x / y % 1 < 0.94
    """
    z = np.fmod(x, y)
    dx = dz
    dy = ((z - x) / y) * dz


def np_divmod(x, y):
    """Passes the gradient on the rest through; the divisor is taken away as often as it fits.

    domain: 0.06 < x / y % 1 < 0.94
    steps: times
    """
    times, rest = np.divmod(x, y)
    dx = drest
    dy = -times * drest
    dy = (-(x // y)) * drest


def builtin_divmod(x, y):
    """Passes the gradient on the rest through; the divisor is taken away as often as it fits.

    domain: 0.06 < x / y % 1 < 0.94
    steps: times
    """
    times, rest = divmod(x, y)
    dx = drest
    dy = -times * drest
    dy = (-(x // y)) * drest
