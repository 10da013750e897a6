# arguments in_a_branch: x=(3,), y=(3,), c=1.0
# arguments in_a_branch: x=(3,), y=(3,), c=-1.0
# arguments in_a_loop: x=(3,), y=(3,), n=2
# arguments in_a_nest: x=(3,), y=(3,), n=2
# arguments without_annotations: x=(3,), y=(3,), n=2
import numpy as np


def in_a_branch(x: "N", y: "N", c: float):
    a = x + y
    if c > 0:
        b = a + y
        a = a + b
    else:
        b = a
    return a + b


def in_a_loop(x: "N", y: "N", n: int):
    b = y
    for i in range(n):
        a = x + b
        b = a + b + x
    return b + y


def in_a_nest(x: "N", y: "N", n: int):
    total = x
    for i in range(n):
        part = total + y
        for j in range(i):
            part = part + total
            total = part + x
    return total


def without_annotations(x, y, n):
    b = y
    for i in range(n):
        if i > 0:
            a = x + b
        else:
            a = b
        b = a + b + x
    return b + y


# output
"""Forward and backward passes of gradients_added_to_in_blocks.py: do not edit.

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


def in_a_branch_forward(x: "N", y: "N", c: float):
    """Forward pass of in_a_branch: out (N,) and the cache (references, not copies)."""
    a = x + y
    if c > 0:
        b = a + y
        a = a + b
    else:
        b = a
    out = a + b
    cache = (y, c)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dx (N,), dy (N,) and dc, from dout (N,)."""
    y, c = cache
    # backprop out = a + b
    da = 1.0 * dout
    db = 1.0 * dout
    if c > 0:
        # backprop a = a + b
        db += da
        # backprop b = a + y
        da += db
        dy = db
    else:
        # backprop b = a
        da += db
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    # backprop a = x + y
    dx = da
    dy += da
    dc = 0.0
    return dx, dy, dc


def in_a_loop_forward(x: "N", y: "N", n: int):
    """Forward pass of in_a_loop: out (N,) and the cache (references, not copies)."""
    b = y
    for i in range(n):
        a = x + b
        b = a + b + x
    out = b + y
    cache = (x, n)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dx (N,) and dy (N,), from dout (N,)."""
    x, n = cache
    # backprop out = b + y
    db = 1.0 * dout
    dy = 1.0 * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for _ in range(n):
        # backprop b = a + b + x
        da = db
        dx += db
        # backprop a = x + b
        dx += da
        db += da
    # backprop b = y
    dy += db
    return dx, dy


def in_a_nest_forward(x: "N", y: "N", n: int):
    """Forward pass of in_a_nest: total (N,) and the cache (references, not copies)."""
    total = x
    steps = []
    for i in range(n):
        part = total + y
        for j in range(i):
            part = part + total
            total = part + x
        steps.append(part)
    cache = (x, y, n, steps)
    return total, cache


def in_a_nest_backward(dtotal, cache):
    """Backward pass of in_a_nest: dx (N,) and dy (N,), from dtotal (N,)."""
    x, y, n, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for i in reversed(range(n)):
        part = steps[i]
        dpart = np.zeros_like(part, dtype=np.result_type(part, 1.0))
        for _ in range(i):
            # backprop total = part + x
            dpart += dtotal
            dx += dtotal
            # backprop part = part + total
            dtotal = 1 * dpart
        # backprop part = total + y
        dtotal = dtotal + dpart
        dy += dpart
    # backprop total = x
    dx += dtotal
    return dx, dy


def without_annotations_forward(x, y, n):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    b = y
    steps = []
    for i in range(n):
        if i > 0:
            a = x + b
        else:
            a = b
        steps.append((b, a))
        b = a + b + x
    out = b + y
    cache = (x, y, n, steps, b)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dx and dy, from dout."""
    x, y, n, steps, b = cache
    # backprop out = b + y
    db = unbroadcast(dout, b)
    dy = 1.0 * unbroadcast(dout, y)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        b, a = steps[i]
        # backprop b = a + b + x
        da = unbroadcast(db, a)
        dx += unbroadcast(db, x)
        db = 1 * unbroadcast(db, b)
        if i > 0:
            # backprop a = x + b
            dx += unbroadcast(da, x)
            db += unbroadcast(da, b)
        else:
            # backprop a = b
            db += da
    # backprop b = y
    dy += db
    return dx, dy
