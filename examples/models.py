"""Models with a number at the end: what is minimised, or fitted to observations."""

import numpy as np


# backprop: wrt W1, b1, W2, b2
def two_layer_loss(X: "N D", y: "N int", W1: "D H", b1: "H", W2: "H C", b2: "C", reg: float):
    """Softmax cross-entropy of a two-layer net, with weight decay."""
    hidden = np.maximum(0, X @ W1 + b1)
    scores = hidden @ W2 + b2
    shifted = scores - np.max(scores, axis=1, keepdims=True)  # so that exp cannot overflow
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    data_loss = -np.mean(logp[np.arange(len(y)), y])
    decay = 0.5 * reg * (np.sum(W1**2) + np.sum(W2**2))
    return data_loss + decay


def logsumexp(x: "N K"):
    top = np.max(x, axis=1)
    return top + np.log(np.sum(np.exp(x - top[:, None]), axis=1))


# backprop: wrt alphas, means, logdiag, lower
def mixture_loglikelihood(x: "N D", alphas: "K", means: "K D", logdiag: "K D", lower: "K D D"):
    """Log-likelihood of points under a mixture of Gaussians, up to a constant.

    The inverse of each covariance is R.T @ R, where R has exp(logdiag) on its diagonal, and below
    it what `lower` has there.
    """
    centered = x[:, None, :] - means
    scaled = np.exp(logdiag) * centered
    mixed = np.einsum("kde,nke->nkd", np.tril(lower, -1), centered)
    squares = np.sum((scaled + mixed) ** 2, axis=2)
    main = alphas + np.sum(logdiag, axis=1) - 0.5 * squares
    weights = np.log(np.sum(np.exp(alphas)))
    return np.sum(logsumexp(main)) - len(x) * weights


def rotated(points: "N 3", axis: "3"):
    """Points turned about an axis, by an angle as long as the axis (Rodrigues)."""
    angle = np.sqrt(np.sum(axis**2))
    unit = axis / angle
    along = np.outer(points @ unit, unit)
    across = np.cross(unit, points)
    return np.cos(angle) * points + np.sin(angle) * across + (1 - np.cos(angle)) * along


def projected(points: "N 3", rotation: "3", center: "3", focal: float, middle: "2", radial: "2"):
    """Where a camera with radial distortion sees points."""
    local = rotated(points - center, rotation)
    flat = local[:, :2] / local[:, 2:]
    rsqr = np.sum(flat**2, axis=1, keepdims=True)
    distortion = 1 + radial[0] * rsqr + radial[1] * rsqr**2
    return focal * distortion * flat + middle


# backprop: wrt points, rotation, center, focal, middle, radial
def reprojection_error(
    points: "N 3",
    rotation: "3",
    center: "3",
    focal: float,
    middle: "2",
    radial: "2",
    seen: "N 2",
    weights: "N",
):
    error = weights[:, None] * (projected(points, rotation, center, focal, middle, radial) - seen)
    return np.sum(error**2)


def convolution(image: "H W", kernel: "3 3", bias: float):
    """An image under a kernel, without its border: shifted images, weighted and added up."""
    out = bias + kernel[0, 0] * image[:-2, :-2]
    out = out + kernel[0, 1] * image[:-2, 1:-1]
    out = out + kernel[0, 2] * image[:-2, 2:]
    out = out + kernel[1, 0] * image[1:-1, :-2]
    out = out + kernel[1, 1] * image[1:-1, 1:-1]
    out = out + kernel[1, 2] * image[1:-1, 2:]
    out = out + kernel[2, 0] * image[2:, :-2]
    out = out + kernel[2, 1] * image[2:, 1:-1]
    out = out + kernel[2, 2] * image[2:, 2:]
    return out
