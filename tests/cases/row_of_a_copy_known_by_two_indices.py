# arguments: A=(3, 3)
import numpy as np


def f(A):
    B = A.copy()
    row = B[0]
    B[0] = B[1] * A[0, 0]
    return B * row


# output
"""Forward and backward passes of row_of_a_copy_known_by_two_indices.py: do not edit.

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


def f_forward(A):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    B_1_times_A_0_0 = B[1] * A[0, 0]
    B1 = B.copy()
    B1[0] = B_1_times_A_0_0
    out = B1 * B1[0, :]
    cache = (A, B, B_1_times_A_0_0, B1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA, from dout."""
    A, B, B_1_times_A_0_0, B1 = cache
    # backprop out = B1 * B1[0, :]
    dB1 = unbroadcast(B1[0, :] * dout, B1)
    dB1[0, :] += unbroadcast(B1 * dout, B1[0, :])
    # backprop B1 = B.copy(); B1[0] = B_1_times_A_0_0
    dB_1_times_A_0_0 = 1 * unbroadcast(dB1[0], B_1_times_A_0_0)
    dB1[0] = 0.0
    # backprop B_1_times_A_0_0 = B[1] * A[0, 0]
    dB1[1] += unbroadcast(A[0, 0] * dB_1_times_A_0_0, B[1])
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    dA[0, 0] = unbroadcast(B[1] * dB_1_times_A_0_0, A[0, 0])
    # backprop B = A.copy()
    dA += dB1
    return dA
