# arguments f: A=(3, 2), w=(2,)
# arguments in_a_loop: A=(3, 2), w=(2,), n=2
# arguments in_a_branch: A=(3, 2), w=(2,), c=1.0
# arguments without_annotations: A=(3, 2), w=(2,)
import numpy as np


def f(A: "N D", w: "D"):
    B = A * A
    B[0] = w
    return np.sum(B.T**2)


def in_a_loop(A: "N D", w: "D", n: int):
    total = 0.0
    for i in range(n):
        B = A * A
        B[i] = w
        total += np.sum(B.T**3)
    return total


def in_a_branch(A: "N D", w: "D", c: float):
    B = A * A
    if c > 0:
        B[0] = w
    return np.sum(B.T**2)


def without_annotations(A, w):
    B = A * A
    B[0] = w
    return np.sum(B.T**2)


# output
"""Forward and backward passes of array_written_and_read_transposed.py: do not edit.

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
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A * A
    B[0] = w
    out = np.sum(B.T**2)
    cache = (A, B)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D) and dw (D,), from dout."""
    A, B = cache
    # backprop out = np.sum(B.T**2)
    dB = ((2 * B.T) * dout).T
    # backprop B[0] = w
    dw = 1 * dB[0]
    dB[0] = 0.0
    # backprop B = A * A
    dA = (2 * A) * dB
    return dA, dw


def in_a_loop_forward(A: "N D", w: "D", n: int):
    """Forward pass of in_a_loop: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(n):
        B = A * A
        B[i] = w
        total += np.sum(B.T**3)
        steps.append(B)
    cache = (A, w, n, steps)
    return total, cache


def in_a_loop_backward(dtotal, cache):
    """Backward pass of in_a_loop: dA (N, D) and dw (D,), from dtotal."""
    A, w, n, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i in reversed(range(n)):
        B = steps[i]
        # backprop total += np.sum(B.T**3)
        dB = ((3 * B.T**2) * dtotal).T
        # backprop B[i] = w
        dw += dB[i]
        dB[i] = 0.0
        # backprop B = A * A
        dA += (2 * A) * dB
    return dA, dw


def in_a_branch_forward(A: "N D", w: "D", c: float):
    """Forward pass of in_a_branch: out and the cache (references, not copies)."""
    B = A * A
    if c > 0:
        B[0] = w
    out = np.sum(B.T**2)
    cache = (A, w, c, B)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dA (N, D), dw (D,) and dc, from dout."""
    A, w, c, B = cache
    # backprop out = np.sum(B.T**2)
    dB = ((2 * B.T) * dout).T
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    if c > 0:
        # backprop B[0] = w
        dw = 1 * dB[0]
        dB[0] = 0.0
    # backprop B = A * A
    dA = (2 * A) * dB
    dc = 0.0
    return dA, dw, dc


def without_annotations_forward(A, w):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    B = A * A
    B[0] = w
    out = np.sum(B.T**2)
    cache = (A, w, B)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dA and dw, from dout."""
    A, w, B = cache
    # backprop out = np.sum(B.T**2)
    dB = ((2 * B.T) * dout).T
    # backprop B[0] = w
    dw = 1 * unbroadcast(dB[0], w)
    dB[0] = 0.0
    # backprop B = A * A
    dA = (2 * A) * dB
    return dA, dw
