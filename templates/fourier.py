"""Fourier transforms, back and forth between real and complex values.

A transform is linear: the gradient goes back through its adjoint, which is the transform the other
way without its factor. NumPy calls that `norm="forward"`; what is forward here is backward there.
"""

from __future__ import annotations

import numpy as np


# Along one axis.


def fft(x, axis: int = -1, norm: str = "backward") -> complex[along(x, axis)]:
    """Transforms the gradient back, without a factor where this way has one, and with it where not.

    holomorphic: x
    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.fft(x, axis=axis, norm=norm)
    dx = np.fft.ifft(dz, axis=axis, norm=opposite(norm))


def fft_to_length(x, n: int, axis: int = -1, norm: str = "backward") -> complex[transformed(x, n, axis)]:
    """Transforms the gradient back, and gives it the old length.

    holomorphic: x
    norm: one of "backward", "ortho", "forward"
    domain: n > 0
    """
    z = np.fft.fft(x, n=n, axis=axis, norm=norm)
    dx = resized(np.fft.ifft(dz, axis=axis, norm=opposite(norm)), x.shape, (axis,))


def ifft(x: complex, axis: int = -1, norm: str = "backward") -> complex[along(x, axis)]:
    """Transforms the gradient forth, without a factor where this way has one, and with it where not.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.ifft(x, axis=axis, norm=norm)
    dx = np.fft.fft(dz, axis=axis, norm=opposite(norm))


def ifft_to_length(x: complex, n: int, axis: int = -1, norm: str = "backward") -> complex[transformed(x, n, axis)]:
    """Transforms the gradient forth, and gives it the old length.

    norm: one of "backward", "ortho", "forward"
    domain: n > 0
    """
    z = np.fft.ifft(x, n=n, axis=axis, norm=norm)
    dx = resized(np.fft.fft(dz, axis=axis, norm=opposite(norm)), x.shape, (axis,))


def rfft(x, axis: int = -1, norm: str = "backward") -> complex[half_transformed(x, None, axis)]:
    """Transforms the gradient back, and takes the real part.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.rfft(x, axis=axis, norm=norm)
    dx = np.real(np.fft.ifft(dz, n=x.shape[axis], axis=axis, norm=opposite(norm)))


def rfft_to_length(x, n: int, axis: int = -1, norm: str = "backward") -> complex[half_transformed(x, n, axis)]:
    """Transforms the gradient back, takes the real part, and gives it the old length.

    norm: one of "backward", "ortho", "forward"
    domain: n > 0
    """
    z = np.fft.rfft(x, n=n, axis=axis, norm=norm)
    dx = resized(np.real(np.fft.ifft(dz, n=n, axis=axis, norm=opposite(norm))), x.shape, (axis,))


def irfft(x: complex, axis: int = -1, norm: str = "backward") -> float[back_transformed(x, axis)]:
    """Transforms the gradient forth, and doubles what stands for two frequencies.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.irfft(x, axis=axis, norm=norm)
    dx = irfft_dx(dz, x.shape[axis], axis=axis, norm=opposite(norm))


def irfft_to_length(x: complex, n: int, axis: int = -1, norm: str = "backward") -> float[transformed(x, n, axis)]:
    """Transforms the gradient forth, and doubles what stands for two frequencies.

    norm: one of "backward", "ortho", "forward"
    domain: n > 0
    """
    z = np.fft.irfft(x, n=n, axis=axis, norm=norm)
    dx = irfft_dx(dz, x.shape[axis], axis=axis, norm=opposite(norm))


# Along several axes: the last two by default, or with an n for a 2 all of them.


def fft2(x, axes: tuple = (-2, -1), norm: str = "backward") -> complex[spectrum(x, axes)]:
    """Transforms the gradient back, without a factor where this way has one, and with it where not.

    holomorphic: x
    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.fft2(x, axes=axes, norm=norm)
    dx = np.fft.ifft2(dz, axes=axes, norm=opposite(norm))


def fft2_to_sizes(x, s: tuple, axes: tuple = (-2, -1), norm: str = "backward") -> complex[transformed(x, s, axes)]:
    """Transforms the gradient back, and gives it the old sizes.

    holomorphic: x
    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.fft2(x, s=s, axes=axes, norm=norm)
    dx = resized(np.fft.ifft2(dz, axes=axes, norm=opposite(norm)), x.shape, axes)


