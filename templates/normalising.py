"""Values made comparable: their mean taken away, divided by their spread, their length or their sum."""

from __future__ import annotations

import numpy as np


def centred__keep(x, axis: object) -> same(x):
    """Takes the gradient's mean away from it."""
    mean = np.mean(x, axis=axis, keepdims=True)
    z = x - mean
    dx = dz - np.mean(dz, axis=axis, keepdims=True)


def centred__columns(x) -> same(x):
    """Takes the gradient's mean away from it."""
    mean = np.mean(x, axis=0)
    z = x - mean
    dx = dz - np.mean(dz, axis=0)


def centred__all(x) -> same(x):
    """Takes the gradient's mean away from it."""
    mean = np.mean(x)
    z = x - mean
    dx = dz - np.mean(dz)


def centred__rows(x) -> same(x):
    """Takes the gradient's mean away from it."""
    mean = np.mean(x, axis=1)[:, None]
    z = x - mean
    dx = dz - np.mean(dz, axis=1, keepdims=True)


def mean_square_centred__keep(x, axis: int) -> reduced(x, axis, True):
    """Gives every entry its distance from the mean."""
    c = x - np.mean(x, axis=axis, keepdims=True)
    z = np.mean(c**2, axis=axis, keepdims=True)
    z = np.mean(c * c, axis=axis, keepdims=True)
    z = np.mean(np.square(c), axis=axis, keepdims=True)
    dx = (2 * c) * (dz / x.shape[axis])


def mean_square_centred__columns(x) -> reduced(x, 0):
    """Gives every entry its distance from the mean."""
    c = x - np.mean(x, axis=0)
    z = np.mean(c**2, axis=0)
    z = np.mean(c * c, axis=0)
    z = np.mean(np.square(c), axis=0)
    dx = (2 * c) * (dz / x.shape[0])


def mean_square_centred__all(x) -> reduced(x):
    """Gives every entry its distance from the mean."""
    c = x - np.mean(x)
    z = np.mean(c**2)
    z = np.mean(c * c)
    z = np.mean(np.square(c))
    dx = (2 * c) * (dz / x.size)


def normalised__keep(x, axis: object, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x, axis=axis, keepdims=True)
    var = np.var(x, axis=axis, keepdims=True)
    var = np.mean(c**2, axis=axis, keepdims=True)
    var = np.mean(c * c, axis=axis, keepdims=True)
    var = np.mean(np.square(c), axis=axis, keepdims=True)
    std = np.sqrt(var + eps)
    std = (var + eps) ** 0.5
    z = c / std
    dx = (dz - np.mean(dz, axis=axis, keepdims=True) - z * np.mean(z * dz, axis=axis, keepdims=True)) / std
    deps = (-z / (2 * std**2)) * dz


def normalised__by_factor_keep(x, axis: object, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x, axis=axis, keepdims=True)
    var = np.var(x, axis=axis, keepdims=True)
    var = np.mean(c**2, axis=axis, keepdims=True)
    var = np.mean(c * c, axis=axis, keepdims=True)
    var = np.mean(np.square(c), axis=axis, keepdims=True)
    r = 1.0 / np.sqrt(var + eps)
    r = (var + eps) ** -0.5
    z = c * r
    dx = r * (dz - np.mean(dz, axis=axis, keepdims=True) - z * np.mean(z * dz, axis=axis, keepdims=True))
    deps = (-0.5 * z * r**2) * dz


