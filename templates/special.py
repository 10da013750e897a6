"""SciPy's special functions, where a module imports them.

Constants are written out, so that float32 stays float32.
"""

from __future__ import annotations

import numpy as np
import scipy.special


def expit(x):
    """The sigmoid: its local gradient is (1 - z) * z."""
    z = scipy.special.expit(x)
    dx = ((1 - z) * z) * dz


def logit(x):
    """Divides the gradient by x * (1 - x).

    domain: 0 < x < 1
    """
    z = scipy.special.logit(x)
    dx = dz / (x * (1 - x))


def log_expit(x):
    """Scales the gradient by the sigmoid of minus the input."""
    z = scipy.special.log_expit(x)
    dx = scipy.special.expit(-x) * dz


def erf(x):
    """Scales the gradient by the bell curve 2 / sqrt(pi) * exp(-x**2)."""
    z = scipy.special.erf(x)
    dx = (1.1283791670955126 * np.exp(-(x**2))) * dz


def erfc(x):
    """Scales the gradient by minus the bell curve 2 / sqrt(pi) * exp(-x**2)."""
    z = scipy.special.erfc(x)
    dx = (-1.1283791670955126 * np.exp(-(x**2))) * dz


def erfinv(x):
    """Divides the gradient by the bell curve 2 / sqrt(pi) * exp(-z**2).

    domain: -1 < x < 1
    """
    z = scipy.special.erfinv(x)
    dx = (0.886226925452758 * np.exp(z**2)) * dz


def ndtr(x):
    """Scales the gradient by the density of the normal distribution."""
    z = scipy.special.ndtr(x)
    dx = (0.3989422804014327 * np.exp(-(x**2) / 2)) * dz


def ndtri(x):
    """Divides the gradient by the density of the normal distribution.

    domain: 0 < x < 1
    """
    z = scipy.special.ndtri(x)
    dx = (2.5066282746310002 * np.exp(z**2 / 2)) * dz


def log_ndtr(x):
    """Scales the gradient by the density of the normal distribution over what lies below."""
    z = scipy.special.log_ndtr(x)
    dx = (0.3989422804014327 * np.exp(-(x**2) / 2 - z)) * dz


def gammaln(x):
    """Scales the gradient by the digamma function.

    domain: x > 0
    """
    z = scipy.special.gammaln(x)
    dx = scipy.special.digamma(x) * dz


def loggamma(x):
    """Scales the gradient by the digamma function.

    domain: x > 0
    """
    z = scipy.special.loggamma(x)
    dx = scipy.special.digamma(x) * dz


def gamma(x):
    """Scales the gradient by the output times the digamma function.

    domain: x > 0
    """
    z = scipy.special.gamma(x)
    dx = (z * scipy.special.digamma(x)) * dz


def digamma(x):
    """Scales the gradient by the trigamma function.

    domain: x > 0
    """
    z = scipy.special.digamma(x)
    dx = scipy.special.zeta(2.0, x) * dz


def zeta(s: literal, x):
    """Scales the gradient by -s times the function of s + 1.

    domain: x > 0, s > 1
    """
    z = scipy.special.zeta(s, x)
    dx = (-s * scipy.special.zeta(s + 1, x)) * dz


def xlogy(x, y):
    """Scales the gradient by log(y), and that on y by x / y.

    domain: y > 0
    """
    z = scipy.special.xlogy(x, y)
    dx = np.log(y) * dz
    dy = (x / y) * dz


def xlog1py(x, y):
    """Scales the gradient by log(1 + y), and that on y by x / (1 + y).

    domain: y > -1
    """
    z = scipy.special.xlog1py(x, y)
    dx = np.log1p(y) * dz
    dy = (x / (1 + y)) * dz


def entr(x):
    """Scales the gradient by -log(x) - 1.

    domain: x > 0
    """
    z = scipy.special.entr(x)
    dx = (-np.log(x) - 1) * dz


def rel_entr(x, y):
    """Scales the gradient by log(x / y) + 1, and that on y by -x / y.

    domain: x > 0, y > 0
    """
    z = scipy.special.rel_entr(x, y)
    dx = (np.log(x / y) + 1) * dz
    dy = (-x / y) * dz


def kl_div(x, y):
    """Scales the gradient by log(x / y), and that on y by 1 - x / y.

    domain: x > 0, y > 0
    """
    z = scipy.special.kl_div(x, y)
    dx = np.log(x / y) * dz
    dy = (1 - x / y) * dz


def exprel(x):
    """Scales the gradient by the slope of (exp(x) - 1) / x."""
    z = scipy.special.exprel(x)
    dx = ((np.exp(x) - z) / x) * dz


def huber(d: literal, x):
    """Lets the gradient pass, cut off at d.

    domain: d > 0
    """
    z = scipy.special.huber(d, x)
    dx = np.clip(x, -d, d) * dz


def j0(x):
    """Scales the gradient by minus the Bessel function of order one."""
    z = scipy.special.j0(x)
    dx = -scipy.special.j1(x) * dz


def i0(x):
    """Scales the gradient by the modified Bessel function of order one."""
    z = scipy.special.i0(x)
    dx = scipy.special.i1(x) * dz


def j1(x):
    """Scales the gradient by the Bessel function of order zero minus the output over the input."""
    z = scipy.special.j1(x)
    dx = (scipy.special.j0(x) - z / x) * dz


def i1(x):
    """Scales the gradient by the modified Bessel function of order zero minus the output over the input."""
    z = scipy.special.i1(x)
    dx = (scipy.special.i0(x) - z / x) * dz


def scipy_logsumexp_all(x) -> reduced(x):
    """Shares the gradient out by the softmax of the input."""
    z = scipy.special.logsumexp(x)
    dx = np.exp(x - z) * dz


def scipy_logsumexp_axis(x, axis: int | tuple) -> reduced_array(x, axis):
    """Shares the gradient out by the softmax of the input."""
    z = scipy.special.logsumexp(x, axis=axis)
    dx = np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def scipy_logsumexp_keep(x, axis: object) -> reduced_array(x, axis, True):
    """Shares the gradient out by the softmax of the input."""
    z = scipy.special.logsumexp(x, axis=axis, keepdims=True)
    dx = np.exp(x - z) * dz


def scipy_softmax_all(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    z = scipy.special.softmax(x)
    dx = z * (dz - np.sum(z * dz))


def scipy_softmax_axis(x, axis: object) -> along(x, axis):
    """Takes the gradient's mean, weighted by the output, away from it, and scales it by the output."""
    z = scipy.special.softmax(x, axis=axis)
    dx = z * (dz - np.sum(z * dz, axis=axis, keepdims=True))


def scipy_log_softmax_all(x) -> same(x):
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    z = scipy.special.log_softmax(x)
    dx = dz - np.exp(z) * np.sum(dz)


def scipy_log_softmax_axis(x, axis: object) -> along(x, axis):
    """Takes the gradient's sum, shared out by the exponential of the output, away from it."""
    z = scipy.special.log_softmax(x, axis=axis)
    dx = dz - np.exp(z) * np.sum(dz, axis=axis, keepdims=True)
