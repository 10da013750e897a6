# arguments: x=(3,), a=(), mode="relu", n=2
import numpy as np

SOFT = "soft"


def f(x: "N", a: float, mode: str, n: int):
    match mode:
        case "linear":
            return x * a
        # both are the same for what is above zero
        case "relu" | "plain":
            y = np.maximum(x, 0) * a  # by entries
        case _:
            y = np.log1p(np.exp(a * x))
    for i in range(n):
        match i % 3:
            case 0 if a > 0:
                y = y * y
            case 0 | 1:
                y = y * a
            case other:
                y = y * other
    match x.ndim + n:
        case 5:
            raise ValueError("too many axes")
        case 3:
            y = y + a
    return y


# output
"""Forward and backward passes of branches_by_values.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N", a: float, mode: str, n: int):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    y_test = None
    maximum_x = None
    y_before1 = None
    steps = None
    subject1 = None
    out_test = mode == "linear"
    if out_test:
        out = x * a
    else:
        # both are the same for what is above zero
        y_test = mode in ("relu", "plain")
        if y_test:
            maximum_x = np.maximum(x, 0)
            y = maximum_x * a  # by entries
        else:
            softplus_in = a * x
            y = np.log1p(np.exp(softplus_in))
            y_before1 = y
        steps = []
        for i in range(n):
            y_before = y
            subject = i % 3
            y_test2 = None
            other = None
            y_test1 = subject == 0 and a > 0
            if y_test1:
                y = y * y
            else:
                y_test2 = subject in (0, 1)
                if y_test2:
                    y = y * a
                else:
                    other = subject
                    y = y * other
            steps.append((y_before, y_test1, y_test2, other))
        subject1 = x.ndim + n
        if subject1 == 5:
            raise ValueError("too many axes")
        if subject1 == 3:
            y = y + a
        out = y
    cache = (x, a, out_test, y_test, maximum_x, y_before1, steps, subject1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and da, from dout (N,)."""
    x, a, out_test, y_test, maximum_x, y_before1, steps, subject1 = cache
    if out_test:
        # backprop out = x * a
        dx = a * dout
        da = x @ dout
    else:
        # backprop out = y
        dy = dout
        da = 0.0
        if subject1 == 3:
            # backprop y = y + a
            da = np.sum(dy)
        for y_before, y_test1, y_test2, other in reversed(steps):
            if y_test1:
                # backprop y = y * y
                dy = (2 * y_before) * dy
            elif y_test2:
                # backprop y = y * a
                da += y_before @ dy
                dy = a * dy
            else:
                # backprop y = y * other
                dy = other * dy
        if y_test:
            # backprop y = maximum_x * a
            dmaximum_x = a * dy
            da += maximum_x @ dy
            # backprop maximum_x = np.maximum(x, 0)
            dx = (maximum_x > 0) * dmaximum_x
        else:
            # backprop y = np.log1p(np.exp(softplus_in))
            dsoftplus_in = (-np.expm1(-y_before1)) * dy
            # backprop softplus_in = a * x
            da += x @ dsoftplus_in
            dx = a * dsoftplus_in
    return dx, da
