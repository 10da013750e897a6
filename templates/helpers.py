"""Functions that the output may use. Each is copied into it, as it stands, where it is used."""

from __future__ import annotations

import math

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


def dot_dx(dz, x, y):
    """The gradient on x of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(y * dz, x)
    if np.ndim(y) == 1:
        return np.expand_dims(dz, -1) * y
    n = np.ndim(y) - 1  # what z has of y: all its axes but the last but one
    return np.tensordot(dz, np.moveaxis(y, -2, -1 - n), ([*range(-n, 0)], [*range(-n, 0)]))


def dot_dy(dz, x, y):
    """The gradient on y of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(x * dz, y)
    n = np.ndim(x) - 1  # what z has of x: all its axes but the last
    dy = np.tensordot(x, dz, ([*range(n)], [*range(n)]))
    return dy if np.ndim(y) == 1 else np.moveaxis(dy, 0, -2)


def restore_axes(g, axis, keepdims=False):
    """g with size 1 in the place of each axis that a reduction took away."""
    return g if keepdims or axis is None else np.expand_dims(g, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def is_first_max(x, axis=None):
    """True where np.max(x, axis) has its value from, the first on a tie; else False."""
    rows = rows_of(x, axis)
    first = np.arange(rows.shape[-1]) == np.argmax(rows, axis=-1)[..., None]
    return from_rows(first, x, axis)


def is_first_beyond(x, start, axis=None):
    """True where np.max(x, axis, initial=start) has its value from, if it is in x."""
    return (x > start) & is_first_max(x, axis) if np.size(x) else np.zeros(np.shape(x), bool)


def median_weights(x, axis=None):
    """What each entry adds to np.median(x, axis): 1 or 0, or 0.5 for each of two."""
    rows = rows_of(x, axis)
    rank = np.argsort(np.argsort(rows, axis=-1), axis=-1)
    n = rows.shape[-1]
    weights = np.where(rank == n // 2, 0.5, 0) + np.where(rank == (n - 1) // 2, 0.5, 0)
    return from_rows(weights.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def quantile_weights(x, q, axis=None):
    """What entries add to np.quantile(x, q, axis): a share of 1 for two neighbours."""
    rows = rows_of(x, axis)
    rank = np.argsort(np.argsort(rows, axis=-1), axis=-1)
    weights = np.maximum(1 - np.absolute(rank - q * (rows.shape[-1] - 1)), 0)
    return from_rows(weights.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def quantiles_dx(dz, x, q, axis=None):
    """The gradient on x of z = np.quantile(x, q, axis), for one q or several."""
    dz = np.reshape(dz, (np.size(q), *np.shape(dz)[np.ndim(q) :]))
    parts = (
        quantile_weights(x, p, axis) * restore_axes(g, axis) for p, g in zip(np.ravel(q), dz)
    )
    return sum(parts)


def nanmean_weights(x, axis=None):
    """What each entry adds to np.nanmean(x, axis): one over their number, 0 for nan."""
    rows = rows_of(x, axis)
    there = ~np.isnan(rows)
    weights = there / np.sum(there, axis=-1, keepdims=True)
    return from_rows(weights.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def nanvar_slopes(x, axis=None, ddof=0):
    """How np.nanvar(x, axis, ddof=ddof) grows with each entry; 0 for nan."""
    rows = rows_of(x, axis)
    there = ~np.isnan(rows)
    away = np.where(there, rows - np.nanmean(rows, axis=-1, keepdims=True), 0)
    slopes = 2 * away / (np.sum(there, axis=-1, keepdims=True) - ddof)
    return from_rows(slopes.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def nanquantile_weights(x, q, axis=None):
    """What each entry contributes to np.nanquantile(x, q, axis); 0 for nan."""
    rows = rows_of(x, axis)
    there = ~np.isnan(rows)
    rank = np.argsort(np.argsort(rows, axis=-1), axis=-1)  # nan comes last
    place = q * (np.sum(there, axis=-1, keepdims=True) - 1)
    weights = there * np.maximum(1 - np.absolute(rank - place), 0)
    return from_rows(weights.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def choose_dx(dz, i, x):
    """The gradient on x of z = np.choose(i, x)."""
    return np.stack([unbroadcast((i == k) * dz, x[k]) for k in range(len(x))])


def bessel_i(x, n):
    """The modified Bessel function of order n: the mean of exp(x cos(t)) cos(n t)."""
    t = (np.arange(64) + 0.5) * (np.pi / 128)  # enough of them where exp(x) is no overflow
    x = np.expand_dims(x, -1)
    cos_t, cos_nt = np.array([np.cos(t), np.cos(n * t)], np.result_type(x.dtype, np.float16))
    part = np.sinh if n % 2 else np.cosh  # t and pi - t together
    return np.mean(part(x * cos_t) * cos_nt, axis=-1)


def products_of_others(x, axis=None):
    """For each entry the product of all others that np.prod(x, axis) takes."""
    rows = rows_of(x, axis)
    one = np.ones_like(rows[..., :1])
    before = np.cumprod(np.concatenate([one, rows[..., :-1]], axis=-1), axis=-1)
    behind = np.cumprod(np.concatenate([one, rows[..., :0:-1]], axis=-1), axis=-1)
    return from_rows(before * behind[..., ::-1], x, axis)


def products_of_others_dx(dz, x, axis=None):
    """The gradient on x of z = products_of_others(x, axis)."""
    rows = rows_of(x, axis)
    same = np.eye(rows.shape[-1], dtype=bool)
    pairs = products_of_others(np.where(same, 1, rows[..., None, :]), -1)
    dx = rows_of(dz, axis)[..., None, :] @ np.where(same, 0, pairs)
    return from_rows(dx[..., 0, :], x, axis)


def cumprod_dx(dz, x, axis=0):
    """The gradient on x of z = np.cumprod(x, axis), also where entries are zero."""
    rows = np.moveaxis(x, axis, -1)
    same = np.eye(rows.shape[-1], dtype=bool)
    # its k-th row are the products without x[k]
    without = np.cumprod(np.where(same, 1, rows[..., None, :]), axis=-1)
    dx = np.triu(without) @ np.moveaxis(dz, axis, -1)[..., None]
    return np.moveaxis(dx[..., 0], -1, axis)


def diff_dx(dz, x, n=1, axis=-1):
    """The gradient on x of z = np.diff(x, n, axis)."""
    if dz.size == 0:
        return np.zeros(x.shape, dz.dtype)
    border = [(int(i == axis % x.ndim),) * 2 for i in range(x.ndim)]
    for _ in range(n):
        dz = -np.diff(np.pad(dz, border), axis=axis)
    return dz


def undiff(dz, before, after, axis=-1):
    """The gradient on x of np.diff(x, axis=axis); `before` and `after` are its ends."""
    ends = [(0, 0)] * dz.ndim
    border = [*ends[: axis % dz.ndim], (before, after), *ends[axis % dz.ndim + 1 :]]
    return -np.diff(np.pad(dz, border), axis=axis)


def gradient_dx(dz, x, spacing=1, axis=-1, edge_order=1):
    """The gradient on x of np.gradient(x, spacing, axis=axis, edge_order=order)."""
    g = np.moveaxis(dz, axis, -1)
    n = g.shape[-1]
    step = np.diff(spacing) if np.ndim(spacing) else np.full(n - 1, spacing)
    step = step.astype(g.dtype)
    # each slope is a mean of the slopes of the steps beside it, weighed by the other step
    weight = step[:-1] / (step[:-1] + step[1:])
    dslope = np.zeros((*g.shape[:-1], n - 1), g.dtype)
    dslope[..., :-1] += (1 - weight) * g[..., 1:-1]
    dslope[..., 1:] += weight * g[..., 1:-1]
    dslope[..., 0] += g[..., 0]
    dslope[..., -1] += g[..., -1]
    if edge_order == 2:
        first, last = weight[0] * g[..., 0], (1 - weight[-1]) * g[..., -1]
        dslope[..., 0] += first
        dslope[..., 1] -= first
        dslope[..., -1] += last
        dslope[..., -2] -= last
    return np.moveaxis(undiff(dslope / step, 1, 1), -1, axis)


def trapezoid_weights(y, axis=-1):
    """What each value adds to np.trapezoid(y, axis=axis): 1, and half at either end."""
    place = np.arange(y.shape[axis])
    ends = (place == 0) / 2 + (place == len(place) - 1) / 2
    weights = (1 - ends).astype(np.result_type(y.dtype, np.float16))
    return np.reshape(weights, [-1 if n == axis % y.ndim else 1 for n in range(y.ndim)])


def trapezoid_steps(y, t, axis=-1):
    """The steps that np.trapezoid(y, t, axis=axis) multiplies mean values by."""
    if np.ndim(t) > 1:
        return np.diff(t, axis=axis)
    return np.reshape(np.diff(t), [-1 if n == axis % y.ndim else 1 for n in range(y.ndim)])


def trapezoid_dy(dz, y, t, axis=-1):
    """The gradient on y of z = np.trapezoid(y, t, axis=axis)."""
    g = np.moveaxis(trapezoid_steps(y, t, axis) * np.expand_dims(dz / 2, axis), axis, -1)
    end = np.zeros_like(g[..., :1])
    dy = np.concatenate([g, end], axis=-1) + np.concatenate([end, g], axis=-1)
    return unbroadcast(np.moveaxis(dy, -1, axis), y)


def trapezoid_dt(dz, y, t, axis=-1):
    """The gradient on t of z = np.trapezoid(y, t, axis=axis)."""
    y = np.moveaxis(y, axis, -1)
    mean = np.moveaxis((y[..., :-1] + y[..., 1:]) / 2, -1, axis)
    g = undiff(mean * np.expand_dims(dz, axis), 1, 1, axis)
    if np.ndim(t) > 1:
        return unbroadcast(g, t)
    return np.sum(g, axis=tuple(i for i in range(g.ndim) if i != axis % g.ndim))


def polyder(p):
    """The coefficients of the slope of the polynomial with coefficients p."""
    powers = np.arange(len(p) - 1, 0, -1).astype(p.dtype)
    return p[:-1] * np.reshape(powers, (-1,) + (1,) * (p.ndim - 1))


def polyder_dp(dz):
    """The gradient on p of z = polyder(p)."""
    powers = np.arange(len(dz), -1, -1).astype(dz.dtype)
    zero = np.zeros((1, *dz.shape[1:]), dz.dtype)
    return np.concatenate([dz, zero]) * np.reshape(powers, (-1,) + (1,) * (dz.ndim - 1))


def polyval_dp(dz, p, x):
    """The gradient on p of z = np.polyval(p, x)."""
    powers = range(len(p) - 1, -1, -1)
    dp = np.stack([unbroadcast(x**k * dz, c) for k, c in zip(powers, p)])
    return dp.astype(np.asarray(dz).dtype)


def vander_dx(dz, x):
    """The gradient on x of z = np.vander(x, dz.shape[1])."""
    k = np.arange(dz.shape[1] - 1, -1, -1)
    slopes = k.astype(dz.dtype) * np.power(x[:, None], np.maximum(k - 1, 0))
    return np.sum(slopes * dz, axis=1)


def polyfit_dy(dz, x):
    """The gradient on y of z = np.polyfit(x, y, n)."""
    if len(x) < len(dz):
        raise ValueError("fewer points than coefficients: which polynomial is not said")
    return np.linalg.pinv(np.vander(x, len(dz))).T @ dz


def polyfit_dx(dz, x, y, z):
    """The gradient on x of z = np.polyfit(x, y, n)."""
    dy, dz, y, z = (np.reshape(a, (len(a), -1)) for a in (polyfit_dy(dz, x), dz, y, z))
    powers = np.vander(x, len(z))
    return vander_dx((y - powers @ z) @ (np.linalg.pinv(powers) @ dy).T - dy @ z.T, x)


def take_dx(dz, x, indices, axis=None):
    """The gradient on x of np.take(x, indices, axis), added up where one repeats."""
    dx = np.zeros(np.shape(x), np.asarray(dz).dtype)
    rows = dx.reshape(-1) if axis is None else np.moveaxis(dx, axis, 0)
    ends = np.arange(np.ndim(indices))
    np.add.at(
        rows,
        indices,
        dz if axis is None else np.moveaxis(dz, ends + axis % np.ndim(x), ends),
    )
    return dx


def written_once(g, index):
    """g[index], the gradient on y of z[index] = y, if no entry is written twice."""
    count = np.zeros(np.shape(g), int)
    np.add.at(count, index, 1)
    if np.any(count > 1):
        raise ValueError("an entry is written twice, and so the gradient is not defined")
    return 1 * g[index]


def put_at(g, x, index):
    """Zeros of the shape of x, and g added at an index."""
    z = np.zeros(np.shape(x), np.asarray(g).dtype)
    np.add.at(z, index, g)
    return z


def take_along_axis_dx(dz, x, indices, axis):
    """The gradient on x of z = np.take_along_axis(x, indices, axis)."""
    dx = np.zeros(np.shape(x), dz.dtype)
    places = list(np.indices(dz.shape, sparse=True))
    places[axis] = indices
    np.add.at(
        dx,
        tuple(
            i if n > 1 or k == axis % dx.ndim else 0
            for k, (i, n) in enumerate(zip(places, dx.shape))
        ),
        dz,
    )
    return dx


def reduceat_dx(dz, x, places, axis=0):
    """The gradient on x of z = np.add.reduceat(x, places, axis)."""
    dx = np.zeros(x.shape, dz.dtype)
    rows = np.moveaxis(dx, axis, 0)
    ends = [*places[1:], len(rows)]
    for start, end, g in zip(places, ends, np.moveaxis(dz, axis, 0)):
        rows[start : max(start + 1, end)] += g
    return dx


def running_max_place(x, axis=0):
    """Where np.maximum.accumulate(x, axis) has its values from, the first on a tie."""
    rows = np.moveaxis(x, axis, -1)
    largest = np.maximum.accumulate(rows, axis=-1)
    first = np.ones_like(largest[..., :1], dtype=bool)
    new = np.concatenate([first, largest[..., 1:] > largest[..., :-1]], axis=-1)
    place = np.where(new, np.arange(new.shape[-1]), 0)
    return np.moveaxis(np.maximum.accumulate(place, axis=-1), -1, axis)


def sum_behind(g, x):
    """g summed over the axes behind those that it has of x."""
    return np.sum(g, axis=tuple(range(np.ndim(x), np.ndim(g))))


def digamma(x):
    """The slope of math.lgamma at x."""
    if x < 0.5:
        return digamma(1 - x) - math.pi / math.tan(math.pi * x)
    below = 0.0
    while x < 10:  # the series is for large x
        below -= 1 / x
        x += 1
    s = 1 / x**2
    series = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132)))))
    return below + math.log(x) - 1 / (2 * x) - series


def trigamma(x):
    """The slope of digamma at x."""
    if x < 0.5:
        return (math.pi / math.sin(math.pi * x)) ** 2 - trigamma(1 - x)
    above = 0.0
    while x < 10:
        above += 1 / x**2
        x += 1
    s = 1 / x**2
    series = s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66)))))
    return above + 1 / x + s / 2 + series / x


