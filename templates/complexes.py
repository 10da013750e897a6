"""Between real and complex values: parts, absolute values, angles, conjugates.

The gradient on a complex value holds what the output loses in the real and in the imaginary part, as
its own real and imaginary part (docs/complex.md). Here the lines are the whole of it. Elsewhere,
where a gate says `holomorphic`, what a line reads is conjugated by the generator.
"""

from __future__ import annotations

import numpy as np


def real_of_real(x: real):
    """Passes the gradient through.

    view: x
    """
    z = np.real(x)
    dx = dz


def real_part(x: complex) -> float:
    """Gives the gradient to the real part.

    view: x
    """
    z = np.real(x)
    dx = dz


def imag_of_real(x: real):
    """Blocks the gradient: a real number's imaginary part is 0, which NumPy gives as an array that is read-only.

    view: x
    """
    z = np.imag(x)


def imag_part(x: complex) -> float:
    """Gives the gradient to the imaginary part.

    view: x
    """
    z = np.imag(x)
    dx = 1j * dz


def attribute_real_of_real(x: real):
    """Passes the gradient through.

    view: x
    """
    z = x.real
    dx = dz


def attribute_real(x: complex) -> float:
    """Gives the gradient to the real part.

    view: x
    """
    z = x.real
    dx = dz


def attribute_imag_of_real(x: real):
    """Blocks the gradient: a real number's imaginary part is 0, which NumPy gives as an array that is read-only.

    view: x
    """
    z = x.imag


def attribute_imag(x: complex) -> float:
    """Gives the gradient to the imaginary part.

    view: x
    """
    z = x.imag
    dx = 1j * dz


def conjugate_of_real(x: real):
    """Passes the gradient through."""
    z = np.conjugate(x)
    dx = dz


def conjugate(x: complex) -> complex:
    """Conjugates the gradient."""
    z = np.conjugate(x)
    dx = np.conj(dz)


def absolute_of_complex(x: complex) -> float:
    """Points the gradient away from 0; at 0 it stops it."""
    z = np.absolute(x)
    dx = (z / np.conj(np.where(x == 0, 1, x))) * dz


def abs_of_complex(x: complex) -> float:
    """Points the gradient away from 0; at 0 it stops it."""
    z = abs(x)
    dx = (z / np.conj(np.where(x == 0, 1, x))) * dz


def angle_of_real(x: real):
    """Blocks the gradient: its output is a step function."""
    z = np.angle(x)


def angle(x: complex) -> float:
    """Turns the gradient by a right angle, and divides it by the distance from 0."""
    z = np.angle(x)
    dx = (1j / np.conj(x)) * dz


# The square of the absolute value, for which no root need be taken.


def power_of_abs(x: complex) -> float:
    """Scales the gradient by twice the input."""
    z = np.absolute(x) ** 2
    dx = (2 * x) * dz


def square_of_abs(x: complex) -> float:
    """Scales the gradient by twice the input."""
    z = np.square(np.absolute(x))
    dx = (2 * x) * dz


def power_by_conjugate(x: complex) -> float:
    """Scales the gradient by twice the input."""
    z = np.real(x * np.conjugate(x))
    dx = (2 * x) * dz


def attribute_power_by_conjugate(x: complex) -> float:
    """Scales the gradient by twice the input."""
    z = (x * np.conjugate(x)).real
    dx = (2 * x) * dz


def power_by_parts(x: complex) -> float:
    """Scales the gradient by twice the input."""
    z = x.real**2 + x.imag**2
    dx = (2 * x) * dz


# Complex values from real ones.


def imaginary(x) -> complex:
    """Takes the imaginary part of the gradient."""
    z = 1j * x
    dx = np.imag(dz)


def negative_imaginary(x) -> complex:
    """Takes minus the imaginary part of the gradient."""
    z = -1j * x
    dx = -np.imag(dz)


def complex_number(x: float, y: float) -> complex:
    """Gives each part its part of the gradient."""
    z = complex(x, y)
    dx = np.real(dz)
    dy = np.imag(dz)


def vdot_of_complex(x: complex, y: complex) -> complex[""]:
    """Swaps its inputs: each is given the other one times the gradient, or times its conjugate."""
    z = np.vdot(x, y)
    dx = y * np.conj(dz) if have_one_shape(x, y) else np.reshape(y * np.conj(dz), np.shape(x))
    dy = x * dz if have_one_shape(x, y) else np.reshape(x * dz, np.shape(y))
