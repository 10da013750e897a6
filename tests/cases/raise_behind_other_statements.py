# arguments: x=(3,), c=1.2
import logging

import numpy as np

logger = logging.getLogger(__name__)


def f(x: "N", c: float):
    logger.info("c is %g", c)
    y = x * c
    if c < 0:
        y = y * 2  # in what is said only
        y[0] = 5.0
        total = np.sum(y)
        print("the sum is", total)
        raise ValueError(f"{total}") from None
    for i in range(3):
        if x[i] > 50:
            bad = x[i]
            c = c * 2
            logger.error("entry %d is %g", i, bad)
            raise OverflowError(bad)
        elif x[i] > 40:
            print(i)
        else:
            y[i] = y[i] * c
    if c > 9:
        cause = KeyError("c")
        raise ValueError("c") from cause
    return np.sum(y * y)


# output
"""Forward and backward passes of raise_behind_other_statements.py: do not edit.

Made by `backprop generate`.
"""

import logging

import numpy as np

logger = logging.getLogger(__name__)


def f_forward(x: "N", c: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    logger.info("c is %g", c)
    y = x * c
    if c < 0:
        y = y * 2  # in what is said only
        y[0] = 5.0
        total = np.sum(y)
        print("the sum is", total)
        raise ValueError(f"{total}") from None
    steps = []
    for i in range(3):
        if x[i] > 50:
            bad = x[i]
            c1 = c * 2
            logger.error("entry %d is %g", i, bad)
            raise OverflowError(bad)
        y_i = None
        if x[i] > 40:
            print(i)
        else:
            y_i = y[i]
            y[i] = y_i * c
        steps.append(y_i)
    if c > 9:
        cause = KeyError("c")
        raise ValueError("c") from cause
    out = np.sum(y * y)
    cache = (x, c, steps, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dc, from dout."""
    x, c, steps, y = cache
    # backprop out = np.sum(y * y)
    dy = (2 * y) * dout
    dc = 0.0
    for i in reversed(range(3)):
        y_i = steps[i]
        if not x[i] > 40:
            # backprop y[i] = y_i * c
            dy_i = c * dy[i]
            dc += y_i * dy[i]
            # backprop y_i = y[i]
            dy[i] = dy_i
    # backprop y = x * c
    dx = c * dy
    dc += x @ dy
    return dx, dc