def delete_dx(dz, x, i, axis=None):
    """The gradient on x of z = np.delete(x, i, axis)."""
    kept = np.delete(np.arange(x.size if axis is None else x.shape[axis]), i)
    return take_dx(dz, x, kept, axis)


def insert_places(dz, x, i, axis=None):
    """Where np.insert(x, i, v, axis) is from: places in x, or -1 - j for v[j]."""
    n = x.size if axis is None else x.shape[axis]
    new = dz.shape[0 if axis is None else axis] - n
    return np.insert(np.arange(n), i, -1 - np.arange(new))


def insert_dx(dz, x, i, axis=None):
    """The gradient on x of z = np.insert(x, i, v, axis)."""
    old = np.flatnonzero(insert_places(dz, x, i, axis) >= 0)
    return np.reshape(np.take(dz, old, axis), x.shape)


def insert_dv(dz, x, i, v, axis=None):
    """The gradient on v of z = np.insert(x, i, v, axis)."""
    places = insert_places(dz, x, i, axis)
    new = np.argsort(-places)[x.size if axis is None else x.shape[axis] :]
    dv = np.take(dz, new, axis)
    if axis is not None and np.ndim(i) == 0 and not isinstance(i, slice):
        dv = np.moveaxis(dv, axis, 0)
    return unbroadcast(dv, v)


