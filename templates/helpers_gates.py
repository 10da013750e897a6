"""How the helpers differentiate, so that the output can be differentiated again."""

from __future__ import annotations

import numpy as np


def unbroadcast_gate(g, x) -> same(x):
    """Spreads the gradient where it summed, and sums it where it spread.

    view: g
    """
    z = unbroadcast(g, x)
    dx = 0
    dg = unbroadcast(dz, g)


def matmul_dx_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like x @ y
    """
    z = matmul_dx(g, x, y)
    dx = 0
    dg = dz @ y
    dy = matmul_dy(g, dz, y)


def matmul_dy_gate(g, x, y) -> same(y):
    """It is linear in g and x, and its transpose is the product itself.

    g: like x @ y
    """
    z = matmul_dy(g, x, y)
    dy = 0
    dg = x @ dz
    dx = matmul_dx(g, x, dz)


def dot_dx_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.dot(x, y)
    """
    z = dot_dx(g, x, y)
    dx = 0
    dg = np.dot(dz, y)
    dy = dot_dy(g, dz, y)


def dot_dy_gate(g, x, y) -> same(y):
    """It is linear in g and x, and its transpose is the product itself.

    g: like np.dot(x, y)
    """
    z = dot_dy(g, x, y)
    dy = 0
    dg = np.dot(x, dz)
    dx = dot_dx(g, x, dz)


