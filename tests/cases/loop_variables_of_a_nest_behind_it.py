# arguments: x=(3,), y=(2,)
import numpy as np


def f(x: "N", y: "M"):
    s = 0.0
    for a in x:
        for b in y:
            if b > a:
                break
            s += a * b
    return s * a + b


# output
"""Forward and backward passes of loop_variables_of_a_nest_behind_it.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "M"):
    """Forward pass of f: out and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for a in x:
        steps1 = 0
        for b in y:
            stopped = False
            if b > a:
                stopped = True
            else:
                s += a * b
            steps1 += 1
            if stopped:
                break
        steps.append(steps1)
    out = s * a + b
    cache = (x, y, steps, a, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy (M,), from dout."""
    x, y, steps, a, s = cache
    # backprop out = s * a + b
    ds = a * dout
    da = s * dout
    db = dout
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        steps1 = steps[i]
        a = x[i]
        for i1 in reversed(range(steps1)):
            b = y[i1]
            if not b > a:
                # backprop s += a * b
                da += b * ds
                db = db + a * ds
            dy[i1] += db
            db = 0.0
        dx[i] = da
        da = 0.0
    return dx, dy
