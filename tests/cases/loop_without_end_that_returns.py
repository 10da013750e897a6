# arguments: a=0.7
import numpy as np


def f(a: float):
    z = 1.0
    while True:
        new = 0.5 * (z + a / z)
        if abs(new - z) < 1e-12:
            return new
        z = new


# output
"""Forward and backward passes of loop_without_end_that_returns.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def f_forward(a: float):
    """Forward pass of f: found and the cache (references, not copies)."""
    z = 1.0
    steps = []
    while True:
        z_before = z
        stopped = False
        new_sum = z + a / z
        new = 0.5 * new_sum
        found_test = abs(new - z) < 1e-12
        if found_test:
            found = new
            stopped = True
        else:
            z = new
        steps.append((z_before, found_test))
        if stopped:
            break
    cache = (a, steps)
    return found, cache


def f_backward(dfound, cache):
    """Backward pass of f: da, from dfound."""
    a, steps = cache
    dz = 0.0
    da = 0.0
    for z_before, found_test in reversed(steps):
        if found_test:
            # backprop found = new
            dnew = dfound
            dfound = 0.0
        else:
            # backprop z = new
            dnew = dz
            dz = 0.0
        # backprop new = 0.5 * new_sum
        dnew_sum = 0.5 * dnew
        # backprop new_sum = z + a / z
        dz += dnew_sum
        da += dnew_sum / z_before
        dz += (-a / z_before**2) * dnew_sum
    return da
