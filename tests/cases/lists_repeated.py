# arguments of_an_array: x=(3,), a=(), n=3
# arguments without_annotation: x=(3,), n=2
# arguments filled_with_numbers: a=(), n=3
# arguments state: a=(), xs=[0.3, 0.9, 0.5]
# arguments counted: x=(3,), n=2
# names matter: an item is called after its list
import numpy as np


def of_an_array(x: "N", a: float, n: int):
    rows = n * [np.tanh(a * x)]
    total = 0.0
    for i, row in enumerate(rows):
        total += i * np.sum(row * row)
    return total


def without_annotation(x, n):
    rows = [x] * n
    return sum(np.sum(row * row) for row in rows)


def filled_with_numbers(a, n):
    xs = [a * a] * n
    xs[1] = a
    return xs[0] * xs[1] + xs[2]


def state(a, xs):
    hs = [a] * len(xs)
    for i, x in enumerate(xs):
        hs[i] = hs[i] * x
    return hs


def counted(x, n):
    m = n + 1
    rows = [x] * m
    return np.sum(rows[0] * rows[m - 1])


# output
"""Forward and backward passes of lists_repeated.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def of_an_array_forward(x: "N", a: float, n: int):
    """Forward pass of of_an_array: total and the cache (references, not copies)."""
    tanh_in = a * x
    item = np.tanh(tanh_in)
    rows = []
    for _ in range(n):
        rows.append(item)
    total = 0.0
    for i, row in enumerate(rows):
        total += i * np.sum(row * row)
    cache = (x, a, n, item, rows)
    return total, cache


def of_an_array_backward(dtotal, cache):
    """Backward pass of of_an_array: dx (N,) and da, from dtotal."""
    x, a, n, item, rows = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        row = rows[i]
        # backprop total += i * np.sum(row * row)
        drow = (2 * row) * (i * dtotal)
        drows[i] += drow
    ditem = np.zeros_like(item, dtype=np.result_type(item, 1.0))
    for _ in range(n):
        # backprop rows.append(item)
        ditem += drows.pop()
    # backprop item = np.tanh(tanh_in)
    dtanh_in = (1 - item**2) * ditem
    # backprop tanh_in = a * x
    da = x @ dtanh_in
    dx = a * dtanh_in
    return dx, da


def without_annotation_forward(x, n):
    """Forward pass of without_annotation.

    Gives total and the cache (references, not copies).
    """
    rows = []
    for _ in range(n):
        rows.append(x)
    total = 0
    for row in rows:
        total += np.sum(row * row)
    cache = (x, n, rows)
    return total, cache


def without_annotation_backward(dtotal, cache):
    """Backward pass of without_annotation: dx, from dtotal."""
    x, n, rows = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        row = rows[i]
        # backprop total += np.sum(row * row)
        drow = (2 * row) * dtotal
        drows[i] += drow
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for _ in range(n):
        # backprop rows.append(x)
        dx += drows.pop()
    return dx


def filled_with_numbers_forward(a, n):
    """Forward pass of filled_with_numbers.

    Gives out and the cache (references, not copies).
    """
    item = a * a
    xs = []
    for _ in range(n):
        xs.append(item)
    xs[1] = a
    out = xs[0] * xs[1] + xs[2]
    cache = (a, n, item, xs)
    return out, cache


def filled_with_numbers_backward(dout, cache):
    """Backward pass of filled_with_numbers: da, from dout."""
    a, n, item, xs = cache
    # backprop out = xs[0] * xs[1] + xs[2]
    dxs = zeros_of(xs)
    dxs[0] += unbroadcast(xs[1] * dout, xs[0])
    dxs[1] += unbroadcast(xs[0] * dout, xs[1])
    dxs[2] += unbroadcast(dout, xs[2])
    # backprop xs[1] = a
    da = 1 * unbroadcast(dxs[1], xs[1])
    dxs[1] = 0.0
    ditem = np.zeros_like(item, dtype=np.result_type(item, 1.0))
    for _ in range(n):
        # backprop xs.append(item)
        ditem += dxs.pop()
    # backprop item = a * a
    da += (2 * a) * ditem
    return da


def state_forward(a, xs):
    """Forward pass of state: hs and the cache (references, not copies)."""
    hs = []
    for _ in range(len(xs)):
        hs.append(a)
    steps = []
    for i, x in enumerate(xs):
        hs_i = copy_of(hs[i])
        hs_i_times_x = hs_i * x
        hs[i] = hs_i_times_x
        steps.append(hs_i)
    cache = (a, xs, steps, hs)
    return hs, cache


def state_backward(dhs, cache):
    """Backward pass of state: da and dxs, from dhs."""
    a, xs, steps, hs = cache
    dxs = zeros_of(xs)
    dhs = copy_of(dhs)
    for i in reversed(range(len(xs))):
        hs_i = steps[i]
        x = xs[i]
        # backprop hs[i] = hs_i_times_x
        dhs_i_times_x = unbroadcast(dhs[i], hs[i])
        # backprop hs_i_times_x = hs_i * x
        dhs_i = unbroadcast(x * dhs_i_times_x, hs_i)
        dx = unbroadcast(hs_i * dhs_i_times_x, x)
        # backprop hs_i = copy_of(hs[i])
        dhs[i] = dhs_i
        dxs[i] += dx
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for _ in range(len(xs)):
        # backprop hs.append(a)
        da += dhs.pop()
    return da, dxs


def counted_forward(x, n):
    """Forward pass of counted: out and the cache (references, not copies)."""
    m = n + 1
    rows = []
    for _ in range(m):
        rows.append(x)
    sum_in = rows[0] * rows[m - 1]
    out = np.sum(sum_in)
    cache = (x, m, rows, sum_in)
    return out, cache


def counted_backward(dout, cache):
    """Backward pass of counted: dx, from dout."""
    x, m, rows, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = rows[0] * rows[m - 1]
    drows = zeros_of(rows)
    drows[0] += unbroadcast(rows[m - 1] * dsum_in, rows[0])
    drows[m - 1] += unbroadcast(rows[0] * dsum_in, rows[m - 1])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for _ in range(m):
        # backprop rows.append(x)
        dx += drows.pop()
    return dx
