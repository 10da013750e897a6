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


def erfcx(x):
    """Scales the gradient by 2 * x times the output, less 2 / sqrt(pi)."""
    z = scipy.special.erfcx(x)
    dx = (2 * x * z - 1.1283791670955126) * dz


def erfi(x):
    """Scales the gradient by 2 / sqrt(pi) * exp(x**2).

    domain: -1.5 < x < 1.5
    """
    z = scipy.special.erfi(x)
    dx = (1.1283791670955126 * np.exp(x**2)) * dz


def erfcinv(x):
    """Divides the gradient by minus the bell curve 2 / sqrt(pi) * exp(-z**2).

    domain: 0 < x < 2
    """
    z = scipy.special.erfcinv(x)
    dx = (-0.886226925452758 * np.exp(z**2)) * dz


def dawsn(x):
    """Scales the gradient by 1 - 2 * x times the output."""
    z = scipy.special.dawsn(x)
    dx = (1 - 2 * x * z) * dz


def ndtri_exp(x):
    """Divides the gradient by the density of the normal distribution over what lies below.

    domain: -2 < x < -0.1
    """
    z = scipy.special.ndtri_exp(x)
    dx = (2.5066282746310002 * np.exp(x + z**2 / 2)) * dz


def owens_t(h, a):
    """Scales the gradient by the density in either direction."""
    z = scipy.special.owens_t(h, a)
    dh = (-0.19947114020071635 * np.exp(-(h**2) / 2) * scipy.special.erf(0.7071067811865476 * a * h)) * dz
    da = (0.15915494309189535 * np.exp(-(h**2) * (1 + a**2) / 2) / (1 + a**2)) * dz


# Logarithms, powers, entropies and losses.


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
    """Scales the gradient by the slope of (exp(x) - 1) / x, which is 1/2 at 0."""
    z = scipy.special.exprel(x)
    dx = np.where(x == 0, 0.5, (np.exp(x) - z) / np.where(x == 0, 1, x)) * dz


def huber(d: literal, x):
    """Lets the gradient pass, cut off at d.

    domain: d > 0
    """
    z = scipy.special.huber(d, x)
    dx = np.clip(x, -d, d) * dz


def exp10(x):
    """Scales the gradient by the output times log(10).

    domain: -1 < x < 1
    """
    z = scipy.special.exp10(x)
    dx = (2.302585092994046 * z) * dz


def powm1(x, y):
    """Scales the gradient by the exponent times the power below; the exponent's, by the power times log(x).

    domain: x > 0
    """
    z = scipy.special.powm1(x, y)
    dx = (y * (z + 1) / x) * dz
    dy = ((z + 1) * np.log(x)) * dz


def cosm1(x):
    """Scales the gradient by minus the sine of the input."""
    z = scipy.special.cosm1(x)
    dx = -np.sin(x) * dz


def sindg(x):
    """Scales the gradient by the cosine of the input, and as degrees are scaled."""
    z = scipy.special.sindg(x)
    dx = (0.017453292519943295 * scipy.special.cosdg(x)) * dz


def cosdg(x):
    """Scales the gradient by minus the sine of the input, and as degrees are scaled."""
    z = scipy.special.cosdg(x)
    dx = (-0.017453292519943295 * scipy.special.sindg(x)) * dz


def tandg(x):
    """Scales the gradient by one plus the square of the output, and as degrees are scaled."""
    z = scipy.special.tandg(x)
    dx = (0.017453292519943295 * (1 + z**2)) * dz


def boxcox(x, p):
    """Scales the gradient by the power over x; that of the exponent, by the slope of the output in it.

    domain: x > 0
    """
    z = scipy.special.boxcox(x, p)
    dx = ((1 + p * z) / x) * dz
    dp = np.where(p == 0, np.log(x) ** 2 / 2, ((1 + p * z) * np.log(x) - z) / np.where(p == 0, 1, p)) * dz


