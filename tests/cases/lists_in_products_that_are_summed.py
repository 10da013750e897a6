# arguments weighed: x=(3,), ws=[0.3, 0.9, 0.5]
# arguments the_other_way: x=(3,), ws=[0.3, 0.9, 0.5]
# arguments of_rows: x=(3,), rows=[(3,), (3,)]
# arguments of_lists_of_numbers: x=(3,), rows=[[0.3, 0.9, 0.5], [0.8, 0.2, 0.4]]
# arguments of_two_lists: xs=[0.3, 0.9, 0.5], ws=[0.4, 0.8, 0.6]
# arguments average: x=(3,), ws=[0.3, 0.9, 0.5]
# arguments nested: x=(3,), ws=[0.3, 0.9, 0.5]
# arguments in_turns: xs=(2, 3), ws=[0.3, 0.9, 0.5]
# first order only of_two_lists: what a cache holds is no list for certain
# first order only in_turns: what a cache holds is no list for certain
import numpy as np


def weighed(x: "N", ws: list):
    return np.sum(np.exp(x) * ws)


def the_other_way(x: "N", ws: list):
    return np.sum(ws * np.exp(x))


def of_rows(x: "N", rows: list):
    return np.sum(x * rows)


def of_lists_of_numbers(x: "N", rows: list):
    return np.sum(x * rows)


def of_two_lists(xs: list, ws: list):
    return np.sum(np.exp(xs) * ws)


def average(x: "N", ws: list):
    return np.sum(x * ws) / np.sum(ws)


def nested(x: "N", ws: list):
    return np.mean(np.sqrt(np.sum(x * ws) * x * ws) * ws)


def in_turns(xs: "T N", ws: list):
    s = 0.0
    for x in xs:
        s = np.tanh(s + np.sum(x * ws))
    return s


# output
"""Forward and backward passes of lists_in_products_that_are_summed.py: do not edit.

Made by `backprop generate`.
"""

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def weighed_forward(x: "N", ws: list):
    """Forward pass of weighed: out and the cache (references, not copies)."""
    exp_x = np.exp(x)
    sum_in = exp_x * ws
    array_ws = np.array(ws)
    out = np.sum(sum_in)
    cache = (exp_x, sum_in, array_ws)
    return out, cache


def weighed_backward(dout, cache):
    """Backward pass of weighed: dx (N,) and dws, from dout."""
    exp_x, sum_in, array_ws = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = exp_x * ws
    dexp_x = unbroadcast(array_ws * dsum_in, exp_x)
    darray_ws = unbroadcast(exp_x * dsum_in, array_ws)
    # backprop array_ws = np.array(ws)
    dws = list(darray_ws)
    # backprop exp_x = np.exp(x)
    dx = exp_x * dexp_x
    return dx, dws


def the_other_way_forward(x: "N", ws: list):
    """Forward pass of the_other_way: out and the cache (references, not copies)."""
    exp_x = np.exp(x)
    sum_in = ws * exp_x
    array_ws = np.array(ws)
    out = np.sum(sum_in)
    cache = (exp_x, sum_in, array_ws)
    return out, cache


def the_other_way_backward(dout, cache):
    """Backward pass of the_other_way: dx (N,) and dws, from dout."""
    exp_x, sum_in, array_ws = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = ws * exp_x
    darray_ws = unbroadcast(exp_x * dsum_in, array_ws)
    dexp_x = unbroadcast(array_ws * dsum_in, exp_x)
    # backprop array_ws = np.array(ws)
    dws = list(darray_ws)
    # backprop exp_x = np.exp(x)
    dx = exp_x * dexp_x
    return dx, dws


def of_rows_forward(x: "N", rows: list):
    """Forward pass of of_rows: out and the cache (references, not copies)."""
    sum_in = x * rows
    array_rows = np.array(rows)
    out = np.sum(sum_in)
    cache = (x, sum_in, array_rows)
    return out, cache


def of_rows_backward(dout, cache):
    """Backward pass of of_rows: dx (N,) and drows, from dout."""
    x, sum_in, array_rows = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = x * rows
    dx = unbroadcast(array_rows * dsum_in, x)
    darray_rows = unbroadcast(x * dsum_in, array_rows)
    # backprop array_rows = np.array(rows)
    drows = list(darray_rows)
    return dx, drows


def of_lists_of_numbers_forward(x: "N", rows: list):
    """Forward pass of of_lists_of_numbers.

    Gives out and the cache (references, not copies).
    """
    sum_in = x * rows
    array_rows = np.array(rows)
    out = np.sum(sum_in)
    cache = (x, sum_in, array_rows)
    return out, cache


def of_lists_of_numbers_backward(dout, cache):
    """Backward pass of of_lists_of_numbers: dx (N,) and drows, from dout."""
    x, sum_in, array_rows = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = x * rows
    dx = unbroadcast(array_rows * dsum_in, x)
    darray_rows = unbroadcast(x * dsum_in, array_rows)
    # backprop array_rows = np.array(rows)
    drows = list(darray_rows)
    return dx, drows


def of_two_lists_forward(xs: list, ws: list):
    """Forward pass of of_two_lists: out and the cache (references, not copies)."""
    exp_xs = np.exp(xs)
    sum_in = exp_xs * ws
    array_ws = np.array(ws)
    out = np.sum(sum_in)
    cache = (exp_xs, sum_in, array_ws)
    return out, cache


def of_two_lists_backward(dout, cache):
    """Backward pass of of_two_lists: dxs and dws, from dout."""
    exp_xs, sum_in, array_ws = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = exp_xs * ws
    dexp_xs = unbroadcast(array_ws * dsum_in, exp_xs)
    darray_ws = unbroadcast(exp_xs * dsum_in, array_ws)
    # backprop array_ws = np.array(ws)
    dws = list(darray_ws)
    # backprop exp_xs = np.exp(xs)
    dxs = list(exp_xs * dexp_xs)
    return dxs, dws


