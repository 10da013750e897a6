"""Forward and backward passes of examples/models.py: do not edit.

Made again by `backprop build examples/models.py`.
"""

import numpy as np


def two_layer_loss_forward(
    X: "N D", y: "N int", W1: "D H", b1: "H", W2: "H C", b2: "C", reg: float
):
    """Softmax cross-entropy of a two-layer net, with weight decay.

    Forward pass of two_layer_loss: out and the cache (references, not copies).
    """
    relu_in = X @ W1 + b1
    hidden = np.maximum(0, relu_in)
    scores = hidden @ W2 + b2
    shifted = scores - np.max(scores, axis=1, keepdims=True)  # so that exp cannot overflow
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    data_loss = -np.mean(logp[np.arange(len(y)), y])
    decay_sum = np.sum(W1**2) + np.sum(W2**2)
    decay = 0.5 * reg * decay_sum
    out = data_loss + decay
    cache = (X, y, W1, W2, reg, hidden, logp)
    return out, cache


def two_layer_loss_backward(dout, cache):
    """Backward pass of two_layer_loss.

    Gives dW1 (D, H), db1 (H,), dW2 (H, C) and db2 (C,), from dout.
    """
    X, y, W1, W2, reg, hidden, logp = cache
    # backprop out = data_loss + decay
    ddata_loss = dout
    ddecay = dout
    # backprop decay = 0.5 * reg * decay_sum
    ddecay_sum = 0.5 * reg * ddecay
    # backprop decay_sum = np.sum(W1**2) + np.sum(W2**2)
    dW1 = (2 * W1) * ddecay_sum
    dW2 = (2 * W2) * ddecay_sum
    # backprop data_loss = -np.mean(logp[np.arange(len(y)), y])
    dscores = np.exp(logp)
    dscores[np.arange(len(y)), y] -= 1
    dscores *= ddata_loss / len(y)
    # backprop scores = hidden @ W2 + b2
    dhidden = dscores @ W2.T
    dW2 += hidden.T @ dscores
    db2 = np.sum(dscores, axis=0)
    # backprop hidden = np.maximum(0, relu_in)
    drelu_in = (hidden > 0) * dhidden
    # backprop relu_in = X @ W1 + b1
    dW1 += X.T @ drelu_in
    db1 = np.sum(drelu_in, axis=0)
    return dW1, db1, dW2, db2


def logsumexp_forward(x: "N K"):
    """Forward pass of logsumexp: out (N,) and the cache (references, not copies)."""
    top = np.max(x, axis=1)
    out = top + np.log(np.sum(np.exp(x - top[:, None]), axis=1))
    cache = (x, out)
    return out, cache


def logsumexp_backward(dout, cache):
    """Backward pass of logsumexp: dx (N, K), from dout (N,)."""
    x, out = cache
    # backprop out = top + np.log(np.sum(np.exp(x - top[:, None]), axis=1))
    dx = np.exp(x - out[:, None]) * dout[:, None]
    return dx


def mixture_loglikelihood_forward(
    x: "N D", alphas: "K", means: "K D", logdiag: "K D", lower: "K D D"
):
    """Log-likelihood of points under a mixture of Gaussians, up to a constant.

    The inverse of each covariance is R.T @ R, where R has exp(logdiag) on its diagonal, and below
    it what `lower` has there.

    Forward pass of mixture_loglikelihood.

    Gives out and the cache (references, not copies).
    """
    centered = x[:, None, :] - means
    exp_logdiag = np.exp(logdiag)
    scaled = exp_logdiag * centered
    tril_lower = np.tril(lower, -1)
    mixed = np.einsum("kde,nke->nkd", tril_lower, centered)
    scaled_plus_mixed = scaled + mixed
    squares = np.sum(scaled_plus_mixed**2, axis=2)
    alphas_plus_sum_logdiag = alphas + np.sum(logdiag, axis=1)
    main = alphas_plus_sum_logdiag - 0.5 * squares
    weights = np.log(np.sum(np.exp(alphas)))
    sum_in, logsumexp_cache = logsumexp_forward(main)
    out = np.sum(sum_in) - len(x) * weights
    cache = (
        x,
        alphas,
        logdiag,
        centered,
        exp_logdiag,
        tril_lower,
        scaled_plus_mixed,
        weights,
        sum_in,
        logsumexp_cache,
    )
    return out, cache