def boxcox1p(x, p):
    """Scales the gradient by the power over 1 + x; that of the exponent, by the slope of the output in it.

    domain: x > -0.9
    """
    z = scipy.special.boxcox1p(x, p)
    dx = ((1 + p * z) / (1 + x)) * dz
    dp = np.where(p == 0, np.log1p(x) ** 2 / 2, ((1 + p * z) * np.log1p(x) - z) / np.where(p == 0, 1, p)) * dz


def inv_boxcox(x, p):
    """Scales the gradient by z**(1 - p).

    domain: 0 < x < 1, 0.3 < p < 2
    refused: p
    """
    z = scipy.special.inv_boxcox(x, p)
    dx = z ** (1 - p) * dz


def inv_boxcox1p(x, p):
    """Scales the gradient by (1 + z)**(1 - p).

    domain: 0 < x < 1, 0.3 < p < 2
    refused: p
    """
    z = scipy.special.inv_boxcox1p(x, p)
    dx = (1 + z) ** (1 - p) * dz


def wrightomega(x):
    """Scales the gradient by z / (1 + z)."""
    z = scipy.special.wrightomega(x)
    dx = (z / (1 + z)) * dz


def scipy_softplus(x):
    """Scales the gradient by the sigmoid of the input.

    needs: SciPy 1.15
    """
    z = scipy.special.softplus(x)
    dx = scipy.special.expit(x) * dz


def pseudo_huber(d, x):
    """Scales the gradient by x / sqrt(1 + (x / d)**2).

    domain: d > 0
    """
    z = scipy.special.pseudo_huber(d, x)
    dd = (2 * z / d - x**2 / (d * np.sqrt(1 + (x / d) ** 2))) * dz
    dx = (x / np.sqrt(1 + (x / d) ** 2)) * dz


def huber_any(d, x):
    """Lets the gradient pass, cut off at d; to d it gives what lies above.

    domain: d > 0
    """
    z = scipy.special.huber(d, x)
    dd = np.maximum(np.absolute(x) - d, 0) * dz
    dx = np.clip(x, -d, d) * dz


# Sums of exponentials, and shares in them.


def scipy_logsumexp_all(x) -> reduced(x):
    """Shares the gradient out by the softmax of the input."""
    z = scipy.special.logsumexp(x)
    dx = np.exp(x - z) * dz


def scipy_logsumexp_axis(x, axis: int | tuple) -> reduced_array(x, axis):
    """Shares the gradient out by the softmax of the input."""
    z = scipy.special.logsumexp(x, axis=axis)
    dx = np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def scipy_logsumexp_keep_all(x) -> reduced_array(x, None, True):
    """Shares the gradient out by the softmax of the input."""
    z = scipy.special.logsumexp(x, keepdims=True)
    dx = np.exp(x - z) * dz


def scipy_logsumexp_keep(x, axis: object) -> reduced_array(x, axis, True):
    """Shares the gradient out by the softmax of the input."""
    z = scipy.special.logsumexp(x, axis=axis, keepdims=True)
    dx = np.exp(x - z) * dz


def scipy_logsumexp_weighted_all(x, b) -> reduced_both(x, b):
    """Shares the gradient out by the weighted exponentials; a weight is given its exponential.

    domain: b > 0
    """
    z = scipy.special.logsumexp(x, b=b)
    dx = b * np.exp(x - z) * dz
    db = np.exp(x - z) * dz


def scipy_logsumexp_weighted_axis(x, axis: int | tuple, b) -> reduced_both(x, b, axis):
    """Shares the gradient out by the weighted exponentials; a weight is given its exponential.

    domain: b > 0
    """
    z = scipy.special.logsumexp(x, axis=axis, b=b)
    dx = unbroadcast(b * np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis), x)
    db = unbroadcast(np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis), b)


def scipy_logsumexp_weighted_keep(x, axis: object, b) -> reduced_both(x, b, axis, True):
    """Shares the gradient out by the weighted exponentials; a weight is given its exponential.

    domain: b > 0
    """
    z = scipy.special.logsumexp(x, axis=axis, b=b, keepdims=True)
    dx = b * np.exp(x - z) * dz
    db = np.exp(x - z) * dz


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
