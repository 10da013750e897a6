# arguments argument_by_an_arm: x=(3,), c=1.0
# arguments argument_and_itself: x=(3,), c=-1.0
# arguments row_by_a_loop: A=(3, 2), n=2
# arguments row_and_its_array: A=(3, 2), n=2
# arguments without_annotations: x=(3,), c=1.0
import numpy as np


def argument_by_an_arm(x: "N", c: float):
    if c > 2:
        y = x * x
    else:
        y = x
    return y


def argument_and_itself(x: "N", c: float):
    y = x
    if c > 0:
        y = x * x
    return y, y, x


def row_by_a_loop(A: "N D", n: int):
    row = A[0]
    for i in range(n):
        row = A[i]
    return row


def row_and_its_array(A: "N D", n: int):
    B = np.exp(A)
    for i in range(n):
        row = B[i]
        B[i + 1] = row * B[i + 1]
    return B[n], B


def without_annotations(x, c):
    if c > 2:
        y = x * x
    else:
        y = x
    return y, y


# output
"""Forward and backward passes of outputs_that_share_memory_in_blocks.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def argument_by_an_arm_forward(x: "N", c: float):
    """Forward pass of argument_by_an_arm.

    Gives y (N,) and the cache (references, not copies).
    """
    if c > 2:
        y = x * x
    else:
        y = x
    cache = (x, c)
    return y, cache


def argument_by_an_arm_backward(dy, cache):
    """Backward pass of argument_by_an_arm: dx (N,) and dc, from dy (N,)."""
    x, c = cache
    if c > 2:
        # backprop y = x * x
        dx = (2 * x) * dy
    else:
        # backprop y = x
        dx = 1.0 * dy
    dc = 0.0
    return dx, dc


def argument_and_itself_forward(x: "N", c: float):
    """Forward pass of argument_and_itself.

    Gives y (N,), y (N,), x (N,) and the cache (references, not copies).
    """
    y = x
    y_before = y
    if c > 0:
        y = x * x
    cache = (x, c, y_before)
    return y, y, x, cache


def argument_and_itself_backward(dy, dy1, dx, cache):
    """Backward pass of argument_and_itself.

    Gives dx (N,) and dc, from dy (N,), dy1 (N,) and dx (N,).
    """
    x, c, y_before = cache
    # backprop return y, y, x
    dy = dy + dy1
    if c > 0:
        # backprop y = x * x
        dx = dx + (2 * x) * dy
        dy = np.zeros_like(y_before, dtype=np.result_type(y_before, 1.0))
    # backprop y = x
    dx = dx + dy
    dc = 0.0
    return dx, dc


def row_by_a_loop_forward(A: "N D", n: int):
    """Forward pass of row_by_a_loop.

    Gives row (D,) and the cache (references, not copies).
    """
    row = A[0]
    row_before = []
    for i in range(n):
        row_before.append(row)
        row = A[i]
    cache = (A, n, row_before)
    return row, cache


def row_by_a_loop_backward(drow, cache):
    """Backward pass of row_by_a_loop: dA (N, D), from drow (D,)."""
    A, n, row_before = cache
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i in reversed(range(n)):
        row = row_before[i]
        # backprop row = A[i]
        dA[i] = drow
        drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
    # backprop row = A[0]
    dA[0] += drow
    return dA


def row_and_its_array_forward(A: "N D", n: int):
    """Forward pass of row_and_its_array.

    Gives out (D,), B (N, D) and the cache (references, not copies).
    """
    B = np.exp(A)
    B_before = B.copy()
    steps = []
    for i in range(n):
        row = B[i]
        row_before = row.copy()
        B_part = B[i + 1].copy()
        B[i + 1] = row * B_part
        steps.append((row_before, B_part))
    out = B[n]
    cache = (n, B_before, steps)
    return out, B, cache


def row_and_its_array_backward(dout, dB: "N D", cache):
    """Backward pass of row_and_its_array: dA (N, D), from dout (D,) and dB (N, D)."""
    n, B_before, steps = cache
    # backprop out = B[n]
    dB = 1.0 * dB
    dB[n] += dout
    for i in reversed(range(n)):
        row_before, B_part = steps[i]
        # backprop B[i + 1] = row * B_part
        drow = B_part * dB[i + 1]
        dB_part = row_before * dB[i + 1]
        # backprop B_part = B[i + 1].copy()
        dB[i + 1] = dB_part
        # backprop row = B[i]
        dB[i] += drow
    # backprop B = np.exp(A)
    dA = B_before * dB
    return dA


def without_annotations_forward(x, c):
    """Forward pass of without_annotations.

    Gives y, y and the cache (references, not copies).
    """
    c_gt_2 = c > 2
    if c_gt_2:
        y = x * x
    else:
        y = x
    cache = (x, c, c_gt_2)
    return y, y, cache


def without_annotations_backward(dy, dy1, cache):
    """Backward pass of without_annotations: dx and dc, from dy and dy1."""
    x, c, c_gt_2 = cache
    # backprop return y, y
    dy = dy + dy1
    if c_gt_2:
        # backprop y = x * x
        dx = (2 * x) * dy
    else:
        # backprop y = x
        dx = dy
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    return dx, dc
