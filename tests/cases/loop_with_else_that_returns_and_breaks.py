# arguments: x=(4,), c=0.8
def f(x: "N", c: float):
    for i in range(4):
        if x[i] < -5:
            break
        if x[i] > 5:
            return x[i] * c
        c = c * x[i]
    else:
        if c > 0.1:
            return c * c
        c = c + x[0]
    return c * x[1]


# output
"""Forward and backward passes of loop_with_else_that_returns_and_breaks.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    returned = False
    stopped = False
    steps = []
    for i in range(4):
        steps.append((c, i))
        stopped = False
        if x[i] < -5:
            stopped = True
        elif x[i] > 5:
            found = x[i] * c
            returned = True
            stopped = True
        else:
            c = c * x[i]
        if stopped:
            break
    c1 = None
    if returned:
        out = found
    elif not stopped:
        if c > 0.1:
            out = c * c
        else:
            c1 = c + x[0]
            out = c1 * x[1]
    else:
        out = c * x[1]
    cache = (x, steps, stopped, returned, c, c1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, steps, stopped, returned, c, c1 = cache
    if returned:
        # backprop out = found
        dfound = dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dc = 0.0
    else:
        if not stopped:
            if c > 0.1:
                # backprop out = c * c
                dc = (2 * c) * dout
                dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
            else:
                # backprop out = c1 * x[1]
                dc1 = x[1] * dout
                dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
                dx[1] = c1 * dout
                # backprop c1 = c + x[0]
                dx[0] += dc1
                dc = dc1
        else:
            # backprop out = c * x[1]
            dc = x[1] * dout
            dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
            dx[1] = c * dout
        dfound = 0.0
    for c, i in reversed(steps):
        if not x[i] < -5:
            if x[i] > 5:
                # backprop found = x[i] * c
                dx[i] += c * dfound
                dc += x[i] * dfound
                dfound = 0.0
            else:
                # backprop c = c * x[i]
                dx[i] += c * dc
                dc = x[i] * dc
    return dx, dc
