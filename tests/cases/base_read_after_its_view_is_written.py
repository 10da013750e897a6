# arguments read_before_and_after: x=(4,)
# arguments in_a_branch: A=(4, 3), w=(3,), c=1.0
# arguments in_a_loop: A=(4, 3), w=(3,), n=2
# arguments without_annotations: x=(4,), n=2
import numpy as np


def read_before_and_after(x: "N"):
    y = x * x
    tail = y[1:]
    before = np.sum(y**3)
    tail *= x[0]
    return before * np.sum(y**2)


def in_a_branch(A: "N D", w: "D", c: float):
    B = A * A
    row = B[0]
    if c > 0:
        row[:] = w * row
    return np.sum(B**2)


def in_a_loop(A: "N D", w: "D", n: int):
    B = A * A
    for i in range(n):
        row = B[i]
        row *= w
        row += B[i + 1]
    return np.sum(B**2)


def without_annotations(x, n):
    y = np.exp(x)
    tail = y[1:]
    for i in range(n):
        tail *= x[0]
    return np.sum(y**2)


# output
"""Forward and backward passes of base_read_after_its_view_is_written.py: do not edit.

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


def read_before_and_after_forward(x: "N"):
    """Forward pass of read_before_and_after.

    Gives out and the cache (references, not copies).
    """
    y = x * x
    before = np.sum(y**3)
    y1 = y.copy()
    y1[1:] *= x[0]
    sum_y_sqr = np.sum(y1**2)
    out = before * sum_y_sqr
    cache = (x, y, before, y1, sum_y_sqr)
    return out, cache


def read_before_and_after_backward(dout, cache):
    """Backward pass of read_before_and_after: dx (N,), from dout."""
    x, y, before, y1, sum_y_sqr = cache
    # backprop out = before * sum_y_sqr
    dbefore = sum_y_sqr * dout
    dsum_y_sqr = before * dout
    # backprop sum_y_sqr = np.sum(y1**2)
    dy1 = (2 * y1) * dsum_y_sqr
    # backprop y1 = y.copy(); y1[1:] *= x[0]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = y[1:] @ dy1[1:]
    dy1[1:] *= x[0]
    # backprop before = np.sum(y**3)
    dy1 += (3 * y**2) * dbefore
    # backprop y = x * x
    dx += (2 * x) * dy1
    return dx


def in_a_branch_forward(A: "N D", w: "D", c: float):
    """Forward pass of in_a_branch: out and the cache (references, not copies)."""
    B = A * A
    B_B_0 = None
    if c > 0:
        B_B_0 = B[0].copy()
        B[0, :] = w * B_B_0
    out = np.sum(B**2)
    cache = (A, w, c, B_B_0, B)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dA (N, D), dw (D,) and dc, from dout."""
    A, w, c, B_B_0, B = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    if c > 0:
        # backprop B[0, :] = w * B_B_0
        dw = B_B_0 * dB[0, :]
        dB_B_0 = w * dB[0, :]
        dB[0, :] = 0.0
        # backprop B_B_0 = B[0].copy()
        dB[0] += dB_B_0
    # backprop B = A * A
    dA = (2 * A) * dB
    dc = 0.0
    return dA, dw, dc


def in_a_loop_forward(A: "N D", w: "D", n: int):
    """Forward pass of in_a_loop: out and the cache (references, not copies)."""
    B = A * A
    steps = []
    for i in range(n):
        B_i = B[i].copy()
        B[i] = B_i * w
        B[i] += B[i + 1]
        steps.append(B_i)
    out = np.sum(B**2)
    cache = (A, w, n, steps, B)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dA (N, D) and dw (D,), from dout."""
    A, w, n, steps, B = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(n)):
        B_i = steps[i]
        # backprop B[i] += B[i + 1]
        dB[i + 1] += dB[i]
        # backprop B[i] = B_i * w
        dB_i = w * dB[i]
        dw += B_i * dB[i]
        # backprop B_i = B[i].copy()
        dB[i] = dB_i
    # backprop B = A * A
    dA = (2 * A) * dB
    return dA, dw


def without_annotations_forward(x, n):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    y = np.exp(x)
    y_before = y.copy()
    steps = []
    for i in range(n):
        y_part = y[1:].copy()
        y_part_times_x_0 = y_part * x[0]
        y[1:] = y_part_times_x_0
        steps.append((y_part, y_part_times_x_0))
    out = np.sum(y**2)
    cache = (x, y_before, steps, y)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dx, from dout."""
    x, y_before, steps, y = cache
    # backprop out = np.sum(y**2)
    dy = (2 * y) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for y_part, y_part_times_x_0 in reversed(steps):
        # backprop y[1:] = y_part_times_x_0
        dy_part_times_x_0 = unbroadcast(dy[1:], y_part_times_x_0)
        # backprop y_part_times_x_0 = y_part * x[0]
        dy_part = unbroadcast(x[0] * dy_part_times_x_0, y_part)
        dx[0] += unbroadcast(y_part * dy_part_times_x_0, x[0])
        # backprop y_part = y[1:].copy()
        dy[1:] = dy_part
    # backprop y = np.exp(x)
    dx += y_before * dy
    return dx
