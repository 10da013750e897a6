# arguments f: a=(), b=(), c=0
# arguments without_annotations: a=(), b=(), c=0.5
import numpy as np


def f(a: float, b: float, c: int):
    x = c or a
    y = (a and b) * (a * b or c)
    ready = a > 0 and b > 0
    for i in range(2):
        x = (c and x) or x * b
        y = y + (i or a) * x
    return (x or y) * y if ready else x


def without_annotations(a, b, c):
    scale = c or b
    return np.exp(a * scale) * (a or 1.0)


# output
"""Forward and backward passes of values_of_or_and_and.py: do not edit.

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


def f_forward(a: float, b: float, c: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    x = c if c else a
    value = a * b
    y_choice = b if a else a
    y_choice1 = value if value else c
    y = y_choice * y_choice1
    ready = a > 0 and b > 0
    steps = []
    for i in range(2):
        x_before = x
        value1 = x if c else c
        x = value1 if value1 else x * b
        y_choice2 = i if i else a
        y = y + y_choice2 * x
        steps.append((x_before, value1, x, y_choice2))
    out_choice = None
    if ready:
        out_choice = x if x else y
        out = out_choice * y
    else:
        out = x
    cache = (a, b, c, value, y_choice, y_choice1, ready, steps, x, y, out_choice)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: da and db, from dout."""
    a, b, c, value, y_choice, y_choice1, ready, steps, x, y, out_choice = cache
    if ready:
        # backprop out = out_choice * y
        dout_choice = y * dout
        dy = out_choice * dout
        # backprop out_choice = x if x else y
        dx = dout_choice if x else 0.0
        dy += 0.0 if x else dout_choice
    else:
        # backprop out = x
        dx = dout
        dy = 0.0
    da = 0.0
    db = 0.0
    for i in reversed(range(2)):
        x_before, value1, x, y_choice2 = steps[i]
        # backprop y = y + y_choice2 * x
        dy_choice2 = x * dy
        dx = dx + y_choice2 * dy
        # backprop y_choice2 = i if i else a
        da += 0.0 if i else dy_choice2
        # backprop x = value1 if value1 else x * b
        dvalue1 = dx if value1 else 0.0
        db += 0.0 if value1 else x_before * dx
        dx = 0.0 if value1 else b * dx
        # backprop value1 = x if c else c
        dx += dvalue1 if c else 0.0
    # backprop y = y_choice * y_choice1
    dy_choice = y_choice1 * dy
    dy_choice1 = y_choice * dy
    # backprop y_choice1 = value if value else c
    dvalue = dy_choice1 if value else 0.0
    # backprop y_choice = b if a else a
    db += dy_choice if a else 0.0
    da += 0.0 if a else dy_choice
    # backprop value = a * b
    da += b * dvalue
    db += a * dvalue
    # backprop x = c if c else a
    da += 0.0 if c else dx
    return da, db


def without_annotations_forward(a, b, c):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    scale = c if c else b
    exp_in = a * scale
    exp_a_times_scale = np.exp(exp_in)
    out_choice = a if a else 1.0
    out = exp_a_times_scale * out_choice
    cache = (a, b, c, scale, exp_a_times_scale, out_choice)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: da, db and dc, from dout."""
    a, b, c, scale, exp_a_times_scale, out_choice = cache
    # backprop out = exp_a_times_scale * out_choice
    dexp_a_times_scale = unbroadcast(out_choice * dout, exp_a_times_scale)
    dout_choice = unbroadcast(exp_a_times_scale * dout, out_choice)
    # backprop out_choice = a if a else 1.0
    da = dout_choice if a else np.zeros_like(a, dtype=np.result_type(a, 1.0))
    # backprop exp_a_times_scale = np.exp(exp_in)
    dexp_in = exp_a_times_scale * dexp_a_times_scale
    # backprop exp_in = a * scale
    da += unbroadcast(scale * dexp_in, a)
    dscale = unbroadcast(a * dexp_in, scale)
    # backprop scale = c if c else b
    dc = dscale if c else np.zeros_like(c, dtype=np.result_type(c, 1.0))
    db = 1 * (np.zeros_like(b, dtype=np.result_type(b, 1.0)) if c else dscale)
    return da, db, dc
