"""SciPy's Bessel functions, integrals, hypergeometric functions and polynomials.

Constants are written out, so that float32 stays float32.
"""

from __future__ import annotations

import numpy as np
import scipy.special


# Bessel functions.


def j0(x):
    """Scales the gradient by minus the Bessel function of order one."""
    z = scipy.special.j0(x)
    dx = -scipy.special.j1(x) * dz


def i0(x):
    """Scales the gradient by the modified Bessel function of order one."""
    z = scipy.special.i0(x)
    dx = scipy.special.i1(x) * dz


def j1(x):
    """Scales the gradient by half the difference of the orders beside it."""
    z = scipy.special.j1(x)
    dx = ((scipy.special.j0(x) - scipy.special.jv(2, x)) / 2) * dz


def i1(x):
    """Scales the gradient by the function of order zero, less the output over the input."""
    z = scipy.special.i1(x)
    dx = (scipy.special.i0(x) - np.where(x == 0, 0.5, z / np.where(x == 0, 1, x))) * dz


def i0e(x):
    """Scales the gradient by the scaled function of order one, less the output with the input's sign."""
    z = scipy.special.i0e(x)
    dx = (scipy.special.i1e(x) - np.sign(x) * z) * dz


def i1e(x):
    """Scales the gradient by the function of order zero, less the output over the input and with its sign."""
    z = scipy.special.i1e(x)
    dx = (scipy.special.i0e(x) - np.where(x == 0, 0.5, z / np.where(x == 0, 1, x)) - np.sign(x) * z) * dz


def y0(x):
    """Scales the gradient by minus the Bessel function of order one.

    domain: x > 0
    """
    z = scipy.special.y0(x)
    dx = -scipy.special.y1(x) * dz


def y1(x):
    """Scales the gradient by the Bessel function of order zero minus the output over the input.

    domain: x > 0
    """
    z = scipy.special.y1(x)
    dx = (scipy.special.y0(x) - z / x) * dz


def k0(x):
    """Scales the gradient by minus the Bessel function of order one.

    domain: x > 0
    """
    z = scipy.special.k0(x)
    dx = -scipy.special.k1(x) * dz


def k1(x):
    """Scales the gradient by minus the function of order zero and the output over the input.

    domain: x > 0
    """
    z = scipy.special.k1(x)
    dx = (-scipy.special.k0(x) - z / x) * dz


def k0e(x):
    """Scales the gradient by the output minus the scaled function of order one.

    domain: x > 0
    """
    z = scipy.special.k0e(x)
    dx = (z - scipy.special.k1e(x)) * dz


def k1e(x):
    """Scales the gradient by the output minus that of order zero and the output over the input.

    domain: x > 0
    """
    z = scipy.special.k1e(x)
    dx = (z - scipy.special.k0e(x) - z / x) * dz


def jv(n, x):
    """Scales the gradient by half the difference of the orders beside it.

    domain: x > 0, n > 0
    refused: n
    """
    z = scipy.special.jv(n, x)
    dx = ((scipy.special.jv(n - 1, x) - scipy.special.jv(n + 1, x)) / 2) * dz


def yv(n, x):
    """Scales the gradient by half the difference of the orders beside it.

    domain: x > 0, n > 0
    refused: n
    """
    z = scipy.special.yv(n, x)
    dx = ((scipy.special.yv(n - 1, x) - scipy.special.yv(n + 1, x)) / 2) * dz


def iv(n, x):
    """Scales the gradient by half the sum of the orders beside it.

    domain: x > 0, n > 0
    refused: n
    """
    z = scipy.special.iv(n, x)
    dx = ((scipy.special.iv(n - 1, x) + scipy.special.iv(n + 1, x)) / 2) * dz


def jve(n, x):
    """Scales the gradient by half the difference of the orders beside it.

    domain: x > 0, n > 0
    refused: n
    """
    z = scipy.special.jve(n, x)
    dx = ((scipy.special.jve(n - 1, x) - scipy.special.jve(n + 1, x)) / 2) * dz


