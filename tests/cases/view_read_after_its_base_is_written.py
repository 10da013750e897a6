# arguments read_before_and_after: x=(4,)
# arguments row: A=(4, 3), w=(3,)
# arguments kept_for_the_mirror: A=(4, 3), w=(3,)
# arguments in_a_branch: A=(4, 3), w=(3,), c=1.0
# arguments in_a_loop: A=(4, 3), w=(3,), n=2
# arguments without_annotations: x=(4,)
import numpy as np


def read_before_and_after(x: "N"):
    y = x * x
    tail = y[1:]
    before = np.sum(tail**3)
    y[2] = x[0] * 3
    return before * np.sum(tail**2)


def row(A: "N D", w: "D"):
    B = A * A
    row = B[0]
    B[0] = w * w
    return np.sum(row**2)


def kept_for_the_mirror(A: "N D", w: "D"):
    B = A * A
    row = B[0]
    z = row * w
    B[0] = 2.0
    return np.sum(z) + np.sum(B)


def in_a_branch(A: "N D", w: "D", c: float):
    B = A * A
    row = B[0]
    if c > 0:
        B[0] = row * w
    return np.sum(row**2)


def in_a_loop(A: "N D", w: "D", n: int):
    B = A * A
    total = 0.0
    for i in range(n):
        row = B[0]
        total += np.sum(row * w)
        B[0] = row * row
    return total


def without_annotations(x):
    y = np.exp(x)
    tail = y[1:]
    before = np.sum(tail**3)
    y[2] = x[0] * 3
    return before * np.sum(tail**2)


# output
"""Forward and backward passes of view_read_after_its_base_is_written.py: do not edit.

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
    before = np.sum(y[1:] ** 3)
    y1 = y.copy()
    y1[2] = x[0] * 3
    sum_y_part_sqr = np.sum(y1[1:] ** 2)
    out = before * sum_y_part_sqr
    cache = (x, y, before, y1, sum_y_part_sqr)
    return out, cache


def read_before_and_after_backward(dout, cache):
    """Backward pass of read_before_and_after: dx (N,), from dout."""
    x, y, before, y1, sum_y_part_sqr = cache
    # backprop out = before * sum_y_part_sqr
    dbefore = sum_y_part_sqr * dout
    dsum_y_part_sqr = before * dout
    # backprop sum_y_part_sqr = np.sum(y1[1:] ** 2)
    dy1 = np.zeros_like(y1, dtype=np.result_type(y1, 1.0))
    dy1[1:] = (2 * y1[1:]) * dsum_y_part_sqr
    # backprop y1 = y.copy(); y1[2] = x[0] * 3
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = 3 * dy1[2]
    dy1[2] = 0.0
    # backprop before = np.sum(y[1:] ** 3)
    dy1[1:] += (3 * y[1:] ** 2) * dbefore
    # backprop y = x * x
    dx += (2 * x) * dy1
    return dx


def row_forward(A: "N D", w: "D"):
    """Forward pass of row: out and the cache (references, not copies)."""
    B = A * A
    B[0] = w * w
    out = np.sum(B[0] ** 2)
    cache = (A, w, B)
    return out, cache


def row_backward(dout, cache):
    """Backward pass of row: dA (N, D) and dw (D,), from dout."""
    A, w, B = cache
    # backprop out = np.sum(B[0] ** 2)
    dB = np.zeros_like(B, dtype=np.result_type(B, 1.0))
    dB[0] = (2 * B[0]) * dout
    # backprop B[0] = w * w
    dw = (2 * w) * dB[0]
    dB[0] = 0.0
    # backprop B = A * A
    dA = (2 * A) * dB
    return dA, dw


def kept_for_the_mirror_forward(A: "N D", w: "D"):
    """Forward pass of kept_for_the_mirror.

    Gives out and the cache (references, not copies).
    """
    B = A * A
    row = B[0]
    z = row * w
    B1 = B.copy()
    B1[0] = 2.0
    out = np.sum(z) + np.sum(B1)
    cache = (A, w, row, z, B1)
    return out, cache


def kept_for_the_mirror_backward(dout, cache):
    """Backward pass of kept_for_the_mirror: dA (N, D) and dw (D,), from dout."""
    A, w, row, z, B1 = cache
    # backprop out = np.sum(z) + np.sum(B1)
    dz = np.ones_like(z) * dout
    dB1 = np.ones_like(B1) * dout
    # backprop B1 = B.copy(); B1[0] = 2.0
    dB1[0] = 0.0
    # backprop z = row * w
    drow = w * dz
    dw = row * dz
    # backprop row = B[0]
    dB1[0] += drow
    # backprop B = A * A
    dA = (2 * A) * dB1
    return dA, dw


def in_a_branch_forward(A: "N D", w: "D", c: float):
    """Forward pass of in_a_branch: out and the cache (references, not copies)."""
    B = A * A
    B_0 = None
    if c > 0:
        B_0 = B[0].copy()
        B[0] = B_0 * w
    out = np.sum(B[0] ** 2)
    cache = (A, w, c, B_0, B)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dA (N, D), dw (D,) and dc, from dout."""
    A, w, c, B_0, B = cache
    # backprop out = np.sum(B[0] ** 2)
    dB = np.zeros_like(B, dtype=np.result_type(B, 1.0))
    dB[0] = (2 * B[0]) * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    if c > 0:
        # backprop B[0] = B_0 * w
        dB_0 = w * dB[0]
        dw = B_0 * dB[0]
        # backprop B_0 = B[0].copy()
        dB[0] = dB_0
    # backprop B = A * A
    dA = (2 * A) * dB
    dc = 0.0
    return dA, dw, dc


