"""Methods of NumPy's elementwise functions: all pairs (`outer`), results on the way (`accumulate`).

`reduce`, and `accumulate` of sums and products, are functions of NumPy by another name (vocabulary.py).
"""

from __future__ import annotations

import numpy as np


def add_outer_vectors(x: "N", y: "M") -> "N M":
    """Gives each input the sums of the gradients on all that it is part of."""
    z = np.add.outer(x, y)
    dx = np.sum(dz, axis=1)
    dy = np.sum(dz, axis=0)


def add_outer(x, y) -> outer_pairs(x, y):
    """Gives each input the sums of the gradients on all that it is part of."""
    z = np.add.outer(x, y)
    dx = sum_behind(dz, x)
    dy = unbroadcast(dz, y)


def subtract_outer_vectors(x: "N", y: "M") -> "N M":
    """Gives each input the sums of the gradients, and changes the sign for what is taken away."""
    z = np.subtract.outer(x, y)
    dx = np.sum(dz, axis=1)
    dy = -np.sum(dz, axis=0)


def subtract_outer(x, y) -> outer_pairs(x, y):
    """Gives each input the sums of the gradients, and changes the sign for what is taken away."""
    z = np.subtract.outer(x, y)
    dx = sum_behind(dz, x)
    dy = -unbroadcast(dz, y)


def multiply_outer_vectors(x: "N", y: "M") -> "N M":
    """Gives each input the sums of the gradients times the other one."""
    z = np.multiply.outer(x, y)
    dx = dz @ y
    dy = x @ dz


def multiply_outer(x, y) -> outer_pairs(x, y):
    """Gives each input the sums of the gradients times the other one."""
    z = np.multiply.outer(x, y)
    dx = np.tensordot(dz, y, axes=np.ndim(y))
    dy = np.tensordot(x, dz, axes=np.ndim(x))


def divide_outer_vectors(x: "N", y: "M") -> "N M":
    """Gives the numerator the gradients over y, and the denominator those times minus the ratio."""
    z = np.divide.outer(x, y)
    dx = np.sum(dz / y, axis=1)
    dy = -(x @ dz) / y**2


def divide_outer(x, y) -> outer_pairs(x, y):
    """Gives the numerator the gradients over y, and the denominator those times minus the ratio."""
    z = np.divide.outer(x, y)
    dx = sum_behind(dz / y, x)
    dy = -np.tensordot(x, dz, axes=np.ndim(x)) / y**2


def maximum_outer_vectors(x: "N", y: "M") -> "N M":
    """Routes the gradient to the larger input; to the first one on a tie."""
    z = np.maximum.outer(x, y)
    dx = np.sum((x[:, None] >= y) * dz, axis=1)
    dy = np.sum((x[:, None] < y) * dz, axis=0)


def maximum_outer(x, y) -> outer_pairs(x, y):
    """Routes the gradient to the larger input; to the first one on a tie."""
    z = np.maximum.outer(x, y)
    dx = sum_behind((np.add.outer(x, np.zeros_like(y)) == z) * dz, x)
    dy = unbroadcast((np.add.outer(x, np.zeros_like(y)) < z) * dz, y)


def minimum_outer_vectors(x: "N", y: "M") -> "N M":
    """Routes the gradient to the smaller input; to the first one on a tie."""
    z = np.minimum.outer(x, y)
    dx = np.sum((x[:, None] <= y) * dz, axis=1)
    dy = np.sum((x[:, None] > y) * dz, axis=0)


def minimum_outer(x, y) -> outer_pairs(x, y):
    """Routes the gradient to the smaller input; to the first one on a tie."""
    z = np.minimum.outer(x, y)
    dx = sum_behind((np.add.outer(x, np.zeros_like(y)) == z) * dz, x)
    dy = unbroadcast((np.add.outer(x, np.zeros_like(y)) > z) * dz, y)


