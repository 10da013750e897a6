"""Sums, means, extremes: many values become one, and its gradient goes back to all or one of them.

The generator spreads a gradient that is smaller than its variable, and dimensions in front are
spread for free; so these lines only put back an axis that was lost in the middle. What is known of
`axis` and `keepdims` picks the gate: the last one of each kind is for what only shows at run time.

holomorphic: sum_*, mean_*, prod_*, cumsum_*, cumprod_*, diff_*, take_*
"""

from __future__ import annotations

import numpy as np


def sum_all(x) -> reduced(x):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x)
    dx = dz


def sum_first(x) -> reduced(x, 0):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=0)
    dx = dz


def sum_axes(x, axis: int | tuple) -> reduced(x, axis):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=axis)
    dx = np.expand_dims(dz, axis)


def sum_keep_all(x) -> reduced(x, None, True):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, keepdims=True)
    dx = dz


def sum_keep_axes(x, axis: int | tuple) -> reduced(x, axis, True):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=axis, keepdims=True)
    dx = dz


def sum_any(x, axis: object) -> reduced(x, axis):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=axis)
    dx = restore_axes(dz, axis)


def sum_keep_any(x, axis: object) -> reduced(x, axis, True):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=axis, keepdims=True)
    dx = dz


def sum_run_time(x, axis: object, keepdims: object) -> reduced(x, axis, keepdims):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=axis, keepdims=keepdims)
    dx = restore_axes(dz, axis, keepdims)


def sum_where_all(x, c: "... bool") -> reduced(x):
    """Gives the entries that are counted the gradient on the sum that they are part of."""
    z = np.sum(x, where=c)
    dx = c * dz


def sum_where_axis(x, axis: int | tuple, c: "... bool") -> reduced(x, axis):
    """Gives the entries that are counted the gradient on the sum that they are part of."""
    z = np.sum(x, axis=axis, where=c)
    dx = c * np.expand_dims(dz, axis)


def sum_where_keep(x, axis: object, c: "... bool") -> reduced(x, axis, True):
    """Gives the entries that are counted the gradient on the sum that they are part of."""
    z = np.sum(x, axis=axis, keepdims=True, where=c)
    dx = c * dz


def mean_where_all(x, c: "... bool") -> reduced(x):
    """Gives the entries that are counted their share of the gradient on the mean that they are part of."""
    z = np.mean(x, where=c)
    dx = c * (dz / np.sum(np.ones_like(x), where=c))


def mean_where_axis(x, axis: int | tuple, c: "... bool") -> reduced(x, axis):
    """Gives the entries that are counted their share of the gradient on the mean that they are part of."""
    z = np.mean(x, axis=axis, where=c)
    dx = c * np.expand_dims(dz / np.sum(np.ones_like(x), axis=axis, where=c), axis)


def mean_where_keep(x, axis: object, c: "... bool") -> reduced(x, axis, True):
    """Gives the entries that are counted their share of the gradient on the mean that they are part of."""
    z = np.mean(x, axis=axis, keepdims=True, where=c)
    dx = c * (dz / np.sum(np.ones_like(x), axis=axis, keepdims=True, where=c))


def mean_all(x) -> reduced(x):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x)
    dx = dz / x.size


def mean_first(x) -> reduced(x, 0):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=0)
    dx = dz / x.shape[0]


def mean_axis(x, axis: int) -> reduced(x, axis):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis)
    dx = np.expand_dims(dz, axis) / x.shape[axis]


def mean_tuple(x, axis: tuple) -> reduced(x, axis):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis)
    dx = np.expand_dims(dz, axis) * np.size(z) / x.size


def mean_keep_all(x) -> reduced(x, None, True):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, keepdims=True)
    dx = dz / x.size


def mean_keep_axis(x, axis: int) -> reduced(x, axis, True):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis, keepdims=True)
    dx = dz / x.shape[axis]