def mixture_loglikelihood_backward(dout, cache):
    """Backward pass of mixture_loglikelihood.

    Gives dalphas (K,), dmeans (K, D), dlogdiag (K, D) and dlower (K, D, D), from dout.
    """
    (
        x,
        alphas,
        logdiag,
        centered,
        exp_logdiag,
        tril_lower,
        scaled_plus_mixed,
        weights,
        sum_in,
        logsumexp_cache,
    ) = cache
    # backprop out = np.sum(sum_in) - len(x) * weights
    dsum_in = np.ones_like(sum_in) * dout
    dweights = -len(x) * dout
    # backprop sum_in = logsumexp(main)
    dmain = logsumexp_backward(dsum_in, logsumexp_cache)
    # backprop weights = np.log(np.sum(np.exp(alphas)))
    dalphas = np.exp(alphas - weights) * dweights
    # backprop main = alphas_plus_sum_logdiag - 0.5 * squares
    dalphas_plus_sum_logdiag = np.sum(dmain, axis=0)
    dsquares = -0.5 * dmain
    # backprop alphas_plus_sum_logdiag = alphas + np.sum(logdiag, axis=1)
    dalphas += dalphas_plus_sum_logdiag
    dlogdiag = np.ones_like(logdiag) * np.expand_dims(dalphas_plus_sum_logdiag, 1)
    # backprop squares = np.sum(scaled_plus_mixed**2, axis=2)
    dscaled_plus_mixed = (2 * scaled_plus_mixed) * np.expand_dims(dsquares, 2)
    # backprop scaled_plus_mixed = scaled + mixed
    dscaled = dscaled_plus_mixed
    dmixed = dscaled_plus_mixed
    # backprop mixed = np.einsum("kde,nke->nkd", tril_lower, centered)
    dtril_lower = np.einsum("nkd,nke->kde", dmixed, centered)
    dcentered = np.einsum("kde,nkd->nke", tril_lower, dmixed)
    # backprop tril_lower = np.tril(lower, -1)
    dlower = np.tril(dtril_lower, -1)
    # backprop scaled = exp_logdiag * centered
    dexp_logdiag = np.sum(centered * dscaled, axis=0)
    dcentered += exp_logdiag * dscaled
    # backprop exp_logdiag = np.exp(logdiag)
    dlogdiag += exp_logdiag * dexp_logdiag
    # backprop centered = x[:, None, :] - means
    dmeans = -np.sum(dcentered, axis=0)
    return dalphas, dmeans, dlogdiag, dlower


def rotated_forward(points: "N 3", axis: "3"):
    """Points turned about an axis, by an angle as long as the axis (Rodrigues).

    Forward pass of rotated: out (N, 3) and the cache (references, not copies).
    """
    angle = np.sqrt(np.sum(axis**2))
    unit = axis / angle
    points_at_unit = points @ unit
    along = np.outer(points_at_unit, unit)
    across = np.cross(unit, points)
    cos_angle = np.cos(angle)
    sin_angle = np.sin(angle)
    out_diff = 1 - np.cos(angle)
    out = cos_angle * points + sin_angle * across + out_diff * along
    cache = (
        points,
        axis,
        angle,
        unit,
        points_at_unit,
        along,
        across,
        cos_angle,
        sin_angle,
        out_diff,
    )
    return out, cache


def rotated_backward(dout, cache):
    """Backward pass of rotated: dpoints (N, 3) and daxis (3,), from dout (N, 3)."""
    (
        points,
        axis,
        angle,
        unit,
        points_at_unit,
        along,
        across,
        cos_angle,
        sin_angle,
        out_diff,
    ) = cache
    # backprop out = cos_angle * points + sin_angle * across + out_diff * along
    dcos_angle = np.sum(points * dout)
    dpoints = cos_angle * dout
    dsin_angle = np.sum(across * dout)
    dacross = sin_angle * dout
    dout_diff = np.sum(along * dout)
    dalong = out_diff * dout
    # backprop out_diff = 1 - np.cos(angle)
    dangle = sin_angle * dout_diff
    # backprop sin_angle = np.sin(angle)
    dangle += cos_angle * dsin_angle
    # backprop cos_angle = np.cos(angle)
    dangle -= sin_angle * dcos_angle
    # backprop across = np.cross(unit, points)
    dunit = np.sum(np.cross(points, dacross), axis=0)
    dpoints += np.cross(dacross, unit)
    # backprop along = np.outer(points_at_unit, unit)
    dpoints_at_unit = dalong @ unit
    dunit += points_at_unit @ dalong
    # backprop points_at_unit = points @ unit
    dpoints += np.outer(dpoints_at_unit, unit)
    dunit += points.T @ dpoints_at_unit
    # backprop unit = axis / angle
    daxis = dunit / angle
    dangle += np.sum(-unit * daxis)
    # backprop angle = np.sqrt(np.sum(axis**2))
    daxis += axis * (dangle / angle)
    return dpoints, daxis


