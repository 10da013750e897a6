# arguments read: x=(4,), c=1.3
# arguments written: A=(3, 4), x=(4,)
import numpy as np


def read(x, c):
    return x * c, x[0] * c  # x may be a list as far as this shows, but for its gradient


def written(A, x):
    A[0] *= x
    A[1, 1:] = A[1, 1:] * x[1:]
    return np.sum(A)


# output
"""Forward and backward passes of argument_read_whole_and_by_items.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def read_forward(x, c):
    """Forward pass of read: out, out1 and the cache (references, not copies)."""
    if isinstance(x, (list, tuple)):
        raise TypeError("read: x is a list or a tuple, and is taken for an array")
    out = x * c
    out1 = x[0] * c  # x may be a list as far as this shows, but for its gradient
    cache = (x, c)
    return out, out1, cache


def read_backward(dout, dout1, cache):
    """Backward pass of read: dx and dc, from dout and dout1."""
    x, c = cache
    # backprop out1 = x[0] * c
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = unbroadcast(c * dout1, x[0])
    dc = unbroadcast(x[0] * dout1, c)
    # backprop out = x * c
    dx += unbroadcast(c * dout, x)
    dc += unbroadcast(x * dout, c)
    return dx, dc


def written_forward(A, x):
    """Forward pass of written: out and the cache (references, not copies)."""
    if isinstance(A, (list, tuple)):
        raise TypeError("written: A is a list or a tuple, and is taken for an array")
    if np.shares_memory(A, x, max_work=100_000):
        raise ValueError("written: A and x overlap")
    A_0 = copy_of(A[0])
    A_0_times_x = A_0 * x
    A[0] = A_0_times_x
    A_1_part = A[1, 1:].copy()
    A_1_part_times_x_part = A_1_part * x[1:]
    A[1, 1:] = A_1_part_times_x_part
    out = np.sum(A)
    cache = (x, A_0, A_0_times_x, A_1_part, A_1_part_times_x_part)
    return out, cache


def written_backward(dout, dA, cache):
    """Backward pass of written: dA and dx, from dout and dA."""
    x, A_0, A_0_times_x, A_1_part, A_1_part_times_x_part = cache
    # backprop out = np.sum(A)
    dA = dA + dout
    # backprop A[1, 1:] = A_1_part_times_x_part
    dA_1_part_times_x_part = unbroadcast(dA[1, 1:], A_1_part_times_x_part)
    # backprop A_1_part_times_x_part = A_1_part * x[1:]
    dA_1_part = unbroadcast(x[1:] * dA_1_part_times_x_part, A_1_part)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[1:] = unbroadcast(A_1_part * dA_1_part_times_x_part, x[1:])
    # backprop A_1_part = A[1, 1:].copy()
    dA[1, 1:] = dA_1_part
    # backprop A[0] = A_0_times_x
    dA_0_times_x = unbroadcast(dA[0], A_0_times_x)
    # backprop A_0_times_x = A_0 * x
    dA_0 = unbroadcast(x * dA_0_times_x, A_0)
    dx += unbroadcast(A_0 * dA_0_times_x, x)
    # backprop A_0 = copy_of(A[0])
    dA[0] = dA_0
    return dA, dx