def normalised__by_std_keep(x, axis: object, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0, std > 0
    """
    c = x - np.mean(x, axis=axis, keepdims=True)
    std = np.std(x, axis=axis, keepdims=True)
    s = std + eps
    z = c / s
    dx = (dz - np.mean(dz, axis=axis, keepdims=True) - (c / std) * np.mean(z * dz, axis=axis, keepdims=True)) / s
    deps = (-z / s) * dz


def standardised__keep(x, axis: object) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: std > 0
    """
    c = x - np.mean(x, axis=axis, keepdims=True)
    var = np.var(x, axis=axis, keepdims=True)
    var = np.mean(c**2, axis=axis, keepdims=True)
    var = np.mean(c * c, axis=axis, keepdims=True)
    var = np.mean(np.square(c), axis=axis, keepdims=True)
    std = np.sqrt(var)
    std = var**0.5
    std = np.std(x, axis=axis, keepdims=True)
    z = c / std
    dx = (dz - np.mean(dz, axis=axis, keepdims=True) - z * np.mean(z * dz, axis=axis, keepdims=True)) / std


def normalised__columns(x, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x, axis=0)
    var = np.var(x, axis=0)
    var = np.mean(c**2, axis=0)
    var = np.mean(c * c, axis=0)
    var = np.mean(np.square(c), axis=0)
    std = np.sqrt(var + eps)
    std = (var + eps) ** 0.5
    z = c / std
    dx = (dz - np.mean(dz, axis=0) - z * np.mean(z * dz, axis=0)) / std
    deps = (-z / (2 * std**2)) * dz


def normalised__by_factor_columns(x, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x, axis=0)
    var = np.var(x, axis=0)
    var = np.mean(c**2, axis=0)
    var = np.mean(c * c, axis=0)
    var = np.mean(np.square(c), axis=0)
    r = 1.0 / np.sqrt(var + eps)
    r = (var + eps) ** -0.5
    z = c * r
    dx = r * (dz - np.mean(dz, axis=0) - z * np.mean(z * dz, axis=0))
    deps = (-0.5 * z * r**2) * dz


def normalised__by_std_columns(x, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0, std > 0
    """
    c = x - np.mean(x, axis=0)
    std = np.std(x, axis=0)
    s = std + eps
    z = c / s
    dx = (dz - np.mean(dz, axis=0) - (c / std) * np.mean(z * dz, axis=0)) / s
    deps = (-z / s) * dz


def standardised__columns(x) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: std > 0
    """
    c = x - np.mean(x, axis=0)
    var = np.var(x, axis=0)
    var = np.mean(c**2, axis=0)
    var = np.mean(c * c, axis=0)
    var = np.mean(np.square(c), axis=0)
    std = np.sqrt(var)
    std = var**0.5
    std = np.std(x, axis=0)
    z = c / std
    dx = (dz - np.mean(dz, axis=0) - z * np.mean(z * dz, axis=0)) / std


def normalised__all(x, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x)
    var = np.var(x)
    var = np.mean(c**2)
    var = np.mean(c * c)
    var = np.mean(np.square(c))
    std = np.sqrt(var + eps)
    std = (var + eps) ** 0.5
    z = c / std
    dx = (dz - np.mean(dz) - z * np.mean(z * dz)) / std
    deps = (-z / (2 * std**2)) * dz


def normalised__by_factor_all(x, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x)
    var = np.var(x)
    var = np.mean(c**2)
    var = np.mean(c * c)
    var = np.mean(np.square(c))
    r = 1.0 / np.sqrt(var + eps)
    r = (var + eps) ** -0.5
    z = c * r
    dx = r * (dz - np.mean(dz) - z * np.mean(z * dz))
    deps = (-0.5 * z * r**2) * dz


def normalised__by_std_all(x, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0, std > 0
    """
    c = x - np.mean(x)
    std = np.std(x)
    s = std + eps
    z = c / s
    dx = (dz - np.mean(dz) - (c / std) * np.mean(z * dz)) / s
    deps = (-z / s) * dz


def standardised__all(x) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: std > 0
    """
    c = x - np.mean(x)
    var = np.var(x)
    var = np.mean(c**2)
    var = np.mean(c * c)
    var = np.mean(np.square(c))
    std = np.sqrt(var)
    std = var**0.5
    std = np.std(x)
    z = c / std
    dx = (dz - np.mean(dz) - z * np.mean(z * dz)) / std


def normalised__scaled_keep(x: "... N M", g: "M", axis: object, eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x, axis=axis, keepdims=True)
    var = np.var(x, axis=axis, keepdims=True)
    var = np.mean(c**2, axis=axis, keepdims=True)
    var = np.mean(c * c, axis=axis, keepdims=True)
    var = np.mean(np.square(c), axis=axis, keepdims=True)
    std = np.sqrt(var + eps)
    z = g * c / std
    dx = (g * dz - np.mean(g * dz, axis=axis, keepdims=True) - (c / std) * np.mean(z * dz, axis=axis, keepdims=True)) / std
    dg = (c / std) * dz
    deps = (-z / (2 * std**2)) * dz


def normalised__scaled_columns(x: "... N M", g: "M", eps: float) -> same(x):
    """Takes the gradient's mean and its part along the output away from it, and divides it by the spread.

    domain: eps > 0
    """
    c = x - np.mean(x, axis=0)
    var = np.var(x, axis=0)
    var = np.mean(c**2, axis=0)
    var = np.mean(c * c, axis=0)
    var = np.mean(np.square(c), axis=0)
    std = np.sqrt(var + eps)
    z = g * c / std
    dx = (g * dz - np.mean(g * dz, axis=0) - (c / std) * np.mean(z * dz, axis=0)) / std
    dg = (c / std) * dz
    deps = (-z / (2 * std**2)) * dz


def normalised__affine_columns(x: "N M", g: "M", b: "M", eps: float) -> "N M":
    """Gives the shift the gradient's sum and the scale its sum along the values, and takes both away from it.

    domain: eps > 0
    """
    c = x - np.mean(x, axis=0)
    var = np.var(x, axis=0)
    var = np.mean(c**2, axis=0)
    var = np.mean(c * c, axis=0)
    var = np.mean(np.square(c), axis=0)
    std = np.sqrt(var + eps)
    std = (var + eps) ** 0.5
    n = c / std
    z = g * n + b
    dg = np.sum(n * dz, axis=0)
    db = np.sum(dz, axis=0)
    dx = (g / std) * (dz - np.sum(dz, axis=0) / x.shape[0] - n * (np.sum(n * dz, axis=0) / x.shape[0]))
    deps = -np.sum((g / (2 * std**2)) * np.sum(n * dz, axis=0))


def unit__keep(x, axis: object) -> same(x):
    """Takes the gradient's part along the output away from it, and divides it by the length.

    domain: n > 0
    """
    n = np.linalg.norm(x, axis=axis, keepdims=True)
    n = np.sqrt(np.sum(x**2, axis=axis, keepdims=True))
    n = np.sqrt(np.sum(x * x, axis=axis, keepdims=True))
    n = np.sqrt(np.sum(np.square(x), axis=axis, keepdims=True))
    z = x / n
    dx = (dz - z * np.sum(z * dz, axis=axis, keepdims=True)) / n


def unit__columns(x) -> same(x):
    """Takes the gradient's part along the output away from it, and divides it by the length.

    domain: n > 0
    """
    n = np.linalg.norm(x, axis=0)
    n = np.sqrt(np.sum(x**2, axis=0))
    n = np.sqrt(np.sum(x * x, axis=0))
    n = np.sqrt(np.sum(np.square(x), axis=0))
    z = x / n
    dx = (dz - z * np.sum(z * dz, axis=0)) / n


def unit__all(x) -> same(x):
    """Takes the gradient's part along the output away from it, and divides it by the length.

    domain: n > 0
    """
    n = np.linalg.norm(x)
    n = np.sqrt(np.sum(x**2))
    n = np.sqrt(np.sum(x * x))
    n = np.sqrt(np.sum(np.square(x)))
    z = x / n
    dx = (dz - z * np.sum(z * dz)) / n


def unit__rows(x) -> same(x):
    """Takes the gradient's part along the output away from it, and divides it by the length.

    domain: n > 0
    """
    n = np.linalg.norm(x, axis=1)[:, None]
    n = np.sqrt(np.sum(x**2, axis=1))[:, None]
    z = x / n
    dx = (dz - z * np.sum(z * dz, axis=1, keepdims=True)) / n


def unit__vector(x: "N") -> "N":
    """Takes the gradient's part along the output away from it, and divides it by the length.

    domain: n > 0
    """
    n = np.sqrt(x @ x)
    n = np.sqrt(np.dot(x, x))
    n = np.sqrt(x.dot(x))
    z = x / n
    dx = (dz - z * (z @ dz)) / n


def shares__keep(x, axis: object) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and divides it by the sum.

    domain: x > 0
    """
    s = np.sum(x, axis=axis, keepdims=True)
    z = x / s
    dx = (dz - np.sum(z * dz, axis=axis, keepdims=True)) / s


def shares__columns(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and divides it by the sum.

    domain: x > 0
    """
    s = np.sum(x, axis=0)
    z = x / s
    dx = (dz - np.sum(z * dz, axis=0)) / s


def shares__all(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and divides it by the sum.

    domain: x > 0
    """
    s = np.sum(x)
    z = x / s
    dx = (dz - np.sum(z * dz)) / s


def shares__rows(x) -> same(x):
    """Takes the gradient's mean, weighted by the output, away from it, and divides it by the sum.

    domain: x > 0
    """
    s = np.sum(x, axis=1)[:, None]
    z = x / s
    dx = (dz - np.sum(z * dz, axis=1, keepdims=True)) / s
