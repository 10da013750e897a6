# arguments f: x=(3,), y=(3,), n=3, m=1
# arguments g: x=(3,), n=3
# arguments h: x=(4,), n=2
"""The size is an argument: what has it is known to have one dimension, and the same one."""
import numpy as np


def f(x: "N", y: "N", n: int, m: int):
    u = np.zeros(n)
    for i in range(n):
        u[i] = np.sin(x[i]) * y[i]
    return np.sum(u * np.ones(n)) + np.sum(np.full(m, x[0]) * y)


def g(x: "N", n: int):
    s = 0.0
    for _ in range(2):
        w = np.zeros(n) + x[:n]
        s = s + np.sum(w * w)
        n = n - 1
    return s


def h(x: "N", n: int):
    A = np.zeros((n, n))
    for i in range(n):
        A[i] = x[:n] * x[i]
    return A @ np.ones(n)


# output
"""Forward and backward passes of arrays_of_a_given_size_in_loops.py: do not edit.

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


def f_forward(x: "N", y: "N", n: int, m: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    u = np.zeros(n)
    steps = []
    for i in range(n):
        sin_x_i = np.sin(x[i])
        u[i] = sin_x_i * y[i]
        steps.append(sin_x_i)
    ones_n = np.ones(n)
    full_m = np.full(m, x[0])
    sum_in = full_m * y
    out = np.sum(u * ones_n) + np.sum(sum_in)
    cache = (x, y, n, steps, ones_n, full_m, sum_in)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout."""
    x, y, n, steps, ones_n, full_m, sum_in = cache
    # backprop out = np.sum(u * ones_n) + np.sum(sum_in)
    du = ones_n * dout
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = full_m * y
    dfull_m = unbroadcast(y * dsum_in, full_m)
    dy = unbroadcast(full_m * dsum_in, y)
    # backprop full_m = np.full(m, x[0])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = np.sum(dfull_m)
    for i in reversed(range(n)):
        sin_x_i = steps[i]
        # backprop u[i] = sin_x_i * y[i]
        dsin_x_i = y[i] * du[i]
        dy[i] += sin_x_i * du[i]
        # backprop sin_x_i = np.sin(x[i])
        dx[i] += np.cos(x[i]) * dsin_x_i
    return dx, dy


def g_forward(x: "N", n: int):
    """Forward pass of g: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for _ in range(2):
        w = np.zeros(n) + x[:n]
        steps.append((n, w))
        s = s + np.sum(w * w)
        n = n - 1
    cache = (x, steps)
    return s, cache


def g_backward(ds, cache):
    """Backward pass of g: dx (N,), from ds."""
    x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for n, w in reversed(steps):
        # backprop s = s + np.sum(w * w)
        dw = (2 * w) * ds
        # backprop w = np.zeros(n) + x[:n]
        dx[:n] += unbroadcast(dw, x[:n])
    return dx


def h_forward(x: "N", n: int):
    """Forward pass of h: out and the cache (references, not copies)."""
    A = np.zeros((n, n))
    for i in range(n):
        x_part_times_x_i = x[:n] * x[i]
        A[i] = x_part_times_x_i
    ones_n = np.ones(n)
    out = A @ ones_n
    cache = (x, n, ones_n)
    return out, cache


def h_backward(dout, cache):
    """Backward pass of h: dx (N,), from dout."""
    x, n, ones_n = cache
    # backprop out = A @ ones_n
    dA = np.outer(dout, ones_n)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        # backprop A[i] = x_part_times_x_i
        dx_part_times_x_i = unbroadcast(dA[i], x[:n])
        # backprop x_part_times_x_i = x[:n] * x[i]
        dx[:n] += x[i] * dx_part_times_x_i
        dx[i] += x[:n] @ dx_part_times_x_i
    return dx
