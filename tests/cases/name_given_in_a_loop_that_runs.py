# arguments: z=(3,), x=0.8
# arguments shadowed: z=(3,), x=0.8
def shadowed(z: "3", x: float):
    y = x * x
    total = y * z[0]
    for k in range(2, -1, -1):
        y = total * z[k]
        total += y * x
    return total * y


def perhaps(z: "3", x: float):
    y = x * x
    for k in range(3):
        if z[k] > 0.9:
            y = z[k] * x
    for k in range(3, 0):
        x = z[0]
    for k in range(1, 3):
        z = z * y
        y = z[k] + y
    return y * x


# output
"""Forward and backward passes of name_given_in_a_loop_that_runs.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def shadowed_forward(z: "3", x: float):
    """Forward pass of shadowed: out and the cache (references, not copies)."""
    y = x * x
    total = y * z[0]
    steps = []
    for k in range(2, -1, -1):
        y1 = total * z[k]
        steps.append((total, y1))
        total += y1 * x
    out = total * y1
    cache = (z, x, y, steps, y1, total)
    return out, cache


def shadowed_backward(dout, cache):
    """Backward pass of shadowed: dz (3,) and dx, from dout."""
    z, x, y, steps, y1, total = cache
    # backprop out = total * y1
    dtotal = y1 * dout
    dy1 = total * dout
    dx = 0.0
    dz = np.zeros_like(z, dtype=np.result_type(z, 1.0))
    for k, (total, y1) in zip(reversed(range(2, -1, -1)), reversed(steps)):
        # backprop total += y1 * x
        dy1 += x * dtotal
        dx += y1 * dtotal
        # backprop y1 = total * z[k]
        dtotal += z[k] * dy1
        dz[k] = total * dy1
        dy1 = 0.0
    # backprop total = y * z[0]
    dy = z[0] * dtotal
    dz[0] += y * dtotal
    # backprop y = x * x
    dx += (2 * x) * dy
    return dz, dx


def perhaps_forward(z: "3", x: float):
    """Forward pass of perhaps: out and the cache (references, not copies)."""
    y = x * x
    for k in range(3):
        if z[k] > 0.9:
            y = z[k] * x
    x_before = x
    for k in range(3, 0):
        x = z[0]
    z_before = z
    steps = []
    for k in range(1, 3):
        steps.append((z, y))
        z = z * y
        y = z[k] + y
    out = y * x
    cache = (z_before, x_before, x, steps, z, y)
    return out, cache


def perhaps_backward(dout, cache):
    """Backward pass of perhaps: dz (3,) and dx, from dout."""
    z_before, x_before, x, steps, z, y = cache
    # backprop out = y * x
    dy = x * dout
    dx = y * dout
    dz = np.zeros_like(z, dtype=np.result_type(z, 1.0))
    for k, (z, y) in zip(reversed(range(1, 3)), reversed(steps)):
        # backprop y = z[k] + y
        dz[k] += dy
        # backprop z = z * y
        dy += z @ dz
        dz = y * dz
    for _ in range(3, 0):
        # backprop x = z[0]
        dz[0] += dx
        dx = 0.0
    for k in reversed(range(3)):
        if z_before[k] > 0.9:
            # backprop y = z[k] * x
            dz[k] += x_before * dy
            dx += z_before[k] * dy
            dy = 0.0
    # backprop y = x * x
    dx += (2 * x_before) * dy
    return dz, dx
