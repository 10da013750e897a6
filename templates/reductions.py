"""Sums, means, extremes: many values become one, and its gradient goes back to all or one of them.

The generator spreads a gradient that is smaller than its variable, and dimensions in front are
spread for free; so these lines only put back an axis that was lost in the middle.
"""

from __future__ import annotations

import numpy as np


def sum_all(x) -> reduced(x):
    """Gives every entry the gradient on the sum."""
    z = np.sum(x)
    dx = dz


def sum_first(x) -> reduced(x, 0):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=0)
    dx = dz


def sum_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=axis)
    dx = np.expand_dims(dz, axis)


def sum_keep_all(x) -> reduced(x, None, True):
    """Gives every entry the gradient on the sum."""
    z = np.sum(x, keepdims=True)
    dx = dz


def sum_keep(x, axis: int | tuple) -> reduced(x, axis, True):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.sum(x, axis=axis, keepdims=True)
    dx = dz


def mean_all(x) -> reduced(x):
    """Gives every entry its share of the gradient on the mean."""
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


def mean_axes(x, axis: tuple) -> reduced(x, axis):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis)
    dx = np.expand_dims(dz, axis) * z.size / x.size


def mean_keep_all(x) -> reduced(x, None, True):
    """Gives every entry its share of the gradient on the mean."""
    z = np.mean(x, keepdims=True)
    dx = dz / x.size


def mean_keep(x, axis: int) -> reduced(x, axis, True):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis, keepdims=True)
    dx = dz / x.shape[axis]


def mean_keep_axes(x, axis: tuple) -> reduced(x, axis, True):
    """Gives every entry its share of the gradient on the mean that it is part of."""
    z = np.mean(x, axis=axis, keepdims=True)
    dx = dz * z.size / x.size


def max_all(x) -> reduced(x):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x)
    dx = is_first_max(x) * dz


def max_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, axis=axis)
    dx = is_first_max(x, axis) * np.expand_dims(dz, axis)


def max_keep_all(x) -> reduced(x, None, True):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, keepdims=True)
    dx = is_first_max(x) * dz


def max_keep(x, axis: int | tuple) -> reduced(x, axis, True):
    """Routes the gradient to the first of the largest entries."""
    z = np.max(x, axis=axis, keepdims=True)
    dx = is_first_max(x, axis) * dz


def min_all(x) -> reduced(x):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x)
    dx = is_first_max(-x) * dz


def min_axis(x, axis: int | tuple) -> reduced(x, axis):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, axis=axis)
    dx = is_first_max(-x, axis) * np.expand_dims(dz, axis)


def min_keep_all(x) -> reduced(x, None, True):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, keepdims=True)
    dx = is_first_max(-x) * dz


def min_keep(x, axis: int | tuple) -> reduced(x, axis, True):
    """Routes the gradient to the first of the smallest entries."""
    z = np.min(x, axis=axis, keepdims=True)
    dx = is_first_max(-x, axis) * dz
