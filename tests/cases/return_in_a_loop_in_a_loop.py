# arguments: x=(3,), y=(3,)
import numpy as np


def f(x: "N", y: "N"):
    s = 0.0
    for i in range(3):
        for j in range(3):
            s = s + x[i] * y[j]
            if s > 3.0:
                return s * y, s
        if s > 10.0:
            break
        s = s * x[0]
    return s * x, s


# output
"""Forward and backward passes of return_in_a_loop_in_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N"):
    """Forward pass of f: out (N,), out1 and the cache (references, not copies)."""
    s = 0.0
    returned = False
    found = None
    steps = []
    for i in range(3):
        stopped = False
        steps1 = []
        for j in range(3):
            stopped1 = False
            s = s + x[i] * y[j]
            steps1.append((found, j, s))
            if s > 3.0:
                found, found1 = s * y, s
                returned = True
                stopped1 = True
            if stopped1:
                break
        steps.append((i, steps1, s, returned))
        if returned:
            stopped = True
        elif s > 10.0:
            stopped = True
        else:
            s = s * x[0]
        if stopped:
            break
    if returned:
        out = found
        out1 = found1
    else:
        out = s * x
        out1 = s
    cache = (x, y, steps, s, returned, found)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: dx (N,) and dy (N,), from dout (N,) and dout1."""
    x, y, steps, s, returned, found = cache
    if returned:
        # backprop out1 = found1
        dfound1 = dout1
        # backprop out = found
        dfound = dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        ds = 0.0
    else:
        # backprop out1 = s
        ds = dout1
        # backprop out = s * x
        ds = ds + x @ dout
        dx = s * dout
        dfound1 = 0.0
        dfound = np.zeros_like(found, dtype=np.result_type(found, 1.0))
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for i, steps1, s, returned in reversed(steps):
        if not returned:
            if not s > 10.0:
                # backprop s = s * x[0]
                dx[0] += s * ds
                ds = x[0] * ds
        for found, j, s in reversed(steps1):
            if s > 3.0:
                # backprop found, found1 = s * y, s
                ds += dfound1
                ds += y @ dfound
                dy += s * dfound
                dfound1 = 0.0
                dfound = np.zeros_like(found, dtype=np.result_type(found, 1.0))
            # backprop s = s + x[i] * y[j]
            dx[i] += y[j] * ds
            dy[j] += x[i] * ds
    return dx, dy
