# arguments numbers: x=(3,), s=(), n=3
# arguments numbers_of_what: x=(3,), s=(), n=3
# arguments entries: x=(3,), s=(), n=3
# arguments nested: x=(3,), s=(), n=3
import numpy as np


def numbers(x: "D", s: float, n: int):
    xs = [0.0 for _ in range(n)]
    for i in range(n):
        xs[i] += x[i] * s
    return xs[0] * xs[1]


def numbers_of_what(x, s, n):
    xs = [0.0] * n
    for i in range(n):
        xs[i] = x[i] * s
    return xs[0] * xs[1]


def entries(x: "3", s: float, n: int):
    rows = [np.zeros(3) for _ in range(n)]
    for k in range(n):
        rows[k][0] = x[k]
        rows[k] += x * s
    return np.sum(rows[0] * rows[1])


def nested(x: "D", s: float, n: int):
    table = [[0.0 for _ in range(n)] for _ in range(n)]
    for i in range(n):
        for j in range(n):
            table[i][j] += x[i] * s
    return table[0][0] * table[1][0]


# output
"""Forward and backward passes of list_of_a_comprehension_written_item_by_item.py: do
not edit.

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


def numbers_forward(x: "D", s: float, n: int):
    """Forward pass of numbers: out and the cache (references, not copies)."""
    xs = []
    for _ in range(n):
        xs.append(0.0)
    for i in range(n):
        xs[i] += x[i] * s
    out = xs[0] * xs[1]
    cache = (x, s, n, xs)
    return out, cache


def numbers_backward(dout, cache):
    """Backward pass of numbers: dx (D,) and ds, from dout."""
    x, s, n, xs = cache
    # backprop out = xs[0] * xs[1]
    dxs = zeros_of(xs)
    dxs[0] = xs[1] * dout
    dxs[1] += xs[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    ds = 0.0
    for i in reversed(range(n)):
        # backprop xs[i] += x[i] * s
        dx[i] = s * dxs[i]
        ds += x[i] * dxs[i]
    return dx, ds


def numbers_of_what_forward(x, s, n):
    """Forward pass of numbers_of_what: out and the cache (references, not copies)."""
    xs = [0.0] * n
    for i in range(n):
        x_i_times_s = x[i] * s
        xs[i] = x_i_times_s
    out = xs[0] * xs[1]
    cache = (x, s, n, xs)
    return out, cache


def numbers_of_what_backward(dout, cache):
    """Backward pass of numbers_of_what: dx and ds, from dout."""
    x, s, n, xs = cache
    # backprop out = xs[0] * xs[1]
    dxs = zeros_of(xs)
    dxs[0] += unbroadcast(xs[1] * dout, xs[0])
    dxs[1] += unbroadcast(xs[0] * dout, xs[1])
    dx = zeros_of(x)
    ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
    for i in reversed(range(n)):
        # backprop xs[i] = x_i_times_s
        dx_i_times_s = unbroadcast(dxs[i], xs[i])
        # backprop x_i_times_s = x[i] * s
        dx[i] += unbroadcast(s * dx_i_times_s, x[i])
        ds += unbroadcast(x[i] * dx_i_times_s, s)
    return dx, ds


def entries_forward(x: "3", s: float, n: int):
    """Forward pass of entries: out and the cache (references, not copies)."""
    rows = []
    for _ in range(n):
        rows.append(np.zeros(3))
    for k in range(n):
        rows[k][0] = x[k]
        rows[k] += x * s
    out = np.sum(rows[0] * rows[1])
    cache = (x, s, n, rows)
    return out, cache


def entries_backward(dout, cache):
    """Backward pass of entries: dx (3,) and ds, from dout."""
    x, s, n, rows = cache
    # backprop out = np.sum(rows[0] * rows[1])
    drows = zeros_of(rows)
    drows[0] += rows[1] * dout
    drows[1] += rows[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    ds = 0.0
    for k in reversed(range(n)):
        # backprop rows[k] += x * s
        dx += s * drows[k]
        ds += x @ drows[k]
        # backprop rows[k][0] = x[k]
        dx[k] += drows[k][0]
        drows[k][0] = 0.0
    return dx, ds


def nested_forward(x: "D", s: float, n: int):
    """Forward pass of nested: out and the cache (references, not copies)."""
    table = []
    for _ in range(n):
        items = []
        for _1 in range(n):
            items.append(0.0)
        table.append(items)
    for i in range(n):
        for j in range(n):
            table[i][j] += x[i] * s
    out = table[0][0] * table[1][0]
    cache = (x, s, n, table)
    return out, cache


def nested_backward(dout, cache):
    """Backward pass of nested: dx (D,) and ds, from dout."""
    x, s, n, table = cache
    # backprop out = table[0][0] * table[1][0]
    dtable = zeros_of(table)
    dtable[0][0] += table[1][0] * dout
    dtable[1][0] += table[0][0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    ds = 0.0
    for i in reversed(range(n)):
        for j in reversed(range(n)):
            # backprop table[i][j] += x[i] * s
            dx[i] += s * dtable[i][j]
            ds += x[i] * dtable[i][j]
    return dx, ds
