# arguments filled: x=(4,)
# arguments like: x=(4,)
# arguments typed: x=(4,)
# arguments kept: x=(4,), n=4
# arguments floats: x=(4,)
import numpy as np


def filled(x: "N"):
    counts = np.full(4, 1)
    counts[1:] = 10 * x[1:]
    table = np.array([[0] * 4, [1] * 4])
    table[0] = 10 * x
    steps = np.array([1, 2, 3, 4])
    steps[0] = 10 * x[0]
    return counts * x + table * x + steps * x


def like(x: "N"):
    order = np.argsort(x)
    zeros = np.zeros_like(order)
    zeros[1] = 10 * x[1]
    halves = np.full_like(order, 0.5)
    halves[2] = 10 * x[2]
    ones = np.ones_like(x, dtype=int)
    ones[0] = 10 * x[0]
    return zeros * x + halves * x + ones * x


def typed(x: "N"):
    a = np.zeros(4, np.int64)
    a[0] = 10 * x[0]
    b = np.eye(4, dtype=int)
    b[0] = 10 * x
    c = np.full(4, 2.5, dtype="int32")
    c[1] = 10 * x[1]
    return a * x + b * x + c * x


def kept(x: "N", n: int):
    a = np.repeat(np.where(x > 1, 1, 0), 2)[:4]
    a[0] = 10 * x[0]
    b = np.concatenate([np.arange(n), np.cumsum(np.arange(n))])
    b[4:] = 10 * x
    return a * x + b[4:] * x


def floats(x: "N"):
    order = np.argsort(x)
    a = np.zeros_like(order, dtype=float)
    a[0] = 10 * x[0]
    b = np.append(np.arange(3), 0.5)
    b[1] = 10 * x[1]
    c = np.where(x > 1, 1, 0.5)
    c[2] = 10 * x[2]
    mask = np.array([True, False, True, False])
    c[mask] += x[mask]
    return a * x + b * x + c * x


# output
"""Forward and backward passes of integers_that_are_written_into.py: do not edit.

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


def filled_forward(x: "N"):
    """Forward pass of filled: out and the cache (references, not copies)."""
    counts = np.full(4, 1)
    counts[1:] = 10 * x[1:]
    table = np.array([[0] * 4, [1] * 4])
    table[0] = 10 * x
    steps = np.array([1, 2, 3, 4])
    steps[0] = 10 * x[0]
    out = counts * x + table * x + steps * x
    cache = (x, counts, table, steps)
    return out, cache


def filled_backward(dout, cache):
    """Backward pass of filled: dx (N,), from dout."""
    x, counts, table, steps = cache
    # backprop out = counts * x + table * x + steps * x
    dx = unbroadcast(counts * dout, x)
    dx += unbroadcast(table * dout, x)
    dx += unbroadcast(steps * dout, x)
    return dx


def like_forward(x: "N"):
    """Forward pass of like: out (N,) and the cache (references, not copies)."""
    order = np.argsort(x)
    zeros = np.zeros_like(order)
    zeros[1] = 10 * x[1]
    halves = np.full_like(order, 0.5)
    halves[2] = 10 * x[2]
    ones = np.ones_like(x, dtype=int)
    ones[0] = 10 * x[0]
    out = zeros * x + halves * x + ones * x
    cache = (zeros, halves, ones)
    return out, cache


def like_backward(dout, cache):
    """Backward pass of like: dx (N,), from dout (N,)."""
    zeros, halves, ones = cache
    # backprop out = zeros * x + halves * x + ones * x
    dx = zeros * dout
    dx += halves * dout
    dx += ones * dout
    return dx


def typed_forward(x: "N"):
    """Forward pass of typed: out (4, 4) and the cache (references, not copies)."""
    a = np.zeros(4, np.int64)
    a[0] = 10 * x[0]
    b = np.eye(4, dtype=int)
    b[0] = 10 * x
    c = np.full(4, 2.5, dtype="int32")
    c[1] = 10 * x[1]
    out = a * x + b * x + c * x
    cache = (x, a, b, c)
    return out, cache


def typed_backward(dout, cache):
    """Backward pass of typed: dx (N,), from dout (4, 4)."""
    x, a, b, c = cache
    # backprop out = a * x + b * x + c * x
    dx = unbroadcast(a * np.sum(dout, axis=0), x)
    dx += unbroadcast(b * dout, x)
    dx += unbroadcast(c * np.sum(dout, axis=0), x)
    return dx


def kept_forward(x: "N", n: int):
    """Forward pass of kept: out and the cache (references, not copies)."""
    a = np.repeat(np.where(x > 1, 1, 0), 2)[:4]
    a[0] = 10 * x[0]
    b = np.concatenate([np.arange(n), np.cumsum(np.arange(n))])
    b[4:] = 10 * x
    a_times_x = a * x
    b_part_times_x = b[4:] * x
    out = a_times_x + b_part_times_x
    cache = (x, a, b, a_times_x, b_part_times_x)
    return out, cache


def kept_backward(dout, cache):
    """Backward pass of kept: dx (N,), from dout."""
    x, a, b, a_times_x, b_part_times_x = cache
    # backprop out = a_times_x + b_part_times_x
    da_times_x = unbroadcast(dout, a_times_x)
    db_part_times_x = unbroadcast(dout, b_part_times_x)
    # backprop b_part_times_x = b[4:] * x
    dx = unbroadcast(b[4:] * db_part_times_x, x)
    # backprop a_times_x = a * x
    dx += unbroadcast(a * da_times_x, x)
    return dx


def floats_forward(x: "N"):
    """Forward pass of floats: out (4,) and the cache (references, not copies)."""
    order = np.argsort(x)
    a = np.zeros_like(order, dtype=float)
    a[0] = 10 * x[0]
    b = np.append(np.arange(3), 0.5)
    b[1] = 10 * x[1]
    c = np.where(x > 1, 1, 0.5)
    c[2] = 10 * x[2]
    mask = np.array([True, False, True, False])
    x_mask = x[mask]
    c[mask] += x_mask
    a_times_x = a * x
    c_times_x = c * x
    out = a_times_x + b * x + c_times_x
    cache = (x, a, b, mask, x_mask, c)
    return out, cache


def floats_backward(dout, cache):
    """Backward pass of floats: dx (N,), from dout (4,)."""
    x, a, b, mask, x_mask, c = cache
    # backprop out = a_times_x + b * x + c_times_x
    da_times_x = unbroadcast(dout, a)
    db = x * dout
    dx = unbroadcast(b * dout, x)
    dc_times_x = unbroadcast(dout, c)
    # backprop c_times_x = c * x
    dc = x * dc_times_x
    dx += c * dc_times_x
    # backprop a_times_x = a * x
    da = x * da_times_x
    dx += a * da_times_x
    # backprop c[mask] += x_mask
    dx_mask = unbroadcast(dc[mask], x_mask)
    # backprop x_mask = x[mask]
    dx[mask] += dx_mask
    # backprop c[2] = 10 * x[2]
    dx[2] += 10 * dc[2]
    # backprop b[1] = 10 * x[1]
    dx[1] += 10 * db[1]
    # backprop a[0] = 10 * x[0]
    dx[0] += 10 * da[0]
    return dx