def projected_forward(
    points: "N 3", rotation: "3", center: "3", focal: float, middle: "2", radial: "2"
):
    """Where a camera with radial distortion sees points.

    Forward pass of projected: out (N, 2) and the cache (references, not copies).
    """
    points_minus_center = points - center
    local, rotated_cache = rotated_forward(points_minus_center, rotation)
    flat = local[:, :2] / local[:, 2:]
    rsqr = np.sum(flat**2, axis=1, keepdims=True)
    rsqr_sqr = rsqr**2
    distortion = 1 + radial[0] * rsqr + radial[1] * rsqr_sqr
    focal_times_distortion = focal * distortion
    out = focal_times_distortion * flat + middle
    cache = (
        focal,
        radial,
        local,
        rotated_cache,
        flat,
        rsqr,
        rsqr_sqr,
        distortion,
        focal_times_distortion,
    )
    return out, cache


def projected_backward(dout, cache):
    """Backward pass of projected.

    Gives dpoints (N, 3), drotation (3,), dcenter (3,), dfocal, dmiddle (2,) and
    dradial (2,), from dout (N, 2).
    """
    (
        focal,
        radial,
        local,
        rotated_cache,
        flat,
        rsqr,
        rsqr_sqr,
        distortion,
        focal_times_distortion,
    ) = cache
    # backprop out = focal_times_distortion * flat + middle
    dfocal_times_distortion = np.sum(flat * dout, axis=1, keepdims=True)
    dflat = focal_times_distortion * dout
    dmiddle = np.sum(dout, axis=0)
    # backprop focal_times_distortion = focal * distortion
    dfocal = np.sum(distortion * dfocal_times_distortion)
    ddistortion = focal * dfocal_times_distortion
    # backprop distortion = 1 + radial[0] * rsqr + radial[1] * rsqr_sqr
    dradial = np.zeros_like(radial, dtype=np.result_type(radial, 1.0))
    dradial[0] = np.sum(rsqr * ddistortion)
    drsqr = radial[0] * ddistortion
    dradial[1] += np.sum(rsqr_sqr * ddistortion)
    drsqr_sqr = radial[1] * ddistortion
    # backprop rsqr_sqr = rsqr**2
    drsqr += (2 * rsqr) * drsqr_sqr
    # backprop rsqr = np.sum(flat**2, axis=1, keepdims=True)
    dflat += (2 * flat) * drsqr
    # backprop flat = local[:, :2] / local[:, 2:]
    dlocal = np.zeros_like(local, dtype=np.result_type(local, 1.0))
    dlocal[:, :2] = dflat / local[:, 2:]
    dlocal[:, 2:] += np.sum((-flat / local[:, 2:]) * dflat, axis=1, keepdims=True)
    # backprop local = rotated(points_minus_center, rotation)
    dpoints_minus_center, drotation = rotated_backward(dlocal, rotated_cache)
    # backprop points_minus_center = points - center
    dpoints = dpoints_minus_center
    dcenter = -np.sum(dpoints_minus_center, axis=0)
    return dpoints, drotation, dcenter, dfocal, dmiddle, dradial


def reprojection_error_forward(
    points: "N 3",
    rotation: "3",
    center: "3",
    focal: float,
    middle: "2",
    radial: "2",
    seen: "N 2",
    weights: "N",
):
    """Forward pass of reprojection_error.

    Gives out and the cache (references, not copies).
    """
    projected_points, projected_cache = projected_forward(
        points, rotation, center, focal, middle, radial
    )
    error = weights[:, None] * (projected_points - seen)
    out = np.sum(error**2)
    cache = (weights, projected_cache, error)
    return out, cache