def in_a_loop_forward(A: "N D", w: "D", n: int):
    """Forward pass of in_a_loop: total and the cache (references, not copies)."""
    B = A * A
    total = 0.0
    steps = []
    for i in range(n):
        row = B[0]
        row_before = row.copy()
        total += np.sum(row * w)
        B[0] = row * row
        steps.append(row_before)
    cache = (A, w, steps, B)
    return total, cache


def in_a_loop_backward(dtotal, cache):
    """Backward pass of in_a_loop: dA (N, D) and dw (D,), from dtotal."""
    A, w, steps, B = cache
    dB = np.zeros_like(B, dtype=np.result_type(B, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for row_before in reversed(steps):
        # backprop B[0] = row * row
        drow = (2 * row_before) * dB[0]
        # backprop total += np.sum(row * w)
        drow += w * dtotal
        dw += row_before * dtotal
        # backprop row = B[0]
        dB[0] = drow
    # backprop B = A * A
    dA = (2 * A) * dB
    return dA, dw


def without_annotations_forward(x):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    y = np.exp(x)
    before = np.sum(y[1:] ** 3)
    y1 = y.copy()
    y1[2] = x[0] * 3
    sum_y_part_sqr = np.sum(y1[1:] ** 2)
    out = before * sum_y_part_sqr
    cache = (x, y, before, y1, sum_y_part_sqr)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dx, from dout."""
    x, y, before, y1, sum_y_part_sqr = cache
    # backprop out = before * sum_y_part_sqr
    dbefore = sum_y_part_sqr * dout
    dsum_y_part_sqr = before * dout
    # backprop sum_y_part_sqr = np.sum(y1[1:] ** 2)
    dy1 = np.zeros_like(y1, dtype=np.result_type(y1, 1.0))
    dy1[1:] = (2 * y1[1:]) * dsum_y_part_sqr
    # backprop y1 = y.copy(); y1[2] = x[0] * 3
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = 3 * unbroadcast(dy1[2], x[0])
    dy1[2] = 0.0
    # backprop before = np.sum(y[1:] ** 3)
    dy1[1:] += (3 * y[1:] ** 2) * dbefore
    # backprop y = np.exp(x)
    dx += y * dy1
    return dx
