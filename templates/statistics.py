"""Variances, deviations, norms and other summaries: where the entries lie around their mean."""

from __future__ import annotations

import numpy as np


def var_all(x) -> reduced(x):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x)
    dx = (2 * (x - np.mean(x)) / x.size) * dz


def var_first(x) -> reduced(x, 0):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=0)
    dx = (2 * (x - np.mean(x, axis=0)) / x.shape[0]) * dz


def var_axis(x, axis: int) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis)
    dx = (2 * (x - np.mean(x, axis=axis, keepdims=True)) / x.shape[axis]) * np.expand_dims(dz, axis)


def var_tuple(x, axis: tuple) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis)
    dx = (2 * np.size(z) * (x - np.mean(x, axis=axis, keepdims=True)) / x.size) * np.expand_dims(dz, axis)


def var_keep_all(x) -> reduced(x, None, True):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, keepdims=True)
    dx = (2 * (x - np.mean(x)) / x.size) * dz


def var_keep_axis(x, axis: int) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis, keepdims=True)
    dx = (2 * (x - np.mean(x, axis=axis, keepdims=True)) / x.shape[axis]) * dz


def var_keep_tuple(x, axis: tuple) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis, keepdims=True)
    dx = (2 * np.size(z) * (x - np.mean(x, axis=axis, keepdims=True)) / x.size) * dz


def var_run_time(x, axis: object, keepdims: object) -> reduced(x, axis, keepdims):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis, keepdims=keepdims)
    dx = (2 * np.size(z) * (x - np.mean(x, axis=axis, keepdims=True)) / x.size) * restore_axes(
        dz, axis, keepdims
    )


def var_ddof_all(x, ddof: int) -> reduced(x):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, ddof=ddof)
    dx = (2 * (x - np.mean(x)) / (x.size - ddof)) * dz


def var_ddof_first(x, ddof: int) -> reduced(x, 0):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=0, ddof=ddof)
    dx = (2 * (x - np.mean(x, axis=0)) / (x.shape[0] - ddof)) * dz


def var_ddof_axis(x, axis: int, ddof: int) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis, ddof=ddof)
    dx = (2 * (x - np.mean(x, axis=axis, keepdims=True)) / (x.shape[axis] - ddof)) * np.expand_dims(dz, axis)


def var_ddof_keep_all(x, ddof: int) -> reduced(x, None, True):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, keepdims=True, ddof=ddof)
    dx = (2 * (x - np.mean(x)) / (x.size - ddof)) * dz


def var_ddof_keep_axis(x, axis: int, ddof: int) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis, keepdims=True, ddof=ddof)
    dx = (2 * (x - np.mean(x, axis=axis, keepdims=True)) / (x.shape[axis] - ddof)) * dz


def std_all(x) -> reduced(x):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x)
    dx = ((x - np.mean(x)) / (x.size * z)) * dz


def std_first(x) -> reduced(x, 0):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=0)
    dx = ((x - np.mean(x, axis=0)) / (x.shape[0] * z)) * dz


def std_axis(x, axis: int) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis)
    dx = ((x - np.mean(x, axis=axis, keepdims=True)) / x.shape[axis]) * np.expand_dims(dz / z, axis)


def std_tuple(x, axis: tuple) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis)
    dx = (np.size(z) * (x - np.mean(x, axis=axis, keepdims=True)) / x.size) * np.expand_dims(dz / z, axis)


def std_keep_all(x) -> reduced(x, None, True):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, keepdims=True)
    dx = ((x - np.mean(x)) / (x.size * z)) * dz


def std_keep_axis(x, axis: int) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis, keepdims=True)
    dx = ((x - np.mean(x, axis=axis, keepdims=True)) / (x.shape[axis] * z)) * dz


def std_keep_tuple(x, axis: tuple) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis, keepdims=True)
    dx = (np.size(z) * (x - np.mean(x, axis=axis, keepdims=True)) / (x.size * z)) * dz


def std_run_time(x, axis: object, keepdims: object) -> reduced(x, axis, keepdims):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis, keepdims=keepdims)
    dx = (np.size(z) * (x - np.mean(x, axis=axis, keepdims=True)) / x.size) * restore_axes(
        dz / z, axis, keepdims
    )


def std_ddof_all(x, ddof: int) -> reduced(x):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, ddof=ddof)
    dx = ((x - np.mean(x)) / ((x.size - ddof) * z)) * dz


def std_ddof_first(x, ddof: int) -> reduced(x, 0):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=0, ddof=ddof)
    dx = ((x - np.mean(x, axis=0)) / ((x.shape[0] - ddof) * z)) * dz


def std_ddof_axis(x, axis: int, ddof: int) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis, ddof=ddof)
    dx = ((x - np.mean(x, axis=axis, keepdims=True)) / (x.shape[axis] - ddof)) * np.expand_dims(dz / z, axis)


def std_ddof_keep_all(x, ddof: int) -> reduced(x, None, True):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, keepdims=True, ddof=ddof)
    dx = ((x - np.mean(x)) / ((x.size - ddof) * z)) * dz


