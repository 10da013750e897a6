# arguments: u=(5,), field=(4, 3), h=0.3, p=(3,)
import numpy as np


def f(u: "N", field: "M K", h: float, p: "D"):
    slope = np.gradient(u, h)
    down, right = np.gradient(field)
    steps = np.diff(u, prepend=0.0)
    level = np.quantile(u, 0.25)
    value = np.polyval(p, steps)
    return np.sum(slope * value) * level, down * right


# output
"""Forward and backward passes of curves_and_areas.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def from_rows(rows, x, axis):
    """The inverse of rows_of: the shape of x again."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    ends = np.arange(-len(axes), 0)
    return np.moveaxis(
        np.reshape(rows, np.shape(np.moveaxis(x, axes, ends))), ends, axes
    )


def gradient_dx(dz, x, spacing=1, axis=-1, edge_order=1):
    """The gradient on x of np.gradient(x, spacing, axis=axis, edge_order=order)."""
    g = np.moveaxis(dz, axis, -1)
    n = g.shape[-1]
    step = np.diff(spacing) if np.ndim(spacing) else np.full(n - 1, spacing)
    step = step.astype(g.dtype)
    # each slope is a mean of the slopes of the steps beside it, weighed by the other
    # step
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


def polyder(p):
    """The coefficients of the slope of the polynomial with coefficients p."""
    powers = np.arange(len(p) - 1, 0, -1).astype(p.dtype)
    return p[:-1] * np.reshape(powers, (-1,) + (1,) * (p.ndim - 1))


def polyval_dp(dz, p, x):
    """The gradient on p of z = np.polyval(p, x)."""
    powers = range(len(p) - 1, -1, -1)
    dp = np.stack([unbroadcast(x**k * dz, c) for k, c in zip(powers, p)])
    return dp.astype(np.asarray(dz).dtype)


def quantile_weights(x, q, axis=None):
    """What entries add to np.quantile(x, q, axis): a share of 1 for two neighbours."""
    rows = rows_of(x, axis)
    rank = np.argsort(np.argsort(rows, axis=-1), axis=-1)
    weights = np.maximum(1 - np.absolute(rank - q * (rows.shape[-1] - 1)), 0)
    return from_rows(weights.astype(np.result_type(rows.dtype, np.float16)), x, axis)


def rows_of(x, axis):
    """x with the axes of a reduction (None is all) moved to the end and made one."""
    axes = np.arange(np.ndim(x)) if axis is None else np.atleast_1d(axis)
    moved = np.moveaxis(x, axes, np.arange(-len(axes), 0))
    size = np.prod(moved.shape[np.ndim(x) - len(axes) :], dtype=int)
    return np.reshape(moved, (*moved.shape[: np.ndim(x) - len(axes)], size))


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


def undiff(dz, before, after, axis=-1):
    """The gradient on x of np.diff(x, axis=axis); `before` and `after` are its ends."""
    ends = [(0, 0)] * dz.ndim
    border = [*ends[: axis % dz.ndim], (before, after), *ends[axis % dz.ndim + 1 :]]
    return -np.diff(np.pad(dz, border), axis=axis)


def f_forward(u: "N", field: "M K", h: float, p: "D"):
    """Forward pass of f: out, out1 (M, K) and the cache (references, not copies)."""
    slope = np.gradient(u, h)
    down, right = np.gradient(field)
    steps = np.diff(u, prepend=0.0)
    level = np.quantile(u, 0.25)
    value = np.polyval(p, steps)
    sum_slope_times_value = np.sum(slope * value)
    out = sum_slope_times_value * level
    out1 = down * right
    cache = (
        u,
        field,
        h,
        p,
        slope,
        down,
        right,
        steps,
        level,
        value,
        sum_slope_times_value,
    )
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f.

    Gives du (N,), dfield (M, K), dh and dp (D,), from dout and dout1 (M, K).
    """
    u, field, h, p, slope, down, right, steps, level, value, sum_slope_times_value = (
        cache
    )
    # backprop out1 = down * right
    ddown = right * dout1
    dright = down * dout1
    # backprop out = sum_slope_times_value * level
    dsum_slope_times_value = level * dout
    dlevel = sum_slope_times_value * dout
    # backprop sum_slope_times_value = np.sum(slope * value)
    dslope = value * dsum_slope_times_value
    dvalue = slope * dsum_slope_times_value
    # backprop value = np.polyval(p, steps)
    dp = polyval_dp(dvalue, p, steps)
    dsteps = np.polyval(polyder(p), steps) * dvalue
    # backprop level = np.quantile(u, 0.25)
    du = quantile_weights(u, 0.25) * dlevel
    # backprop steps = np.diff(u, prepend=0.0)
    du += undiff(dsteps, 0, 1)
    # backprop down, right = np.gradient(field)
    dfield = gradient_dx(ddown, field, 1, 0)
    dfield += gradient_dx(dright, field, 1, 1)
    # backprop slope = np.gradient(u, h)
    du += gradient_dx(dslope, u, h)
    dh = np.sum((-slope / h) * dslope)
    return du, dfield, dh, dp
