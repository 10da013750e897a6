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


def var_ddof_tuple(x, axis: tuple, ddof: int) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis, ddof=ddof)
    dx = (
        2 * (x - np.mean(x, axis=axis, keepdims=True)) / (x.size / np.size(z) - ddof)
    ) * np.expand_dims(dz, axis)


def var_ddof_keep_tuple(x, axis: tuple, ddof: int) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance."""
    z = np.var(x, axis=axis, keepdims=True, ddof=ddof)
    dx = (2 * (x - np.mean(x, axis=axis, keepdims=True)) * np.size(z) / (x.size - ddof * np.size(z))) * dz


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


def std_ddof_tuple(x, axis: tuple, ddof: int) -> reduced(x, axis):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis, ddof=ddof)
    dx = (
        (x - np.mean(x, axis=axis, keepdims=True)) / (x.size / np.size(z) - ddof)
    ) * np.expand_dims(dz / z, axis)


def std_ddof_keep_tuple(x, axis: tuple, ddof: int) -> reduced(x, axis, True):
    """Pushes every entry away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.std(x, axis=axis, keepdims=True, ddof=ddof)
    dx = ((x - np.mean(x, axis=axis, keepdims=True)) / ((x.size / np.size(z) - ddof) * z)) * dz


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


def average_tuple(x, axis: tuple) -> reduced(x, axis):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.average(x, axis=axis)
    dx = np.expand_dims(dz, axis) * np.size(z) / x.size


def average_keep_axis(x, axis: int) -> reduced(x, axis, True):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.average(x, axis=axis, keepdims=True)
    dx = dz / x.shape[axis]


def average_weights_keep_axis(x, w, axis: int) -> reduced(x, axis, True):
    """Shares the gradient out by weight; a weight is pushed by how far its entries are from the average.

    domain: 0 < w
    """
    z = np.average(x, axis=axis, weights=w, keepdims=True)
    dx = average_dx(np.squeeze(dz, axis), x, w, axis)
    dw = average_dw(np.squeeze(dz, axis), x, w, np.squeeze(z, axis), axis)


def average_returned(x) -> (reduced(x), reduced(x)):
    """Gives every entry its share of the gradient on the mean.

    steps: total
    """
    mean, total = np.average(x, returned=True)
    dx = dmean / x.size


def average_weights_returned(x, w) -> (reduced(x), reduced(x)):
    """Shares the gradient out by weight; a weight is pushed by how far its entry is from the average.

    domain: 0 < w, np.shape(w) == np.shape(x)
    """
    mean, total = np.average(x, weights=w, returned=True)
    dx = (w / np.sum(w)) * dmean
    dw = ((x - mean) / np.sum(w)) * dmean
    dw = dtotal


def average_weights_axis_returned(x, w, axis: int) -> (reduced(x, axis), reduced(x, axis)):
    """Shares the gradient out by weight; a weight is pushed by how far its entries are from the average.

    domain: 0 < w
    refused: total (sum the weights with np.sum)
    """
    mean, total = np.average(x, axis=axis, weights=w, returned=True)
    dx = average_dx(dmean, x, w, axis)
    dw = average_dw(dmean, x, w, mean, axis)


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


def quantile_all(x, q: float) -> reduced(x):
    """Shares the gradient out between the two entries that the quantile lies between.

    domain: 0 < q < 1
    refused: q
    """
    z = np.quantile(x, q)
    dx = quantile_weights(x, q) * dz


def quantile_axis(x, q: float, axis: int | tuple) -> reduced(x, axis):
    """Shares the gradient out between the two entries that the quantile lies between.

    domain: 0 < q < 1
    refused: q
    """
    z = np.quantile(x, q, axis=axis)
    dx = quantile_weights(x, q, axis) * np.expand_dims(dz, axis)


