# arguments: x=(3,), y=(3,), c=0.8
import numpy as np


def f(x: "N", y: "N", c: float):
    if c > 0:
        for i in range(3):
            if x[i] * c > 2.0:
                return x[i] ** 2, y * x[i]
            c = c * y[i]
        c = c * 2
    c = c * x[0]
    return c, y * c


# output
"""Forward and backward passes of return_in_a_loop_in_a_part_of_a_branch.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", y: "N", c: float):
    """Forward pass of f: out, out1 (N,) and the cache (references, not copies)."""
    returned = False
    c_before1 = c
    steps = None
    found1 = None
    if c > 0:
        steps = []
        for i in range(3):
            c_before = c
            found1_before = found1
            stopped = False
            found_test = x[i] * c > 2.0
            if found_test:
                found, found1 = x[i] ** 2, y * x[i]
                returned = True
                stopped = True
            else:
                c = c * y[i]
            steps.append((c_before, found1_before, i, found_test))
            if stopped:
                break
        if not returned:
            c = c * 2
    c1 = None
    if returned:
        out = found
        out1 = found1
    else:
        c1 = c * x[0]
        out = c1
        out1 = y * c1
    cache = (x, y, c_before1, steps, returned, c, found1, c1)
    return out, out1, cache


def f_backward(dout, dout1, cache):
    """Backward pass of f: dx (N,), dy (N,) and dc, from dout and dout1 (N,)."""
    x, y, c_before1, steps, returned, c, found1, c1 = cache
    if returned:
        # backprop out1 = found1
        dfound1 = dout1
        # backprop out = found
        dfound = dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
        dc = 0.0
    else:
        # backprop out1 = y * c1
        dy = c1 * dout1
        dc1 = y @ dout1
        # backprop out = c1
        dc1 += dout
        # backprop c1 = c * x[0]
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dx[0] = c * dc1
        dc = x[0] * dc1
        dfound1 = np.zeros_like(found1, dtype=np.result_type(found1, 1.0))
        dfound = 0.0
    if c_before1 > 0:
        if not returned:
            # backprop c = c * 2
            dc = 2 * dc
        for c_before, found1_before, i, found_test in reversed(steps):
            if found_test:
                # backprop found, found1 = x[i] ** 2, y * x[i]
                dy += x[i] * dfound1
                dx[i] += y @ dfound1
                dx[i] += (2 * x[i]) * dfound
                dfound1 = np.zeros_like(
                    found1_before, dtype=np.result_type(found1_before, 1.0)
                )
                dfound = 0.0
            else:
                # backprop c = c * y[i]
                dy[i] += c_before * dc
                dc = y[i] * dc
    return dx, dy, dc