def untranspose(g, axes):
    """g with its axes as they were before np.transpose(x, axes)."""
    places = [axis % len(axes) for axis in axes]
    return np.transpose(g, [places.index(i) for i in range(len(axes))])


def diagonal_dx(dz, x, offset=0, axis1=0, axis2=1):
    """The gradient on x of z = np.diagonal(x, offset, axis1, axis2)."""
    dx = np.zeros(x.shape, dz.dtype)
    i = np.arange(dz.shape[-1])
    np.moveaxis(dx, (axis1, axis2), (-2, -1))[
        ..., i + max(-offset, 0), i + max(offset, 0)
    ] = dz
    return dx


def tile_dx(dz, x, reps):
    """The gradient on x of z = np.tile(x, reps)."""
    reps = tuple(reps) if hasattr(reps, "__len__") else (reps,)
    rank = max(len(reps), np.ndim(x))
    copies = (1,) * (rank - len(reps)) + reps
    sizes = (1,) * (rank - np.ndim(x)) + np.shape(x)
    apart = np.reshape(dz, [n for pair in zip(copies, sizes) for n in pair])
    return np.reshape(np.sum(apart, axis=tuple(range(0, 2 * rank, 2))), np.shape(x))


def repeat_dx(dz, x, repeats, axis):
    """The gradient on x of z = np.repeat(x, repeats, axis)."""
    if np.ndim(x) == 0:
        return np.sum(dz)
    dx = np.zeros(x.shape, dz.dtype)
    places = np.repeat(np.arange(x.shape[axis]), repeats)
    np.add.at(np.moveaxis(dx, axis, 0), places, np.moveaxis(dz, axis, 0))
    return dx


def unpad(g, x, width):
    """g without the border that np.pad(x, width) adds."""
    width = np.broadcast_to(width, (x.ndim, 2))
    return g[tuple(slice(before, before + n) for (before, _), n in zip(width, x.shape))]