def mean_any(x, axis: object) -> reduced(x, axis):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis)
    dx = restore_axes(dz, axis) * np.size(z) / x.size


def mean_keep_any(x, axis: object) -> reduced(x, axis, True):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis, keepdims=True)
    dx = dz * np.size(z) / x.size


def mean_run_time(x, axis: object, keepdims: object) -> reduced(x, axis, keepdims):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis, keepdims=keepdims)
    dx = restore_axes(dz, axis, keepdims) * np.size(z) / x.size


def max_all(x) -> reduced(x):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x)
    dx = is_first_max(x) * dz


def max_axes(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, axis=axis)
    dx = is_first_max(x, axis) * np.expand_dims(dz, axis)


def max_keep_any(x, axis: object) -> reduced(x, axis, True):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, axis=axis, keepdims=True)
    dx = is_first_max(x, axis) * dz


def max_keep_all(x) -> reduced(x, None, True):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, keepdims=True)
    dx = is_first_max(x) * dz


def max_any(x, axis: object) -> reduced(x, axis):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, axis=axis)
    dx = is_first_max(x, axis) * restore_axes(dz, axis)


def max_run_time(x, axis: object, keepdims: object) -> reduced(x, axis, keepdims):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, axis=axis, keepdims=keepdims)
    dx = is_first_max(x, axis) * restore_axes(dz, axis, keepdims)


def max_start_all(x, initial: float) -> reduced(x):
    """Routes the gradient to the first of the largest entries, or to the start that is no smaller."""
    z = np.max(x, initial=initial)
    dx = is_first_beyond(x, initial) * dz
    dinitial = (z == initial) * dz


def max_start_axis(x, axis: int | tuple, initial: float) -> reduced(x, axis):
    """Routes the gradient to the first of the largest entries, or to the start that is no smaller."""
    z = np.max(x, axis=axis, initial=initial)
    dx = is_first_beyond(x, initial, axis) * np.expand_dims(dz, axis)
    dinitial = (z == initial) * dz


def min_all(x) -> reduced(x):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x)
    dx = is_first_max(-x) * dz


def min_axes(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, axis=axis)
    dx = is_first_max(-x, axis) * np.expand_dims(dz, axis)


def min_start_all(x, initial: float) -> reduced(x):
    """Routes the gradient to the first of the smallest entries, or to the start that is no larger."""
    z = np.min(x, initial=initial)
    dx = is_first_beyond(-x, -initial) * dz
    dinitial = (z == initial) * dz


def min_start_axis(x, axis: int | tuple, initial: float) -> reduced(x, axis):
    """Routes the gradient to the first of the smallest entries, or to the start that is no larger."""
    z = np.min(x, axis=axis, initial=initial)
    dx = is_first_beyond(-x, -initial, axis) * np.expand_dims(dz, axis)
    dinitial = (z == initial) * dz


def min_keep_any(x, axis: object) -> reduced(x, axis, True):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, axis=axis, keepdims=True)
    dx = is_first_max(-x, axis) * dz


def min_keep_all(x) -> reduced(x, None, True):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, keepdims=True)
    dx = is_first_max(-x) * dz


def min_any(x, axis: object) -> reduced(x, axis):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, axis=axis)
    dx = is_first_max(-x, axis) * restore_axes(dz, axis)


def min_run_time(x, axis: object, keepdims: object) -> reduced(x, axis, keepdims):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, axis=axis, keepdims=keepdims)
    dx = is_first_max(-x, axis) * restore_axes(dz, axis, keepdims)


def ptp_all(x) -> reduced(x):
    """Gives the largest entry the gradient, and the smallest one minus the gradient."""
    z = np.ptp(x)
    dx = is_first_max(x) * dz - is_first_max(-x) * dz