def fftn(x, norm: str = "backward") -> complex[spectrum(x)]:
    """Transforms the gradient back, without a factor where this way has one, and with it where not.

    holomorphic: x
    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.fftn(x, norm=norm)
    dx = np.fft.ifftn(dz, norm=opposite(norm))


def fftn_axes(x, axes: tuple, norm: str = "backward") -> complex[spectrum(x, axes)]:
    """Transforms the gradient back, without a factor where this way has one, and with it where not.

    holomorphic: x
    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.fftn(x, axes=axes, norm=norm)
    dx = np.fft.ifftn(dz, axes=axes, norm=opposite(norm))


def fftn_to_sizes(x, s: tuple, axes: tuple, norm: str = "backward") -> complex[transformed(x, s, axes)]:
    """Transforms the gradient back, and gives it the old sizes.

    holomorphic: x
    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.fftn(x, s=s, axes=axes, norm=norm)
    dx = resized(np.fft.ifftn(dz, axes=axes, norm=opposite(norm)), x.shape, axes)


def ifft2(x: complex, axes: tuple = (-2, -1), norm: str = "backward") -> complex[spectrum(x, axes)]:
    """Transforms the gradient forth, without a factor where this way has one, and with it where not.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.ifft2(x, axes=axes, norm=norm)
    dx = np.fft.fft2(dz, axes=axes, norm=opposite(norm))


def ifft2_to_sizes(x: complex, s: tuple, axes: tuple = (-2, -1), norm: str = "backward") -> complex[transformed(x, s, axes)]:
    """Transforms the gradient forth, and gives it the old sizes.

    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.ifft2(x, s=s, axes=axes, norm=norm)
    dx = resized(np.fft.fft2(dz, axes=axes, norm=opposite(norm)), x.shape, axes)


def ifftn(x: complex, norm: str = "backward") -> complex[spectrum(x)]:
    """Transforms the gradient forth, without a factor where this way has one, and with it where not.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.ifftn(x, norm=norm)
    dx = np.fft.fftn(dz, norm=opposite(norm))


def ifftn_axes(x: complex, axes: tuple, norm: str = "backward") -> complex[spectrum(x, axes)]:
    """Transforms the gradient forth, without a factor where this way has one, and with it where not.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.ifftn(x, axes=axes, norm=norm)
    dx = np.fft.fftn(dz, axes=axes, norm=opposite(norm))


def ifftn_to_sizes(x: complex, s: tuple, axes: tuple, norm: str = "backward") -> complex[transformed(x, s, axes)]:
    """Transforms the gradient forth, and gives it the old sizes.

    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.ifftn(x, s=s, axes=axes, norm=norm)
    dx = resized(np.fft.fftn(dz, axes=axes, norm=opposite(norm)), x.shape, axes)


def rfft2(x, norm: str = "backward") -> complex[half_transformed(x, None, (-2, -1))]:
    """Transforms the gradient back, and takes the real part.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.rfft2(x, norm=norm)
    dx = np.real(np.fft.ifft2(dz, s=x.shape[-2:], norm=opposite(norm)))


def rfft2_axes(x, axes: tuple, norm: str = "backward") -> complex[half_transformed(x, None, axes)]:
    """Transforms the gradient back, and takes the real part.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.rfft2(x, axes=axes, norm=norm)
    dx = rfftn_dx(dz, x.shape, axes=axes, norm=opposite(norm))


def rfft2_to_sizes(x, s: tuple, axes: tuple = (-2, -1), norm: str = "backward") -> complex[half_transformed(x, s, axes)]:
    """Transforms the gradient back, takes the real part, and gives it the old sizes.

    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.rfft2(x, s=s, axes=axes, norm=norm)
    dx = rfftn_dx(dz, x.shape, s, axes, norm=opposite(norm))


def rfftn(x, norm: str = "backward") -> complex[half_transformed(x, None, None)]:
    """Transforms the gradient back, and takes the real part.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.rfftn(x, norm=norm)
    dx = rfftn_dx(dz, x.shape, norm=opposite(norm))


