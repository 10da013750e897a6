# arguments summed: x=(3,), n=3
# arguments multiplied: x=(3,), b=1.3, n=3
# arguments two_at_once: x=(3,), b=1.3, n=3
import numpy as np


def summed(x: "N", n: int):
    s = 0.0
    for _ in range(n):
        s += x * s + x  # the first turn makes an array, the second writes into it
    return s


def multiplied(x: "N", b: float, n: int):
    for _ in range(n):
        b *= x
    return b


def two_at_once(x: "N", b: float, n: int):
    s = 0.0
    for _ in range(n):
        s += b * x
        b += s * 0.1
    return b + s


# output
"""Forward and backward passes of number_that_becomes_an_array_in_turns.py, made by `backprop generate`: do not edit."""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: sums it where x was broadcast, spreads it where g is smaller.

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


def summed_forward(x: "N", n: int):
    """Forward pass of summed: s and the cache (references, not copies)."""
    s = 0.0
    s_before = []
    for _ in range(n):
        s_before.append(s)
        s = s + (x * s + x)  # the first turn makes an array, the second writes into it
    cache = (x, s_before)
    return s, cache


def summed_backward(ds, cache):
    """Backward pass of summed: dx (N,), from ds."""
    x, s_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for s in reversed(s_before):
        # backprop s = s + (x * s + x)
        ds_next = ds
        ds = 1 * unbroadcast(ds_next, s)
        dx += unbroadcast(s * ds_next, x)
        ds += unbroadcast(x * ds_next, s)
        dx += unbroadcast(ds_next, x)
    return dx


def multiplied_forward(x: "N", b: float, n: int):
    """Forward pass of multiplied: b and the cache (references, not copies)."""
    b_before = []
    for _ in range(n):
        b_before.append(b)
        b = b * x
    cache = (x, b_before)
    return b, cache


def multiplied_backward(db, cache):
    """Backward pass of multiplied: dx (N,) and db, from db."""
    x, b_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for b in reversed(b_before):
        # backprop b = b * x
        dx += unbroadcast(b * db, x)
        db = unbroadcast(x * db, b)
    db = 1 * db
    return dx, db


def two_at_once_forward(x: "N", b: float, n: int):
    """Forward pass of two_at_once: out and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for _ in range(n):
        steps.append((s, b))
        s = s + b * x
        b = b + s * 0.1
    out = b + s
    cache = (x, steps, s, b)
    return out, cache


def two_at_once_backward(dout, cache):
    """Backward pass of two_at_once: dx (N,) and db, from dout."""
    x, steps, s, b = cache
    # backprop out = b + s
    db = 1 * unbroadcast(dout, b)
    ds = 1 * unbroadcast(dout, s)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for s, b in reversed(steps):
        # backprop b = b + s * 0.1
        ds += 0.1 * db
        db = unbroadcast(db, b)
        # backprop s = s + b * x
        db += unbroadcast(x * ds, b)
        dx += unbroadcast(b * ds, x)
        ds = unbroadcast(ds, s)
    return dx, db