def reprojection_error_backward(dout, cache):
    """Backward pass of reprojection_error.

    Gives dpoints (N, 3), drotation (3,), dcenter (3,), dfocal, dmiddle (2,) and
    dradial (2,), from dout.
    """
    weights, projected_cache, error = cache
    # backprop out = np.sum(error**2)
    derror = (2 * error) * dout
    # backprop error = weights[:, None] * (projected_points - seen)
    dprojected_points = weights[:, None] * derror
    # backprop projected_points = projected(points, rotation, center, focal, middle,
    #     radial)
    dpoints, drotation, dcenter, dfocal, dmiddle, dradial = projected_backward(
        dprojected_points, projected_cache
    )
    return dpoints, drotation, dcenter, dfocal, dmiddle, dradial


def convolution_forward(image: "H W", kernel: "3 3", bias: float):
    """An image under a kernel, without its border: shifted images, weighted and added up.

    Forward pass of convolution: out and the cache (references, not copies).
    """
    out = bias + kernel[0, 0] * image[:-2, :-2]
    out = out + kernel[0, 1] * image[:-2, 1:-1]
    out = out + kernel[0, 2] * image[:-2, 2:]
    out = out + kernel[1, 0] * image[1:-1, :-2]
    out = out + kernel[1, 1] * image[1:-1, 1:-1]
    out = out + kernel[1, 2] * image[1:-1, 2:]
    out = out + kernel[2, 0] * image[2:, :-2]
    out = out + kernel[2, 1] * image[2:, 1:-1]
    out = out + kernel[2, 2] * image[2:, 2:]
    cache = (image, kernel)
    return out, cache


def convolution_backward(dout, cache):
    """Backward pass of convolution.

    Gives dimage (H, W), dkernel (3, 3) and dbias, from dout.
    """
    image, kernel = cache
    # backprop out = out + kernel[2, 2] * image[2:, 2:]
    dkernel = np.zeros_like(kernel, dtype=np.result_type(kernel, 1.0))
    dkernel[2, 2] = np.sum(image[2:, 2:] * dout)
    dimage = np.zeros_like(image, dtype=np.result_type(image, 1.0))
    dimage[2:, 2:] = kernel[2, 2] * dout
    # backprop out = out + kernel[2, 1] * image[2:, 1:-1]
    dkernel[2, 1] += np.sum(image[2:, 1:-1] * dout)
    dimage[2:, 1:-1] += kernel[2, 1] * dout
    # backprop out = out + kernel[2, 0] * image[2:, :-2]
    dkernel[2, 0] += np.sum(image[2:, :-2] * dout)
    dimage[2:, :-2] += kernel[2, 0] * dout
    # backprop out = out + kernel[1, 2] * image[1:-1, 2:]
    dkernel[1, 2] += np.sum(image[1:-1, 2:] * dout)
    dimage[1:-1, 2:] += kernel[1, 2] * dout
    # backprop out = out + kernel[1, 1] * image[1:-1, 1:-1]
    dkernel[1, 1] += np.sum(image[1:-1, 1:-1] * dout)
    dimage[1:-1, 1:-1] += kernel[1, 1] * dout
    # backprop out = out + kernel[1, 0] * image[1:-1, :-2]
    dkernel[1, 0] += np.sum(image[1:-1, :-2] * dout)
    dimage[1:-1, :-2] += kernel[1, 0] * dout
    # backprop out = out + kernel[0, 2] * image[:-2, 2:]
    dkernel[0, 2] += np.sum(image[:-2, 2:] * dout)
    dimage[:-2, 2:] += kernel[0, 2] * dout
    # backprop out = out + kernel[0, 1] * image[:-2, 1:-1]
    dkernel[0, 1] += np.sum(image[:-2, 1:-1] * dout)
    dimage[:-2, 1:-1] += kernel[0, 1] * dout
    # backprop out = bias + kernel[0, 0] * image[:-2, :-2]
    dbias = np.sum(dout)
    dkernel[0, 0] += np.sum(image[:-2, :-2] * dout)
    dimage[:-2, :-2] += kernel[0, 0] * dout
    return dimage, dkernel, dbias
