# arguments exchanged: x=(5,)
# arguments put_elsewhere: A=(3, 2)
# arguments again: x=(4,), k=0.6
# arguments by_two_names: x=(4,)
import numpy as np


def exchanged(x):
    y = x.copy()
    for i in range(4):
        y[i], y[i + 1] = y[i + 1] * 2, y[i]
    return y


def put_elsewhere(A):
    B = A.copy()
    t = B[0, 1]
    B[0, 1] = B[1, 0]
    B[1, 0] = t**2
    return B


def again(x, k):
    y = x.copy()
    t = y[1:][0]
    y[1] = k
    u = y[0]
    y[0] = u * t
    return y * t * u


def by_two_names(x):
    y = x.copy()
    z = y[0]
    w = y
    y[0] = 2.0
    return y * z * w


# output
"""Forward and backward passes of items_of_a_copy_taken_for_numbers.py: do not edit.

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


def exchanged_forward(x):
    """Forward pass of exchanged: y and the cache."""
    if np.ndim(x) != 1:
        raise TypeError(
            "exchanged: x does not have one dimension, and "
            "its items are taken for numbers"
        )
    y = x.copy()
    for i in range(4):
        swapped = y[i + 1] * 2
        swapped1 = y[i]
        y[i] = swapped
        y[i + 1] = swapped1
    cache = ()
    return y, cache


def exchanged_backward(dy: "_", cache):  # noqa: F722, F821
    """Backward pass of exchanged: dx, from dy."""
    dy = 1.0 * dy
    for i in reversed(range(4)):
        # backprop y[i + 1] = swapped1
        dswapped1 = dy[i + 1]
        dy[i + 1] = 0.0
        # backprop y[i] = swapped
        dswapped = dy[i]
        # backprop swapped1 = y[i]
        dy[i] = dswapped1
        # backprop swapped = y[i + 1] * 2
        dy[i + 1] += 2 * dswapped
    # backprop y = x.copy()
    dx = dy
    return dx


def put_elsewhere_forward(A):
    """Forward pass of put_elsewhere: B and the cache (references, not copies)."""
    if np.ndim(A) != 2:
        raise TypeError(
            "put_elsewhere: A does not have 2 dimensions, and "
            "its items are taken for numbers"
        )
    B = A.copy()
    t = B[0, 1]
    B[0, 1] = B[1, 0]
    B[1, 0] = t**2
    cache = (t,)
    return B, cache


def put_elsewhere_backward(dB: "_ _", cache):  # noqa: F722, F821
    """Backward pass of put_elsewhere: dA, from dB."""
    (t,) = cache
    # backprop B[1, 0] = t**2
    dt = (2 * t) * dB[1, 0]
    dB = 1.0 * dB
    dB[1, 0] = 0.0
    # backprop B[0, 1] = B[1, 0]
    dB[1, 0] += dB[0, 1]
    # backprop t = B[0, 1]
    dB[0, 1] = dt
    # backprop B = A.copy()
    dA = dB
    return dA


def again_forward(x, k):
    """Forward pass of again: out and the cache (references, not copies)."""
    if np.ndim(x) != 1:
        raise TypeError(
            "again: x does not have one dimension, and its items are taken for numbers"
        )
    y = x.copy()
    t = y[1:][0]
    y[1] = k
    u = y[0]
    y[0] = u * t
    y_times_t = y * t
    out = y_times_t * u
    cache = (k, t, u, y, y_times_t)
    return out, cache


def again_backward(dout, cache):
    """Backward pass of again: dx and dk, from dout."""
    k, t, u, y, y_times_t = cache
    # backprop out = y_times_t * u
    dy_times_t = u * dout
    du = y_times_t @ dout
    # backprop y_times_t = y * t
    dy = t * dy_times_t
    dt = y @ dy_times_t
    # backprop y[0] = u * t
    du += t * dy[0]
    dt += u * dy[0]
    # backprop u = y[0]
    dy[0] = du
    # backprop y[1] = k
    dk = 1 * unbroadcast(dy[1], k)
    dy[1] = 0.0
    # backprop t = y[1:][0]
    dy[1:][0] += dt
    # backprop y = x.copy()
    dx = dy
    return dx, dk


def by_two_names_forward(x):
    """Forward pass of by_two_names: out and the cache (references, not copies)."""
    if np.ndim(x) != 1:
        raise TypeError(
            "by_two_names: x does not have one dimension, and "
            "its items are taken for numbers"
        )
    y = x.copy()
    z = y[0]
    y[0] = 2.0
    y_times_z = y * z
    out = y_times_z * y
    cache = (z, y, y_times_z)
    return out, cache


def by_two_names_backward(dout, cache):
    """Backward pass of by_two_names: dx, from dout."""
    z, y, y_times_z = cache
    # backprop out = y_times_z * y
    dy_times_z = y * dout
    dy = y_times_z * dout
    # backprop y_times_z = y * z
    dy += z * dy_times_z
    dz = y @ dy_times_z
    # backprop y[0] = 2.0
    dy[0] = 0.0
    # backprop z = y[0]
    dy[0] += dz
    # backprop y = x.copy()
    dx = dy
    return dx