def kv(n, x):
    """Scales the gradient by minus half the sum of the orders beside it.

    domain: x > 0, n > 0
    refused: n
    """
    z = scipy.special.kv(n, x)
    dx = (-(scipy.special.kv(n - 1, x) + scipy.special.kv(n + 1, x)) / 2) * dz


def ive(n, x):
    """Scales the gradient by half the sum of the orders beside it, less the output with the input's sign.

    domain: x > 0, n > 0
    refused: n
    """
    z = scipy.special.ive(n, x)
    dx = ((scipy.special.ive(n - 1, x) + scipy.special.ive(n + 1, x)) / 2 - np.sign(x) * z) * dz


def kve(n, x):
    """Scales the gradient by the output less half the sum of the orders beside it.

    domain: x > 0, n > 0
    refused: n
    """
    z = scipy.special.kve(n, x)
    dx = (z - (scipy.special.kve(n - 1, x) + scipy.special.kve(n + 1, x)) / 2) * dz


def airy(x):
    """Scales the gradients by the slopes, and those on the slopes by x times the functions."""
    f, slope, g, other_slope = scipy.special.airy(x)
    dx = slope * df
    dx = (x * f) * dslope
    dx = other_slope * dg
    dx = (x * g) * dother_slope


# Integrals that have names.


def expi(x):
    """Scales the gradient by exp(x) / x.

    domain: x > 0
    """
    z = scipy.special.expi(x)
    dx = (np.exp(x) / x) * dz


def exp1(x):
    """Scales the gradient by -exp(-x) / x.

    domain: x > 0
    """
    z = scipy.special.exp1(x)
    dx = (-np.exp(-x) / x) * dz


def expn(n: int, x):
    """Scales the gradient by minus the function of the order below.

    domain: x > 0, n > 0
    """
    z = scipy.special.expn(n, x)
    dx = -scipy.special.expn(n - 1, x) * dz


def sici(x):
    """Scales the gradients by the sine and the cosine, over the input.

    domain: x > 0
    """
    si, ci = scipy.special.sici(x)
    dx = (np.sin(x) / x) * dsi
    dx = (np.cos(x) / x) * dci


def shichi(x):
    """Scales the gradients by the hyperbolic sine and cosine, over the input.

    domain: x > 0
    """
    shi, chi = scipy.special.shichi(x)
    dx = (np.sinh(x) / x) * dshi
    dx = (np.cosh(x) / x) * dchi


def spence(x):
    """Scales the gradient by log(x) / (1 - x), which is -1 at 1.

    domain: x > 0
    """
    z = scipy.special.spence(x)
    dx = np.where(x == 1, -1, np.log(x) / np.where(x == 1, 1, 1 - x)) * dz


def ellipk(m):
    """Scales the gradient by the slope of the integral in its parameter.

    domain: -2 < m < 1
    """
    z = scipy.special.ellipk(m)
    dm = (scipy.special.elliprd(0, 1, 1 - m) / 6) * dz


def ellipe(m):
    """Scales the gradient by the slope of the integral in its parameter.

    domain: -2 < m < 1
    """
    z = scipy.special.ellipe(m)
    dm = (-scipy.special.elliprd(0, 1 - m, 1) / 6) * dz


def fresnel(x):
    """Scales the gradients by the sine and the cosine of pi * x**2 / 2."""
    s, c = scipy.special.fresnel(x)
    dx = np.sin(1.5707963267948966 * x**2) * ds
    dx = np.cos(1.5707963267948966 * x**2) * dc


# Hypergeometric functions and polynomials.


def hyp0f1(v, x):
    """Scales the gradient by the function of the next parameter, over the parameter.

    domain: v > 0
    refused: v
    """
    z = scipy.special.hyp0f1(v, x)
    dx = (scipy.special.hyp0f1(v + 1, x) / v) * dz


