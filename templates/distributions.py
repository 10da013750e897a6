"""Distributions of scipy.stats: densities, what lies below and above, and their logarithms."""

from __future__ import annotations

import numpy as np
import scipy.stats


def norm_pdf(x):
    """Scales the gradient by minus the input times the density."""
    z = scipy.stats.norm.pdf(x)
    dx = (-x * z) * dz


def norm_pdf_around(x, loc):
    """Scales the gradient by the density times how far the input is from the centre."""
    z = scipy.stats.norm.pdf(x, loc)
    dx = (z * (loc - x)) * dz
    dloc = (z * (x - loc)) * dz


def norm_pdf_wide(x, scale):
    """Scales the gradient by the density times how many widths the input is from zero."""
    z = scipy.stats.norm.pdf(x, scale=scale)
    dx = (-z * x / scale**2) * dz
    dscale = (z * ((x / scale) ** 2 - 1) / scale) * dz


def norm_pdf_at(x, loc, scale):
    """Scales the gradient by the density times how many widths the input is from the centre."""
    z = scipy.stats.norm.pdf(x, loc, scale)
    dx = (z * (loc - x) / scale**2) * dz
    dloc = (z * (x - loc) / scale**2) * dz
    dscale = (z * (((x - loc) / scale) ** 2 - 1) / scale) * dz


def norm_logpdf(x):
    """Scales the gradient by minus the input."""
    z = scipy.stats.norm.logpdf(x)
    dx = -x * dz


def norm_logpdf_around(x, loc):
    """Pulls the input to the centre, and the centre to the input."""
    z = scipy.stats.norm.logpdf(x, loc)
    dx = (loc - x) * dz
    dloc = (x - loc) * dz


def norm_logpdf_wide(x, scale):
    """Pulls the input to zero, by how many widths it is away."""
    z = scipy.stats.norm.logpdf(x, scale=scale)
    dx = (-x / scale**2) * dz
    dscale = (((x / scale) ** 2 - 1) / scale) * dz


def norm_logpdf_at(x, loc, scale):
    """Pulls the input to the centre, by how many widths it is away."""
    z = scipy.stats.norm.logpdf(x, loc, scale)
    dx = ((loc - x) / scale**2) * dz
    dloc = ((x - loc) / scale**2) * dz
    dscale = ((((x - loc) / scale) ** 2 - 1) / scale) * dz


def norm_cdf(x):
    """Scales the gradient by the density."""
    z = scipy.stats.norm.cdf(x)
    dx = scipy.stats.norm.pdf(x) * dz


def norm_cdf_around(x, loc):
    """Scales the gradient by the density, with the other sign where the centre moves."""
    z = scipy.stats.norm.cdf(x, loc)
    dx = scipy.stats.norm.pdf(x, loc) * dz
    dloc = -scipy.stats.norm.pdf(x, loc) * dz


def norm_cdf_wide(x, scale):
    """Scales the gradient by the density, and by how far a wider curve moves it."""
    z = scipy.stats.norm.cdf(x, scale=scale)
    dx = scipy.stats.norm.pdf(x, scale=scale) * dz
    dscale = (-x / scale * scipy.stats.norm.pdf(x, scale=scale)) * dz


def norm_cdf_at(x, loc, scale):
    """Scales the gradient by the density, with the other sign where the centre moves."""
    z = scipy.stats.norm.cdf(x, loc, scale)
    dx = scipy.stats.norm.pdf(x, loc, scale) * dz
    dloc = -scipy.stats.norm.pdf(x, loc, scale) * dz
    dscale = ((loc - x) / scale * scipy.stats.norm.pdf(x, loc, scale)) * dz


def norm_sf(x):
    """Scales the gradient by minus the density."""
    z = scipy.stats.norm.sf(x)
    dx = -scipy.stats.norm.pdf(x) * dz


def norm_logcdf(x):
    """Scales the gradient by the density over what lies below."""
    z = scipy.stats.norm.logcdf(x)
    dx = np.exp(scipy.stats.norm.logpdf(x) - z) * dz


def norm_logsf(x):
    """Scales the gradient by minus the density over what lies above."""
    z = scipy.stats.norm.logsf(x)
    dx = -np.exp(scipy.stats.norm.logpdf(x) - z) * dz


def norm_ppf(x):
    """Divides the gradient by the density where the output is.

    domain: 0 < x < 1
    """
    z = scipy.stats.norm.ppf(x)
    dx = dz / scipy.stats.norm.pdf(z)
