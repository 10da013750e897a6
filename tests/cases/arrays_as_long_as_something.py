# arguments filtered: x=(4,)
# arguments of_several_lengths: x=(3,), ns=[1, 3, 1]
# arguments carried: x=(3,), ns=[1, 3, 1]
import numpy as np


def filtered(x):
    y = np.zeros(len(x))
    y[0] = x[0]
    for i in range(1, len(x)):
        before = y[i - 1]
        y[i] = 0.5 * x[i] + before * before
        y[i] *= before
    return y


# One size stands for those of all turns, which may be one or more.
def of_several_lengths(x, ns: list[int]):
    ys = []
    for n in ns:
        y = np.ones(n)
        y *= x[:n]
        ys.append(y)
    return ys[0] * ys[1] * ys[1] + ys[2]


def carried(x, ns: list[int]):
    before = np.ones(1)
    for n in ns:
        y = np.ones(n)
        y *= x[:n]
        before = before * y + y
    return before


# output
"""Forward and backward passes of arrays_as_long_as_something.py: do not edit.

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


def filtered_forward(x):
    """Forward pass of filtered: y and the cache (references, not copies)."""
    y = np.zeros(len(x))
    y[0] = x[0]
    steps = []
    for i in range(1, len(x)):
        before = y[i - 1]
        y_sum = 0.5 * x[i] + before * before
        y[i] = y_sum
        y_i = y[i]
        y[i] = y_i * before
        steps.append((before, y_i))
    cache = (x, steps)
    return y, cache


def filtered_backward(dy: "_", cache):  # noqa: F722, F821
    """Backward pass of filtered: dx, from dy."""
    x, steps = cache
    dx = zeros_of(x)
    dy = 1.0 * dy
    for i, (before, y_i) in zip(reversed(range(1, len(x))), reversed(steps)):
        # backprop y[i] = y_i * before
        dy_i = before * dy[i]
        dbefore = y_i * dy[i]
        # backprop y_i = y[i]
        dy[i] = dy_i
        # backprop y[i] = y_sum
        dy_sum = 1 * unbroadcast(dy[i], x[i])
        dy[i] = 0.0
        # backprop y_sum = 0.5 * x[i] + before * before
        dx[i] += 0.5 * dy_sum
        dbefore += (2 * before) * np.sum(dy_sum)
        # backprop before = y[i - 1]
        dy[i - 1] += dbefore
    # backprop y[0] = x[0]
    dx[0] += unbroadcast(dy[0], x[0])
    return dx


def of_several_lengths_forward(x, ns: list[int]):
    """Forward pass of of_several_lengths.

    Gives out and the cache (references, not copies).
    """
    ys = []
    steps = []
    for n in ns:
        y = np.ones(n)
        y1 = y * x[:n]
        ys.append(y1)
        steps.append(y)
    ys_0_times_ys_1 = ys[0] * ys[1]
    out = ys_0_times_ys_1 * ys[1] + ys[2]
    cache = (x, ns, steps, ys, ys_0_times_ys_1)
    return out, cache


def of_several_lengths_backward(dout, cache):
    """Backward pass of of_several_lengths: dx, from dout."""
    x, ns, steps, ys, ys_0_times_ys_1 = cache
    # backprop out = ys_0_times_ys_1 * ys[1] + ys[2]
    dys_0_times_ys_1 = unbroadcast(ys[1] * dout, ys_0_times_ys_1)
    dys = zeros_of(ys)
    dys[1] += unbroadcast(ys_0_times_ys_1 * dout, ys[1])
    dys[2] += unbroadcast(dout, ys[2])
    # backprop ys_0_times_ys_1 = ys[0] * ys[1]
    dys[0] += unbroadcast(ys[1] * dys_0_times_ys_1, ys[0])
    dys[1] += unbroadcast(ys[0] * dys_0_times_ys_1, ys[1])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(ns))):
        y = steps[i]
        n = ns[i]
        # backprop ys.append(y1)
        dy1 = dys.pop()
        # backprop y1 = y * x[:n]
        dx[:n] += unbroadcast(y * dy1, x[:n])
    return dx


def carried_forward(x, ns: list[int]):
    """Forward pass of carried: before and the cache (references, not copies)."""
    before = np.ones(1)
    steps = []
    for n in ns:
        y = np.ones(n)
        y1 = y * x[:n]
        steps.append((before, y, y1))
        before = before * y1 + y1
    cache = (x, ns, steps)
    return before, cache


def carried_backward(dbefore, cache):
    """Backward pass of carried: dx, from dbefore."""
    x, ns, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(ns))):
        before, y, y1 = steps[i]
        n = ns[i]
        # backprop before = before * y1 + y1
        dy1 = unbroadcast(before * dbefore, y1)
        dy1 += unbroadcast(dbefore, y1)
        dbefore = unbroadcast(y1 * dbefore, before)
        # backprop y1 = y * x[:n]
        dx[:n] += unbroadcast(y * dy1, x[:n])
    return dx
