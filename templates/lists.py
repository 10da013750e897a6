"""Lists of values, of any length: what is made of all their items."""

from __future__ import annotations

import numpy as np


def array_of_list(x: list) -> listed(x):
    """Hands each item its piece of the gradient."""
    z = np.array(x)
    dx = list(dz)


def asarray_of_list(x: list) -> listed(x):
    """Hands each item its piece of the gradient."""
    z = np.asarray(x)
    dx = list(dz)


def stack_of_list(x: list) -> listed(x):
    """Hands each item its piece of the gradient."""
    z = np.stack(x)
    dx = list(dz)


def stack_of_list_axis(x: list, axis: int) -> listed_along(x, axis):
    """Hands each item its piece of the gradient."""
    z = np.stack(x, axis=axis)
    dx = list(np.moveaxis(dz, axis, 0))


def concatenate_list(x: list) -> chained_items(x):
    """Hands each item its piece of the gradient."""
    z = np.concatenate(x)
    dx = split_like(dz, x, 0)


def concatenate_list_axis(x: list, axis: int) -> chained_items(x, axis):
    """Hands each item its piece of the gradient."""
    z = np.concatenate(x, axis=axis)
    dx = split_like(dz, x, axis)
