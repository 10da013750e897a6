# arguments in_a_loop: x=(3,), n=3
# arguments in_a_branch: x=(3,), c=1.0
# arguments until_it_is_large: s=1.2, v=0.7
# arguments to_one_name_twice: x=(3,), b=(3,), n=3
# arguments without_annotations: x=(3,), n=2
import numpy as np


def in_a_loop(x: "N", n: int):
    a = b = x
    for i in range(n):
        a = b = a * b
    return a + b * x


def in_a_branch(x: "N", c: float):
    a = x * x
    b = x + 1
    if c > 0:
        a = b = np.sin(a) * b
    return a + b * x


def until_it_is_large(s: float, v: float):
    a = b = d = s
    while a * b < 3:
        d = a = b = a * b + v * d
    return a * v + b * d


def to_one_name_twice(x: "N", b: "N", n: int):
    for i in range(n):
        if i > 0:
            x = x.copy()
        else:
            x = x = x * b
    return x * b


def without_annotations(x, n):
    a = b = x
    for i in range(n):
        b = a = a * b
    return a + b * x


# output
"""Forward and backward passes of chained_assignment_in_blocks.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def in_a_loop_forward(x: "N", n: int):
    """Forward pass of in_a_loop: out (N,) and the cache (references, not copies)."""
    a = b = x
    steps = []
    for i in range(n):
        steps.append((a, b))
        a = b = a * b
    out = a + b * x
    cache = (x, steps, b)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dx (N,), from dout (N,)."""
    x, steps, b = cache
    # backprop out = a + b * x
    da = 1.0 * dout
    db = x * dout
    dx = b * dout
    for a, b in reversed(steps):
        # backprop a = b = a * b
        da += db
        da_next = da
        da = b * da_next
        db = a * da_next
    # backprop a = b = x
    da += db
    dx += da
    return dx


def in_a_branch_forward(x: "N", c: float):
    """Forward pass of in_a_branch: out (N,) and the cache (references, not copies)."""
    a = x * x
    a_before = a
    b = x + 1
    b_before = b
    sin_a = None
    if c > 0:
        sin_a = np.sin(a)
        a = b = sin_a * b
    out = a + b * x
    cache = (x, c, a_before, b_before, sin_a, b)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dx (N,) and dc, from dout (N,)."""
    x, c, a_before, b_before, sin_a, b = cache
    # backprop out = a + b * x
    da = 1.0 * dout
    db = x * dout
    dx = b * dout
    if c > 0:
        # backprop a = b = sin_a * b
        da += db
        dsin_a = b_before * da
        db = sin_a * da
        # backprop sin_a = np.sin(a)
        da = np.cos(a_before) * dsin_a
    # backprop b = x + 1
    dx += db
    # backprop a = x * x
    dx += (2 * x) * da
    dc = 0.0
    return dx, dc


def until_it_is_large_forward(s: float, v: float):
    """Forward pass of until_it_is_large: out and the cache (references, not copies)."""
    a = b = d = s
    steps = []
    while a * b < 3:
        steps.append((d, a, b))
        d = a = b = a * b + v * d
    out = a * v + b * d
    cache = (v, steps, d, a, b)
    return out, cache


def until_it_is_large_backward(dout, cache):
    """Backward pass of until_it_is_large: ds and dv, from dout."""
    v, steps, d, a, b = cache
    # backprop out = a * v + b * d
    da = v * dout
    dv = a * dout
    db = d * dout
    dd = b * dout
    for d, a, b in reversed(steps):
        # backprop d = a = b = a * b + v * d
        dd += db
        dd += da
        da = b * dd
        db = a * dd
        dv += d * dd
        dd = v * dd
    # backprop a = b = d = s
    da += dd
    da += db
    ds = da
    return ds, dv


def to_one_name_twice_forward(x: "N", b: "N", n: int):
    """Forward pass of to_one_name_twice.

    Gives out (N,) and the cache (references, not copies).
    """
    x_before = []
    for i in range(n):
        x_before.append(x)
        if i > 0:
            x = x.copy()
        else:
            x = x = x * b
    out = x * b
    cache = (b, n, x_before, x)
    return out, cache


def to_one_name_twice_backward(dout, cache):
    """Backward pass of to_one_name_twice: dx (N,) and db (N,), from dout (N,)."""
    b, n, x_before, x = cache
    # backprop out = x * b
    dx = b * dout
    db = x * dout
    for i in reversed(range(n)):
        x = x_before[i]
        if not i > 0:
            # backprop x = x = x * b
            db += x * dx
            dx = b * dx
    return dx, db


def without_annotations_forward(x, n):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    a = b = x
    steps = []
    for i in range(n):
        steps.append((b, a))
        b = a = a * b
    out = a + b * x
    cache = (x, steps, b)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dx, from dout."""
    x, steps, b = cache
    # backprop out = a + b * x
    da = 1.0 * dout
    db = x * dout
    dx = b * dout
    for b, a in reversed(steps):
        # backprop b = a = a * b
        db += da
        da = b * db
        db = a * db
    # backprop a = b = x
    da += db
    dx += da
    return dx
