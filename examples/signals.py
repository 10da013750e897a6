"""Signals and images: real values that are worked on as spectra, and come back."""

import numpy as np


def spectral_filter(x: "B N", gain: "N//2+1"):
    """Weighs the frequencies of signals, the rows of x."""
    X = np.fft.rfft(x)
    Y = X * gain
    return np.fft.irfft(Y, n=x.shape[1])


def power_loss(x: "N", target: "N//2+1"):
    """How far the power spectrum of a signal is from another one, on a logarithmic scale."""
    X = np.fft.rfft(x)
    power = np.abs(X) ** 2 + 1e-6
    off = np.log(power) - np.log(target)
    return np.mean(off**2)


def derivative(u: "N", length: float):
    """The derivative of a periodic function, given at N places."""
    k = 2 * np.pi * np.fft.fftfreq(u.shape[0]) * u.shape[0] / length
    U = np.fft.fft(u)
    return np.fft.ifft(1j * k * U).real


def blurred(image: "H W", kernel: "P Q"):
    """An image convolved with a kernel, with room for all that the kernel spreads."""
    size = (image.shape[0] + kernel.shape[0] - 1, image.shape[1] + kernel.shape[1] - 1)
    spectrum = np.fft.rfft2(image, size) * np.fft.rfft2(kernel, size)
    return np.fft.irfft2(spectrum, size)


def deblurred(image: "H W", kernel: "H W", noise: float):
    """Wiener's filter: the image before it was blurred, as far as the noise lets it be known."""
    K = np.fft.fft2(kernel)
    G = np.conj(K) / (np.abs(K) ** 2 + noise)
    return np.real(np.fft.ifft2(G * np.fft.fft2(image)))


def phase_difference(a: "N", b: "N"):
    """By how much each frequency of one signal is behind that of another one."""
    A = np.fft.rfft(a)
    B = np.fft.rfft(b)
    return np.angle(A * np.conj(B))
