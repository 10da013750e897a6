# arguments all_three_read: x=(3,)
# arguments by_a_third_name: x=(3,)
import numpy as np


def all_three_read(x: "N"):
    a = b = c = np.zeros(3)
    b[0] = x[0] * x[1]
    c[1] = b[0] * x[2]
    return np.sum(a * c) + c[0]


def by_a_third_name(x: "N"):
    a = b = c = np.zeros(3)
    b[0] = x[0] * x[1]
    c[1] += b[0] * x[2]
    return np.sum(c * x)


# output
"""Forward and backward passes of three_names_of_one_array.py: do not edit.

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


def all_three_read_forward(x: "N"):
    """Forward pass of all_three_read: out and the cache (references, not copies)."""
    a = np.zeros(3)
    a[0] = x[0] * x[1]
    a1 = a.copy()
    a1[1] = a[0] * x[2]
    out = np.sum(a1 * a1) + a1[0]
    cache = (x, a, a1)
    return out, cache


def all_three_read_backward(dout, cache):
    """Backward pass of all_three_read: dx (N,), from dout."""
    x, a, a1 = cache
    # backprop out = np.sum(a1 * a1) + a1[0]
    da1 = (2 * a1) * dout
    da1[0] += dout
    # backprop a1 = a.copy(); a1[1] = a[0] * x[2]
    da1[0] += x[2] * da1[1]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[2] = a[0] * da1[1]
    # backprop a[0] = x[0] * x[1]
    dx[0] += x[1] * da1[0]
    dx[1] += x[0] * da1[0]
    return dx


def by_a_third_name_forward(x: "N"):
    """Forward pass of by_a_third_name: out and the cache (references, not copies)."""
    a = np.zeros(3)
    a[0] = x[0] * x[1]
    a1 = a.copy()
    a1[1] += a[0] * x[2]
    out = np.sum(a1 * x)
    cache = (x, a, a1)
    return out, cache


def by_a_third_name_backward(dout, cache):
    """Backward pass of by_a_third_name: dx (N,), from dout."""
    x, a, a1 = cache
    # backprop out = np.sum(a1 * x)
    da1 = np.ones_like(a1) * (x * dout)
    dx = unbroadcast(a1 * dout, x)
    # backprop a1 = a.copy(); a1[1] += a[0] * x[2]
    da1[0] += x[2] * da1[1]
    dx[2] += a[0] * da1[1]
    # backprop a[0] = x[0] * x[1]
    dx[0] += x[1] * da1[0]
    dx[1] += x[0] * da1[0]
    return dx