def pad_border_dx(dz, x, width, mode):
    """The gradient on x of np.pad(x, width, mode), for "mean" and "linear_ramp"."""
    width = np.broadcast_to(width, (x.ndim, 2))
    for axis in reversed(range(x.ndim)):
        (before, after), n = width[axis], x.shape[axis]
        dz = np.moveaxis(dz, axis, 0)
        first, inner, last = dz[:before], dz[before : before + n].copy(), dz[before + n :]
        if mode == "mean":
            inner += (np.sum(first, axis=0) + np.sum(last, axis=0)) / n
        else:
            up = (np.arange(before) / max(before, 1)).astype(dz.dtype)
            down = (np.arange(after)[::-1] / max(after, 1)).astype(dz.dtype)
            inner[0] += np.tensordot(up, first, 1)
            inner[-1] += np.tensordot(down, last, 1)
        dz = np.moveaxis(inner, 0, axis)
    return dz


def pad_dx(dz, x, width, mode):
    """The gradient on x of np.pad(x, width, mode), for modes that copy entries of x."""
    dx = np.zeros(x.size, dz.dtype)
    np.add.at(dx, np.pad(np.reshape(np.arange(x.size), x.shape), width, mode), dz)
    return np.reshape(dx, x.shape)


def tensordot_dx(dz, x, y, axes):
    """The gradient on x of z = np.tensordot(x, y, axes)."""
    ends = (range(-axes, 0), range(axes)) if isinstance(axes, int) else axes
    mine, others = (
        [i % np.ndim(a) for i in (e if hasattr(e, "__len__") else [e])]
        for e, a in zip(ends, (x, y))
    )
    kept = [i for i in range(np.ndim(x)) if i not in mine]
    free = [i for i in range(np.ndim(y)) if i not in others]
    dx = np.tensordot(dz, y, ([*range(len(kept), np.ndim(dz))], free))
    order = kept + [mine[k] for k in sorted(range(len(mine)), key=others.__getitem__)]
    return np.transpose(dx, [order.index(i) for i in range(np.ndim(x))])


def tensordot_dy(dz, x, y, axes):
    """The gradient on y of z = np.tensordot(x, y, axes)."""
    ends = (range(-axes, 0), range(axes)) if isinstance(axes, int) else axes
    others, mine = (
        [i % np.ndim(a) for i in (e if hasattr(e, "__len__") else [e])]
        for e, a in zip(ends, (x, y))
    )
    free = [i for i in range(np.ndim(x)) if i not in others]
    kept = [i for i in range(np.ndim(y)) if i not in mine]
    dy = np.tensordot(x, dz, (free, [*range(len(free))]))
    order = [mine[k] for k in sorted(range(len(mine)), key=others.__getitem__)] + kept
    return np.transpose(dy, [order.index(i) for i in range(np.ndim(y))])


def vecdot_dx(dz, x, y, axis):
    """The gradient on x of z = np.vecdot(x, y, axis=axis)."""
    dx = np.expand_dims(dz, -1) * np.moveaxis(y, axis, -1)
    return np.moveaxis(unbroadcast(dx, np.moveaxis(x, axis, -1)), -1, axis)


def cross_dx(dz, x, y, axis=-1):
    """The gradient on x of np.cross(x, y, axis=axis), in two or three dimensions."""
    x, y = np.moveaxis(x, axis, -1), np.moveaxis(y, axis, -1)
    if x.shape[-1] == y.shape[-1] == 2:
        dx = np.stack([y[..., 1] * dz, -y[..., 0] * dz], axis=-1)
    else:
        y = np.concatenate([y, np.zeros_like(y)], axis=-1)[..., :3]
        dx = np.cross(y, np.moveaxis(dz, axis, -1))[..., : x.shape[-1]]
    return np.moveaxis(unbroadcast(dx, x), -1, axis)


def kron_dx(dz, x, y):
    """The gradient on x of z = np.kron(x, y)."""
    rank = max(np.ndim(x), np.ndim(y))
    sizes = [(1,) * (rank - np.ndim(a)) + np.shape(a) for a in (x, y)]
    blocks = np.reshape(dz, [n for pair in zip(*sizes) for n in pair])
    spread = np.expand_dims(np.reshape(y, sizes[1]), tuple(range(0, 2 * rank, 2)))
    return np.reshape(
        np.sum(blocks * spread, axis=tuple(range(1, 2 * rank, 2))), np.shape(x)
    )


def kron_dy(dz, x, y):
    """The gradient on y of z = np.kron(x, y)."""
    rank = max(np.ndim(x), np.ndim(y))
    sizes = [(1,) * (rank - np.ndim(a)) + np.shape(a) for a in (x, y)]
    blocks = np.reshape(dz, [n for pair in zip(*sizes) for n in pair])
    spread = np.expand_dims(np.reshape(x, sizes[0]), tuple(range(1, 2 * rank, 2)))
    return np.reshape(
        np.sum(blocks * spread, axis=tuple(range(0, 2 * rank, 2))), np.shape(y)
    )


