"""NumPy's functions of one value, or of a few, entry by entry.

What `math` has under the same name is the same gate (vocabulary.py), so these lines use only
what both of them know.

holomorphic: exp, expm1, log, log1p, log2, log10, sin, cos, tan
holomorphic: arcsin, arccos, arctan, sinh, cosh, tanh, arcsinh, arctanh
"""

from __future__ import annotations

import numpy as np

# Exponentials and logarithms. Constants are written out: np.log(2) would turn float32 to float64.


def exp(x):
    """Scales the gradient by the output."""
    z = np.exp(x)
    dx = z * dz


def expm1(x):
    """Scales the gradient by the exponential, which is the output plus one."""
    z = np.expm1(x)
    dx = (z + 1) * dz


def exp2(x):
    """Scales the gradient by the output times log(2)."""
    z = np.exp2(x)
    dx = (0.6931471805599453 * z) * dz


def log(x):
    """Divides the gradient by the input.

    domain: x > 0
    """
    z = np.log(x)
    dx = dz / x


def log1p(x):
    """Divides the gradient by one plus the input.

    domain: x > -1
    """
    z = np.log1p(x)
    dx = dz / (1 + x)


def log2(x):
    """Divides the gradient by the input times log(2).

    domain: x > 0
    """
    z = np.log2(x)
    dx = dz / (0.6931471805599453 * x)


def log10(x):
    """Divides the gradient by the input times log(10).

    domain: x > 0
    """
    z = np.log10(x)
    dx = dz / (2.302585092994046 * x)


def logaddexp(x, y):
    """Shares the gradient out by what each input contributes to the sum of exponentials."""
    z = np.logaddexp(x, y)
    dx = np.exp(x - z) * dz
    dy = np.exp(y - z) * dz


def logaddexp2(x, y):
    """Shares the gradient out by what each input contributes to the sum of powers of two."""
    z = np.logaddexp2(x, y)
    dx = np.exp2(x - z) * dz
    dy = np.exp2(y - z) * dz


# Trigonometry.


def sin(x):
    """Scales the gradient by the cosine of the input."""
    z = np.sin(x)
    dx = np.cos(x) * dz


def cos(x):
    """Scales the gradient by minus the sine of the input."""
    z = np.cos(x)
    dx = -np.sin(x) * dz


def tan(x):
    """Scales the gradient by one plus the square of the output.

    domain: -1.2 < x < 1.2
    """
    z = np.tan(x)
    dx = (1 + z**2) * dz


def arcsin(x):
    """Divides the gradient by the cosine of the output.

    domain: -1 < x < 1
    """
    z = np.arcsin(x)
    dx = dz / np.sqrt(1 - x**2)


def arccos(x):
    """Divides the gradient by minus the sine of the output.

    domain: -1 < x < 1
    """
    z = np.arccos(x)
    dx = -dz / np.sqrt(1 - x**2)


def arctan(x):
    """Divides the gradient by one plus the square of the input."""
    z = np.arctan(x)
    dx = dz / (1 + x**2)


def arctan2(y, x):
    """Turns the gradient by a right angle and divides it by the distance from the origin."""
    z = np.arctan2(y, x)
    dy = (x / (x**2 + y**2)) * dz
    dx = (-y / (x**2 + y**2)) * dz


def hypot(x, y):
    """Points the gradient away from the origin."""
    z = np.hypot(x, y)
    dx = (x / z) * dz
    dy = (y / z) * dz


def degrees(x):
    """Scales the gradient as it scales the input."""
    z = np.degrees(x)
    dx = np.degrees(dz)


def radians(x):
    """Scales the gradient as it scales the input."""
    z = np.radians(x)
    dx = np.radians(dz)


def sinc(x):
    """Scales the gradient by the slope of sin(pi x) / (pi x), which is 0 at 0."""
    z = np.sinc(x)
    dx = ((np.cos(np.pi * x) - z) / np.where(x == 0, 1, x)) * dz


# Hyperbolic functions.


def sinh(x):
    """Scales the gradient by the hyperbolic cosine of the input."""
    z = np.sinh(x)
    dx = np.cosh(x) * dz


