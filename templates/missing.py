"""NumPy's functions that leave out what is missing: an entry that is nan has no part in the gradient."""

from __future__ import annotations

import numpy as np


def nansum_all(x) -> reduced(x):
    """Gives every entry that is there the gradient on the sum that it is part of."""
    z = np.nansum(x)
    dx = ~np.isnan(x) * dz


def nansum_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Gives every entry that is there the gradient on the sum that it is part of."""
    z = np.nansum(x, axis=axis)
    dx = ~np.isnan(x) * np.expand_dims(dz, axis)


def nansum_keep(x, axis: object) -> reduced(x, axis, True):
    """Gives every entry that is there the gradient on the sum that it is part of."""
    z = np.nansum(x, axis=axis, keepdims=True)
    dx = ~np.isnan(x) * dz


def nanmean_all(x) -> reduced(x):
    """Gives every entry that is there its share of the gradient on the mean that it is part of."""
    z = np.nanmean(x)
    dx = nanmean_weights(x) * dz


def nanmean_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Gives every entry that is there its share of the gradient on the mean that it is part of."""
    z = np.nanmean(x, axis=axis)
    dx = nanmean_weights(x, axis) * np.expand_dims(dz, axis)


def nanmean_keep(x, axis: object) -> reduced(x, axis, True):
    """Gives every entry that is there its share of the gradient on the mean that it is part of."""
    z = np.nanmean(x, axis=axis, keepdims=True)
    dx = nanmean_weights(x, axis) * dz


def nanmax_all(x) -> reduced(x):
    """Routes the gradient to the first of the largest entries."""
    z = np.nanmax(x)
    dx = is_first_max(np.where(np.isnan(x), -np.inf, x)) * dz


def nanmax_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the first of the largest entries."""
    z = np.nanmax(x, axis=axis)
    dx = is_first_max(np.where(np.isnan(x), -np.inf, x), axis) * np.expand_dims(dz, axis)


def nanmax_keep(x, axis: object) -> reduced(x, axis, True):
    """Routes the gradient to the first of the largest entries."""
    z = np.nanmax(x, axis=axis, keepdims=True)
    dx = is_first_max(np.where(np.isnan(x), -np.inf, x), axis) * dz


def nanmin_all(x) -> reduced(x):
    """Routes the gradient to the first of the smallest entries."""
    z = np.nanmin(x)
    dx = is_first_max(np.where(np.isnan(x), -np.inf, -x)) * dz


def nanmin_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the first of the smallest entries."""
    z = np.nanmin(x, axis=axis)
    dx = is_first_max(np.where(np.isnan(x), -np.inf, -x), axis) * np.expand_dims(dz, axis)


def nanmin_keep(x, axis: object) -> reduced(x, axis, True):
    """Routes the gradient to the first of the smallest entries."""
    z = np.nanmin(x, axis=axis, keepdims=True)
    dx = is_first_max(np.where(np.isnan(x), -np.inf, -x), axis) * dz


def nanprod_all(x) -> reduced(x):
    """Scales the gradient by the product of all other entries that are there."""
    z = np.nanprod(x)
    dx = ~np.isnan(x) * products_of_others(np.where(np.isnan(x), 1, x)) * dz


def nanprod_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Scales the gradient by the product of all other entries that are there."""
    z = np.nanprod(x, axis=axis)
    dx = ~np.isnan(x) * products_of_others(np.where(np.isnan(x), 1, x), axis) * np.expand_dims(dz, axis)


def nanprod_keep(x, axis: object) -> reduced(x, axis, True):
    """Scales the gradient by the product of all other entries that are there."""
    z = np.nanprod(x, axis=axis, keepdims=True)
    dx = ~np.isnan(x) * products_of_others(np.where(np.isnan(x), 1, x), axis) * dz


def nanvar_all(x) -> reduced(x):
    """Pushes every entry that is there away from the mean, in proportion to its distance."""
    z = np.nanvar(x)
    dx = nanvar_slopes(x) * dz


def nanvar_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Pushes every entry that is there away from the mean, in proportion to its distance."""
    z = np.nanvar(x, axis=axis)
    dx = nanvar_slopes(x, axis) * np.expand_dims(dz, axis)


def nanvar_keep(x, axis: object) -> reduced(x, axis, True):
    """Pushes every entry that is there away from the mean, in proportion to its distance."""
    z = np.nanvar(x, axis=axis, keepdims=True)
    dx = nanvar_slopes(x, axis) * dz


def nanvar_ddof_all(x, ddof: int) -> reduced(x):
    """Pushes every entry that is there away from the mean, in proportion to its distance."""
    z = np.nanvar(x, ddof=ddof)
    dx = nanvar_slopes(x, None, ddof) * dz


def nanvar_ddof_axis(x, axis: int | tuple, ddof: int) -> reduced(x, axis):
    """Pushes every entry that is there away from the mean, in proportion to its distance."""
    z = np.nanvar(x, axis=axis, ddof=ddof)
    dx = nanvar_slopes(x, axis, ddof) * np.expand_dims(dz, axis)


def nanvar_ddof_keep(x, axis: object, ddof: int) -> reduced(x, axis, True):
    """Pushes every entry that is there away from the mean, in proportion to its distance."""
    z = np.nanvar(x, axis=axis, ddof=ddof, keepdims=True)
    dx = nanvar_slopes(x, axis, ddof) * dz