def rfftn_axes(x, axes: tuple, norm: str = "backward") -> complex[half_transformed(x, None, axes)]:
    """Transforms the gradient back, and takes the real part.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.rfftn(x, axes=axes, norm=norm)
    dx = rfftn_dx(dz, x.shape, axes=axes, norm=opposite(norm))


def rfftn_to_sizes(x, s: tuple, axes: tuple, norm: str = "backward") -> complex[half_transformed(x, s, axes)]:
    """Transforms the gradient back, takes the real part, and gives it the old sizes.

    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.rfftn(x, s=s, axes=axes, norm=norm)
    dx = rfftn_dx(dz, x.shape, s, axes, norm=opposite(norm))


def irfft2(x: complex, axes: tuple = (-2, -1), norm: str = "backward") -> float[back_transformed(x, axes)]:
    """Transforms the gradient forth, and doubles what stands for two frequencies.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.irfft2(x, axes=axes, norm=norm)
    dx = irfftn_dx(dz, x.shape, axes, norm=opposite(norm))


def irfft2_to_sizes(x: complex, s: tuple, axes: tuple = (-2, -1), norm: str = "backward") -> float[transformed(x, s, axes)]:
    """Transforms the gradient forth, and doubles what stands for two frequencies.

    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.irfft2(x, s=s, axes=axes, norm=norm)
    dx = irfftn_dx(dz, x.shape, axes, norm=opposite(norm))


def irfftn(x: complex, norm: str = "backward") -> float[back_transformed(x, None)]:
    """Transforms the gradient forth, and doubles what stands for two frequencies.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.irfftn(x, norm=norm)
    dx = irfftn_dx(dz, x.shape, norm=opposite(norm))


def irfftn_axes(x: complex, axes: tuple, norm: str = "backward") -> float[back_transformed(x, axes)]:
    """Transforms the gradient forth, and doubles what stands for two frequencies.

    norm: one of "backward", "ortho", "forward"
    """
    z = np.fft.irfftn(x, axes=axes, norm=norm)
    dx = irfftn_dx(dz, x.shape, axes, norm=opposite(norm))


def irfftn_to_sizes(x: complex, s: tuple, axes: tuple, norm: str = "backward") -> float[transformed(x, s, axes)]:
    """Transforms the gradient forth, and doubles what stands for two frequencies.

    norm: one of "backward", "ortho", "forward"
    s: one of (2, 3), (4, 4), (5, 2)
    """
    z = np.fft.irfftn(x, s=s, axes=axes, norm=norm)
    dx = irfftn_dx(dz, x.shape, axes, norm=opposite(norm))


# The order of the frequencies, and which they are.


def fftshift(x) -> same(x):
    """Shifts the gradient back.

    holomorphic: x
    """
    z = np.fft.fftshift(x)
    dx = np.fft.ifftshift(dz)


def fftshift_axes(x, axes: int | tuple) -> same(x):
    """Shifts the gradient back.

    holomorphic: x
    """
    z = np.fft.fftshift(x, axes=axes)
    dx = np.fft.ifftshift(dz, axes=axes)


def ifftshift(x) -> same(x):
    """Shifts the gradient back.

    holomorphic: x
    """
    z = np.fft.ifftshift(x)
    dx = np.fft.fftshift(dz)


def ifftshift_axes(x, axes: int | tuple) -> same(x):
    """Shifts the gradient back.

    holomorphic: x
    """
    z = np.fft.ifftshift(x, axes=axes)
    dx = np.fft.fftshift(dz, axes=axes)


def fftfreq(n: int) -> float[counted(n)]:
    """Blocks the gradient: its output depends on a size."""
    z = np.fft.fftfreq(n)


def fftfreq_spaced(n: int, d: float) -> float[counted(n)]:
    """Gives the spacing minus the frequencies over it."""
    z = np.fft.fftfreq(n, d=d)
    dd = (-z / d) * dz


def rfftfreq(n: int) -> float[halved(n)]:
    """Blocks the gradient: its output depends on a size."""
    z = np.fft.rfftfreq(n)


def rfftfreq_spaced(n: int, d: float) -> float[halved(n)]:
    """Gives the spacing minus the frequencies over it."""
    z = np.fft.rfftfreq(n, d=d)
    dd = (-z / d) * dz