def cosh(x):
    """Scales the gradient by the hyperbolic sine of the input."""
    z = np.cosh(x)
    dx = np.sinh(x) * dz


def tanh(x):
    """Scales the gradient by one minus the square of the output."""
    z = np.tanh(x)
    dx = (1 - z**2) * dz


def arcsinh(x):
    """Divides the gradient by the hyperbolic cosine of the output."""
    z = np.arcsinh(x)
    dx = dz / np.sqrt(1 + x**2)


def arccosh(x):
    """Divides the gradient by the hyperbolic sine of the output.

    domain: x > 1
    """
    z = np.arccosh(x)
    dx = dz / np.sqrt(x**2 - 1)


def arctanh(x):
    """Divides the gradient by one minus the square of the input.

    domain: -1 < x < 1
    """
    z = np.arctanh(x)
    dx = dz / (1 - x**2)


# Choosing: the gradient goes where the value came from.


def absolute(x):
    """Gives the gradient the sign of the input; at 0 it stops it."""
    z = np.absolute(x)
    dx = np.sign(x) * dz


def copysign(x, y):
    """Gives the gradient the sign that changes hands."""
    z = np.copysign(x, y)
    dx = (np.copysign(1, x) * np.copysign(1, y)) * dz
    dy = 0


def ldexp(x, i: object):
    """Scales the gradient as it scales the input.

    i: one of 0, 2, -1
    """
    z = np.ldexp(x, i)
    dx = np.ldexp(dz, i)


def nextafter(x, y):
    """Passes the gradient through; of the direction, only the sign is used."""
    z = np.nextafter(x, y)
    dx = dz
    dy = 0


def modf(x):
    """Passes the gradient on the fraction through; whole numbers are steps.

    steps: whole
    """
    fraction, whole = np.modf(x)
    dx = dfraction


def frexp(x) -> (float, int):
    """Scales the gradient on the mantissa by the power of two that it was divided by.

    domain: 0.55 < x < 0.95
    steps: exponent
    """
    mantissa, exponent = np.frexp(x)
    dx = np.ldexp(dmantissa, -exponent)


def unwrap_last(x) -> along(x, -1):
    """Passes the gradient through: what is added are whole turns."""
    z = np.unwrap(x)
    dx = dz


def unwrap_axis(x, axis: int) -> along(x, axis):
    """Passes the gradient through: what is added are whole turns."""
    z = np.unwrap(x, axis=axis)
    dx = dz


def np_i0(x):
    """Scales the gradient by the modified Bessel function of order one."""
    z = np.i0(x)
    dx = bessel_i(x, 1) * dz


def maximum_of_constant(c: literal, x):
    """Lets the gradient pass where the output is above the constant."""
    z = np.maximum(c, x)
    dx = (z > c) * dz


def maximum_with_constant(x, c: literal):
    """Lets the gradient pass where the output is above the constant."""
    z = np.maximum(x, c)
    dx = (z > c) * dz


def maximum(x, y):
    """Routes the gradient to the larger input; to the first one on a tie."""
    z = np.maximum(x, y)
    dx = (x >= y) * dz
    dy = (x < y) * dz


def minimum_of_constant(c: literal, x):
    """Lets the gradient pass where the output is below the constant."""
    z = np.minimum(c, x)
    dx = (z < c) * dz


def minimum_with_constant(x, c: literal):
    """Lets the gradient pass where the output is below the constant."""
    z = np.minimum(x, c)
    dx = (z < c) * dz


def minimum(x, y):
    """Routes the gradient to the smaller input; to the first one on a tie."""
    z = np.minimum(x, y)
    dx = (x <= y) * dz
    dy = (x > y) * dz


def fmax(x, y):
    """Routes the gradient to the larger input, past a nan; to the first one on a tie."""
    z = np.fmax(x, y)
    dx = (z == x) * dz
    dy = (z != x) * dz


def fmin(x, y):
    """Routes the gradient to the smaller input, past a nan; to the first one on a tie."""
    z = np.fmin(x, y)
    dx = (z == x) * dz
    dy = (z != x) * dz


