# arguments in_an_arm: s=(2,), n=2
# arguments in_an_arm: s=(2,), n=0
# arguments in_a_turn: s=(2,), n=2
# arguments behind_a_return: s=(2,), n=2
# first order only behind_a_return: two names hold one array
import numpy as np


def in_an_arm(s: "2", n: int):
    x = s * 1.5
    y = s + 0.25
    if n > 1:
        x[1] += x[0] * y[1]
        x = 2.0 * x
    else:
        y[0] = x[0]
        x[1] += x[0] * y[1]
    return x * 3.0 + y * y


def in_a_turn(s: "2", n: int):
    x = s * 1.5
    for k in range(n):
        x[1] += x[0] * s[1]
        if k == 0:
            x = 2.0 * x
    return x * 3.0


def behind_a_return(s: "2", n: int):
    x = s * 1.5
    if n > 3:
        return s
    if n > 1:
        x[1] = x[0] * s[1]
        x = 2.0 * x
    x[0] = x[1] ** 2
    return x * x


# output
"""Forward and backward passes of part_read_where_its_array_is_given_up.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def in_an_arm_forward(s: "2", n: int):
    """Forward pass of in_an_arm: out (2,) and the cache (references, not copies)."""
    x = s * 1.5
    y = s + 0.25
    x_0 = None
    x_x_0 = None
    if n > 1:
        x_0 = x[0]
        x[1] += x_0 * y[1]
        x = 2.0 * x
    else:
        y[0] = x[0]
        x_x_0 = x[0]
        x[1] += x_x_0 * y[1]
    out = x * 3.0 + y * y
    cache = (n, x_0, y, x_x_0)
    return out, cache


def in_an_arm_backward(dout, cache):
    """Backward pass of in_an_arm: ds (2,), from dout (2,)."""
    n, x_0, y, x_x_0 = cache
    # backprop out = x * 3.0 + y * y
    dx = 3.0 * dout
    dy = (2 * y) * dout
    if n > 1:
        # backprop x = 2.0 * x
        dx = 2.0 * dx
        # backprop x[1] += x_0 * y[1]
        dx_0 = y[1] * dx[1]
        dy[1] += x_0 * dx[1]
        # backprop x_0 = x[0]
        dx[0] += dx_0
    else:
        # backprop x[1] += x_x_0 * y[1]
        dx_x_0 = y[1] * dx[1]
        dy[1] += x_x_0 * dx[1]
        # backprop x_x_0 = x[0]
        dx[0] += dx_x_0
        # backprop y[0] = x[0]
        dx[0] += dy[0]
        dy[0] = 0.0
    # backprop y = s + 0.25
    ds = dy
    # backprop x = s * 1.5
    ds += 1.5 * dx
    return ds


def in_a_turn_forward(s: "2", n: int):
    """Forward pass of in_a_turn: out (2,) and the cache (references, not copies)."""
    x = s * 1.5
    steps = []
    for k in range(n):
        x_0 = x[0]
        x[1] += x_0 * s[1]
        if k == 0:
            x = 2.0 * x
        steps.append(x_0)
    out = x * 3.0
    cache = (s, n, steps)
    return out, cache


def in_a_turn_backward(dout, cache):
    """Backward pass of in_a_turn: ds (2,), from dout (2,)."""
    s, n, steps = cache
    # backprop out = x * 3.0
    dx = 3.0 * dout
    ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
    for k in reversed(range(n)):
        x_0 = steps[k]
        if k == 0:
            # backprop x = 2.0 * x
            dx = 2.0 * dx
        # backprop x[1] += x_0 * s[1]
        dx_0 = s[1] * dx[1]
        ds[1] += x_0 * dx[1]
        # backprop x_0 = x[0]
        dx[0] += dx_0
    # backprop x = s * 1.5
    ds += 1.5 * dx
    return ds


def behind_a_return_forward(s: "2", n: int):
    """Forward pass of behind_a_return.

    Gives out (2,) and the cache (references, not copies).
    """
    x = s * 1.5
    x_before = x
    x_0 = None
    x_1 = None
    if n > 3:
        out = s
    else:
        if n > 1:
            x_0 = x[0]
            x[1] = x_0 * s[1]
            x = 2.0 * x
        x_1 = x[1]
        x[0] = x_1**2
        out = x * x
    cache = (s, n, x_before, x_0, x_1, x)
    return out, cache


def behind_a_return_backward(dout, cache):
    """Backward pass of behind_a_return: ds (2,), from dout (2,)."""
    s, n, x_before, x_0, x_1, x = cache
    if n > 3:
        # backprop out = s
        ds = 1.0 * dout
        dx = np.zeros_like(x_before, dtype=np.result_type(x_before, 1.0))
    else:
        # backprop out = x * x
        dx = (2 * x) * dout
        # backprop x[0] = x_1**2
        dx_1 = (2 * x_1) * dx[0]
        dx[0] = 0.0
        # backprop x_1 = x[1]
        dx[1] += dx_1
        ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
        if n > 1:
            # backprop x = 2.0 * x
            dx = 2.0 * dx
            # backprop x[1] = x_0 * s[1]
            dx_0 = s[1] * dx[1]
            ds[1] = x_0 * dx[1]
            dx[1] = 0.0
            # backprop x_0 = x[0]
            dx[0] += dx_0
    # backprop x = s * 1.5
    ds += 1.5 * dx
    return ds
