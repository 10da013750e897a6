# arguments: u=0.8, w=(3,)
# arguments f: u=0.8, w=(3,)
def f(u: float, w: "3"):
    q = u * u
    for k in range(2):
        row = [w[k] * u for q in range(3)]
        u = u * row[0]
    return u * q


def counted(u: float, w: "3"):
    for _ in range(3):
        u = u * 1.1
    for k in range(2):
        row = [w[k] * u for _ in range(3)]
        u = u * row[0]
    return u


# output
"""Forward and backward passes of names_of_comprehensions_in_a_loop_that_runs.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(u: float, w: "3"):
    """Forward pass of f: out and the cache (references, not copies)."""
    q = u * u
    u_before = u
    steps = []
    for k in range(2):
        row = []
        for q1 in range(3):
            row.append(w[k] * u)
        steps.append((u, row))
        u = u * row[0]
    out = u * q
    cache = (u_before, w, q, steps, u)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: du and dw (3,), from dout."""
    u_before, w, q, steps, u = cache
    # backprop out = u * q
    du = q * dout
    dq = u * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for k in reversed(range(2)):
        u, row = steps[k]
        # backprop u = u * row[0]
        drow = [0.0] * len(row)
        drow[0] = u * du
        du = row[0] * du
        for _ in range(3):
            # backprop row.append(w[k] * u)
            drow_last = drow.pop()
            dw[k] += u * drow_last
            du += w[k] * drow_last
    # backprop q = u * u
    du += (2 * u_before) * dq
    return du, dw


def counted_forward(u: float, w: "3"):
    """Forward pass of counted: u and the cache (references, not copies)."""
    for _ in range(3):
        u = u * 1.1
    steps = []
    for k in range(2):
        row = []
        for _1 in range(3):
            row.append(w[k] * u)
        steps.append((u, row))
        u = u * row[0]
    cache = (w, steps)
    return u, cache


def counted_backward(du, cache):
    """Backward pass of counted: du and dw (3,), from du."""
    w, steps = cache
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for k in reversed(range(2)):
        u, row = steps[k]
        # backprop u = u * row[0]
        drow = [0.0] * len(row)
        drow[0] = u * du
        du = row[0] * du
        for _ in range(3):
            # backprop row.append(w[k] * u)
            drow_last = drow.pop()
            dw[k] += u * drow_last
            du += w[k] * drow_last
    for _ in range(3):
        # backprop u = u * 1.1
        du = 1.1 * du
    return du, dw
