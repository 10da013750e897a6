# arguments: s=(2,), n=1
# arguments left: s=(2,), n=3
import numpy as np


def left(s: "2", n: int):
    x = s * 1.5
    for i in range(n):
        x = np.ones(2)
        if i == 1:
            break
        x[1] += x[0] * s[1]
    return x * 3.0


def f(s: "2", n: int):
    x = s * 1.5
    for i in range(n):
        x = np.ones(2)
        if i == 1:
            s = s * 2.0
        else:
            x[1] = x[0] * s[1]
    return x * s


# output
"""Forward and backward passes of array_written_in_one_arm_of_a_loop.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def left_forward(s: "2", n: int):
    """Forward pass of left: out (2,) and the cache (references, not copies)."""
    x = s * 1.5
    steps = []
    for i in range(n):
        x_before = x
        stopped = False
        x = np.ones(2)
        x_0 = None
        if i == 1:
            stopped = True
        else:
            x_0 = x[0]
            x[1] += x_0 * s[1]
        steps.append((x_before, i, x_0))
        if stopped:
            break
    out = x * 3.0
    cache = (s, steps)
    return out, cache


def left_backward(dout, cache):
    """Backward pass of left: ds (2,), from dout (2,)."""
    s, steps = cache
    # backprop out = x * 3.0
    dx = 3.0 * dout
    ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
    for x_before, i, x_0 in reversed(steps):
        if i != 1:
            # backprop x[1] += x_0 * s[1]
            ds[1] += x_0 * dx[1]
        dx = np.zeros_like(x_before, dtype=np.result_type(x_before, 1.0))
    # backprop x = s * 1.5
    ds += 1.5 * dx
    return ds


def f_forward(s: "2", n: int):
    """Forward pass of f: out (2,) and the cache (references, not copies)."""
    x = s * 1.5
    steps = []
    for i in range(n):
        x_before = x
        x = np.ones(2)
        x_0 = None
        if i == 1:
            s = s * 2.0
        else:
            x_0 = x[0]
            x[1] = x_0 * s[1]
        steps.append((x_before, x_0))
    out = x * s
    cache = (n, steps, x, s)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: ds (2,), from dout (2,)."""
    n, steps, x, s = cache
    # backprop out = x * s
    dx = s * dout
    ds = x * dout
    for i in reversed(range(n)):
        x_before, x_0 = steps[i]
        if i == 1:
            # backprop s = s * 2.0
            ds = 2.0 * ds
        else:
            # backprop x[1] = x_0 * s[1]
            ds[1] += x_0 * dx[1]
        dx = np.zeros_like(x_before, dtype=np.result_type(x_before, 1.0))
    # backprop x = s * 1.5
    ds += 1.5 * dx
    return ds