def average_forward(x: "N", ws: list):
    """Forward pass of average: out and the cache (references, not copies)."""
    sum_in = x * ws
    sum_ws = np.sum(ws)
    array_ws = np.array(ws)
    out_sum_in = np.array(ws)
    out = np.sum(sum_in) / sum_ws
    cache = (x, sum_in, sum_ws, array_ws, out_sum_in, out)
    return out, cache


def average_backward(dout, cache):
    """Backward pass of average: dx (N,) and dws, from dout."""
    x, sum_in, sum_ws, array_ws, out_sum_in, out = cache
    # backprop out = np.sum(sum_in) / sum_ws
    dsum_in = np.ones_like(sum_in) * (dout / sum_ws)
    dsum_ws = (-out / sum_ws) * dout
    # backprop sum_ws = np.sum(ws)
    dout_sum_in = np.ones_like(out_sum_in) * dsum_ws
    # backprop out_sum_in = np.array(ws)
    dws = list(dout_sum_in)
    # backprop sum_in = x * ws
    dx = unbroadcast(array_ws * dsum_in, x)
    darray_ws = unbroadcast(x * dsum_in, array_ws)
    # backprop array_ws = np.array(ws)
    dws = [(item + more) for item, more in zip(dws, darray_ws)]
    return dx, dws


def nested_forward(x: "N", ws: list):
    """Forward pass of nested: out and the cache (references, not copies)."""
    sum_in = x * ws
    sum_x_times_ws = np.sum(sum_in)
    sum_x_times_ws_times_x = sum_x_times_ws * x
    sqrt_in = sum_x_times_ws_times_x * ws
    sqrt_x = np.sqrt(sqrt_in)
    sqrt_x_times_ws = sqrt_x * ws
    array_ws = np.array(ws)
    out_array_ws = np.array(ws)
    out_array_ws1 = np.array(ws)
    out = np.mean(sqrt_x_times_ws)
    cache = (
        x,
        sum_in,
        sum_x_times_ws,
        sum_x_times_ws_times_x,
        sqrt_x,
        sqrt_x_times_ws,
        array_ws,
        out_array_ws,
        out_array_ws1,
    )
    return out, cache


def nested_backward(dout, cache):
    """Backward pass of nested: dx (N,) and dws, from dout."""
    (
        x,
        sum_in,
        sum_x_times_ws,
        sum_x_times_ws_times_x,
        sqrt_x,
        sqrt_x_times_ws,
        array_ws,
        out_array_ws,
        out_array_ws1,
    ) = cache
    # backprop out = np.mean(sqrt_x_times_ws)
    dsqrt_x_times_ws = np.ones_like(sqrt_x_times_ws) * (dout / sqrt_x_times_ws.size)
    # backprop sqrt_x_times_ws = sqrt_x * ws
    dsqrt_x = out_array_ws1 * dsqrt_x_times_ws
    dout_array_ws1 = unbroadcast(sqrt_x * dsqrt_x_times_ws, out_array_ws1)
    # backprop out_array_ws1 = np.array(ws)
    dws = list(dout_array_ws1)
    # backprop sqrt_x = np.sqrt(sqrt_in)
    dsqrt_in = dsqrt_x / (2 * sqrt_x)
    # backprop sqrt_in = sum_x_times_ws_times_x * ws
    dsum_x_times_ws_times_x = unbroadcast(
        out_array_ws * dsqrt_in, sum_x_times_ws_times_x
    )
    dout_array_ws = unbroadcast(sum_x_times_ws_times_x * dsqrt_in, out_array_ws)
    # backprop out_array_ws = np.array(ws)
    dws = [(item + more) for item, more in zip(dws, dout_array_ws)]
    # backprop sum_x_times_ws_times_x = sum_x_times_ws * x
    dsum_x_times_ws = x @ dsum_x_times_ws_times_x
    dx = sum_x_times_ws * dsum_x_times_ws_times_x
    # backprop sum_x_times_ws = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dsum_x_times_ws
    # backprop sum_in = x * ws
    dx += unbroadcast(array_ws * dsum_in, x)
    darray_ws = unbroadcast(x * dsum_in, array_ws)
    # backprop array_ws = np.array(ws)
    dws = [(item1 + more1) for item1, more1 in zip(dws, darray_ws)]
    return dx, dws


def in_turns_forward(xs: "T N", ws: list):
    """Forward pass of in_turns: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for x in xs:
        sum_in = x * ws
        tanh_in = s + np.sum(sum_in)
        array_ws = np.array(ws)
        s = np.tanh(tanh_in)
        steps.append((sum_in, array_ws, s))
    cache = (xs, ws, steps)
    return s, cache


def in_turns_backward(ds, cache):
    """Backward pass of in_turns: dxs (T, N) and dws, from ds."""
    xs, ws, steps = cache
    dws = zeros_of(ws)
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i in reversed(range(len(xs))):
        sum_in, array_ws, s = steps[i]
        x = xs[i]
        # backprop s = np.tanh(tanh_in)
        dtanh_in = (1 - s**2) * ds
        # backprop tanh_in = s + np.sum(sum_in)
        ds = dtanh_in
        dsum_in = np.ones_like(sum_in) * dtanh_in
        # backprop sum_in = x * ws
        dx = unbroadcast(array_ws * dsum_in, x)
        darray_ws = unbroadcast(x * dsum_in, array_ws)
        # backprop array_ws = np.array(ws)
        dws = [(item + more) for item, more in zip(dws, darray_ws)]
        dxs[i] = dx
    return dxs, dws
