# arguments angles: x=(3,), w=(3,)
# arguments solved: A=(3, 3), b=(3,)
# arguments in_an_arm: x=0.7, y=0.4
# arguments in_a_loop: x=0.7, n=3
# arguments written_later: x=(3,)
# arguments zeros: x=(3,)
# names matter: a name of the project gives way to one of the source
import math

import numpy as np


def angles(x: "N", w: "N"):
    s = np.sin(x)
    c = np.cos(x)
    return s * w + c * s


def solved(A: "N N", b: "N"):
    x = np.linalg.solve(A, b * b)
    return np.sum(x) + np.sum(b)


def in_an_arm(x: float, y: float):
    c = y
    if y > 0.5:
        c = math.cos(x) * y
    s = math.sin(x)
    return s * c


def in_a_loop(x: float, n: int):
    for i in range(n):
        s = np.sin(x)
        c = np.cos(x)
        x = s * c + x
    return np.sin(x) * s


def written_later(x: "N"):
    s = np.sin(x)
    y = s * x
    s[0] = 2.0
    return y * s * np.cos(x)


def zeros(x: "N"):
    out = np.zeros_like(x)
    for i in range(3):
        out[i] = x[i] ** 2
    return out * x


# output
"""Forward and backward passes of values_that_are_there_already.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def angles_forward(x: "N", w: "N"):
    """Forward pass of angles: out (N,) and the cache (references, not copies)."""
    s = np.sin(x)
    c = np.cos(x)
    out = s * w + c * s
    cache = (w, s, c)
    return out, cache


def angles_backward(dout, cache):
    """Backward pass of angles: dx (N,) and dw (N,), from dout (N,)."""
    w, s, c = cache
    # backprop out = s * w + c * s
    ds = w * dout
    dw = s * dout
    dc = s * dout
    ds += c * dout
    # backprop c = np.cos(x)
    dx = -s * dc
    # backprop s = np.sin(x)
    dx += c * ds
    return dx, dw


def solved_forward(A: "N N", b: "N"):
    """Forward pass of solved: out and the cache (references, not copies)."""
    x = np.linalg.solve(A, b * b)
    out = np.sum(x) + np.sum(b)
    cache = (A, b, x)
    return out, cache


def solved_backward(dout, cache):
    """Backward pass of solved: dA (N, N) and db (N,), from dout."""
    A, b, x = cache
    # backprop out = np.sum(x) + np.sum(b)
    dx = np.ones_like(x) * dout
    db = np.ones_like(b) * dout
    # backprop x = np.linalg.solve(A, b * b)
    dA_solve = np.linalg.solve(A.T, dx)
    dA = -np.outer(dA_solve, x)
    db += (2 * b) * dA_solve
    return dA, db


def in_an_arm_forward(x: float, y: float):
    """Forward pass of in_an_arm: out and the cache (references, not copies)."""
    c = y
    cos_x = None
    if y > 0.5:
        cos_x = math.cos(x)
        c = cos_x * y
    s = math.sin(x)
    out = s * c
    cache = (x, y, cos_x, c, s)
    return out, cache


def in_an_arm_backward(dout, cache):
    """Backward pass of in_an_arm: dx and dy, from dout."""
    x, y, cos_x, c, s = cache
    # backprop out = s * c
    ds = c * dout
    dc = s * dout
    # backprop s = math.sin(x)
    dx = math.cos(x) * ds
    dy = 0.0
    if y > 0.5:
        # backprop c = cos_x * y
        dcos_x = y * dc
        dy = cos_x * dc
        # backprop cos_x = math.cos(x)
        dx -= s * dcos_x
        dc = 0.0
    # backprop c = y
    dy += dc
    return dx, dy


def in_a_loop_forward(x: float, n: int):
    """Forward pass of in_a_loop: out and the cache (references, not copies)."""
    steps = []
    for i in range(n):
        s = np.sin(x)
        c = np.cos(x)
        x = s * c + x
        steps.append((s, c))
    sin_x = np.sin(x)
    out = sin_x * s
    cache = (steps, s, x, sin_x)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dx, from dout."""
    steps, s, x, sin_x = cache
    # backprop out = sin_x * s
    dsin_x = s * dout
    ds = sin_x * dout
    # backprop sin_x = np.sin(x)
    dx = np.cos(x) * dsin_x
    for s, c in reversed(steps):
        # backprop x = s * c + x
        ds += c * dx
        dc = s * dx
        # backprop c = np.cos(x)
        dx -= s * dc
        # backprop s = np.sin(x)
        dx += c * ds
        ds = 0.0
    return dx


def written_later_forward(x: "N"):
    """Forward pass of written_later.

    Gives out (N,) and the cache (references, not copies).
    """
    s = np.sin(x)
    y = s * x
    s1 = s.copy()
    s1[0] = 2.0
    y_times_s = y * s1
    cos_x = np.cos(x)
    out = y_times_s * cos_x
    cache = (x, s, y, s1, y_times_s, cos_x)
    return out, cache


def written_later_backward(dout, cache):
    """Backward pass of written_later: dx (N,), from dout (N,)."""
    x, s, y, s1, y_times_s, cos_x = cache
    # backprop out = y_times_s * cos_x
    dy_times_s = cos_x * dout
    dcos_x = y_times_s * dout
    # backprop cos_x = np.cos(x)
    dx = -s * dcos_x
    # backprop y_times_s = y * s1
    dy = s1 * dy_times_s
    ds1 = y * dy_times_s
    # backprop s1 = s.copy(); s1[0] = 2.0
    ds1[0] = 0.0
    # backprop y = s * x
    ds1 += x * dy
    dx += s * dy
    # backprop s = np.sin(x)
    dx += cos_x * ds1
    return dx


def zeros_forward(x: "N"):
    """Forward pass of zeros: out1 (N,) and the cache (references, not copies)."""
    out = np.zeros_like(x)
    for i in range(3):
        out[i] = x[i] ** 2
    out1 = out * x
    cache = (x, out)
    return out1, cache


def zeros_backward(dout1, cache):
    """Backward pass of zeros: dx (N,), from dout1 (N,)."""
    x, out = cache
    # backprop out1 = out * x
    dout = x * dout1
    dx = out * dout1
    for i in reversed(range(3)):
        # backprop out[i] = x[i] ** 2
        dx[i] += (2 * x[i]) * dout[i]
    return dx