def greater_outer(x, y) -> bool[outer_pairs(x, y)]:
    """Blocks the gradient: its output is true or false."""
    z = np.greater.outer(x, y)


def greater_equal_outer(x, y) -> bool[outer_pairs(x, y)]:
    """Blocks the gradient: its output is true or false."""
    z = np.greater_equal.outer(x, y)


def less_outer(x, y) -> bool[outer_pairs(x, y)]:
    """Blocks the gradient: its output is true or false."""
    z = np.less.outer(x, y)


def less_equal_outer(x, y) -> bool[outer_pairs(x, y)]:
    """Blocks the gradient: its output is true or false."""
    z = np.less_equal.outer(x, y)


def equal_outer(x, y) -> bool[outer_pairs(x, y)]:
    """Blocks the gradient: its output is true or false."""
    z = np.equal.outer(x, y)


def not_equal_outer(x, y) -> bool[outer_pairs(x, y)]:
    """Blocks the gradient: its output is true or false."""
    z = np.not_equal.outer(x, y)


# The largest and the smallest entries up to each place.


def maximum_accumulate(x) -> along(x, 0):
    """Routes each gradient to the first of the largest entries up to its place."""
    z = np.maximum.accumulate(x)
    dx = take_along_axis_dx(dz, x, running_max_place(x), 0)


def maximum_accumulate_axis(x, axis: int) -> along(x, axis):
    """Routes each gradient to the first of the largest entries up to its place."""
    z = np.maximum.accumulate(x, axis=axis)
    dx = take_along_axis_dx(dz, x, running_max_place(x, axis), axis)


def minimum_accumulate(x) -> along(x, 0):
    """Routes each gradient to the first of the smallest entries up to its place."""
    z = np.minimum.accumulate(x)
    dx = take_along_axis_dx(dz, x, running_max_place(-x), 0)


def minimum_accumulate_axis(x, axis: int) -> along(x, axis):
    """Routes each gradient to the first of the smallest entries up to its place."""
    z = np.minimum.accumulate(x, axis=axis)
    dx = take_along_axis_dx(dz, x, running_max_place(-x, axis), axis)


def add_reduceat(x, i: tuple) -> sections(x, i):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.add.reduceat(x, i)
    dx = reduceat_dx(dz, x, i)


def add_reduceat_axis(x, i: tuple, axis: int) -> sections(x, i, axis):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.add.reduceat(x, i, axis=axis)
    dx = reduceat_dx(dz, x, i, axis)


def add_reduceat_array(x, i: "K int") -> taken(x, i, 0):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.add.reduceat(x, i)
    dx = reduceat_dx(dz, x, i)


def add_reduceat_array_axis(x, i: "K int", axis: int) -> taken(x, i, axis):
    """Gives every entry the gradient on the sum that it is part of."""
    z = np.add.reduceat(x, i, axis=axis)
    dx = reduceat_dx(dz, x, i, axis)


# Sums of exponentials: one after the other, which is all at once.


def logaddexp_reduce(x) -> reduced_array(x, 0):
    """Shares the gradient out by what each entry contributes to the sum of exponentials."""
    z = np.logaddexp.reduce(x)
    dx = np.exp(x - z) * dz


def logaddexp_reduce_axis(x, axis: int) -> reduced_array(x, axis):
    """Shares the gradient out by what each entry contributes to the sum of exponentials."""
    z = np.logaddexp.reduce(x, axis=axis)
    dx = np.exp(x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis)


def logaddexp_reduce_keep_first(x) -> reduced_array(x, 0, True):
    """Shares the gradient out by what each entry contributes to the sum of exponentials."""
    z = np.logaddexp.reduce(x, keepdims=True)
    dx = np.exp(x - z) * dz


def logaddexp_reduce_keep(x, axis: int) -> reduced_array(x, axis, True):
    """Shares the gradient out by what each entry contributes to the sum of exponentials."""
    z = np.logaddexp.reduce(x, axis=axis, keepdims=True)
    dx = np.exp(x - z) * dz
