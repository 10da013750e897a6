# arguments broadcast: w=(2,)
# arguments mean_and_sum: A=(3, 2)
# arguments in_a_branch: A=(3, 2), c=1.0
# arguments in_a_loop: A=(3, 2), n=2
# arguments broadcast_in_a_loop: w=(2,), n=2
# arguments without_annotations: A=(3, 2), n=2
import numpy as np


def broadcast(w: "D"):
    spread = np.broadcast_to(w, (3, 2))
    return spread * spread + spread


def mean_and_sum(A: "N D"):
    total = np.sum(A)
    column = np.sum(A, axis=1)
    return np.sum(column * total) + np.mean(A)


def in_a_branch(A: "N D", c: float):
    B = np.exp(A)
    total = np.mean(B)
    if c > 0:
        total += np.sum(B[0])
    return total


def in_a_loop(A: "N D", n: int):
    B = np.exp(A)
    total = 0.0
    for i in range(n):
        total += np.mean(B)
        B[0] *= 2
    return total + np.sum(B)


def broadcast_in_a_loop(w: "D", n: int):
    h = np.broadcast_to(w, (3, 2))
    for i in range(n):
        h = h * h + h
    return h


def without_annotations(A, n):
    B = np.exp(A)
    total = np.mean(B)
    for i in range(n):
        total += np.sum(B)
    return total


# output
"""Forward and backward passes of spread_arrays_added_to.py: do not edit.

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


def broadcast_forward(w: "D"):
    """Forward pass of broadcast: out (3, 2) and the cache (references, not copies)."""
    spread = np.broadcast_to(w, (3, 2))
    out = spread * spread + spread
    cache = (w, spread)
    return out, cache


def broadcast_backward(dout, cache):
    """Backward pass of broadcast: dw (D,), from dout (3, 2)."""
    w, spread = cache
    # backprop out = spread * spread + spread
    dspread = (2 * spread) * dout
    dspread += dout
    # backprop spread = np.broadcast_to(w, (3, 2))
    dw = unbroadcast(dspread, w)
    return dw


def mean_and_sum_forward(A: "N D"):
    """Forward pass of mean_and_sum: out and the cache (references, not copies)."""
    total = np.sum(A)
    column = np.sum(A, axis=1)
    out = np.sum(column * total) + np.mean(A)
    cache = (A, total, column)
    return out, cache


def mean_and_sum_backward(dout, cache):
    """Backward pass of mean_and_sum: dA (N, D), from dout."""
    A, total, column = cache
    # backprop out = np.sum(column * total) + np.mean(A)
    dcolumn = np.ones_like(column) * (total * dout)
    dtotal = np.sum(column * dout)
    dA = np.ones_like(A) * (dout / A.size)
    # backprop column = np.sum(A, axis=1)
    dA += np.expand_dims(dcolumn, 1)
    # backprop total = np.sum(A)
    dA += dtotal
    return dA


def in_a_branch_forward(A: "N D", c: float):
    """Forward pass of in_a_branch: total and the cache (references, not copies)."""
    B = np.exp(A)
    total = np.mean(B)
    if c > 0:
        total += np.sum(B[0])
    cache = (c, B)
    return total, cache


def in_a_branch_backward(dtotal, cache):
    """Backward pass of in_a_branch: dA (N, D) and dc, from dtotal."""
    c, B = cache
    dB = np.zeros_like(B, dtype=np.result_type(B, 1.0))
    if c > 0:
        # backprop total += np.sum(B[0])
        dB[0] = dtotal
    # backprop total = np.mean(B)
    dB += dtotal / B.size
    # backprop B = np.exp(A)
    dA = B * dB
    dc = 0.0
    return dA, dc


def in_a_loop_forward(A: "N D", n: int):
    """Forward pass of in_a_loop: out and the cache (references, not copies)."""
    B = np.exp(A)
    B_before = B.copy()
    total = 0.0
    for i in range(n):
        total += np.mean(B)
        B[0] *= 2
    out = total + np.sum(B)
    cache = (n, B_before, B)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dA (N, D), from dout."""
    n, B_before, B = cache
    # backprop out = total + np.sum(B)
    dtotal = dout
    dB = np.ones_like(B) * dout
    for _ in range(n):
        # backprop B[0] *= 2
        dB[0] *= 2
        # backprop total += np.mean(B)
        dB += dtotal / B_before.size
    # backprop B = np.exp(A)
    dA = B_before * dB
    return dA


def broadcast_in_a_loop_forward(w: "D", n: int):
    """Forward pass of broadcast_in_a_loop.

    Gives h (3, 2) and the cache (references, not copies).
    """
    h = np.broadcast_to(w, (3, 2))
    h_before = []
    for i in range(n):
        h_before.append(h)
        h = h * h + h
    cache = (w, h_before)
    return h, cache


def broadcast_in_a_loop_backward(dh, cache):
    """Backward pass of broadcast_in_a_loop: dw (D,), from dh (3, 2)."""
    w, h_before = cache
    for h in reversed(h_before):
        # backprop h = h * h + h
        dh_next = dh
        dh = (2 * h) * dh_next
        dh += dh_next
    # backprop h = np.broadcast_to(w, (3, 2))
    dw = 1.0 * unbroadcast(dh, w)
    return dw


def without_annotations_forward(A, n):
    """Forward pass of without_annotations.

    Gives total and the cache (references, not copies).
    """
    B = np.exp(A)
    total = np.mean(B)
    for i in range(n):
        total += np.sum(B)
    cache = (n, B)
    return total, cache


def without_annotations_backward(dtotal, cache):
    """Backward pass of without_annotations: dA, from dtotal."""
    n, B = cache
    dB = np.zeros_like(B, dtype=np.result_type(B, 1.0))
    for _ in range(n):
        # backprop total += np.sum(B)
        dB += dtotal
    # backprop total = np.mean(B)
    dB += dtotal / np.size(B)
    # backprop B = np.exp(A)
    dA = B * dB
    return dA