def convolve_dx(dz, x, y, mode="full"):
    """The gradient on x of z = np.convolve(x, y, mode)."""
    short = min(len(x), len(y)) - 1
    # "valid" leaves so many out at either end, and "same" half of them
    start = {"full": 0, "same": short // 2, "valid": short}[mode]
    full = np.zeros(len(x) + len(y) - 1, np.result_type(dz, y))
    full[start : start + len(dz)] = dz
    return np.correlate(full, y, "valid")


def crop(x, y, mode, late=0):
    """Where the mode of a convolution of x and y is from, in the full one."""
    places = []
    for m, n in zip(np.shape(x), np.shape(y)):
        start = {"full": 0, "same": (n - 1 + late) // 2, "valid": min(m, n) - 1}[mode]
        length = {"full": m + n - 1, "same": m, "valid": abs(m - n) + 1}[mode]
        places.append(slice(start, start + length))
    return tuple(places)


def uncropped(g, x, y, mode, late=0):
    """The gradient on the full convolution of x and y, from that on what is left."""
    full = np.zeros([m + n - 1 for m, n in zip(np.shape(x), np.shape(y))], g.dtype)
    full[crop(x, y, mode, late)] = g
    return full


def cropped(full, x, y, mode, late=0):
    """What the mode leaves of the full convolution of x and y."""
    return full[crop(x, y, mode, late)]


def lagged_products(g, x, b, axis):
    """For each entry of b, the sum of g times x, which comes later by its place."""
    g, x = np.moveaxis(g, axis, -1), np.moveaxis(x, axis, -1)
    n = x.shape[-1]
    sums = [np.sum(g[..., k:] * x[..., : max(n - k, 0)]) for k in range(np.size(b))]
    return np.reshape(sums, np.shape(b))


def einsum_dx(dz, subscripts, k, *operands):
    """The gradient on the k-th operand of z = np.einsum(subscripts, *operands)."""
    inputs, arrow, output = subscripts.replace(" ", "").partition("->")
    if not arrow:
        once = (c for c in sorted(set(inputs)) if c.isalpha() and inputs.count(c) == 1)
        output = "..." * ("..." in inputs) + "".join(once)
    terms = inputs.split(",")
    mine, terms[k] = terms[k], output
    factors = list(operands)
    factors[k] = np.asarray(dz, np.result_type(dz, *operands))
    letters = dict.fromkeys(mine.replace("...", ""))
    kept = "".join(c for c in letters if c in "".join(terms))
    lone = "".join(c for c in letters if c not in kept)
    dots = "..." * ("..." in "".join(terms))
    g = np.einsum(f"{','.join(terms)}->{dots}{kept}", *factors)
    if np.ndim(operands[k]) == 0:
        return unbroadcast(g, operands[k])
    dx = np.zeros(np.shape(operands[k]), g.dtype)
    # a view of dx that has each letter once, and those that no other term has in front
    dots = "..." * ("..." in mine)
    places = np.einsum(f"{mine}->{lone}{dots}{kept}", dx)
    places[...] = unbroadcast(g, np.empty(places.shape[len(lone) :]))
    return dx


def half_tril(a):
    """The lower triangle of a, and half its diagonal."""
    return np.tril(a) - np.tril(np.triu(a)) / 2


def fold_tril(a):
    """The lower triangle of a, with what was above the diagonal added to it."""
    return np.tril(a) + np.swapaxes(np.triu(a, 1), -1, -2)


def fold_triu(a):
    """The upper triangle of a, with what was below the diagonal added to it."""
    return np.triu(a) + np.swapaxes(np.tril(a, -1), -1, -2)


def mirror_tril(a):
    """The lower triangle of a, and the same above the diagonal."""
    return np.tril(a) + np.swapaxes(np.tril(a, -1), -1, -2)


def inverse_gaps(w):
    """1 / (w[j] - w[i]) at i, j; zero on the diagonal."""
    gaps = np.expand_dims(w, -2) - np.expand_dims(w, -1)
    diagonal = np.eye(w.shape[-1], dtype=gaps.dtype)
    return (1 - diagonal) / (gaps + diagonal)


def matrix_power_dx(dz, x, n):
    """The gradient on x of z = np.linalg.matrix_power(x, n)."""
    transposed = np.swapaxes(x, -1, -2)
    if n < 0:
        inverse = np.linalg.inv(transposed)
        return -(
            inverse @ matrix_power_dx(dz, np.swapaxes(inverse, -1, -2), -n) @ inverse
        )
    powers = [np.linalg.matrix_power(transposed, k) for k in range(n)]
    return sum(
        (powers[k] @ dz @ powers[n - 1 - k] for k in range(n)), np.zeros_like(dz)
    )


def pinv_dx(dz, x, z):
    """The gradient on x of z = np.linalg.pinv(x), where the rank does not change."""
    dzt, zt = np.swapaxes(dz, -1, -2), np.swapaxes(z, -1, -2)
    within = zt @ dz @ zt
    outside = dzt @ z @ zt + zt @ z @ dzt
    return outside - x @ (z @ dzt @ z @ zt) - (zt @ z @ dzt @ z) @ x - within


def solves_for_vectors(a, b):
    """Whether np.linalg.solve(a, b) takes b for a vector; in NumPy 1 for a stack."""
    before = int(np.__version__.split(".")[0]) < 2
    return np.ndim(b) == 1 or (before and np.ndim(b) == np.ndim(a) - 1)


def as_columns(x, a, b):
    """x with an axis behind, where np.linalg.solve(a, b) solves for vectors."""
    return np.expand_dims(x, -1) if solves_for_vectors(a, b) else x


def from_columns(x, a, b):
    """x without its last axis, where np.linalg.solve(a, b) solves for vectors."""
    return x[..., 0] if solves_for_vectors(a, b) else x


def solve_da(dz, a, b, z):
    """The gradient on a of z = np.linalg.solve(a, b), whatever the ranks."""
    g = np.linalg.solve(np.swapaxes(a, -1, -2), as_columns(dz, a, b))
    return unbroadcast(-g @ np.swapaxes(as_columns(z, a, b), -1, -2), a)


def solve_db(dz, a, b):
    """The gradient on b of z = np.linalg.solve(a, b), whatever the ranks."""
    g = np.linalg.solve(np.swapaxes(a, -1, -2), as_columns(dz, a, b))
    return unbroadcast(from_columns(g, a, b), b)


def as_column(x, b):
    """x with an axis behind, if b is a vector."""
    return np.expand_dims(x, -1) if np.ndim(b) == 1 else x


def from_column(x, b):
    """x without its last axis, if b is a vector."""
    return x[..., 0] if np.ndim(b) == 1 else x


def plus_transposed(x):
    """The sum of matrices and their transposes."""
    return x + np.swapaxes(x, -1, -2)


def cho_solve_dc(db, z, c, lower):
    """The gradient on c of cho_solve((c, lower), b), from that on b, in matrices."""
    g = -plus_transposed(db @ np.swapaxes(z, -1, -2))
    return np.tril(g @ np.tril(c)) if lower else np.triu(np.triu(c) @ g)


def symmetric_solve_da(db, z, lower):
    """The gradient on the triangle of a that a @ z = b is solved by, from that on b."""
    if lower:
        return -fold_tril(db @ np.swapaxes(z, -1, -2))
    return -np.swapaxes(fold_tril(z @ np.swapaxes(db, -1, -2)), -1, -2)


def in_direction(x, g):
    """The matrix whose function has that of x, and its derivative along g above."""
    return np.block([[x, g], [np.zeros_like(x), x]])


def block_diag_dx(dz, k, *blocks):
    """The gradient on the k-th of the blocks of z = block_diag(*blocks)."""
    sizes = [np.atleast_2d(x).shape for x in blocks]
    row, column = (sum(size[axis] for size in sizes[:k]) for axis in (0, 1))
    rows, columns = sizes[k]
    block = dz[row : row + rows, column : column + columns].copy()
    return np.reshape(block, np.shape(blocks[k]))


def sums_of_diagonals(g, x):
    """The sums of the diagonals of g from the main one down, as many as x has."""
    n = np.atleast_1d(x).shape[-1]
    sums = [np.trace(g, -k, axis1=-2, axis2=-1) for k in range(n)]
    return np.reshape(np.stack(sums, axis=-1), np.shape(x))


def multi_dot_dx(dz, k, *factors):
    """The gradient on the k-th factor of z = np.linalg.multi_dot(factors)."""
    parts = list(factors)
    while k > 1:
        parts = [parts[0] @ parts[1], *parts[2:]]
        k -= 1
    while len(parts) > k + 2:
        parts = [*parts[:-2], parts[-2] @ parts[-1]]
    if len(parts) > k + 1:
        dz = matmul_dx(dz, parts[0] @ parts[1] if k else parts[0], parts[-1])
    return matmul_dy(dz, parts[0], parts[1]) if k else dz


def tensorinv_dx(dz, z, ind=2):
    """The gradient on x of z = np.linalg.tensorinv(x, ind)."""
    columns = z.shape[z.ndim - ind :]
    n = math.prod(columns)
    inverse = np.reshape(z, (n, n)).T
    dx = -(inverse @ np.reshape(dz, (n, n)) @ inverse)
    return np.reshape(dx, columns + z.shape[: z.ndim - ind])


def tensorsolve_db(dz, a, b):
    """The gradient on b of z = np.linalg.tensorsolve(a, b)."""
    matrix = np.reshape(a, (np.size(b), np.size(b)))
    return np.reshape(np.linalg.solve(matrix.T, np.ravel(dz)), np.shape(b))


def cond_dx(dz, x):
    """The gradient on x of z = np.linalg.cond(x)."""
    s = np.linalg.svd(x, compute_uv=False)
    ds = np.zeros_like(s)
    ds[..., 0] = dz / s[..., -1]
    ds[..., -1] -= s[..., 0] / s[..., -1] ** 2 * dz
    return svdvals_dx(ds, x)


def eigvalsh_dx(dz, x):
    """The gradient on x of z = np.linalg.eigvalsh(x), all on the lower triangle."""
    v = np.linalg.eigh(x)[1]
    return fold_tril((v * dz[..., None, :]) @ np.swapaxes(v, -1, -2))


def svdvals_dx(dz, x):
    """The gradient on x of z = np.linalg.svd(x, compute_uv=False)."""
    u, _, vt = np.linalg.svd(x, full_matrices=False)
    return (u * dz[..., None, :]) @ vt


def svd_du_dx(du, u, s, vt):
    """The gradient on x of np.linalg.svd(x, full_matrices=False), from that on u."""
    along = np.swapaxes(u, -1, -2) @ du
    turned = inverse_gaps(s**2) * (along - np.swapaxes(along, -1, -2))
    s = np.expand_dims(s, -2)
    return (u @ (turned * s) + (du - u @ along) / s) @ vt


def svd_dvt_dx(dvt, u, s, vt):
    """The gradient on x of np.linalg.svd(x, full_matrices=False), from that on vt."""
    dv, v, ut = (np.swapaxes(a, -1, -2) for a in (dvt, vt, u))
    return np.swapaxes(svd_du_dx(dv, v, s, ut), -1, -2)


def qr_dx(dq, dr, q, r):
    """The gradient on x of np.linalg.qr(x); if x is wide, r is more than a triangle."""
    n = q.shape[-1]
    first, rest = r[..., :n], r[..., n:]
    dfirst, drest = (np.swapaxes(a, -1, -2) for a in (dr[..., :n], dr[..., n:]))
    dq = dq + q @ (rest @ drest)
    turned = dq + q @ mirror_tril(first @ dfirst - np.swapaxes(dq, -1, -2) @ q)
    left = np.swapaxes(np.linalg.solve(first, np.swapaxes(turned, -1, -2)), -1, -2)
    return np.concatenate([left, q @ dr[..., n:]], axis=-1)


def lstsq_da(dz, a, b, z):
    """The gradient on a of np.linalg.lstsq(a, b)[0], where the rank does not change."""
    if np.ndim(b) == 1:
        dz, b, z = dz[:, None], b[:, None], z[:, None]
    p = np.linalg.pinv(a)
    db = p.T @ dz
    return (b - a @ z) @ (p @ db).T - db @ z.T + (p.T @ z) @ (dz - p @ (a @ dz)).T


def nearest_orthogonal(x):
    """The gradient of the nuclear norm of x."""
    u, _, vt = np.linalg.svd(x, full_matrices=False)
    return u @ vt


def vector_norm_dx(dz, x, z, p, axis=None):
    """The gradient on x of np.linalg.norm(x, p, axis, keepdims=True), of vectors."""
    if p == 0:
        return np.zeros_like(x * dz)
    if p in (np.inf, -np.inf):
        size = np.absolute(x) if p > 0 else -np.absolute(x)
        return is_first_max(size, axis) * np.sign(x) * dz
    return np.sign(x) * (np.absolute(x) / z) ** (p - 1) * dz


def norm_dx(dz, x, z, p, axis=None):
    """The gradient on x of z = np.linalg.norm(x, p, axis), of vectors and matrices."""
    rank = np.ndim(x)
    axis = tuple(range(rank)) if axis is None else axis
    if np.ndim(dz) < rank:
        dz, z = np.expand_dims(dz, axis), np.expand_dims(z, axis)
    if p is None or p == "fro" or not isinstance(axis, tuple) or len(axis) == 1:
        return vector_norm_dx(dz, x, z, 2 if p is None or p == "fro" else p, axis)
    x, dz = np.moveaxis(x, axis, (-2, -1)), np.moveaxis(dz, axis, (-2, -1))
    if p == "nuc":
        dx = nearest_orthogonal(x) * dz
    elif abs(p) == 2:
        s = np.linalg.svd(x, compute_uv=False)
        dx = svdvals_dx(is_first_max(np.sign(p) * s, -1) * dz[..., 0], x)
    else:
        size = np.sum(np.absolute(x), axis=-2 if abs(p) == 1 else -1, keepdims=True)
        dx = is_first_max(np.sign(p) * size, (-2, -1)) * np.sign(x) * dz
    return np.moveaxis(dx, (-2, -1), axis)


def cov_dx(dz, x, ddof=1):
    """The gradient on x of z = np.cov(x, ddof=ddof)."""
    rows = np.atleast_2d(x)
    away = rows - np.mean(rows, axis=1, keepdims=True)
    dz = np.reshape(dz, (len(rows), len(rows)))
    return np.reshape((dz + dz.T) @ away / (rows.shape[1] - ddof), np.shape(x))


def corrcoef_dx(dz, x):
    """The gradient on x of z = np.corrcoef(x)."""
    rows = np.atleast_2d(x)
    away = rows - np.mean(rows, axis=1, keepdims=True)
    length = np.linalg.norm(away, axis=1, keepdims=True)
    unit = away / length
    dz = np.reshape(dz, (len(rows), len(rows)))
    dunit = (dz + dz.T) @ unit
    dx = (dunit - np.sum(unit * dunit, axis=1, keepdims=True) * unit) / length
    return np.reshape(dx, np.shape(x))


def average_dx(dz, x, w, axis):
    """The gradient on x of np.average(x, axis, weights=w)."""
    if w.shape != x.shape:
        w = np.expand_dims(w, tuple(i for i in range(x.ndim) if i != axis % x.ndim))
    return w / np.sum(w, axis=axis, keepdims=True) * np.expand_dims(dz, axis)


def average_dw(dz, x, w, z, axis):
    """The gradient on w of z = np.average(x, axis, weights=w)."""
    away = (x - np.expand_dims(z, axis)) * np.expand_dims(dz, axis)
    if w.shape == x.shape:
        return away / np.sum(w, axis=axis, keepdims=True)
    return np.sum(
        away, axis=tuple(i for i in range(x.ndim) if i != axis % x.ndim)
    ) / np.sum(w)


def inner_dx(dz, x, y):
    """The gradient on x of z = np.inner(x, y), whatever the ranks."""
    plain = np.ndim(x) == 0 or np.ndim(y) < 2
    return dot_dx(dz, x, y if plain else np.swapaxes(y, -1, -2))


def inner_dy(dz, x, y):
    """The gradient on y of z = np.inner(x, y), whatever the ranks."""
    plain = np.ndim(x) == 0 or np.ndim(y) < 2
    return (
        dot_dy(dz, x, y)
        if plain
        else np.swapaxes(dot_dy(dz, x, np.swapaxes(y, -1, -2)), -1, -2)
    )


def correlate_dx(dz, x, y, mode):
    """The gradient on x of z = np.correlate(x, y, mode)."""
    if len(x) < len(y):  # NumPy swaps them, and turns the result round
        return correlate_dy(dz[::-1], y, x, mode)
    return convolve_dx(dz, x, y[::-1], mode)


def correlate_dy(dz, x, y, mode):
    """The gradient on y of z = np.correlate(x, y, mode)."""
    if len(x) < len(y):
        return correlate_dx(dz[::-1], y, x, mode)
    return convolve_dx(dz, y[::-1], x, mode)[::-1]


def trace_dx(dz, x, offset=0, axis1=0, axis2=1):
    """The gradient on x of z = np.trace(x, offset, axis1, axis2)."""
    shape = np.diagonal(x, offset, axis1, axis2).shape
    spread = np.broadcast_to(np.expand_dims(dz, -1), shape)
    return diagonal_dx(spread, x, offset, axis1, axis2)


def rollaxis_dx(dz, axis, start):
    """The gradient on x of z = np.rollaxis(x, axis, start)."""
    axis, start = (n + dz.ndim if n < 0 else n for n in (axis, start))
    return np.moveaxis(dz, start - (axis < start), axis)


def diag_dx(dz, x, k=0):
    """The gradient on x of z = np.diag(x, k), for vectors and matrices."""
    return np.diag(dz, k) if np.ndim(x) == 1 else diagonal_dx(dz, x, k)


def part_of(dz, join, k, *parts):
    """The gradient on the k-th part of z = join(parts)."""
    mine = join(tuple(np.full(np.shape(x), i == k) for i, x in enumerate(parts)))
    return np.reshape(dz[mine], np.shape(parts[k]))


def part_of_block(dz, columns, k, *blocks):
    """The gradient on block k of np.block, with so many in a row; None is one list."""
    places = [np.full(np.shape(x), i == k) for i, x in enumerate(blocks)]
    if columns is not None:
        places = [places[i : i + columns] for i in range(0, len(places), columns)]
    return np.reshape(dz[np.block(places)], np.shape(blocks[k]))


def put_part(g, join, k, *parts):
    """Zeros where join(parts) has its other parts, and g in the place of the k-th."""
    mine = join(tuple(np.full(np.shape(x), i == k) for i, x in enumerate(parts)))
    z = np.zeros(mine.shape, np.asarray(g).dtype)
    z[mine] = np.ravel(g)
    return z


def resized(g, shape, axes):
    """g cut off, or filled up with zeros, to the sizes of a shape along some axes."""
    for axis in axes:
        rows = np.moveaxis(g, axis, -1)[..., : shape[axis]]
        missing = (*rows.shape[:-1], shape[axis] - rows.shape[-1])
        rows = np.concatenate([rows, np.zeros(missing, g.dtype)], axis=-1)
        g = np.moveaxis(rows, -1, axis)
    return g


def irfft_dx(dz, n, axis=-1, norm="backward"):
    """The gradient on n frequencies of their np.fft.irfft, of the opposite norm."""
    rows = np.moveaxis(np.fft.rfft(dz, axis=axis, norm=norm), axis, -1)
    k = np.arange(rows.shape[-1])
    # all but 0 and half the sampling rate stand for two frequencies
    two = (0 < k) & (2 * k < dz.shape[axis])
    dx = np.moveaxis(np.where(two, 2 * rows, rows), -1, axis)
    return resized(dx, {axis: n}, (axis,))


def irfftn_dx(dz, shape, axes=None, norm="backward"):
    """The gradient on frequencies of their np.fft.irfftn, of the opposite norm."""
    axes = tuple(range(len(shape))) if axes is None else tuple(axes)
    dx = irfft_dx(dz, shape[axes[-1]], axes[-1], norm)
    for axis in axes[:-1]:
        dx = np.fft.fft(dx, axis=axis, norm=norm)
    return resized(dx, shape, axes[:-1])


def rfftn_dx(dz, shape, s=None, axes=None, norm="backward"):
    """The gradient on x, of a shape, of np.fft.rfftn(x, s, axes) of opposite norm."""
    axes = tuple(range(len(shape))) if axes is None else tuple(axes)
    s = [shape[axis] for axis in axes] if s is None else s
    return resized(np.real(np.fft.ifftn(dz, s, axes, norm)), shape, axes)


def gelu_slope(x):
    """The slope of jax.nn.gelu, which is x / 2 * (1 + tanh(...))."""
    t = np.tanh(0.7978845608028654 * (x + 0.044715 * x**3))
    inner = 0.7978845608028654 * (1 + 0.134145 * x**2)
    return (1 + t) / 2 + x / 2 * (1 - t**2) * inner


def cdist_dx(dz, z, x, y):
    """The gradient on x of z = cdist(x, y), the distances of rows of x and of y."""
    pulls = dz / np.where(z == 0, np.inf, z)
    return np.sum(pulls, axis=1)[:, None] * x - pulls @ y


def interp_slope(x, xp, fp):
    """The slope of np.interp(x, xp, fp) at x: 0 outside of the points."""
    i = np.clip(np.searchsorted(xp, x, "right") - 1, 0, len(xp) - 2)
    return (fp[i + 1] - fp[i]) / (xp[i + 1] - xp[i]) * ((xp[0] < x) & (x < xp[-1]))


def interp_dfp(dz, x, xp):
    """The gradient on fp of z = np.interp(x, xp, fp)."""
    i = np.clip(np.searchsorted(xp, x, "right") - 1, 0, len(xp) - 2)
    t = np.clip((x - xp[i]) / (xp[i + 1] - xp[i]), 0, 1)
    dfp = np.zeros(len(xp))
    np.add.at(dfp, i, (1 - t) * dz)
    np.add.at(dfp, i + 1, t * dz)
    return dfp


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [(x, y) for x, y in pairs if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [part for item in (x.values() if isinstance(x, dict) else x) for part in held_in(item)]
    return inside if isinstance(x, tuple) else [x, *inside]


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if isinstance(x, np.ndarray):
        return np.array(items)
    return items if x is None or isinstance(x, list) else tuple(items)


def split_dx(dz, x, places, axis):
    """The gradient on x of np.split(x, places, axis): each part, added in its place."""
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0, *dz))
    rows = np.moveaxis(dx, axis, 0)
    for g, first, last in zip(dz, (0, *places), (*places, None)):
        rows[first:last] += np.moveaxis(g, axis, 0)
    return dx


def split_like(g, items, axis):
    """The pieces of g that items were joined from along an axis."""
    ends = np.cumsum([np.shape(item)[axis] for item in items])
    return np.split(g, ends[:-1], axis)


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def by_turns(forward, start, stop, keep, state, others):
    """What the turns from start to stop give, and what it takes to go back.

    They are gone through in stretches of `keep` turns. Up to `keep` states are kept on
    the way, and the last.
    """
    bounds = [*range(start, stop, keep), stop] if start < stop else [start, start]
    states = [(0, state)]
    last = len(bounds) - 2
    state = state_before(forward, states, last, bounds, keep, others)
    if states[-1][0] < last:
        states.append((last, state))
    *results, _ = forward(*bounds[-2:], *state, *others)
    return tuple(results), (bounds, keep, tuple(states), others)


def state_before(forward, states, stretch, bounds, keep, others):
    """The state before a stretch of turns, from the last kept; keeps others, too."""
    at, state = states[-1]
    while at < stretch:
        free = keep - len(states)
        behind = at + next_kept(stretch + 1 - at, free + 1) if free > 0 else stretch
        for i in range(at, behind):
            *state, _ = forward(bounds[i], bounds[i + 1], *state, *others)
        at = behind
        if at < stretch:
            states.append((at, state))
    return state


def next_kept(stretches, keep):
    """How far on a state is kept, so that the fewest are gone through again.

    A state that is kept serves what is behind it; then what is before it has one more.
    This is the schedule of Griewank and Walther, "Algorithm 799: revolve", 2000: with
    `keep` states `reach` stretches can be gone back through, none of them more than
    `rounds` times forward.
    """
    rounds, reach = 0, 1
    while reach < stretches:
        rounds += 1
        reach = reach * (keep + rounds) // rounds
    behind = reach * keep // (keep + rounds)
    again = (reach - behind) * (rounds - 1) // (keep + rounds - 1)
    return max(1, stretches - behind, again)


def back_by_turns(forward, backward, ups, kept):
    """The gradients on the state before all turns, and on what else they are given."""
    bounds, keep, states, others = kept
    states, total = list(states), None
    for stretch in reversed(range(len(bounds) - 1)):
        state = state_before(forward, states, stretch, bounds, keep, others)
        if states[-1][0] == stretch:
            states.pop()
        *_, cache = forward(bounds[stretch], bounds[stretch + 1], *state, *others)
        gradients = backward(*ups, cache)
        gradients = gradients if isinstance(gradients, tuple) else (gradients,)
        ups, more = gradients[: len(ups)], gradients[len(ups) :]
        total = more if total is None else [g + d for g, d in zip(total, more)]
    return (*ups, *total)


def check_shapes(function, *declared):
    """Raises ValueError unless arrays have declared shapes: ("x", x, "N D"), ..."""
    sizes = {}
    for name, x, shape in declared:
        words, found = shape.split(), np.shape(x)
        for word, size in zip(words, found):
            sizes.setdefault(word, int(word) if word.isdigit() else size)
        if found != tuple(sizes.get(word) for word in words):
            wrong = f"{name} has shape {found}, declared as ({shape}) with {sizes}"
            raise ValueError(f"{function}: {wrong}")
