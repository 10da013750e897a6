# arguments: A=(4, 3), x=(3,), n=2
# arguments: A=(4, 3), x=(3,), n=0
import numpy as np


def f(A, x, n: int):
    B = A.copy()
    B[2] += B[-1, :]
    if n > 1:
        B[-1, :] *= B[-1, :] + x
    B[2, 1:] += B[-1, :][:-1]
    return np.sum(B * A)


# output
"""Forward and backward passes of shape_of_a_part_that_an_arm_reads.py: do not edit.

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


def f_forward(A, x, n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    B_part = B[-1, :]
    B[2] += B_part
    B_part1 = None
    B_part_plus_x = None
    if n > 1:
        B_part1 = B[-1, :].copy()
        B_part2 = B[-1, :]
        B_part_plus_x = B_part2 + x
        B_product = B_part1 * B_part_plus_x
        B[-1, :] = B_product
    B_part_part = B[-1, :][:-1]
    B[2, 1:] += B_part_part
    out = np.sum(B * A)
    cache = (A, x, n, B_part, B_part1, B_part_plus_x, B_part_part, B)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA and dx, from dout."""
    A, x, n, B_part, B_part1, B_part_plus_x, B_part_part, B = cache
    # backprop out = np.sum(B * A)
    dB = A * dout
    dA = B * dout
    # backprop B[2, 1:] += B_part_part
    dB_part_part = unbroadcast(dB[2, 1:], B_part_part)
    # backprop B_part_part = B[-1, :][:-1]
    dB[-1, :][:-1] += dB_part_part
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    if n > 1:
        # backprop B[-1, :] = B_product
        dB_product = unbroadcast(dB[-1, :], B_part_plus_x)
        # backprop B_product = B_part1 * B_part_plus_x
        dB_part1 = unbroadcast(B_part_plus_x * dB_product, B_part1)
        dB_part_plus_x = B_part1 * dB_product
        # backprop B_part_plus_x = B_part2 + x
        dB_part2 = unbroadcast(dB_part_plus_x, B_part1)
        dx = unbroadcast(dB_part_plus_x, x)
        # backprop B_part2 = B[-1, :]
        dB[-1, :] = dB_part2
        # backprop B_part1 = B[-1, :].copy()
        dB[-1, :] += dB_part1
    # backprop B[2] += B_part
    dB_part = unbroadcast(dB[2], B_part)
    # backprop B_part = B[-1, :]
    dB[-1, :] += dB_part
    # backprop B = A.copy()
    dA += dB
    return dA, dx
