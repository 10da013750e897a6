# arguments of_an_argument: x=(4,)
# arguments in_a_branch: x=(4,)
# arguments by_another_part: x=(4,)
# arguments without_annotations: x=(4,)
import numpy as np


def of_an_argument(x: "N"):
    for i in range(len(x)):
        x[i] *= i
    return x**2


def in_a_branch(x: "N"):
    a = x * x
    for i in range(len(x)):
        if i > 1:
            a[i] *= i
        else:
            a[i] /= i + 2
    return a**2


def by_another_part(x: "N"):
    a = x * x
    for i in range(1, len(x)):
        a[i] *= a[i - 1]
    return a


def without_annotations(x):
    a = np.exp(x)
    for i in range(len(x)):
        a[i] *= i
    return a**2


# output
"""Forward and backward passes of part_multiplied_by_its_position.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def of_an_argument_forward(x: "N"):
    """Forward pass of of_an_argument.

    Gives out (N,) and the cache (references, not copies).
    """
    for i in range(len(x)):
        x[i] *= i
    out = x**2
    cache = (x,)
    return out, cache


def of_an_argument_backward(dout, dx: "N", cache):
    """Backward pass of of_an_argument: dx (N,), from dout (N,) and dx (N,)."""
    (x,) = cache
    # backprop out = x**2
    dx = dx + (2 * x) * dout
    for i in reversed(range(len(x))):
        # backprop x[i] *= i
        dx[i] *= i
    return dx


def in_a_branch_forward(x: "N"):
    """Forward pass of in_a_branch: out (N,) and the cache (references, not copies)."""
    a = x * x
    for i in range(len(x)):
        if i > 1:
            a[i] *= i
        else:
            a[i] /= i + 2
    out = a**2
    cache = (x, a)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dx (N,), from dout (N,)."""
    x, a = cache
    # backprop out = a**2
    da = (2 * a) * dout
    for i in reversed(range(len(x))):
        if i > 1:
            # backprop a[i] *= i
            da[i] *= i
        else:
            # backprop a[i] /= i + 2
            da[i] /= i + 2
    # backprop a = x * x
    dx = (2 * x) * da
    return dx


def by_another_part_forward(x: "N"):
    """Forward pass of by_another_part.

    Gives a (N,) and the cache (references, not copies).
    """
    a = x * x
    steps = []
    for i in range(1, len(x)):
        a_i1 = a[i]
        a[i] = a_i1 * a[i - 1]
        steps.append(a_i1)
    cache = (x, steps, a)
    return a, cache


def by_another_part_backward(da: "N", cache):
    """Backward pass of by_another_part: dx (N,), from da (N,)."""
    x, steps, a = cache
    da = 1.0 * da
    for i, a_i1 in zip(reversed(range(1, len(x))), reversed(steps)):
        # backprop a[i] = a_i1 * a[i - 1]
        da_i = da[i]
        da[i] = 0.0
        da_i1 = a[i - 1] * da_i
        da[i - 1] += a_i1 * da_i
        # backprop a_i1 = a[i]
        da[i] += da_i1
    # backprop a = x * x
    dx = (2 * x) * da
    return dx


def without_annotations_forward(x):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    a = np.exp(x)
    a_before = a.copy()
    for i in range(len(x)):
        a[i] *= i
    out = a**2
    cache = (x, a_before, a)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dx, from dout."""
    x, a_before, a = cache
    # backprop out = a**2
    da = (2 * a) * dout
    for i in reversed(range(len(x))):
        # backprop a[i] *= i
        da[i] *= i
    # backprop a = np.exp(x)
    dx = a_before * da
    return dx
