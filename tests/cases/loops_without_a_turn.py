# arguments replaced: x=(3,), n=0
# arguments written_into: x=(3,), w=(3,), n=0
# arguments begun_with_zero: x=(3,), n=0
# arguments in_a_turn: x=(3,), n=2
# arguments left_at_once: x=1.5, w=0.7
# arguments without_annotations: x=(3,), w=(3,), n=0
import numpy as np


def replaced(x: "N", n: int):
    h = x
    for i in range(n):
        h = h * h
    return h


def written_into(x: "N", w: "N", n: int):
    y = x * x
    for i in range(n):
        y[i] *= w[i]
    return y


def begun_with_zero(x: "N", n: int):
    total = 0.0
    for i in range(n):
        total += x[i] ** 2
    return total


def in_a_turn(x: "N", n: int):
    total = 1.0
    for i in range(n):
        part = total
        for j in range(i):
            part = part * x[j]
        total = part * x[i]
    return total


def left_at_once(x: float, w: float):
    y = x * w
    while y < 1:
        y = y * x
    return y * w


def without_annotations(x, w, n):
    h = x * x
    for i in range(n):
        h = h * w
    return h


# output
"""Forward and backward passes of loops_without_a_turn.py: do not edit.

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


def replaced_forward(x: "N", n: int):
    """Forward pass of replaced: h (N,) and the cache (references, not copies)."""
    h = x
    h_before = []
    for i in range(n):
        h_before.append(h)
        h = h * h
    cache = (h_before,)
    return h, cache


def replaced_backward(dh, cache):
    """Backward pass of replaced: dx (N,), from dh (N,)."""
    (h_before,) = cache
    for h in reversed(h_before):
        # backprop h = h * h
        dh = (2 * h) * dh
    # backprop h = x
    dx = 1.0 * dh
    return dx


def written_into_forward(x: "N", w: "N", n: int):
    """Forward pass of written_into: y (N,) and the cache (references, not copies)."""
    y = x * x
    steps = []
    for i in range(n):
        y_i = y[i]
        y[i] = y_i * w[i]
        steps.append(y_i)
    cache = (x, w, n, steps)
    return y, cache


def written_into_backward(dy: "N", cache):
    """Backward pass of written_into: dx (N,) and dw (N,), from dy (N,)."""
    x, w, n, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dy = 1.0 * dy
    for i in reversed(range(n)):
        y_i = steps[i]
        # backprop y[i] = y_i * w[i]
        dy_i = w[i] * dy[i]
        dw[i] = y_i * dy[i]
        # backprop y_i = y[i]
        dy[i] = dy_i
    # backprop y = x * x
    dx = (2 * x) * dy
    return dx, dw


def begun_with_zero_forward(x: "N", n: int):
    """Forward pass of begun_with_zero: total and the cache (references, not copies)."""
    total = 0.0
    for i in range(n):
        total += x[i] ** 2
    cache = (x, n)
    return total, cache


def begun_with_zero_backward(dtotal, cache):
    """Backward pass of begun_with_zero: dx (N,), from dtotal."""
    x, n = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        # backprop total += x[i] ** 2
        dx[i] = (2 * x[i]) * dtotal
    return dx


def in_a_turn_forward(x: "N", n: int):
    """Forward pass of in_a_turn: total and the cache (references, not copies)."""
    total = 1.0
    steps = []
    for i in range(n):
        part = total
        part_before = []
        for j in range(i):
            part_before.append(part)
            part = part * x[j]
        total = part * x[i]
        steps.append((part_before, part))
    cache = (x, n, steps)
    return total, cache


def in_a_turn_backward(dtotal, cache):
    """Backward pass of in_a_turn: dx (N,), from dtotal."""
    x, n, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        part_before, part = steps[i]
        # backprop total = part * x[i]
        dpart = x[i] * dtotal
        dx[i] += part * dtotal
        for j in reversed(range(i)):
            part = part_before[j]
            # backprop part = part * x[j]
            dx[j] += part * dpart
            dpart = x[j] * dpart
        # backprop part = total
        dtotal = dpart
    return dx


def left_at_once_forward(x: float, w: float):
    """Forward pass of left_at_once: out and the cache (references, not copies)."""
    y = x * w
    y_before = []
    while y < 1:
        y_before.append(y)
        y = y * x
    out = y * w
    cache = (x, w, y_before, y)
    return out, cache


def left_at_once_backward(dout, cache):
    """Backward pass of left_at_once: dx and dw, from dout."""
    x, w, y_before, y = cache
    # backprop out = y * w
    dy = w * dout
    dw = y * dout
    dx = 0.0
    for y in reversed(y_before):
        # backprop y = y * x
        dx += y * dy
        dy = x * dy
    # backprop y = x * w
    dx += w * dy
    dw += x * dy
    return dx, dw


def without_annotations_forward(x, w, n):
    """Forward pass of without_annotations: h and the cache (references, not copies)."""
    h = x * x
    h_before = []
    for i in range(n):
        h_before.append(h)
        h = h * w
    cache = (x, w, h_before)
    return h, cache


def without_annotations_backward(dh, cache):
    """Backward pass of without_annotations: dx and dw, from dh."""
    x, w, h_before = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for h in reversed(h_before):
        # backprop h = h * w
        dw += unbroadcast(h * dh, w)
        dh = unbroadcast(w * dh, h)
    # backprop h = x * x
    dx = (2 * x) * dh
    return dx, dw
