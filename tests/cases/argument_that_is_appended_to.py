# arguments: A=[1.0, 2.0], c=1.3
import numpy as np


def f(A: list, c: float):
    A.append(c * A[0])


# output
"""Forward and backward passes of argument_that_is_appended_to.py: do not edit.

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


def f_forward(A: list, c: float):
    """Forward pass of f: the cache (references, not copies)."""
    A_0 = A[0]
    c_times_A_0 = c * A_0
    A.append(c_times_A_0)
    cache = (c, A_0)
    return cache


def f_backward(dA, cache):
    """Backward pass of f: dA and dc, from dA."""
    c, A_0 = cache
    # backprop A.append(c_times_A_0)
    dA = copy_of(dA)
    dc_times_A_0 = unbroadcast(dA.pop(), A_0)
    # backprop c_times_A_0 = c * A_0
    dc = np.sum(A_0 * dc_times_A_0)
    dA_0 = c * dc_times_A_0
    # backprop A_0 = A[0]
    dA[0] += dA_0
    return dA, dc
