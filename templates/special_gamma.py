"""SciPy's gamma and beta functions, and the distributions that they belong to.

Constants are written out, so that float32 stays float32.
"""

from __future__ import annotations

import numpy as np
import scipy.special


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


def polygamma(n: int, x):
    """Scales the gradient by the function of the next order.

    domain: x > 0, -1 < n
    """
    z = scipy.special.polygamma(n, x)
    dx = scipy.special.polygamma(n + 1, x) * dz


def rgamma(x):
    """Scales the gradient by minus the output times the digamma function.

    domain: x > 0
    """
    z = scipy.special.rgamma(x)
    dx = (-z * scipy.special.digamma(x)) * dz


def gammasgn(x):
    """Blocks the gradient: its output is a step function."""
    z = scipy.special.gammasgn(x)


def beta(x, y):
    """Scales the gradient by the output times a difference of digamma functions.

    domain: x > 0, y > 0
    """
    z = scipy.special.beta(x, y)
    dx = (z * (scipy.special.digamma(x) - scipy.special.digamma(x + y))) * dz
    dy = (z * (scipy.special.digamma(y) - scipy.special.digamma(x + y))) * dz


def betaln(x, y):
    """Scales the gradient by a difference of digamma functions.

    domain: x > 0, y > 0
    """
    z = scipy.special.betaln(x, y)
    dx = (scipy.special.digamma(x) - scipy.special.digamma(x + y)) * dz
    dy = (scipy.special.digamma(y) - scipy.special.digamma(x + y)) * dz


def binom(n, k):
    """Scales the gradient by the output times a difference of digamma functions.

    domain: 2.5 < n < 4, 0 < k < 2
    """
    z = scipy.special.binom(n, k)
    dn = (z * (scipy.special.digamma(n + 1) - scipy.special.digamma(n - k + 1))) * dz
    dk = (z * (scipy.special.digamma(n - k + 1) - scipy.special.digamma(k + 1))) * dz


def poch(x, m):
    """Scales the gradient by the output times digamma functions.

    domain: x > 0, m > 0
    """
    z = scipy.special.poch(x, m)
    dx = (z * (scipy.special.digamma(x + m) - scipy.special.digamma(x))) * dz
    dm = (z * scipy.special.digamma(x + m)) * dz


def multigammaln(x, d: int):
    """Scales the gradient by the sum of as many digamma functions, half a step apart.

    domain: x > 1.2, 0 < d < 3
    """
    z = scipy.special.multigammaln(x, d)
    dx = np.sum(
        scipy.special.digamma(np.expand_dims(x, -1) - np.arange(d, dtype=np.expand_dims(x, -1).dtype) / 2),
        axis=-1,
    ) * dz


def gammainc(a, x):
    """Scales the gradient by the density of the gamma distribution.

    domain: x > 0, a > 0
    refused: a
    """
    z = scipy.special.gammainc(a, x)
    dx = np.exp(scipy.special.xlogy(a - 1, x) - x - scipy.special.gammaln(a)) * dz


def gammaincc(a, x):
    """Scales the gradient by minus the density of the gamma distribution.

    domain: x > 0, a > 0
    refused: a
    """
    z = scipy.special.gammaincc(a, x)
    dx = -np.exp(scipy.special.xlogy(a - 1, x) - x - scipy.special.gammaln(a)) * dz


def gammaincinv(a, x):
    """Divides the gradient by the density of the gamma distribution.

    domain: 0 < x < 1, a > 0.2
    refused: a
    """
    z = scipy.special.gammaincinv(a, x)
    dx = np.exp(scipy.special.gammaln(a) + z - scipy.special.xlogy(a - 1, z)) * dz


def gammainccinv(a, x):
    """Divides the gradient by minus the density of the gamma distribution.

    domain: 0 < x < 1, a > 0.2
    refused: a
    """
    z = scipy.special.gammainccinv(a, x)
    dx = -np.exp(scipy.special.gammaln(a) + z - scipy.special.xlogy(a - 1, z)) * dz


def betainc_numbers(a: float, b: float, x):
    """Scales the gradient by the density of the beta distribution.

    domain: 0 < x < 1, a > 0, b > 0
    refused: a, b
    """
    z = scipy.special.betainc(a, b, x)
    dx = (x ** (a - 1) * (1 - x) ** (b - 1) / float(scipy.special.beta(a, b))) * dz


def betainc(a, b, x):
    """Scales the gradient by the density of the beta distribution.

    domain: 0 < x < 1, a > 0, b > 0
    refused: a, b
    """
    z = scipy.special.betainc(a, b, x)
    dx = np.exp(
        scipy.special.xlogy(a - 1, x)
        + scipy.special.xlog1py(b - 1, -x)
        + scipy.special.gammaln(a + b)
        - scipy.special.gammaln(a)
        - scipy.special.gammaln(b)
    ) * dz


def betaincinv(a, b, x):
    """Divides the gradient by the density of the beta distribution.

    domain: 0 < x < 1, a > 0.5, b > 0.5
    refused: a, b
    """
    z = scipy.special.betaincinv(a, b, x)
    dx = np.exp(
        scipy.special.gammaln(a)
        + scipy.special.gammaln(b)
        - scipy.special.gammaln(a + b)
        - scipy.special.xlogy(a - 1, z)
        - scipy.special.xlog1py(b - 1, -z)
    ) * dz


def stdtr_number(df: float, t):
    """Scales the gradient by the density of Student's distribution.

    domain: df > 1
    refused: df
    """
    z = scipy.special.stdtr(df, t)
    dt = ((1 + t**2 / df) ** (-(df + 1) / 2) / float(np.sqrt(df) * scipy.special.beta(df / 2, 0.5))) * dz


def stdtr(df, t):
    """Scales the gradient by the density of Student's distribution.

    domain: df > 1
    refused: df
    """
    z = scipy.special.stdtr(df, t)
    dt = (
        np.exp(
            scipy.special.gammaln((df + 1) / 2) - scipy.special.gammaln(df / 2) - (df + 1) / 2 * np.log1p(t**2 / df)
        )
        / np.sqrt(3.141592653589793 * df)
    ) * dz


def stdtrit(df, p):
    """Divides the gradient by the density of Student's distribution.

    domain: df > 1, 0 < p < 1
    refused: df
    """
    z = scipy.special.stdtrit(df, p)
    dp = (
        np.exp(
            scipy.special.gammaln(df / 2) - scipy.special.gammaln((df + 1) / 2) + (df + 1) / 2 * np.log1p(z**2 / df)
        )
        * np.sqrt(3.141592653589793 * df)
    ) * dz


def chdtr(v, x):
    """Scales the gradient by the density of the chi-squared distribution.

    domain: v > 0.5, x > 0
    refused: v
    """
    z = scipy.special.chdtr(v, x)
    dx = (np.exp(scipy.special.xlogy(v / 2 - 1, x / 2) - x / 2 - scipy.special.gammaln(v / 2)) / 2) * dz


def chdtrc(v, x):
    """Scales the gradient by minus the density of the chi-squared distribution.

    domain: v > 0.5, x > 0
    refused: v
    """
    z = scipy.special.chdtrc(v, x)
    dx = (-np.exp(scipy.special.xlogy(v / 2 - 1, x / 2) - x / 2 - scipy.special.gammaln(v / 2)) / 2) * dz