def hyp1f1(a, b, x):
    """Scales the gradient by the function of the next parameters, times their ratio.

    domain: a > 0, b > 0
    refused: a, b
    """
    z = scipy.special.hyp1f1(a, b, x)
    dx = (a / b * scipy.special.hyp1f1(a + 1, b + 1, x)) * dz


def hyp2f1(a, b, c, x):
    """Scales the gradient by the function of the next parameters, times their ratio.

    domain: a > 0, b > 0, c > 0, -0.5 < x < 0.5
    refused: a, b, c
    """
    z = scipy.special.hyp2f1(a, b, c, x)
    dx = (a * b / c * scipy.special.hyp2f1(a + 1, b + 1, c + 1, x)) * dz


def hyperu(a, b, x):
    """Scales the gradient by minus the first parameter times the function of the next parameters.

    domain: a > 0, b > 0, x > 0
    refused: a, b
    """
    z = scipy.special.hyperu(a, b, x)
    dx = (-a * scipy.special.hyperu(a + 1, b + 1, x)) * dz


def eval_legendre(n: int, x):
    """Scales the gradient by the slope of the polynomial, one of Jacobi's.

    domain: n > 0
    """
    z = scipy.special.eval_legendre(n, x)
    dx = ((n + 1) / 2 * scipy.special.eval_jacobi(n - 1, 1, 1, x)) * dz


def eval_jacobi(n: int, a, b, x):
    """Scales the gradient by the slope of the polynomial, again one of Jacobi's.

    domain: n > 0, a > 0, b > 0
    refused: a, b
    """
    z = scipy.special.eval_jacobi(n, a, b, x)
    dx = ((n + a + b + 1) / 2 * scipy.special.eval_jacobi(n - 1, a + 1, b + 1, x)) * dz


def eval_chebyt(n: int, x):
    """Scales the gradient by the degree times the polynomial of the second kind below.

    domain: n > 0
    """
    z = scipy.special.eval_chebyt(n, x)
    dx = (n * scipy.special.eval_chebyu(n - 1, x)) * dz


def eval_chebyu(n: int, x):
    """Scales the gradient by the slope of the polynomial, one of Gegenbauer's.

    domain: n > 0
    """
    z = scipy.special.eval_chebyu(n, x)
    dx = (2 * scipy.special.eval_gegenbauer(n - 1, 2, x)) * dz


def eval_gegenbauer(n: int, a, x):
    """Scales the gradient by the slope of the polynomial, again one of Gegenbauer's.

    domain: n > 0, a > 0
    refused: a
    """
    z = scipy.special.eval_gegenbauer(n, a, x)
    dx = (2 * a * scipy.special.eval_gegenbauer(n - 1, a + 1, x)) * dz


def eval_hermite(n: int, x):
    """Scales the gradient by twice the degree times the polynomial below.

    domain: n > 0
    """
    z = scipy.special.eval_hermite(n, x)
    dx = (2 * n * scipy.special.eval_hermite(n - 1, x)) * dz


def eval_hermitenorm(n: int, x):
    """Scales the gradient by the degree times the polynomial below.

    domain: n > 0
    """
    z = scipy.special.eval_hermitenorm(n, x)
    dx = (n * scipy.special.eval_hermitenorm(n - 1, x)) * dz


def eval_laguerre(n: int, x):
    """Scales the gradient by the slope of the polynomial, a generalised one.

    domain: n > 0
    """
    z = scipy.special.eval_laguerre(n, x)
    dx = -scipy.special.eval_genlaguerre(n - 1, 1, x) * dz


def eval_genlaguerre(n: int, a, x):
    """Scales the gradient by minus the polynomial below, of the next parameter.

    domain: n > 0, a > 0
    refused: a
    """
    z = scipy.special.eval_genlaguerre(n, a, x)
    dx = -scipy.special.eval_genlaguerre(n - 1, a + 1, x) * dz
