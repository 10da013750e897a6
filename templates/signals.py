"""Convolutions and filters of scipy.signal, in any number of dimensions.

What a mode leaves out of the full result is put back as zeros before the gradient slides.
"""

from __future__ import annotations

import numpy as np
import scipy.signal


def convolve_full(x, y) -> slid(x, y):
    """Slides the gradient along the other input."""
    z = scipy.signal.convolve(x, y)
    dx = scipy.signal.correlate(dz, y, mode="valid")
    dy = scipy.signal.correlate(dz, x, mode="valid")


def signal_convolve_mode(x, y, mode: str) -> slid(x, y, mode):
    """Slides the gradient along the other input.

    mode: one of "full", "same", "valid"
    """
    z = scipy.signal.convolve(x, y, mode=mode)
    dx = scipy.signal.correlate(uncropped(dz, x, y, mode), y, mode="valid")
    dy = scipy.signal.correlate(uncropped(dz, x, y, mode), x, mode="valid")


def fftconvolve_full(x, y) -> slid(x, y):
    """Slides the gradient along the other input, turned round."""
    z = scipy.signal.fftconvolve(x, y)
    dx = scipy.signal.fftconvolve(dz, np.flip(y), mode="valid")
    dy = scipy.signal.fftconvolve(dz, np.flip(x), mode="valid")


def fftconvolve_mode(x, y, mode: str) -> slid(x, y, mode):
    """Slides the gradient along the other input, turned round.

    mode: one of "full", "same", "valid"
    """
    z = scipy.signal.fftconvolve(x, y, mode=mode)
    dx = scipy.signal.fftconvolve(uncropped(dz, x, y, mode), np.flip(y), mode="valid")
    dy = scipy.signal.fftconvolve(uncropped(dz, x, y, mode), np.flip(x), mode="valid")


def convolve2d_full(x, y) -> slid(x, y):
    """Slides the gradient along the other input."""
    z = scipy.signal.convolve2d(x, y)
    dx = scipy.signal.correlate2d(dz, y, mode="valid")
    dy = scipy.signal.correlate2d(dz, x, mode="valid")


def convolve2d_mode(x, y, mode: str) -> slid(x, y, mode):
    """Slides the gradient along the other input.

    mode: one of "full", "same", "valid"
    """
    z = scipy.signal.convolve2d(x, y, mode=mode)
    dx = scipy.signal.correlate2d(uncropped(dz, x, y, mode), y, mode="valid")
    dy = scipy.signal.correlate2d(uncropped(dz, x, y, mode), x, mode="valid")


def correlate_full_nd(x, y) -> slid(x, y):
    """Slides the gradient along the other input."""
    z = scipy.signal.correlate(x, y)
    dx = scipy.signal.convolve(dz, y, mode="valid")
    dy = scipy.signal.convolve(np.flip(dz), x, mode="valid")


def correlate_mode_nd(x, y, mode: str) -> slid(x, y, mode):
    """Slides the gradient along the other input.

    mode: one of "full", "same", "valid"
    """
    z = scipy.signal.correlate(x, y, mode=mode)
    dx = scipy.signal.convolve(uncropped(dz, x, y, mode), y, mode="valid")
    dy = scipy.signal.convolve(np.flip(uncropped(dz, x, y, mode)), x, mode="valid")


def correlate2d_full(x, y) -> slid(x, y):
    """Slides the gradient along the other input."""
    z = scipy.signal.correlate2d(x, y)
    dx = scipy.signal.convolve2d(dz, y, mode="valid")
    dy = scipy.signal.convolve2d(np.flip(dz), x, mode="valid")


def correlate2d_mode(x, y, mode: str) -> slid(x, y, mode):
    """Slides the gradient along the other input.

    mode: one of "full", "same", "valid"
    """
    z = scipy.signal.correlate2d(x, y, mode=mode)
    dx = scipy.signal.convolve2d(uncropped(dz, x, y, mode, 1), y, mode="valid")
    dy = scipy.signal.convolve2d(np.flip(uncropped(dz, x, y, mode, 1)), x, mode="valid")


def lfilter_without_poles(b, x, axis: int = -1) -> same(x):
    """Filters the gradient from the end; coefficients are given the products with what they met."""
    z = scipy.signal.lfilter(b, 1, x, axis=axis)
    db = lagged_products(dz, x, b, axis)
    dx = np.flip(scipy.signal.lfilter(b, 1, np.flip(dz, axis), axis=axis), axis)


def lfilter_by_number(b: "K", a: float, x, axis: int = -1) -> same(x):
    """Filters the gradient from the end; coefficients are given the products with what they met."""
    z = scipy.signal.lfilter(b, a, x, axis=axis)
    db = lagged_products(dz / a, x, b, axis)
    da = -np.sum(z * dz) / a
    dx = np.flip(scipy.signal.lfilter(b, a, np.flip(dz, axis), axis=axis), axis)


def lfilter(b, a, x, axis: int = -1) -> same(x):
    """Filters the gradient from the end; coefficients are given the products with what they met.

    domain: np.min(np.abs(np.ravel(a)[:1])) > np.sum(np.abs(np.ravel(a)[1:]))
    """
    z = scipy.signal.lfilter(b, a, x, axis=axis)
    db = lagged_products(
        np.flip(scipy.signal.lfilter(np.ones_like(np.ravel(a)[:1]), a, np.flip(dz, axis), axis=axis), axis),
        x,
        b,
        axis,
    )
    da = -lagged_products(
        np.flip(scipy.signal.lfilter(np.ones_like(np.ravel(a)[:1]), a, np.flip(dz, axis), axis=axis), axis),
        z,
        a,
        axis,
    )
    dx = np.flip(scipy.signal.lfilter(b, a, np.flip(dz, axis), axis=axis), axis)