def where(c, x, y):
    """Routes the gradient to the input that was chosen.

    holomorphic: x, y
    """
    z = np.where(c, x, y)
    dc = 0
    dx = np.where(c, dz, 0)
    dy = np.where(c, 0, dz)


def select_of_1(a: "... bool", x):
    """Routes the gradient to the input where it was chosen."""
    z = np.select([a], [x])
    dx = np.where(a, dz, 0)


def select_of_1_or_default(a: "... bool", x, default):
    """Routes the gradient to the input that was chosen."""
    z = np.select([a], [x], default)
    dx = np.where(a, dz, 0)
    ddefault = np.where(a, 0, dz)


def select_of_2(a: "... bool", b: "... bool", x, y):
    """Routes the gradient to the input of the first condition that holds."""
    z = np.select([a, b], [x, y])
    dx = np.where(a, dz, 0)
    dy = np.select([a, b], [0, dz])


def select_of_2_or_default(a: "... bool", b: "... bool", x, y, default):
    """Routes the gradient to the input of the first condition that holds."""
    z = np.select([a, b], [x, y], default)
    dx = np.where(a, dz, 0)
    dy = np.select([a, b], [0, dz])
    ddefault = np.where(a | b, 0, dz)


def select_of_3(a: "... bool", b: "... bool", c: "... bool", x, y, w):
    """Routes the gradient to the input of the first condition that holds."""
    z = np.select([a, b, c], [x, y, w])
    dx = np.where(a, dz, 0)
    dy = np.select([a, b], [0, dz])
    dw = np.select([a, b, c], [0, 0, dz])


def select_of_3_or_default(a: "... bool", b: "... bool", c: "... bool", x, y, w, default):
    """Routes the gradient to the input of the first condition that holds."""
    z = np.select([a, b, c], [x, y, w], default)
    dx = np.where(a, dz, 0)
    dy = np.select([a, b], [0, dz])
    dw = np.select([a, b, c], [0, 0, dz])
    ddefault = np.where(a | b | c, 0, dz)


def choose_of_several(i: "... int", *x):
    """Routes the gradient to the input that was chosen, entry by entry."""
    z = np.choose(i, (*x,))
    dx[k] = np.where(i == k, dz, 0)


def choose(i: "... int", x) -> chosen(i, x):
    """Routes the gradient to the row that was chosen, entry by entry."""
    z = np.choose(i, x)
    dx = choose_dx(dz, i, x)


def clip_below(x, lo):
    """Lets the gradient pass above the bound; at the bound, the bound is given it."""
    z = np.clip(x, lo, None)
    dx = (z > lo) * dz
    dlo = (x <= lo) * dz


def clip_above(x, hi):
    """Lets the gradient pass below the bound; at the bound, the bound is given it."""
    z = np.clip(x, None, hi)
    dx = (z < hi) * dz
    dhi = (x >= hi) * dz


def clip(x, lo, hi):
    """Lets the gradient pass between the bounds; at a bound, the bound is given it."""
    z = np.clip(x, lo, hi)
    dx = ((lo < z) & (z < hi)) * dz
    dlo = ((x <= lo) & (lo < hi)) * dz
    dhi = (np.maximum(x, lo) >= hi) * dz


# Steps: the derivative is zero.


def heaviside(x, y):
    """Routes the gradient to the value for 0 where the input is 0."""
    z = np.heaviside(x, y)
    dx = 0
    dy = (x == 0) * dz


def spacing(x):
    """Blocks the gradient: its output is a step function."""
    z = np.spacing(x)


def sign(x):
    """Blocks the gradient: its output is a step function."""
    z = np.sign(x)


def floor(x):
    """Blocks the gradient: its output is a step function."""
    z = np.floor(x)


def ceil(x):
    """Blocks the gradient: its output is a step function."""
    z = np.ceil(x)


def trunc(x):
    """Blocks the gradient: its output is a step function."""
    z = np.trunc(x)


def rint(x):
    """Blocks the gradient: its output is a step function."""
    z = np.rint(x)


def np_round(x):
    """Blocks the gradient: its output is a step function."""
    z = np.round(x)


def np_round_to_digits(x, digits: int):
    """Blocks the gradient: its output is a step function.

    domain: digits < 1
    """
    z = np.round(x, digits)
