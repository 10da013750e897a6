# arguments: x=1.1, n=4, w=np.array([0.3, -0.2, 0.1])
import numpy as np


def f(x: float, n: int, w: "N"):
    y = x
    for i in range(n):
        y = y * x  # hello
        if y > 3:
            break
        for k, v in enumerate(w):
            z = v * y
            if z > 0: continue
            y += z
    if y > 2:
        # big
        return y
    return y * 2


# output
"""Forward and backward passes of loop_with_break_and_continue_in_a_nest.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: float, n: int, w: "N"):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = x
    steps = []
    for i in range(n):
        y_before1 = y
        stopped = False
        y = y * x  # hello
        y_before2 = y
        steps1 = None
        if y > 3:
            stopped = True
        else:
            steps1 = []
            for k, v in enumerate(w):
                y_before = y
                z = v * y
                y_test = not z > 0
                if y_test:
                    y += z
                steps1.append((y_before, y_test))
        steps.append((y_before1, y_before2, steps1))
        if stopped:
            break
    if y > 2:
        # big
        out = y
    else:
        out = y * 2
    cache = (x, w, steps, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx and dw (N,), from dout."""
    x, w, steps, y = cache
    if y > 2:
        # backprop out = y
        dy = dout
    else:
        # backprop out = y * 2
        dy = 2 * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dx = 0.0
    for y_before1, y_before2, steps1 in reversed(steps):
        if not y_before2 > 3:
            for k in reversed(range(len(w))):
                y_before, y_test = steps1[k]
                v = w[k]
                dz = 0.0
                if y_test:
                    # backprop y += z
                    dz = dy
                # backprop z = v * y
                dv = y_before * dz
                dy = dy + v * dz
                dw[k] += dv
        # backprop y = y * x
        dx += y_before1 * dy
        dy = x * dy
    # backprop y = x
    dx += dy
    return dx, dw