def quantile_keep(x, q: float, axis: object) -> reduced(x, axis, True):
    """Shares the gradient out between the two entries that the quantile lies between.

    domain: 0 < q < 1
    refused: q
    """
    z = np.quantile(x, q, axis=axis, keepdims=True)
    dx = quantile_weights(x, q, axis) * dz


def quantiles_all(x, q) -> quantiles(x, q):
    """Shares each gradient out between the two entries that its quantile lies between.

    domain: 0 < q < 1
    refused: q
    """
    z = np.quantile(x, q)
    dx = quantiles_dx(dz, x, q)


def quantiles_axis(x, q, axis: int | tuple) -> quantiles(x, q, axis):
    """Shares each gradient out between the two entries that its quantile lies between.

    domain: 0 < q < 1
    refused: q
    """
    z = np.quantile(x, q, axis=axis)
    dx = quantiles_dx(dz, x, q, axis)


def listed_quantiles_all(x, q: tuple) -> listed_quantiles(x, q):
    """Shares each gradient out between the two entries that its quantile lies between.

    q: one of [0.3], (0.1, 0.8)
    """
    z = np.quantile(x, q)
    dx = quantiles_dx(dz, x, q)


def listed_quantiles_axis(x, q: tuple, axis: int | tuple) -> listed_quantiles(x, q, axis):
    """Shares each gradient out between the two entries that its quantile lies between.

    q: one of [0.3], (0.1, 0.8)
    """
    z = np.quantile(x, q, axis=axis)
    dx = quantiles_dx(dz, x, q, axis)


def percentile_all(x, q: float) -> reduced(x):
    """Shares the gradient out between the two entries that the percentile lies between.

    domain: 0 < q < 100
    refused: q
    """
    z = np.percentile(x, q)
    dx = quantile_weights(x, q / 100) * dz


def percentile_axis(x, q: float, axis: int | tuple) -> reduced(x, axis):
    """Shares the gradient out between the two entries that the percentile lies between.

    domain: 0 < q < 100
    refused: q
    """
    z = np.percentile(x, q, axis=axis)
    dx = quantile_weights(x, q / 100, axis) * np.expand_dims(dz, axis)


def percentile_keep(x, q: float, axis: object) -> reduced(x, axis, True):
    """Shares the gradient out between the two entries that the percentile lies between.

    domain: 0 < q < 100
    refused: q
    """
    z = np.percentile(x, q, axis=axis, keepdims=True)
    dx = quantile_weights(x, q / 100, axis) * dz


def percentiles_all(x, q) -> quantiles(x, q):
    """Shares each gradient out between the two entries that its percentile lies between.

    domain: 0 < q < 100
    refused: q
    """
    z = np.percentile(x, q)
    dx = quantiles_dx(dz, x, np.divide(q, 100))


def percentiles_axis(x, q, axis: int | tuple) -> quantiles(x, q, axis):
    """Shares each gradient out between the two entries that its percentile lies between.

    domain: 0 < q < 100
    refused: q
    """
    z = np.percentile(x, q, axis=axis)
    dx = quantiles_dx(dz, x, np.divide(q, 100), axis)


def listed_percentiles_all(x, q: tuple) -> listed_quantiles(x, q):
    """Shares each gradient out between the two entries that its percentile lies between.

    q: one of [0.3], (0.1, 0.8)
    """
    z = np.percentile(x, q)
    dx = quantiles_dx(dz, x, np.divide(q, 100))


def listed_percentiles_axis(x, q: tuple, axis: int | tuple) -> listed_quantiles(x, q, axis):
    """Shares each gradient out between the two entries that its percentile lies between.

    q: one of [0.3], (0.1, 0.8)
    """
    z = np.percentile(x, q, axis=axis)
    dx = quantiles_dx(dz, x, np.divide(q, 100), axis)


# Interpolation.


