# arguments rows: x=(3, 2), w=(2,), s=1.3
# arguments columns: x=(3, 2), c=(3, 1)
# arguments in_a_loop: x=(3, 2), w=(2,), n=2
# arguments without_annotations: x=(3, 2), w=(2,)
import numpy as np


def rows(x: "N D", w: "D", s: float):
    return x**w, w**x, x**s, s**x


def columns(x: "N D", c: "N 1"):
    return np.sum(x**c)


def in_a_loop(x: "N D", w: "D", n: int):
    h = x
    for i in range(n):
        h = h**w
    return h


def without_annotations(x, w):
    return x**w


# output
"""Forward and backward passes of power_of_broadcast_operands.py: do not edit.

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


def rows_forward(x: "N D", w: "D", s: float):
    """Forward pass of rows.

    Gives out (N, D), out1 (N, D), out2 (N, D), out3 (N, D) and the cache (references,
    not copies).
    """
    out = x**w
    out1 = w**x
    out2 = x**s
    out3 = s**x
    cache = (x, w, s, out, out1, out2, out3)
    return out, out1, out2, out3, cache


def rows_backward(dout, dout1, dout2, dout3, cache):
    """Backward pass of rows.

    Gives dx (N, D), dw (D,) and ds, from dout (N, D), dout1 (N, D), dout2 (N, D) and
    dout3 (N, D).
    """
    x, w, s, out, out1, out2, out3 = cache
    # backprop out3 = s**x
    ds = np.sum((x * s ** (x - (x != 0))) * dout3)
    dx = np.ones_like(x) * ((out3 * float(np.log(s)) if s else 0.0) * dout3)
    # backprop out2 = x**s
    dx += (s * x ** (s - 1) if s else 0.0) * dout2
    ds += np.sum((out2 * np.log(np.where(x == 0, 1, x))) * dout2)
    # backprop out1 = w**x
    dw = np.sum((x * w ** (x - (x != 0))) * dout1, axis=0)
    dx += (out1 * np.log(np.where(w == 0, 1, w))) * dout1
    # backprop out = x**w
    dx += (w * x ** (w - (w != 0))) * dout
    dw += np.sum((out * np.log(np.where(x == 0, 1, x))) * dout, axis=0)
    return dx, dw, ds


def columns_forward(x: "N D", c: "N 1"):
    """Forward pass of columns: out and the cache (references, not copies)."""
    sum_in = x**c
    out = np.sum(sum_in)
    cache = (x, c, sum_in)
    return out, cache


def columns_backward(dout, cache):
    """Backward pass of columns: dx (N, D) and dc (N, 1), from dout."""
    x, c, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = x**c
    dx = (c * x ** (c - (c != 0))) * dsum_in
    dc = np.sum(
        (sum_in * np.log(np.where(x == 0, 1, x))) * dsum_in, axis=1, keepdims=True
    )
    return dx, dc


def in_a_loop_forward(x: "N D", w: "D", n: int):
    """Forward pass of in_a_loop: h (N, D) and the cache (references, not copies)."""
    h = x
    steps = []
    for i in range(n):
        h_before = h
        h = h**w
        steps.append((h_before, h))
    cache = (w, steps)
    return h, cache


def in_a_loop_backward(dh, cache):
    """Backward pass of in_a_loop: dx (N, D) and dw (D,), from dh (N, D)."""
    w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for h_before, h in reversed(steps):
        # backprop h = h**w
        dw += np.sum((h * np.log(np.where(h_before == 0, 1, h_before))) * dh, axis=0)
        dh = (w * h_before ** (w - (w != 0))) * dh
    # backprop h = x
    dx = 1.0 * dh
    return dx, dw


def without_annotations_forward(x, w):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    out = x**w
    cache = (x, w, out)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dx and dw, from dout."""
    x, w, out = cache
    # backprop out = x**w
    dx = unbroadcast((w * x ** (w - (w != 0))) * dout, x)
    dw = unbroadcast((out * np.log(np.where(x == 0, 1, x))) * dout, w)
    return dx, dw
