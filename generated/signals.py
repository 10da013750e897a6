"""Forward and backward passes of examples/signals.py: do not edit.

Made again by `backprop build examples/signals.py`.
"""

import numpy as np


def irfft_dx(dz, n, axis=-1, norm="backward"):
    """The gradient on n frequencies of their np.fft.irfft, of the opposite norm."""
    rows = np.moveaxis(np.fft.rfft(dz, axis=axis, norm=norm), axis, -1)
    k = np.arange(rows.shape[-1])
    # all but 0 and half the sampling rate stand for two frequencies
    two = (0 < k) & (2 * k < dz.shape[axis])
    dx = np.moveaxis(np.where(two, 2 * rows, rows), -1, axis)
    return resized(dx, {axis: n}, (axis,))


def irfftn_dx(dz, shape, axes=None, norm="backward"):
    """The gradient on frequencies of their np.fft.irfftn, of the opposite norm."""
    axes = tuple(range(len(shape))) if axes is None else tuple(axes)
    dx = irfft_dx(dz, shape[axes[-1]], axes[-1], norm)
    for axis in axes[:-1]:
        dx = np.fft.fft(dx, axis=axis, norm=norm)
    return resized(dx, shape, axes[:-1])


def resized(g, shape, axes):
    """g cut off, or filled up with zeros, to the sizes of a shape along some axes."""
    for axis in axes:
        rows = np.moveaxis(g, axis, -1)[..., : shape[axis]]
        missing = (*rows.shape[:-1], shape[axis] - rows.shape[-1])
        rows = np.concatenate([rows, np.zeros(missing, g.dtype)], axis=-1)
        g = np.moveaxis(rows, -1, axis)
    return g


def rfftn_dx(dz, shape, s=None, axes=None, norm="backward"):
    """The gradient on x, of a shape, of np.fft.rfftn(x, s, axes) of opposite norm."""
    axes = tuple(range(len(shape))) if axes is None else tuple(axes)
    s = [shape[axis] for axis in axes] if s is None else s
    return resized(np.real(np.fft.ifftn(dz, s, axes, norm)), shape, axes)


def spectral_filter_forward(x: "B N", gain: "N//2+1"):
    """Weighs the frequencies of signals, the rows of x.

    Forward pass of spectral_filter.

    Gives out (B, N) and the cache (references, not copies).
    """
    X = np.fft.rfft(x)
    Y = X * gain
    out = np.fft.irfft(Y, n=x.shape[1])
    cache = (gain, X)
    return out, cache


def spectral_filter_backward(dout, cache):
    """Backward pass of spectral_filter.

    Gives dx (B, N) and dgain (N//2+1,), from dout (B, N).
    """
    gain, X = cache
    # backprop out = np.fft.irfft(Y, n=x.shape[1])
    dY = irfft_dx(dout, X.shape[-1], norm="forward")
    # backprop Y = X * gain
    dX = gain * dY
    dgain = np.sum(np.real(np.conj(X) * dY), axis=0)
    # backprop X = np.fft.rfft(x)
    dx = np.real(np.fft.ifft(dX, n=dout.shape[-1], norm="forward"))
    return dx, dgain


def power_loss_forward(x: "N", target: "N//2+1"):
    """How far the power spectrum of a signal is from another one, on a logarithmic scale.

    Forward pass of power_loss: out and the cache (references, not copies).
    """
    X = np.fft.rfft(x)
    power = np.abs(X) ** 2 + 1e-6
    off = np.log(power) - np.log(target)
    out = np.mean(off**2)
    cache = (x, target, X, power, off)
    return out, cache


def power_loss_backward(dout, cache):
    """Backward pass of power_loss: dx (N,) and dtarget (N//2+1,), from dout."""
    x, target, X, power, off = cache
    # backprop out = np.mean(off**2)
    doff = (2 * off) * (dout / off.shape[0])
    # backprop off = np.log(power) - np.log(target)
    dpower = doff / power
    dtarget = -doff / target
    # backprop power = np.abs(X) ** 2 + 1e-6
    dX = (2 * X) * dpower
    # backprop X = np.fft.rfft(x)
    dx = np.real(np.fft.ifft(dX, n=x.shape[-1], norm="forward"))
    return dx, dtarget


def derivative_forward(u: "N", length: float):
    """The derivative of a periodic function, given at N places.

    Forward pass of derivative: out (N,) and the cache (references, not copies).
    """
    k = 2 * np.pi * np.fft.fftfreq(u.shape[0]) * u.shape[0] / length
    U = np.fft.fft(u)
    out_product = 1j * k
    ifft_in = out_product * U
    out = np.fft.ifft(ifft_in).real
    cache = (length, k, U, out_product)
    return out, cache


