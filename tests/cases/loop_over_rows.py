# arguments: A=(4, 3), w=(3,)
import numpy as np


def f(A: "N D", w: "D"):
    s = np.zeros(3)
    for row in A:
        s = np.tanh(s + row * w)
    return s


# output
"""Forward and backward passes of loop_over_rows.py: do not edit.

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


def f_forward(A: "N D", w: "D"):
    """Forward pass of f: s (3,) and the cache (references, not copies)."""
    s = np.zeros(3)
    steps = []
    for row in A:
        row_times_w = row * w
        tanh_in = s + row_times_w
        s = np.tanh(tanh_in)
        steps.append(s)
    cache = (A, w, steps)
    return s, cache


def f_backward(ds, cache):
    """Backward pass of f: dA (N, D) and dw (D,), from ds (3,)."""
    A, w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i in reversed(range(len(A))):
        s = steps[i]
        row = A[i]
        # backprop s = np.tanh(tanh_in)
        dtanh_in = (1 - s**2) * ds
        # backprop tanh_in = s + row_times_w
        ds = dtanh_in
        drow_times_w = unbroadcast(dtanh_in, row)
        # backprop row_times_w = row * w
        drow = w * drow_times_w
        dw += row * drow_times_w
        dA[i] = drow
    return dA, dw
