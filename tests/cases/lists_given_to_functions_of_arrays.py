# arguments f: xs=[0.3, 0.9, 0.5], rows=[(3,), (3,)], v=(3,)
# arguments in_a_loop: v=(3,), n=4
# arguments without_annotations: v=(3,), a=()
import numpy as np


def f(xs: list[float], rows: list["3"], v: "3"):
    v = v + np.mean(rows, axis=0)
    return np.std(xs) + np.dot(xs, v) + np.sum(np.exp(xs) * v) + np.max([x * x for x in xs])


def in_a_loop(v: "3", n: int):
    losses = []
    for i in range(n):
        v = np.tanh(v)
        losses.append(np.sum(v * v))
        if i > 1:
            v = v * np.max(losses)
    return np.mean(losses)


def without_annotations(v, a):
    return np.mean([np.sum(v * a) ** i for i in range(3)])


# output
"""Forward and backward passes of lists_given_to_functions_of_arrays.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def dot_dx(dz, x, y):
    """The gradient on x of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(y * dz, x)
    if np.ndim(y) == 1:
        return np.expand_dims(dz, -1) * y
    n = np.ndim(y) - 1  # what z has of y: all its axes but the last but one
    return np.tensordot(
        dz, np.moveaxis(y, -2, -1 - n), ([*range(-n, 0)], [*range(-n, 0)])
    )


def dot_dy(dz, x, y):
    """The gradient on y of z = np.dot(x, y), whatever the ranks."""
    if np.ndim(x) == 0 or np.ndim(y) == 0:
        return unbroadcast(x * dz, y)
    n = np.ndim(x) - 1  # what z has of x: all its axes but the last
    dy = np.tensordot(x, dz, ([*range(n)], [*range(n)]))
    return dy if np.ndim(y) == 1 else np.moveaxis(dy, 0, -2)


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


def f_forward(xs: list[float], rows: list["3"], v: "3"):
    """Forward pass of f: out and the cache (references, not copies)."""
    mean_rows = np.mean(rows, axis=0)
    array_rows = np.array(rows)
    v1 = v + mean_rows
    items = []
    for x in xs:
        items.append(x * x)
    std_xs = np.std(xs)
    exp_xs = np.exp(xs)
    sum_exp_xs_times_v = np.sum(exp_xs * v1)
    max_items = np.max(items)
    std_in = np.array(xs)
    array_xs = np.array(xs)
    max_in = np.array(items)
    out = std_xs + np.dot(xs, v1) + sum_exp_xs_times_v + max_items
    cache = (xs, v, mean_rows, array_rows, v1, std_xs, exp_xs, std_in, array_xs, max_in)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs, drows and dv (3,), from dout."""
    xs, v, mean_rows, array_rows, v1, std_xs, exp_xs, std_in, array_xs, max_in = cache
    # backprop out = std_xs + np.dot(xs, v1) + sum_exp_xs_times_v + max_items
    dstd_xs = np.sum(dout)
    darray_xs = dot_dx(dout, array_xs, v1)
    dv1 = dot_dy(dout, array_xs, v1)
    dsum_exp_xs_times_v = np.sum(dout)
    dmax_items = np.sum(dout)
    # backprop array_xs = np.array(xs)
    dxs = list(darray_xs)
    # backprop max_items = np.max(items)
    dmax_in = is_first_max(max_in) * dmax_items
    # backprop max_in = np.array(items)
    ditems = list(dmax_in)
    # backprop sum_exp_xs_times_v = np.sum(exp_xs * v1)
    dexp_xs = unbroadcast(v1 * dsum_exp_xs_times_v, exp_xs)
    dv1 += exp_xs * dsum_exp_xs_times_v
    # backprop exp_xs = np.exp(xs)
    dxs = [(item + more) for item, more in zip(dxs, exp_xs * dexp_xs)]
    # backprop std_xs = np.std(xs)
    dstd_in = ((std_in - np.mean(std_in)) / (std_in.size * std_xs)) * dstd_xs
    # backprop std_in = np.array(xs)
    dxs = [(item1 + more1) for item1, more1 in zip(dxs, dstd_in)]
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop items.append(x * x)
        dx = (2 * x) * ditems.pop()
        dxs[i] += dx
    # backprop v1 = v + mean_rows
    dmean_rows = unbroadcast(dv1, mean_rows)
    dv = unbroadcast(dv1, v)
    # backprop mean_rows = np.mean(rows, axis=0)
    darray_rows = unbroadcast(dmean_rows / np.shape(array_rows)[0], array_rows)
    # backprop array_rows = np.array(rows)
    drows = list(darray_rows)
    return dxs, drows, dv


def in_a_loop_forward(v: "3", n: int):
    """Forward pass of in_a_loop: out and the cache (references, not copies)."""
    losses = []
    steps = []
    for i in range(n):
        v = np.tanh(v)
        v_before = v
        losses.append(np.sum(v * v))
        max_losses = None
        max_in = None
        if i > 1:
            max_losses = np.max(losses)
            max_in = np.array(losses)
            v = v * max_losses
        steps.append((v_before, max_losses, max_in))
    array_losses = np.array(losses)
    out = np.mean(losses)
    cache = (n, steps, v, array_losses)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dv (3,), from dout."""
    n, steps, v, array_losses = cache
    # backprop out = np.mean(losses)
    darray_losses = np.ones_like(array_losses) * (dout / array_losses.size)
    # backprop array_losses = np.array(losses)
    dlosses = list(darray_losses)
    dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
    for i in reversed(range(n)):
        v_before, max_losses, max_in = steps[i]
        if i > 1:
            # backprop v = v * max_losses
            dmax_losses = v_before @ dv
            dv = max_losses * dv
            # backprop max_losses = np.max(losses)
            dmax_in = is_first_max(max_in) * dmax_losses
            # backprop max_in = np.array(losses)
            dlosses = [(item + more) for item, more in zip(dlosses, dmax_in)]
        # backprop losses.append(np.sum(v * v))
        dv += (2 * v_before) * dlosses.pop()
        # backprop v = np.tanh(v)
        dv = (1 - v_before**2) * dv
    return dv


def without_annotations_forward(v, a):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    items = []
    steps = []
    for i in range(3):
        sum_in = v * a
        sum_v_times_a = np.sum(sum_in)
        items.append(sum_v_times_a**i)
        steps.append((sum_in, sum_v_times_a))
    array_items = np.array(items)
    out = np.mean(items)
    cache = (v, a, steps, array_items)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dv and da, from dout."""
    v, a, steps, array_items = cache
    # backprop out = np.mean(items)
    darray_items = np.ones_like(array_items) * (dout / array_items.size)
    # backprop array_items = np.array(items)
    ditems = list(darray_items)
    dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for i in reversed(range(3)):
        sum_in, sum_v_times_a = steps[i]
        # backprop items.append(sum_v_times_a**i)
        ditems_last = ditems.pop()
        dsum_v_times_a = (i * sum_v_times_a ** (i - 1) if i else 0.0) * ditems_last
        # backprop sum_v_times_a = np.sum(sum_in)
        dsum_in = np.ones_like(sum_in) * dsum_v_times_a
        # backprop sum_in = v * a
        dv += unbroadcast(a * dsum_in, v)
        da += unbroadcast(v * dsum_in, a)
    return dv, da