def derivative_backward(dout, cache):
    """Backward pass of derivative: du (N,) and dlength, from dout (N,)."""
    length, k, U, out_product = cache
    # backprop out = np.fft.ifft(ifft_in).real
    difft_in = np.fft.fft(dout, norm="forward")
    # backprop ifft_in = out_product * U
    dout_product = np.conj(U) * difft_in
    dU = np.conj(out_product) * difft_in
    # backprop out_product = 1j * k
    dk = np.imag(dout_product)
    # backprop U = np.fft.fft(u)
    du = np.real(np.fft.ifft(dU, norm="forward"))
    # backprop k = 2 * np.pi * np.fft.fftfreq(u.shape[0]) * u.shape[0] / length
    dlength = np.sum((-k / length) * dk)
    return du, dlength


def blurred_forward(image: "H W", kernel: "P Q"):
    """An image convolved with a kernel, with room for all that the kernel spreads.

    Forward pass of blurred: out and the cache (references, not copies).
    """
    size = (image.shape[0] + kernel.shape[0] - 1, image.shape[1] + kernel.shape[1] - 1)
    rfft2_image = np.fft.rfft2(image, size)
    rfft2_kernel = np.fft.rfft2(kernel, size)
    spectrum = rfft2_image * rfft2_kernel
    out = np.fft.irfft2(spectrum, size)
    cache = (image, kernel, size, rfft2_image, rfft2_kernel)
    return out, cache


def blurred_backward(dout, cache):
    """Backward pass of blurred: dimage (H, W) and dkernel (P, Q), from dout."""
    image, kernel, size, rfft2_image, rfft2_kernel = cache
    # backprop out = np.fft.irfft2(spectrum, size)
    dspectrum = irfftn_dx(dout, rfft2_image.shape, (-2, -1), norm="forward")
    # backprop spectrum = rfft2_image * rfft2_kernel
    drfft2_image = np.conj(rfft2_kernel) * dspectrum
    drfft2_kernel = np.conj(rfft2_image) * dspectrum
    # backprop rfft2_kernel = np.fft.rfft2(kernel, size)
    dkernel = rfftn_dx(drfft2_kernel, kernel.shape, size, (-2, -1), norm="forward")
    # backprop rfft2_image = np.fft.rfft2(image, size)
    dimage = rfftn_dx(drfft2_image, image.shape, size, (-2, -1), norm="forward")
    return dimage, dkernel


def deblurred_forward(image: "H W", kernel: "H W", noise: float):
    """Wiener's filter: the image before it was blurred, as far as the noise lets it be known.

    Forward pass of deblurred: out (H, W) and the cache (references, not copies).
    """
    K = np.fft.fft2(kernel)
    den = np.abs(K) ** 2 + noise
    G = np.conj(K) / den
    fft2_image = np.fft.fft2(image)
    ifft2_in = G * fft2_image
    out = np.real(np.fft.ifft2(ifft2_in))
    cache = (K, den, G, fft2_image)
    return out, cache


def deblurred_backward(dout, cache):
    """Backward pass of deblurred.

    Gives dimage (H, W), dkernel (H, W) and dnoise, from dout (H, W).
    """
    K, den, G, fft2_image = cache
    # backprop out = np.real(np.fft.ifft2(ifft2_in))
    difft2_in = np.fft.fft2(dout, norm="forward")
    # backprop ifft2_in = G * fft2_image
    dG = np.conj(fft2_image) * difft2_in
    dfft2_image = np.conj(G) * difft2_in
    # backprop fft2_image = np.fft.fft2(image)
    dimage = np.real(np.fft.ifft2(dfft2_image, norm="forward"))
    # backprop G = np.conj(K) / den
    dK = np.conj(dG / den)
    dden = np.real((-np.conj(G) / den) * dG)
    # backprop den = np.abs(K) ** 2 + noise
    dK += (2 * K) * dden
    dnoise = np.sum(dden)
    # backprop K = np.fft.fft2(kernel)
    dkernel = np.real(np.fft.ifft2(dK, norm="forward"))
    return dimage, dkernel, dnoise


def phase_difference_forward(a: "N", b: "N"):
    """By how much each frequency of one signal is behind that of another one.

    Forward pass of phase_difference.

    Gives out (N//2+1,) and the cache (references, not copies).
    """
    A = np.fft.rfft(a)
    B = np.fft.rfft(b)
    angle_in = A * np.conj(B)
    out = np.angle(angle_in)
    cache = (a, b, A, B, angle_in)
    return out, cache


def phase_difference_backward(dout, cache):
    """Backward pass of phase_difference: da (N,) and db (N,), from dout (N//2+1,)."""
    a, b, A, B, angle_in = cache
    # backprop out = np.angle(angle_in)
    dangle_in = (1j / np.conj(angle_in)) * dout
    # backprop angle_in = A * np.conj(B)
    dA = B * dangle_in
    dB = np.conj(np.conj(A) * dangle_in)
    # backprop B = np.fft.rfft(b)
    db = np.real(np.fft.ifft(dB, n=b.shape[-1], norm="forward"))
    # backprop A = np.fft.rfft(a)
    da = np.real(np.fft.ifft(dA, n=a.shape[-1], norm="forward"))
    return da, db
