# arguments: x=np.array([.3, .7, 1.6, 1.1])
import numpy as np


def walk(x: "N"):
    s = 1.0
    for i in range(len(x)):
        for j in range(i):
            if x[j] * s > 1.5:
                s = s * x[j] * 0.5
                break
            s = s + x[j] * x[i]
        else:
            s = s * x[i] + 0.1
    return s


# output
"""Forward and backward passes of histories_in_histories.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def walk_forward(x: "N"):
    """Forward pass of walk: s and the cache (references, not copies)."""
    s = 1.0
    steps = []
    for i in range(len(x)):
        stopped = False
        steps1 = []
        for j in range(i):
            s_before = s
            stopped = False
            s_test = x[j] * s > 1.5
            if s_test:
                s = s * x[j] * 0.5
                stopped = True
            else:
                s = s + x[j] * x[i]
            steps1.append((s_before, j, s_test))
            if stopped:
                break
        steps.append((steps1, stopped, s))
        if not stopped:
            s = s * x[i] + 0.1
    cache = (x, steps)
    return s, cache


def walk_backward(ds, cache):
    """Backward pass of walk: dx (N,), from ds."""
    x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        steps1, stopped, s = steps[i]
        if not stopped:
            # backprop s = s * x[i] + 0.1
            dx[i] += s * ds
            ds = x[i] * ds
        for s_before, j, s_test in reversed(steps1):
            if s_test:
                # backprop s = s * x[j] * 0.5
                dx[j] += s_before * (0.5 * ds)
                ds = x[j] * (0.5 * ds)
            else:
                # backprop s = s + x[j] * x[i]
                dx[j] += x[i] * ds
                dx[i] += x[j] * ds
    return dx
