# arguments in_a_loop: x=(3, 2), w=(2,), s=0.7, n=2
# arguments in_a_branch: x=(3, 2), w=(2,), s=0.7, c=-1.0
# arguments grown_by_a_turn: w=(2,), x=(3, 2), n=2
# arguments without_annotations: x=(3, 2), w=(2,), s=0.7, n=2
import numpy as np


def in_a_loop(x: "N D", w: "D", s: float, n: int):
    h = x
    for i in range(n):
        h = np.tanh(h * w + s)
    return h


def in_a_branch(x: "N D", w: "D", s: float, c: float):
    if c > 0:
        h = x * w
    else:
        h = x * s
    return h


def grown_by_a_turn(w: "D", x: "N D", n: int):
    h = w
    for i in range(n):
        h = h * x
    return h


def without_annotations(x, w, s, n):
    h = x
    for i in range(n):
        if i > 0:
            h = h * w
        else:
            h = h * s
    return h


# output
"""Forward and backward passes of broadcast_in_blocks.py: do not edit.

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


def in_a_loop_forward(x: "N D", w: "D", s: float, n: int):
    """Forward pass of in_a_loop: h (N, D) and the cache (references, not copies)."""
    h = x
    steps = []
    for i in range(n):
        h_before = h
        tanh_in = h * w + s
        h = np.tanh(tanh_in)
        steps.append((h_before, h))
    cache = (w, steps)
    return h, cache


def in_a_loop_backward(dh, cache):
    """Backward pass of in_a_loop: dx (N, D), dw (D,) and ds, from dh (N, D)."""
    w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    ds = 0.0
    for h_before, h in reversed(steps):
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = h * w + s
        dh = w * dtanh_in
        dw += np.sum(h_before * dtanh_in, axis=0)
        ds += np.sum(dtanh_in)
    # backprop h = x
    dx = 1.0 * dh
    return dx, dw, ds


def in_a_branch_forward(x: "N D", w: "D", s: float, c: float):
    """Forward pass of in_a_branch: h (N, D) and the cache (references, not copies)."""
    if c > 0:
        h = x * w
    else:
        h = x * s
    cache = (x, w, s, c)
    return h, cache


def in_a_branch_backward(dh, cache):
    """Backward pass of in_a_branch: dx (N, D), dw (D,), ds and dc, from dh (N, D)."""
    x, w, s, c = cache
    if c > 0:
        # backprop h = x * w
        dx = w * dh
        dw = np.sum(x * dh, axis=0)
        ds = 0.0
    else:
        # backprop h = x * s
        dx = s * dh
        ds = np.sum(x * dh)
        dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dc = 0.0
    return dx, dw, ds, dc


def grown_by_a_turn_forward(w: "D", x: "N D", n: int):
    """Forward pass of grown_by_a_turn: h and the cache (references, not copies)."""
    h = w
    h_before = []
    for i in range(n):
        h_before.append(h)
        h = h * x
    cache = (x, h_before)
    return h, cache


def grown_by_a_turn_backward(dh, cache):
    """Backward pass of grown_by_a_turn: dw (D,) and dx (N, D), from dh."""
    x, h_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for h in reversed(h_before):
        # backprop h = h * x
        dx += unbroadcast(h * dh, x)
        dh = unbroadcast(x * dh, h)
    # backprop h = w
    dw = 1.0 * dh
    return dw, dx


def without_annotations_forward(x, w, s, n):
    """Forward pass of without_annotations: h and the cache (references, not copies)."""
    h = x
    h_before = []
    for i in range(n):
        h_before.append(h)
        if i > 0:
            h = h * w
        else:
            h = h * s
    cache = (w, s, n, h_before)
    return h, cache


def without_annotations_backward(dh, cache):
    """Backward pass of without_annotations: dx, dw and ds, from dh."""
    w, s, n, h_before = cache
    ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(n)):
        h = h_before[i]
        if i > 0:
            # backprop h = h * w
            dw += unbroadcast(h * dh, w)
            dh = unbroadcast(w * dh, h)
        else:
            # backprop h = h * s
            ds += unbroadcast(h * dh, s)
            dh = unbroadcast(s * dh, h)
    # backprop h = x
    dx = 1 * dh
    return dx, dw, ds
