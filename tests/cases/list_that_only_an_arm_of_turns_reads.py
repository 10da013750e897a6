# arguments second_order: xs=[0.5, 0.7, 0.8], a=0.3
import math


def second_order(xs: list[float], a: float):
    for x in xs:
        if x > 0.6:
            for _ in range(2):
                x = x + math.sin(x)
        total = a
    return total


# output
"""Forward and backward passes of list_that_only_an_arm_of_turns_reads.py: do not edit.

Made by `backprop generate`.
"""

import math


def second_order_forward(xs: list[float], a: float):
    """Forward pass of second_order: total and the cache (references, not copies)."""
    steps = []
    for x in xs:
        x_before = None
        if x > 0.6:
            x_before = []
            for _ in range(2):
                x_before.append(x)
                x = x + math.sin(x)
        total = a
        steps.append(x_before)
    cache = (xs, steps)
    return total, cache


def second_order_backward(dtotal, cache):
    """Backward pass of second_order: dxs and da, from dtotal."""
    xs, steps = cache
    da = 0.0
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        x_before = steps[i]
        x_given = xs[i]
        # backprop total = a
        da += dtotal
        if x_given > 0.6:
            dx = 0.0
            for x in reversed(x_before):
                # backprop x = x + math.sin(x)
                dx += math.cos(x) * dx
        else:
            dx = 0.0
        dxs[i] = dx
        dtotal = 0.0
    return dxs, da