def is_first_max_all_gate(x) -> bool[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = is_first_max(x)


def is_first_max_gate(x, axis: object) -> bool[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = is_first_max(x, axis)


def is_first_beyond_all_gate(x, start: float) -> bool[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = is_first_beyond(x, start)


def is_first_beyond_gate(x, start: float, axis: object) -> bool[same(x)]:
    """Blocks the gradient: its output is a step function."""
    z = is_first_beyond(x, start, axis)


def restore_axes_gate(g, axis: object) -> restored(g, axis):
    """Takes the axes away from the gradient again.

    axis: one of None, 0, -1, (0,), (0, 1)
    view: g
    """
    z = restore_axes(g, axis)
    dg = np.reshape(dz, np.shape(g))


def restore_axes_keep_gate(g, axis: object, keepdims: object) -> restored(g, axis, keepdims):
    """Takes the axes away from the gradient again.

    axis: one of None, 0, -1, (0,), (0, 1)
    view: g
    """
    z = restore_axes(g, axis, keepdims)
    dg = np.reshape(dz, np.shape(g))


def median_weights_all_gate(x) -> same(x):
    """Blocks the gradient: its output is a step function."""
    z = median_weights(x)


def median_weights_gate(x, axis: object) -> same(x):
    """Blocks the gradient: its output is a step function."""
    z = median_weights(x, axis)


def choose_dx_gate(g, i: "... int", x) -> same(x):
    """It is linear, and its transpose chooses the entries.

    domain: np.max(i) < np.shape(x)[0]
    g: like np.choose(i, x)
    """
    z = choose_dx(g, i, x)
    dg = np.choose(i, dz)
    dx = 0


def bessel_i_gate(x, n: int):
    """Scales the gradient by the mean of the functions of the orders beside it."""
    z = bessel_i(x, n)
    dx = ((bessel_i(x, n - 1) + bessel_i(x, n + 1)) / 2) * dz


def quantile_weights_all_gate(x, q: object) -> same(x):
    """Blocks the gradient: its output is a step function.

    q: one of 0.3, 0.5
    """
    z = quantile_weights(x, q)


def quantile_weights_gate(x, q: object, axis: object) -> same(x):
    """Blocks the gradient: its output is a step function.

    q: one of 0.3, 0.5
    """
    z = quantile_weights(x, q, axis)


def nanmean_weights_all_gate(x) -> same(x):
    """Blocks the gradient: its output is a step function."""
    z = nanmean_weights(x)


def nanmean_weights_gate(x, axis: object) -> same(x):
    """Blocks the gradient: its output is a step function."""
    z = nanmean_weights(x, axis)


def nanquantile_weights_all_gate(x, q: object) -> same(x):
    """Blocks the gradient: its output is a step function.

    q: one of 0.3, 0.5
    """
    z = nanquantile_weights(x, q)


def nanquantile_weights_gate(x, q: object, axis: object) -> same(x):
    """Blocks the gradient: its output is a step function.

    q: one of 0.3, 0.5
    """
    z = nanquantile_weights(x, q, axis)


def nanvar_slopes_all_gate(x) -> same(x):
    """Takes the mean away from the gradient, as from the entries: it is linear in what is there."""
    z = nanvar_slopes(x)
    dx = nanvar_slopes(np.where(np.isnan(x), np.nan, dz))


def nanvar_slopes_gate(x, axis: object) -> same(x):
    """Takes the mean away from the gradient, as from the entries: it is linear in what is there."""
    z = nanvar_slopes(x, axis)
    dx = nanvar_slopes(np.where(np.isnan(x), np.nan, dz), axis)


def nanvar_slopes_ddof_gate(x, axis: object, ddof: int) -> same(x):
    """Takes the mean away from the gradient, as from the entries: it is linear in what is there."""
    z = nanvar_slopes(x, axis, ddof)
    dx = nanvar_slopes(np.where(np.isnan(x), np.nan, dz), axis, ddof)


def products_of_others_all_gate(x) -> same(x):
    """Scales the gradients by the products of all but two entries."""
    z = products_of_others(x)
    dx = products_of_others_dx(dz, x)


def products_of_others_gate(x, axis: object) -> same(x):
    """Scales the gradients by the products of all but two entries."""
    z = products_of_others(x, axis)
    dx = products_of_others_dx(dz, x, axis)


def diff_dx_gate(g, x, n: int, axis: int) -> same(x):
    """It is linear, and its transpose is the difference itself.

    g: like np.diff(x, n, axis)
    domain: n > 0
    """
    z = diff_dx(g, x, n, axis)
    dg = np.diff(dz, n=n, axis=axis)
    dx = 0


def diff_dx_often_gate(g, x, n: int) -> same(x):
    """It is linear, and its transpose is the difference itself.

    g: like np.diff(x, n)
    domain: n > 0
    """
    z = diff_dx(g, x, n)
    dg = np.diff(dz, n=n)
    dx = 0


def diff_dx_once_gate(g, x) -> same(x):
    """It is linear, and its transpose is the difference itself.

    g: like np.diff(x)
    """
    z = diff_dx(g, x)
    dg = np.diff(dz)
    dx = 0


def undiff_gate(g, before: int, after: int) -> longer_by(g, before, after):
    """It is linear, and its transpose has the other ends free.

    domain: -1 < before < 2, -1 < after < 2, np.shape(g)[-1] > 0
    """
    z = undiff(g, before, after)
    dg = -undiff(dz, 1 - before, 1 - after)


def undiff_axis_gate(g, before: int, after: int, axis: int) -> longer_by(g, before, after, axis):
    """It is linear, and its transpose has the other ends free.

    domain: -1 < before < 2, -1 < after < 2, np.shape(g)[axis] > 0
    """
    z = undiff(g, before, after, axis)
    dg = -undiff(dz, 1 - before, 1 - after, axis)


def gradient_dx_last_gate(g, x, h: float) -> along(x, -1):
    """It is linear in g, and its transpose is the slope itself.

    g: like x
    domain: 1 < np.shape(x)[-1]
    """
    z = gradient_dx(g, x, h)
    dg = np.gradient(dz, h, axis=-1)
    dh = np.sum(-z / h * dz)
    dx = 0


def gradient_dx_unit_gate(g, x) -> along(x, -1):
    """It is linear, and its transpose is the slope itself.

    g: like x
    domain: 1 < np.shape(x)[-1]
    """
    z = gradient_dx(g, x)
    dg = np.gradient(dz, axis=-1)
    dx = 0


def gradient_dx_gate(g, x, h: float, axis: int) -> along(x, axis):
    """It is linear in g, and its transpose is the slope itself.

    g: like x
    domain: 1 < np.shape(x)[axis]
    """
    z = gradient_dx(g, x, h, axis)
    dg = np.gradient(dz, h, axis=axis)
    dh = np.sum(-z / h * dz)
    dx = 0


def gradient_dx_places_gate(g, x, t, axis: int) -> along(x, axis):
    """It is linear in g, and its transpose is the slope itself.

    g: like x
    domain: 0.1 < np.diff(t), np.ndim(t) == 1, np.shape(t)[0] == np.shape(x)[axis]
    refused: t
    """
    z = gradient_dx(g, x, t, axis)
    dg = np.gradient(dz, t, axis=axis)
    dx = 0


def gradient_dx_order_gate(g, x, h: float, axis: int, order: int) -> along(x, axis):
    """It is linear in g, and its transpose is the slope itself.

    g: like x
    order: one of 1, 2
    domain: 2 < np.shape(x)[axis]
    """
    z = gradient_dx(g, x, h, axis, order)
    dg = np.gradient(dz, h, axis=axis, edge_order=order)
    dh = np.sum(-z / h * dz)
    dx = 0


def trapezoid_weights_last_gate(y) -> weights_along(y, -1):
    """Takes the shape of its input and not its values: no gradient."""
    z = trapezoid_weights(y)


def trapezoid_weights_gate(y, axis: int) -> weights_along(y, axis):
    """Takes the shape of its input and not its values: no gradient."""
    z = trapezoid_weights(y, axis)


def polyder_gate(p) -> differences(p, 1, 0):
    """Scales the gradients as it scales the coefficients, and leaves none for the last."""
    z = polyder(p)
    dp = polyder_dp(dz)


def polyder_dp_gate(g) -> longer(g, 1, 0):
    """Scales the gradients as it scales its input."""
    z = polyder_dp(g)
    dg = polyder(dz)


def polyval_dp_gate(g, p, x) -> same(p):
    """It is linear in g, and its transpose is the polynomial itself.

    domain: 1 < np.shape(p)[0]
    g: like np.polyval(p, x)
    """
    z = polyval_dp(g, p, x)
    dg = np.polyval(dz, x)
    dp = 0
    dx = unbroadcast(np.polyval(polyder(dz), x) * g, x)


def take_dx_flat_gate(g, x, i: "... int") -> same(x):
    """It is linear, and its transpose takes the values from their places.

    g: like i
    """
    z = take_dx(g, x, i)
    dg = np.take(dz, i)
    dx = 0


def take_dx_one_gate(g, x, i: int, axis: int) -> same(x):
    """It is linear, and its transpose takes the values from their places.

    g: like np.take(x, i, axis)
    """
    z = take_dx(g, x, i, axis)
    dg = np.take(dz, i, axis=axis)
    dx = 0


def take_dx_many_gate(g, x, i: "... int", axis: int) -> same(x):
    """It is linear, and its transpose takes the values from their places.

    g: like np.take(x, i, axis)
    """
    z = take_dx(g, x, i, axis)
    dg = np.take(dz, i, axis=axis)
    dx = 0


def written_once_gate(g, index: object) -> part(g, index):
    """Puts the gradient back where the values came from.

    index: one of 0, 1, -1
    """
    z = written_once(g, index)
    dg = put_at(dz, g, index)


def put_at_gate(g, x, index: object) -> same(x):
    """It is linear, and its transpose takes the values from their places.

    index: one of 0, 1, -1
    g: like x[index]
    """
    z = put_at(g, x, index)
    dg = dz[index]
    dx = 0


def insert_places_flat_gate(g, x, i: object) -> int[steps()]:
    """Blocks the gradient: its output are places.

    g: like np.insert(x, i, 0)
    i: one of 1, -1, [0, 2]
    """
    z = insert_places(g, x, i)


def insert_places_gate(g, x, i: object, axis: int) -> int[steps()]:
    """Blocks the gradient: its output are places.

    g: like np.insert(x, i, 0, axis)
    i: one of 1, -1, [0, 2]
    """
    z = insert_places(g, x, i, axis)


def insert_dx_flat_gate(g, x, i: object) -> same(x):
    """It is linear, and its transpose puts zeros in.

    g: like np.insert(x, i, 0)
    i: one of 1, -1, [0, 2]
    """
    z = insert_dx(g, x, i)
    dg = take_dx(np.ravel(dz), g, np.flatnonzero(insert_places(g, x, i) >= 0))
    dx = 0


def insert_dx_gate(g, x, i: object, axis: int) -> same(x):
    """It is linear, and its transpose puts zeros in.

    g: like np.insert(x, i, 0, axis)
    i: one of 1, -1, [0, 2]
    """
    z = insert_dx(g, x, i, axis)
    dg = take_dx(dz, g, np.flatnonzero(insert_places(g, x, i, axis) >= 0), axis)
    dx = 0


def insert_dv_flat_gate(g, x, i: object, v) -> same(v):
    """It is linear, and its transpose puts the entries between zeros.

    g: like np.insert(x, i, v)
    i: one of 1, -1, [0, 2]
    """
    z = insert_dv(g, x, i, v)
    dg = np.insert(1.0 * np.zeros_like(insert_dx(g, x, i)), i, dz)
    dx = 0
    dv = 0


def insert_dv_gate(g, x, i: object, v, axis: int) -> same(v):
    """It is linear, and its transpose puts the entries between zeros.

    g: like np.insert(x, i, v, axis)
    i: one of 1, -1, [0, 2]
    """
    z = insert_dv(g, x, i, v, axis)
    dg = np.insert(1.0 * np.zeros_like(insert_dx(g, x, i, axis)), i, dz, axis=axis)
    dx = 0
    dv = 0


def delete_dx_flat_gate(g, x, i: object) -> same(x):
    """It is linear, and its transpose leaves entries out.

    g: like np.delete(x, i)
    i: one of 1, -1, [0, 2]
    """
    z = delete_dx(g, x, i)
    dg = np.delete(dz, i)
    dx = 0


def delete_dx_gate(g, x, i: object, axis: int) -> same(x):
    """It is linear, and its transpose leaves entries out.

    g: like np.delete(x, i, axis)
    i: one of 1, -1, [0, 2]
    """
    z = delete_dx(g, x, i, axis)
    dg = np.delete(dz, i, axis=axis)
    dx = 0


def take_along_axis_dx_gate(g, x, i: "... int", axis: int) -> same(x):
    """It is linear, and its transpose takes the values from their places.

    i: like np.argsort(x, axis)
    g: like x
    """
    z = take_along_axis_dx(g, x, i, axis)
    dg = np.take_along_axis(dz, i, axis)
    dx = 0


def reduceat_dx_gate(g, x, i: tuple) -> same(x):
    """It is linear, and its transpose adds up what lies between the places.

    g: like np.add.reduceat(x, i)
    """
    z = reduceat_dx(g, x, i)
    dg = np.add.reduceat(dz, i)
    dx = 0


def reduceat_dx_axis_gate(g, x, i: tuple, axis: int) -> same(x):
    """It is linear, and its transpose adds up what lies between the places.

    g: like np.add.reduceat(x, i, axis=axis)
    """
    z = reduceat_dx(g, x, i, axis)
    dg = np.add.reduceat(dz, i, axis=axis)
    dx = 0


def reduceat_dx_array_gate(g, x, i: "K int") -> same(x):
    """It is linear, and its transpose adds up what lies between the places.

    domain: np.max(i) < np.shape(x)[0]
    g: like np.add.reduceat(x, i)
    """
    z = reduceat_dx(g, x, i)
    dg = np.add.reduceat(dz, i)
    dx = 0


def reduceat_dx_array_axis_gate(g, x, i: "K int", axis: int) -> same(x):
    """It is linear, and its transpose adds up what lies between the places.

    domain: np.max(i) < np.shape(x)[axis]
    g: like np.add.reduceat(x, i, axis=axis)
    """
    z = reduceat_dx(g, x, i, axis)
    dg = np.add.reduceat(dz, i, axis=axis)
    dx = 0


def running_max_place_first_gate(x) -> int[along(x, 0)]:
    """Blocks the gradient: its output are places."""
    z = running_max_place(x)


def running_max_place_gate(x, axis: int) -> int[along(x, axis)]:
    """Blocks the gradient: its output are places."""
    z = running_max_place(x, axis)


def sum_behind_gate(g, x) -> same(x):
    """Spreads the gradient over the axes that were summed.

    g: like np.add.outer(x, np.ones(2))
    """
    z = sum_behind(g, x)
    dg = np.broadcast_to(
        np.reshape(dz, np.shape(dz) + (1,) * (np.ndim(g) - np.ndim(x))), np.shape(g)
    )
    dx = 0


def digamma_gate(x: float):
    """Scales the gradient by the trigamma function."""
    z = digamma(x)
    dx = trigamma(x) * dz


def untranspose_gate(g, axes: tuple) -> untransposed(g, axes):
    """Transposes the gradient once more.

    view: g
    """
    z = untranspose(g, axes)
    dg = np.transpose(dz, axes)


def tile_dx_gate(g, x, reps: int | tuple) -> same(x):
    """It is linear, and its transpose makes the copies.

    g: like np.tile(x, reps)
    domain: 0 <= np.min(reps)
    """
    z = tile_dx(g, x, reps)
    dg = np.tile(dz, reps)
    dx = 0


def repeat_dx_counts_gate(g, x, n: "... int", axis: int) -> same(x):
    """It is linear, and its transpose makes the copies.

    g: like np.repeat(x, n, axis)
    """
    z = repeat_dx(g, x, n, axis)
    dg = np.repeat(dz, n, axis=axis)
    dx = 0


def repeat_dx_gate(g, x, n: int, axis: int) -> same(x):
    """It is linear, and its transpose makes the copies.

    g: like np.repeat(x, n, axis)
    """
    z = repeat_dx(g, x, n, axis)
    dg = np.repeat(dz, n, axis=axis)
    dx = 0


def unpad_gate(g, x, width: int | tuple) -> same(x):
    """It is linear, and its transpose adds a border of zeros.

    g: like np.pad(x, width)
    view: g
    """
    z = unpad(g, x, width)
    dg = np.pad(dz, width)
    dx = 0


def pad_dx_gate(g, x, width: int | tuple, mode: str) -> same(x):
    """It is linear, and its transpose copies the border.

    g: like np.pad(x, width, mode)
    mode: one of "edge", "reflect", "symmetric", "wrap"
    """
    z = pad_dx(g, x, width, mode)
    dg = np.pad(dz, width, mode=mode)
    dx = 0


def interp_slope_gate(x, xp, fp) -> same(x):
    """It is a step function of x.

    domain: -1.2 < x < 1.2, -2 < xp < 2, np.min(np.diff(xp)) > 0.1, np.ndim(fp) == 1
    refused: xp, fp
    """
    z = interp_slope(x, xp, fp)
    dx = 0


def interp_dfp_gate(g, x, xp) -> same(xp):
    """It is linear in g, and its transpose is the interpolation itself.

    domain: -1.2 < x < 1.2, -2 < xp < 2, np.min(np.diff(xp)) > 0.1
    g: like x
    refused: x, xp
    """
    z = interp_dfp(g, x, xp)
    dg = np.interp(x, xp, dz)


def zeros_of_gate(x) -> same(x):
    """Blocks the gradient: its output is 0."""
    z = zeros_of(x)


def added_gate(x, more) -> same(x):
    """Gives both gradients that on their sum.

    more: like x
    """
    z = added(x, more)
    dx = dz
    dmore = dz


def tensordot_dx_gate(g, x, y, axes: int | tuple) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.tensordot(x, y, axes)
    """
    z = tensordot_dx(g, x, y, axes)
    dg = np.tensordot(dz, y, axes=axes)
    dx = 0
    dy = tensordot_dy(g, dz, y, axes)


def tensordot_dy_gate(g, x, y, axes: int | tuple) -> same(y):
    """It is linear in g and x, and its transpose is the product itself.

    g: like np.tensordot(x, y, axes)
    """
    z = tensordot_dy(g, x, y, axes)
    dg = np.tensordot(x, dz, axes=axes)
    dx = tensordot_dx(g, x, dz, axes)
    dy = 0


def vecdot_dx_gate(g, x, y, axis: int) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.vecdot(x, y, axis=axis)
    needs: NumPy 2
    """
    z = vecdot_dx(g, x, y, axis)
    dx = 0
    dg = np.vecdot(dz, y, axis=axis)
    dy = vecdot_dx(g, y, dz, axis)


def cross_dx_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.cross(x, y)
    """
    z = cross_dx(g, x, y)
    dx = 0
    dg = np.cross(dz, y)
    dy = -cross_dx(g, y, dz)


def cross_dx_axis_gate(g, x, y, axis: int) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.cross(x, y, axis=axis)
    """
    z = cross_dx(g, x, y, axis)
    dx = 0
    dg = np.cross(dz, y, axis=axis)
    dy = -cross_dx(g, y, dz, axis)


def kron_dx_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.kron(x, y)
    """
    z = kron_dx(g, x, y)
    dg = np.kron(dz, y)
    dx = 0
    dy = kron_dy(g, dz, y)


def kron_dy_gate(g, x, y) -> same(y):
    """It is linear in g and x, and its transpose is the product itself.

    g: like np.kron(x, y)
    """
    z = kron_dy(g, x, y)
    dg = np.kron(x, dz)
    dx = kron_dx(g, x, dz)
    dy = 0


def convolve_dx_full_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the convolution itself.

    g: like np.convolve(x, y)
    """
    z = convolve_dx(g, x, y)
    dg = np.convolve(dz, y)
    dx = 0
    dy = convolve_dx(g, y, dz)


def convolve_dx_gate(g, x, y, mode: str) -> same(x):
    """It is linear in g and y, and its transpose is the convolution itself.

    g: like np.convolve(x, y, mode)
    mode: one of "full", "same", "valid"
    """
    z = convolve_dx(g, x, y, mode)
    dg = np.convolve(dz, y, mode)
    dx = 0
    dy = convolve_dx(g, y, dz, mode)


def correlate_dx_gate(g, x, y, mode: str) -> same(x):
    """It is linear in g and y, and its transpose is the correlation itself.

    g: like np.correlate(x, y, mode)
    mode: one of "full", "same", "valid"
    """
    z = correlate_dx(g, x, y, mode)
    dg = np.correlate(dz, y, mode)
    dx = 0
    dy = correlate_dy(g, dz, y, mode)


def correlate_dy_gate(g, x, y, mode: str) -> same(y):
    """It is linear in g and x, and its transpose is the correlation itself.

    g: like np.correlate(x, y, mode)
    mode: one of "full", "same", "valid"
    """
    z = correlate_dy(g, x, y, mode)
    dg = np.correlate(x, dz, mode)
    dx = correlate_dx(g, x, dz, mode)
    dy = 0


def as_columns_gate(x, a, b) -> columns(x, a, b):
    """Takes the axis away from the gradient again.

    domain: np.ndim(x) >= np.ndim(b), np.ndim(a) > 1
    view: x
    """
    z = as_columns(x, a, b)
    dx = from_columns(dz, a, b)
    da = 0
    db = 0


def from_columns_gate(x, a, b) -> from_columns(x, a, b):
    """Gives the gradient the axis again.

    domain: np.ndim(a) > 1
    x: like as_columns(b, a, b)
    view: x
    """
    z = from_columns(x, a, b)
    dx = as_columns(dz, a, b)
    da = 0
    db = 0


def solve_da_gate(g, a, b, y) -> same(a):
    """It is linear in g and y, and solves once more.

    a: invertible
    g: like np.linalg.solve(a + np.eye(a.shape[-1]), b)
    y: like np.linalg.solve(a + np.eye(a.shape[-1]), b)
    """
    z = solve_da(g, a, b, y)
    dg = -from_columns(np.linalg.solve(a, dz @ as_columns(y, a, b)), a, b)
    da = -solve_da(g, a, b, from_columns(np.linalg.solve(a, dz @ as_columns(y, a, b)), a, b))
    db = 0
    dy = from_columns(
        -np.swapaxes(dz, -1, -2) @ np.linalg.solve(np.swapaxes(a, -1, -2), as_columns(g, a, b)), a, b
    )


def solve_db_gate(g, a, b) -> same(b):
    """It is linear in g, and its transpose solves the system itself.

    a: invertible
    g: like np.linalg.solve(a + np.eye(a.shape[-1]), b)
    """
    z = solve_db(g, a, b)
    dg = np.linalg.solve(a, dz)
    da = solve_da(g, a, dz, np.linalg.solve(a, dz))
    db = 0


def as_column_gate(x, b) -> as_column(x, b):
    """Takes the axis away from the gradient again.

    domain: np.ndim(x) >= np.ndim(b), np.ndim(x) > 0
    view: x
    """
    z = as_column(x, b)
    dx = from_column(dz, b)
    db = 0


def from_column_gate(x, b) -> from_column(x, b):
    """Gives the gradient the axis again.

    x: like as_column(b, b)
    view: x
    """
    z = from_column(x, b)
    dx = as_column(dz, b)
    db = 0


def plus_transposed_gate(x) -> square(x):
    """It is linear, and its own transpose."""
    z = plus_transposed(x)
    dx = plus_transposed(dz)


def in_direction_gate(x, g) -> doubled(x):
    """Gives the matrix the gradients on the diagonal, added up, and the direction that above it.

    g: like x
    domain: np.ndim(x) > 1
    """
    z = in_direction(x, g)
    dx = dz[..., : x.shape[-2], : x.shape[-1]] + dz[..., x.shape[-2] :, x.shape[-1] :]
    dg = dz[..., : x.shape[-2], x.shape[-1] :]


def uncropped_gate(g, x, y, mode: str) -> slid(x, y):
    """It is linear, and its transpose takes the values from their places.

    domain: np.ndim(x) == np.ndim(y), np.ndim(x) > 0
    g: like cropped(np.zeros(np.add(np.shape(x), np.shape(y)) - 1), x, y, mode)
    mode: one of "full", "same", "valid"
    """
    z = uncropped(g, x, y, mode)
    dg = cropped(dz, x, y, mode)
    dx = 0
    dy = 0


def uncropped_late_gate(g, x, y, mode: str, late: int) -> slid(x, y):
    """It is linear, and its transpose takes the values from their places.

    domain: np.ndim(x) == np.ndim(y), np.ndim(x) > 0
    g: like cropped(np.zeros(np.add(np.shape(x), np.shape(y)) - 1), x, y, mode)
    mode: one of "full", "same", "valid"
    late: one of 0, 1
    """
    z = uncropped(g, x, y, mode, late)
    dg = cropped(dz, x, y, mode, late)
    dx = 0
    dy = 0


def cropped_gate(g, x, y, mode: str) -> slid(x, y, mode):
    """It is linear, and its transpose puts zeros around the gradient.

    domain: np.ndim(x) == np.ndim(y), np.ndim(x) > 0
    g: like np.zeros(np.add(np.shape(x), np.shape(y)) - 1)
    mode: one of "full", "same", "valid"
    view: g
    """
    z = cropped(g, x, y, mode)
    dg = uncropped(dz, x, y, mode)
    dx = 0
    dy = 0


def cropped_late_gate(g, x, y, mode: str, late: int) -> slid(x, y, mode):
    """It is linear, and its transpose puts zeros around the gradient.

    domain: np.ndim(x) == np.ndim(y), np.ndim(x) > 0
    g: like np.zeros(np.add(np.shape(x), np.shape(y)) - 1)
    mode: one of "full", "same", "valid"
    late: one of 0, 1
    view: g
    """
    z = cropped(g, x, y, mode, late)
    dg = uncropped(dz, x, y, mode, late)
    dx = 0
    dy = 0


def half_tril_gate(x) -> square(x):
    """It is linear, and its own transpose."""
    z = half_tril(x)
    dx = half_tril(dz)


def fold_tril_gate(x) -> square(x):
    """Gives both triangles the gradient on the lower one."""
    z = fold_tril(x)
    dx = np.tril(dz) + np.swapaxes(np.tril(dz, -1), -1, -2)


def inner_dx_gate(g, x, y) -> same(x):
    """It is linear in g and y, and its transpose is the product itself.

    g: like np.inner(x, y)
    """
    z = inner_dx(g, x, y)
    dg = np.inner(dz, y)
    dx = 0
    dy = inner_dy(g, dz, y)


def inner_dy_gate(g, x, y) -> same(y):
    """It is linear in g and x, and its transpose is the product itself.

    g: like np.inner(x, y)
    """
    z = inner_dy(g, x, y)
    dg = np.inner(x, dz)
    dx = inner_dx(g, x, dz)
    dy = 0


def rollaxis_dx_gate(g, axis: int, start: int) -> rolled_back(g, axis, start):
    """Moves the gradient's axis once more.

    domain: 0 <= axis < np.ndim(g), 0 <= start <= np.ndim(g)
    view: g
    """
    z = rollaxis_dx(g, axis, start)
    dg = np.rollaxis(dz, axis, start)


def pad_border_dx_gate(g, x, width: int | tuple, mode: str) -> same(x):
    """It is linear, and its transpose makes the border.

    domain: np.size(x) > 0
    g: like np.pad(x, width)
    mode: one of "mean", "linear_ramp"
    """
    z = pad_border_dx(g, x, width, mode)
    dg = np.pad(dz, width, mode=mode)
    dx = 0


def inverse_gaps_gate(x) -> paired(x):
    """Gives both entries of a gap the gradient times the square of the output, with opposite signs."""
    z = inverse_gaps(x)
    dx = np.sum(z**2 * dz, axis=-1) - np.sum(z**2 * dz, axis=-2)


def mirror_tril_gate(x) -> square(x):
    """Gives the lower triangle the gradients on both."""
    z = mirror_tril(x)
    dx = fold_tril(dz)


def fold_triu_gate(x) -> square(x):
    """Gives both triangles the gradient on the upper one."""
    z = fold_triu(x)
    dx = np.triu(dz) + np.swapaxes(np.triu(dz, 1), -1, -2)


def resized_gate(g, shape: tuple, axes: tuple) -> resized(g, shape, axes):
    """Fills the gradient up, or cuts it off, to the old sizes.

    holomorphic: g
    shape: one of (2, 4), (3, 2), (4, 4)
    axes: one of (0,), (-1,), (0, 1)
    """
    z = resized(g, shape, axes)
    dg = resized(dz, g.shape, axes)


def irfft_dx_gate(g, n: int, axis: int = -1, norm: str = "backward") -> complex[transformed(g, n, axis)]:
    """Transforms the gradient back.

    domain: n > 0
    norm: one of "backward", "ortho", "forward"
    """
    z = irfft_dx(g, n, axis=axis, norm=norm)
    dg = np.fft.irfft(dz, n=g.shape[axis], axis=axis, norm=opposite(norm))


def rfftn_dx_gate(g, shape: tuple, s: tuple, axes: tuple, norm: str = "backward") -> float[filled(shape)]:
    """Transforms the gradient forth.

    holomorphic: g
    g: like np.fft.rfftn(np.ones(shape), s, axes)
    shape: one of (2, 3), (3, 2)
    s: one of (2, 3), (4, 2)
    axes: one of (0, 1), (1, 0), (-2, -1)
    norm: one of "backward", "ortho", "forward"
    """
    z = rfftn_dx(g, shape, s, axes, norm=norm)
    dg = np.fft.rfftn(dz, s=s, axes=axes, norm=opposite(norm))


def rfftn_dx_axes_gate(g, shape: tuple, axes: tuple, norm: str = "backward") -> float[filled(shape)]:
    """Transforms the gradient forth.

    holomorphic: g
    g: like np.fft.rfftn(np.ones(shape), axes=axes)
    shape: one of (2, 3), (3, 2)
    axes: one of (0, 1), (1, 0), (0,)
    norm: one of "backward", "ortho", "forward"
    """
    z = rfftn_dx(g, shape, axes=axes, norm=norm)
    dg = np.fft.rfftn(dz, axes=axes, norm=opposite(norm))


def rfftn_dx_all_gate(g, shape: tuple, norm: str = "backward") -> float[filled(shape)]:
    """Transforms the gradient forth.

    holomorphic: g
    g: like np.fft.rfftn(np.ones(shape))
    shape: one of (2, 3), (3, 2, 4)
    norm: one of "backward", "ortho", "forward"
    """
    z = rfftn_dx(g, shape, norm=norm)
    dg = np.fft.rfftn(dz, norm=opposite(norm))


def part_of_gate(g, join: object, i: int, *x) -> one_of_several(i, *x):
    """It is linear, and its transpose puts the part in its place.

    join: one of np.hstack, np.vstack, np.column_stack, np.dstack
    i: one of 0, 1
    g: like join([*x])
    """
    z = part_of(g, join, i, *x)
    dg = put_part(dz, join, i, *x)
    dx[k] = 0


def diagonal_dx_gate(g, x, k: int = 0, i: int = 0, j: int = 1) -> same(x):
    """It is linear, and its transpose takes the diagonal.

    g: like np.diagonal(x, k, i, j)
    """
    z = diagonal_dx(g, x, offset=k, axis1=i, axis2=j)
    dg = np.diagonal(dz, offset=k, axis1=i, axis2=j)
    dx = 0


def trace_dx_gate(g, x, k: int = 0, i: int = 0, j: int = 1) -> same(x):
    """It is linear, and its transpose is the trace.

    g: like np.trace(x, k, i, j)
    """
    z = trace_dx(g, x, offset=k, axis1=i, axis2=j)
    dg = np.trace(dz, offset=k, axis1=i, axis2=j)
    dx = 0


def diag_dx_gate(g, x, k: int = 0) -> same(x):
    """It is linear, and its transpose is the diagonal.

    g: like np.diag(x, k)
    view: g
    """
    z = diag_dx(g, x, k=k)
    dg = np.diag(dz, k=k)
    dx = 0