def interp(x, xp, fp) -> same(x):
    """Scales the gradient by the slope between two points, and shares it out between their values.

    To move both points is to move x the other way, so that they share what x has with the other sign.
    domain: -1.2 < x < 1.2, -2 < xp < 2, np.min(np.diff(xp)) > 0.1
    """
    z = np.interp(x, xp, fp)
    dx = interp_slope(x, xp, fp) * dz
    dxp = interp_dfp(-interp_slope(x, xp, fp) * dz, x, xp)
    dfp = interp_dfp(dz, x, xp)


# How variables vary together.


def cov(x) -> covariances(x):
    """Pushes every variable along the other ones, in proportion to their distances from their means."""
    z = np.cov(x)
    dx = cov_dx(dz, x)


def cov_ddof(x, ddof: int) -> covariances(x):
    """Pushes every variable along the other ones, in proportion to their distances from their means.

    domain: ddof < 2
    """
    z = np.cov(x, ddof=ddof)
    dx = cov_dx(dz, x, ddof=ddof)


def cov_biased(x) -> covariances(x):
    """Pushes every variable along the other ones, in proportion to their distances from their means."""
    z = np.cov(x, bias=True)
    dx = cov_dx(dz, x, ddof=0)


def cov_columns(x) -> covariances_of_columns(x):
    """Pushes every variable along the other ones, in proportion to their distances from their means."""
    z = np.cov(x, rowvar=False)
    dx = np.transpose(cov_dx(dz, np.transpose(x)))


def cov_columns_ddof(x, ddof: int) -> covariances_of_columns(x):
    """Pushes every variable along the other ones, in proportion to their distances from their means.

    domain: ddof < 2
    """
    z = np.cov(x, rowvar=False, ddof=ddof)
    dx = np.transpose(cov_dx(dz, np.transpose(x), ddof=ddof))


def cov_columns_biased(x) -> covariances_of_columns(x):
    """Pushes every variable along the other ones, in proportion to their distances from their means."""
    z = np.cov(x, rowvar=False, bias=True)
    dx = np.transpose(cov_dx(dz, np.transpose(x), ddof=0))


def cov_of_two(x: "N", y: "N") -> "2 2":
    """Pushes both variables along one another, in proportion to their distances from their means."""
    z = np.cov(x, y)
    dx = cov_dx(dz, np.stack((x, y)))[0]
    dy = cov_dx(dz, np.stack((x, y)))[1]


def cov_of_several(x, y) -> covariances_of_both(x, y):
    """Pushes all variables along one another, in proportion to their distances from their means."""
    z = np.cov(x, y)
    dx = part_of(cov_dx(dz, np.vstack((x, y))), np.vstack, 0, x, y)
    dy = part_of(cov_dx(dz, np.vstack((x, y))), np.vstack, 1, x, y)


def corrcoef(x) -> covariances(x):
    """Pushes every variable along the other ones, as far as that does not only make it longer."""
    z = np.corrcoef(x)
    dx = corrcoef_dx(dz, x)


def corrcoef_columns(x) -> covariances_of_columns(x):
    """Pushes every variable along the other ones, as far as that does not only make it longer."""
    z = np.corrcoef(x, rowvar=False)
    dx = np.transpose(corrcoef_dx(dz, np.transpose(x)))


def corrcoef_of_two(x: "N", y: "N") -> "2 2":
    """Pushes both variables along one another, as far as that does not only make them longer."""
    z = np.corrcoef(x, y)
    dx = corrcoef_dx(dz, np.stack((x, y)))[0]
    dy = corrcoef_dx(dz, np.stack((x, y)))[1]


def corrcoef_of_several(x, y) -> covariances_of_both(x, y):
    """Pushes all variables along one another, as far as that does not only make them longer."""
    z = np.corrcoef(x, y)
    dx = part_of(corrcoef_dx(dz, np.vstack((x, y))), np.vstack, 0, x, y)
    dy = part_of(corrcoef_dx(dz, np.vstack((x, y))), np.vstack, 1, x, y)