def nanstd_all(x) -> reduced(x):
    """Pushes every entry that is there away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.nanstd(x)
    dx = (nanvar_slopes(x) / (2 * z)) * dz


def nanstd_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Pushes every entry that is there away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.nanstd(x, axis=axis)
    dx = (nanvar_slopes(x, axis) / 2) * np.expand_dims(dz / z, axis)


def nanstd_keep(x, axis: object) -> reduced(x, axis, True):
    """Pushes every entry that is there away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.nanstd(x, axis=axis, keepdims=True)
    dx = (nanvar_slopes(x, axis) / (2 * z)) * dz


def nanstd_ddof_all(x, ddof: int) -> reduced(x):
    """Pushes every entry that is there away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.nanstd(x, ddof=ddof)
    dx = (nanvar_slopes(x, None, ddof) / (2 * z)) * dz


def nanstd_ddof_axis(x, axis: int | tuple, ddof: int) -> reduced(x, axis):
    """Pushes every entry that is there away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.nanstd(x, axis=axis, ddof=ddof)
    dx = (nanvar_slopes(x, axis, ddof) / 2) * np.expand_dims(dz / z, axis)


def nanstd_ddof_keep(x, axis: object, ddof: int) -> reduced(x, axis, True):
    """Pushes every entry that is there away from the mean, in proportion to its distance over the deviation.

    domain: z > 0
    """
    z = np.nanstd(x, axis=axis, ddof=ddof, keepdims=True)
    dx = (nanvar_slopes(x, axis, ddof) / (2 * z)) * dz


def nanmedian_all(x) -> reduced(x):
    """Routes the gradient to the middle entry of those that are there, half of it to each of two."""
    z = np.nanmedian(x)
    dx = nanquantile_weights(x, 0.5) * dz


def nanmedian_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the middle entry of those that are there, half of it to each of two."""
    z = np.nanmedian(x, axis=axis)
    dx = nanquantile_weights(x, 0.5, axis) * np.expand_dims(dz, axis)


def nanmedian_keep(x, axis: object) -> reduced(x, axis, True):
    """Routes the gradient to the middle entry of those that are there, half of it to each of two."""
    z = np.nanmedian(x, axis=axis, keepdims=True)
    dx = nanquantile_weights(x, 0.5, axis) * dz


def nanquantile_all(x, q: float) -> reduced(x):
    """Shares the gradient out between the two entries that the quantile lies between.

    domain: 0 < q < 1
    refused: q
    """
    z = np.nanquantile(x, q)
    dx = nanquantile_weights(x, q) * dz


def nanquantile_axis(x, q: float, axis: int | tuple) -> reduced(x, axis):
    """Shares the gradient out between the two entries that the quantile lies between.

    domain: 0 < q < 1
    refused: q
    """
    z = np.nanquantile(x, q, axis=axis)
    dx = nanquantile_weights(x, q, axis) * np.expand_dims(dz, axis)


def nanpercentile_all(x, q: float) -> reduced(x):
    """Shares the gradient out between the two entries that the percentile lies between.

    domain: 0 < q < 100
    refused: q
    """
    z = np.nanpercentile(x, q)
    dx = nanquantile_weights(x, q / 100) * dz


def nanpercentile_axis(x, q: float, axis: int | tuple) -> reduced(x, axis):
    """Shares the gradient out between the two entries that the percentile lies between.

    domain: 0 < q < 100
    refused: q
    """
    z = np.nanpercentile(x, q, axis=axis)
    dx = nanquantile_weights(x, q / 100, axis) * np.expand_dims(dz, axis)


def nancumsum_vector(x: "N") -> "N":
    """Gives every entry that is there the gradients on the sums from it to the end."""
    z = np.nancumsum(x)
    dx = ~np.isnan(x) * np.cumsum(dz[::-1])[::-1]


def nancumsum_all(x) -> flattened(x):
    """Gives every entry that is there the gradients on the sums from it to the end."""
    z = np.nancumsum(x)
    dx = ~np.isnan(x) * np.reshape(np.cumsum(dz[::-1])[::-1], np.shape(x))


def nancumsum_axis(x, axis: int) -> along(x, axis):
    """Gives every entry that is there the gradients on the sums from it to the end."""
    z = np.nancumsum(x, axis=axis)
    dx = ~np.isnan(x) * np.flip(np.cumsum(np.flip(dz, axis), axis=axis), axis)


def nancumprod_vector(x: "N") -> "N":
    """Gives every entry that is there the gradients on the products from it to the end, each over it."""
    z = np.nancumprod(x)
    dx = ~np.isnan(x) * cumprod_dx(dz, np.where(np.isnan(x), 1, x))


def nancumprod_all(x) -> flattened(x):
    """Gives every entry that is there the gradients on the products from it to the end, each over it."""
    z = np.nancumprod(x)
    dx = ~np.isnan(x) * np.reshape(cumprod_dx(dz, np.ravel(np.where(np.isnan(x), 1, x))), np.shape(x))


def nancumprod_axis(x, axis: int) -> along(x, axis):
    """Gives every entry that is there the gradients on the products from it to the end, each over it."""
    z = np.nancumprod(x, axis=axis)
    dx = ~np.isnan(x) * cumprod_dx(dz, np.where(np.isnan(x), 1, x), axis)


# Places: the derivative is zero.


def nanargmax_all(x) -> int[reduced(x)]:
    """Blocks the gradient: its output is a place."""
    z = np.nanargmax(x)


def nanargmax_axis(x, axis: int) -> int[reduced(x, axis)]:
    """Blocks the gradient: its output is a place."""
    z = np.nanargmax(x, axis=axis)


def nanargmin_all(x) -> int[reduced(x)]:
    """Blocks the gradient: its output is a place."""
    z = np.nanargmin(x)


def nanargmin_axis(x, axis: int) -> int[reduced(x, axis)]:
    """Blocks the gradient: its output is a place."""
    z = np.nanargmin(x, axis=axis)