def ptp_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Gives the largest entry the gradient, and the smallest one minus the gradient."""
    z = np.ptp(x, axis=axis)
    dx = is_first_max(x, axis) * np.expand_dims(dz, axis) - is_first_max(-x, axis) * np.expand_dims(dz, axis)


def ptp_keep(x, axis: object) -> reduced(x, axis, True):
    """Gives the largest entry the gradient, and the smallest one minus the gradient."""
    z = np.ptp(x, axis=axis, keepdims=True)
    dx = is_first_max(x, axis) * dz - is_first_max(-x, axis) * dz


def prod_all(x) -> reduced(x):
    """Scales the gradient by the product of all other entries."""
    z = np.prod(x)
    dx = products_of_others(x) * dz


def prod_axes(x, axis: int | tuple) -> reduced(x, axis):
    """Scales the gradient by the product of all other entries."""
    z = np.prod(x, axis=axis)
    dx = products_of_others(x, axis) * np.expand_dims(dz, axis)


def prod_keep_all(x) -> reduced(x, None, True):
    """Scales the gradient by the product of all other entries."""
    z = np.prod(x, keepdims=True)
    dx = products_of_others(x) * dz


def prod_keep_any(x, axis: object) -> reduced(x, axis, True):
    """Scales the gradient by the product of all other entries."""
    z = np.prod(x, axis=axis, keepdims=True)
    dx = products_of_others(x, axis) * dz


def prod_any(x, axis: object) -> reduced(x, axis):
    """Scales the gradient by the product of all other entries."""
    z = np.prod(x, axis=axis)
    dx = products_of_others(x, axis) * restore_axes(dz, axis)


def prod_run_time(x, axis: object, keepdims: object) -> reduced(x, axis, keepdims):
    """Scales the gradient by the product of all other entries."""
    z = np.prod(x, axis=axis, keepdims=keepdims)
    dx = products_of_others(x, axis) * restore_axes(dz, axis, keepdims)


# Of several values that are written out.


def sum_of_listed(*x) -> "":
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum((*x,))
    dx[k] = dz


def mean_of_listed(*x: float):
    """Gives each its share of the gradient on the mean."""
    z = np.mean((*x,))
    dx[k] = dz / count_of(*x)


def np_max_of_listed(*x: float):
    """Routes the gradient to the largest; to the first one on a tie."""
    z = np.max((*x,))
    dx[k] = (np.argmax([*x]) == k) * dz


def np_min_of_listed(*x: float):
    """Routes the gradient to the smallest; to the first one on a tie."""
    z = np.min((*x,))
    dx[k] = (np.argmin([*x]) == k) * dz


def prod_of_listed(*x: float):
    """Scales the gradient by the product of all others."""
    z = np.prod((*x,))
    dx[k] = np.prod([*x[:k], *x[k + 1 :]]) * dz


def sum_of_listed_rows(*x):
    """Distributes the gradient: each is given all of it."""
    z = np.sum((*x,), axis=0)
    dx[k] = dz


def mean_of_listed_rows(*x):
    """Gives each its share of the gradient on the mean."""
    z = np.mean((*x,), axis=0)
    dx[k] = dz / count_of(*x)


def max_of_listed_rows(*x):
    """Routes the gradient to the largest, entry by entry; to the first one on a tie."""
    z = np.max((*x,), axis=0)
    dx[k] = (np.argmax(np.stack([*x]), axis=0) == k) * dz


def min_of_listed_rows(*x):
    """Routes the gradient to the smallest, entry by entry; to the first one on a tie."""
    z = np.min((*x,), axis=0)
    dx[k] = (np.argmin(np.stack([*x]), axis=0) == k) * dz


# Sums and products on the way, and differences, which undo sums.


def cumsum_vector(x: "N") -> "N":
    """Gives every entry the gradients on the sums from it to the end."""
    z = np.cumsum(x)
    dx = np.cumsum(dz[::-1])[::-1]


def cumsum_all(x) -> flattened(x):
    """Gives every entry the gradients on the sums from it to the end."""
    z = np.cumsum(x)
    dx = np.reshape(np.cumsum(dz[::-1])[::-1], np.shape(x))


def cumsum_first(x) -> along(x, 0):
    """Gives every entry the gradients on the sums from it to the end."""
    z = np.cumsum(x, axis=0)
    dx = np.cumsum(dz[::-1], axis=0)[::-1]


def cumsum_axis(x, axis: int) -> along(x, axis):
    """Gives every entry the gradients on the sums from it to the end."""
    z = np.cumsum(x, axis=axis)
    dx = np.flip(np.cumsum(np.flip(dz, axis), axis=axis), axis)


def cumprod_vector(x: "N") -> "N":
    """Gives every entry the gradients on the products from it to the end, each over that entry."""
    z = np.cumprod(x)
    dx = cumprod_dx(dz, x)


def cumprod_all(x) -> flattened(x):
    """Gives every entry the gradients on the products from it to the end, each over that entry."""
    z = np.cumprod(x)
    dx = np.reshape(cumprod_dx(dz, np.ravel(x)), np.shape(x))


def cumprod_axis(x, axis: int) -> along(x, axis):
    """Gives every entry the gradients on the products from it to the end, each over that entry."""
    z = np.cumprod(x, axis=axis)
    dx = cumprod_dx(dz, x, axis)


def diff_vector(x: "N") -> differences(x, 1, -1):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x)
    dx = -np.diff(np.pad(dz, 1))


def diff_axis(x, n: int, axis: int) -> differences(x, n, axis):
    """Gives every entry the gradient on the difference before it minus that on the one behind.

    domain: n > 0
    view: x
    """
    z = np.diff(x, n=n, axis=axis)
    dx = diff_dx(dz, x, n, axis)


def diff_last(x) -> differences(x, 1, -1):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x)
    dx = diff_dx(dz, x)


def diff_once(x, axis: int) -> differences(x, 1, axis):
    """Gives every entry the gradient on the difference before it minus that on the one behind."""
    z = np.diff(x, axis=axis)
    dx = diff_dx(dz, x, 1, axis)


def diff_often(x, n: int) -> differences(x, n, -1):
    """Gives every entry the gradient on the difference before it minus that on the one behind.

    domain: n > 0
    view: x
    """
    z = np.diff(x, n=n)
    dx = diff_dx(dz, x, n)


# Order: the gradient goes back to where the value came from.


def sort_vector(x: "N") -> "N":
    """Puts the gradient back in the order of the input."""
    z = np.sort(x)
    dx = dz[np.argsort(np.argsort(x))]


def sort_last(x) -> along(x, -1):
    """Puts the gradient back in the order of the input."""
    z = np.sort(x)
    dx = np.take_along_axis(dz, np.argsort(np.argsort(x)), -1)


def sort_axis(x, axis: int) -> along(x, axis):
    """Puts the gradient back in the order of the input."""
    z = np.sort(x, axis=axis)
    dx = np.take_along_axis(dz, np.argsort(np.argsort(x, axis=axis), axis=axis), axis)


def partition_vector(x: "N", k: int) -> "N":
    """Puts the gradient back in the order of the input."""
    z = np.partition(x, k)
    dx = dz[np.argsort(z)][np.argsort(np.argsort(x))]


def partition(x, k: int) -> along(x, -1):
    """Puts the gradient back in the order of the input."""
    z = np.partition(x, k)
    dx = np.take_along_axis(np.take_along_axis(dz, np.argsort(z), -1), np.argsort(np.argsort(x)), -1)


def partition_axis(x, k: int, axis: int) -> along(x, axis):
    """Puts the gradient back in the order of the input."""
    z = np.partition(x, k, axis=axis)
    dx = np.take_along_axis(np.take_along_axis(dz, np.argsort(z, axis=axis), axis), np.argsort(np.argsort(x, axis=axis), axis=axis), axis)


def argpartition(x, k: int) -> int[along(x, -1)]:
    """Blocks the gradient: its output is a place."""
    z = np.argpartition(x, k)


def bincount(i: "N int", w: "N") -> steps():
    """Gives every weight the gradient on the count that it is part of."""
    z = np.bincount(i, weights=w)
    dw = dz[i]


def bincount_of_length(i: "N int", w: "N", n: int) -> steps():
    """Gives every weight the gradient on the count that it is part of.

    domain: n >= 0
    """
    z = np.bincount(i, weights=w, minlength=n)
    dw = dz[i]


def digitize(x, bins) -> int[same(x)]:
    """Blocks the gradient: its output is a place.

    domain: np.min(np.diff(bins)) > 0.1, np.ndim(bins) == 1
    """
    z = np.digitize(x, bins)


def digitize_right(x, bins) -> int[same(x)]:
    """Blocks the gradient: its output is a place.

    domain: np.min(np.diff(bins)) > 0.1, np.ndim(bins) == 1
    """
    z = np.digitize(x, bins, right=True)


def searchsorted_right(x, v) -> int[same(v)]:
    """Blocks the gradient: its output is a place."""
    z = np.searchsorted(x, v, side="right")


def searchsorted(x, v) -> int[same(v)]:
    """Blocks the gradient: its output is a place."""
    z = np.searchsorted(x, v)


# Places and counts: the derivative is zero.


def flatnonzero(x) -> int[steps()]:
    """Blocks the gradient: its output are places."""
    z = np.flatnonzero(x)


def argmax_all(x) -> int[reduced(x)]:
    """Blocks the gradient: its output is a place."""
    z = np.argmax(x)


def argmax_axis(x, axis: int) -> int[reduced(x, axis)]:
    """Blocks the gradient: its output is a place."""
    z = np.argmax(x, axis=axis)


def argmax_keep(x, axis: object) -> int[reduced(x, axis, True)]:
    """Blocks the gradient: its output is a place."""
    z = np.argmax(x, axis=axis, keepdims=True)


def argmin_all(x) -> int[reduced(x)]:
    """Blocks the gradient: its output is a place."""
    z = np.argmin(x)


def argmin_axis(x, axis: int) -> int[reduced(x, axis)]:
    """Blocks the gradient: its output is a place."""
    z = np.argmin(x, axis=axis)


def argmin_keep(x, axis: object) -> int[reduced(x, axis, True)]:
    """Blocks the gradient: its output is a place."""
    z = np.argmin(x, axis=axis, keepdims=True)


def argsort_last(x) -> int[along(x, -1)]:
    """Blocks the gradient: its output is a place."""
    z = np.argsort(x)


def argsort_axis(x, axis: int) -> int[along(x, axis)]:
    """Blocks the gradient: its output is a place."""
    z = np.argsort(x, axis=axis)


def count_nonzero(x) -> int[reduced(x)]:
    """Blocks the gradient: its output is a count."""
    z = np.count_nonzero(x)


def any_all(x) -> bool[reduced(x)]:
    """Blocks the gradient: its output is true or false."""
    z = np.any(x)


def any_axis(x, axis: object) -> bool[reduced(x, axis)]:
    """Blocks the gradient: its output is true or false."""
    z = np.any(x, axis=axis)


def any_keep(x, axis: object) -> bool[reduced(x, axis, True)]:
    """Blocks the gradient: its output is true or false."""
    z = np.any(x, axis=axis, keepdims=True)


def all_all(x) -> bool[reduced(x)]:
    """Blocks the gradient: its output is true or false."""
    z = np.all(x)


def all_axis(x, axis: object) -> bool[reduced(x, axis)]:
    """Blocks the gradient: its output is true or false."""
    z = np.all(x, axis=axis)


def all_keep(x, axis: object) -> bool[reduced(x, axis, True)]:
    """Blocks the gradient: its output is true or false."""
    z = np.all(x, axis=axis, keepdims=True)
