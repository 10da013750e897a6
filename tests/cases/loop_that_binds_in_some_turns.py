# arguments: x=np.array([0.2, 1.4, 1.2, 0.9]), c=1.0
import numpy as np


def f(x: "N", c: float):
    s = 0.0
    for i in range(len(x)):
        if i > 0:
            s = s + before * x[i]
        before = x[i] * x[i]
        if x[i] > c:
            last = x[i] * before
    return s * last


# output
"""Forward and backward passes of loop_that_binds_in_some_turns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = 0.0
    before = None
    steps = []
    for i in range(len(x)):
        before_before = before
        if i > 0:
            s = s + before * x[i]
        before = x[i] * x[i]
        if x[i] > c:
            last = x[i] * before
        steps.append((before_before, before))
    out = s * last
    cache = (x, c, steps, s, last)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, c, steps, s, last = cache
    # backprop out = s * last
    ds = last * dout
    dlast = s * dout
    dbefore = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        before_before, before = steps[i]
        if x[i] > c:
            # backprop last = x[i] * before
            dx[i] += before * dlast
            dbefore += x[i] * dlast
            dlast = 0.0
        # backprop before = x[i] * x[i]
        dx[i] += (2 * x[i]) * dbefore
        dbefore = 0.0
        if i > 0:
            # backprop s = s + before * x[i]
            dbefore = x[i] * ds
            dx[i] += before_before * ds
    dc = 0.0
    return dx, dc
