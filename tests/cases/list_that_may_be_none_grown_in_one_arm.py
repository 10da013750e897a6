# arguments: b=[0.5, 0.3], x=0.2, n=2
# arguments: b=[0.5, 0.3], x=0.6, n=0
import math


def list_that_may_be_none_grown_in_one_arm(b: list[float], x: float, n: int):
    a = None
    for _ in range(n):
        while x < 0.46:
            a = [x * x]
            x = x + 0.5
    if n > 1:
        if x > 3.0:
            pass
        elif x > 0.1:
            a.append(math.sin(x))
        else:
            for _ in range(1, 3):
                a.append(x)
    if n > 1:
        x = x * a[-1]
    return x * b[0]


# output
"""Forward and backward passes of list_that_may_be_none_grown_in_one_arm.py: do not
edit.

Made by `backprop generate`.
"""

import math


def list_that_may_be_none_grown_in_one_arm_forward(b: list[float], x: float, n: int):
    """Forward pass of list_that_may_be_none_grown_in_one_arm.

    Gives out and the cache (references, not copies).
    """
    a = None
    steps = []
    for _ in range(n):
        x_before = []
        while x < 0.46:
            x_before.append(x)
            a = [x * x]
            x = x + 0.5
        steps.append(x_before)
    x_before1 = x
    if n > 1:
        if x > 3.0:
            pass
        elif x > 0.1:
            a.append(math.sin(x))
        else:
            for _ in range(1, 3):
                a.append(x)
    if n > 1:
        x = x * a[-1]
    out = x * b[0]
    cache = (b, n, steps, x_before1, a, x)
    return out, cache


def list_that_may_be_none_grown_in_one_arm_backward(dout, cache):
    """Backward pass of list_that_may_be_none_grown_in_one_arm: db and dx, from dout."""
    b, n, steps, x_before1, a, x = cache
    # backprop out = x * b[0]
    dx = b[0] * dout
    db = [0.0] * len(b)
    db[0] = x * dout
    da = [0.0] * len(a or ())
    if n > 1:
        # backprop x = x * a[-1]
        da[-1] = x_before1 * dx
        dx = a[-1] * dx
    if n > 1:
        if not x_before1 > 3.0:
            if x_before1 > 0.1:
                # backprop a.append(math.sin(x))
                dx += math.cos(x_before1) * da.pop()
            else:
                for _ in range(1, 3):
                    # backprop a.append(x)
                    dx += da.pop()
    for x_before in reversed(steps):
        for x in reversed(x_before):
            # backprop a = [x * x]
            dx += (2 * x) * da[0]
            da = [0.0]
    return db, dx