def std_ddof_keep_axis(x, axis: int, ddof: int) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis, keepdims=True, ddof=ddof)
    dx = ((x - np.mean(x, axis=axis, keepdims=True)) / ((x.shape[axis] - ddof) * z)) * dz


# Averages with weights, the middle entry.


def average_all(x) -> reduced(x):
    """Gives every entry its share of the gradient on the mean."""
    z = np.average(x)
    dx = dz / x.size


def average_axis(x, axis: int) -> reduced(x, axis):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.average(x, axis=axis)
    dx = np.expand_dims(dz, axis) / x.shape[axis]


def average_weights(x, w) -> reduced(x):
    """Shares the gradient out by weight; a weight is pushed by how far its entry is from the average.

    domain: 0 < w, np.shape(w) == np.shape(x)
    """
    z = np.average(x, weights=w)
    dx = (w / np.sum(w)) * dz
    dw = ((x - z) / np.sum(w)) * dz


def average_weights_axis(x, w, axis: int) -> reduced(x, axis):
    """Shares the gradient out by weight; a weight is pushed by how far its entries are from the average.

    domain: 0 < w
    """
    z = np.average(x, axis=axis, weights=w)
    dx = average_dx(dz, x, w, axis)
    dw = average_dw(dz, x, w, z, axis)


def median_all(x) -> reduced(x):
    """Routes the gradient to the middle entry, half of it to each of two."""
    z = np.median(x)
    dx = median_weights(x) * dz


def median_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the middle entry, half of it to each of two."""
    z = np.median(x, axis=axis)
    dx = median_weights(x, axis) * np.expand_dims(dz, axis)


def median_keep(x, axis: object) -> reduced(x, axis, True):
    """Routes the gradient to the middle entry, half of it to each of two."""
    z = np.median(x, axis=axis, keepdims=True)
    dx = median_weights(x, axis) * dz


# Interpolation.


def interp(x, xp, fp) -> same(x):
    """Scales the gradient by the slope between two points, and shares it out between their values.

    domain: -1.2 < x < 1.2, -2 < xp < 2, np.min(np.diff(xp)) > 0.1
    refused: xp
    """
    z = np.interp(x, xp, fp)
    dx = interp_slope(x, xp, fp) * dz
    dfp = interp_dfp(dz, x, xp)


# Norms. The norm has no derivative where it is 0; the lines give nan there, as NumPy divides.


def norm_all(x) -> reduced(x):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x)
    dx = (x / z) * dz


def norm_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, axis=axis)
    dx = (x / np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def norm_keep_all(x) -> reduced(x, None, True):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, keepdims=True)
    dx = (x / z) * dz


def norm_keep(x, axis: object) -> reduced(x, axis, True):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, axis=axis, keepdims=True)
    dx = (x / z) * dz


def norm_two(x: "N") -> "":
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, 2)
    dx = (x / z) * dz


def norm_two_axis(x, axis: int) -> reduced(x, axis):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, 2, axis=axis)
    dx = (x / np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def norm_fro(x) -> reduced(x):
    """Points the gradient along the input, at length one.

    domain: z > 0
    """
    z = np.linalg.norm(x, "fro")
    dx = (x / z) * dz


def norm_one(x: "N") -> "":
    """Gives every entry the gradient with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, 1)
    dx = np.sign(x) * dz


def norm_one_axis(x, axis: int) -> reduced(x, axis):
    """Gives every entry the gradient with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, 1, axis=axis)
    dx = np.sign(x) * np.expand_dims(dz, axis)


def norm_inf(x: "N") -> "":
    """Routes the gradient to the first of the entries largest in size, with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, np.inf)
    dx = (is_first_max(np.absolute(x)) * np.sign(x)) * dz


def norm_inf_axis(x, axis: int) -> reduced(x, axis):
    """Routes the gradient to the first of the entries largest in size, with the entry's sign.

    domain: z > 0
    """
    z = np.linalg.norm(x, np.inf, axis=axis)
    dx = (is_first_max(np.absolute(x), axis) * np.sign(x)) * np.expand_dims(dz, axis)


def norm_p(x: "N", p: literal) -> "":
    """Gives every entry the gradient with its sign and a power of its part of the norm.

    domain: p != 0, z > 0
    """
    z = np.linalg.norm(x, p)
    dx = (np.sign(x) * (np.absolute(x) / z) ** (p - 1)) * dz


def norm_p_axis(x, p: literal, axis: int) -> reduced(x, axis):
    """Gives every entry the gradient with its sign and a power of its part of the norm.

    domain: p != 0, z > 0
    """
    z = np.linalg.norm(x, p, axis=axis)
    dx = (np.sign(x) * (np.absolute(x) / np.expand_dims(z, axis)) ** (p - 1)) * np.expand_dims(dz, axis)


def any_norm(x, p: object) -> reduced(x):
    """Gives every entry the gradient with its part of the norm.

    p: one of 1, 2, 3, np.inf
    domain: z > 0
    """
    z = np.linalg.norm(x, p)
    dx = norm_dx(dz, x, z, p)
