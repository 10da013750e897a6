# arguments displayed: row=0.7
# arguments copied: c=0.7, y=[0.3, 0.5], v=[0.2, 0.4, 0.6]
# first order only copied: a block makes the list anew
import math


def displayed(row: float):
    for _ in range(3):
        v = [0.9 * row, row * row, math.exp(-row)]
    row = v[-1]
    v[2] = math.sin(row)
    return row * v[1]


def copied(c: float, y: list[float], v: list[float]):
    for k in range(2):
        y = [q * k for q in v]
    return c * y[-1]


# output
"""Forward and backward passes of list_made_in_turns_and_read_behind.py: do not edit.

Made by `backprop generate`.
"""

import math


def displayed_forward(row: float):
    """Forward pass of displayed: out and the cache (references, not copies)."""
    steps = []
    for _ in range(3):
        exp_neg_row = math.exp(-row)
        v = [0.9 * row, row * row, exp_neg_row]
        steps.append(exp_neg_row)
    row1 = v[-1]
    v[2] = math.sin(row1)
    out = row1 * v[1]
    cache = (row, steps, row1, v)
    return out, cache


def displayed_backward(dout, cache):
    """Backward pass of displayed: drow, from dout."""
    row, steps, row1, v = cache
    # backprop out = row1 * v[1]
    drow1 = v[1] * dout
    dv = [0.0] * len(v)
    dv[1] = row1 * dout
    # backprop v[2] = math.sin(row1)
    drow1 += math.cos(row1) * dv[2]
    dv[2] = 0.0
    # backprop row1 = v[-1]
    dv[-1] += drow1
    drow = 0.0
    for exp_neg_row in reversed(steps):
        # backprop v = [0.9 * row, row * row, exp_neg_row]
        drow += 0.9 * dv[0]
        drow += (2 * row) * dv[1]
        # backprop exp_neg_row = math.exp(-row)
        drow -= exp_neg_row * dv[2]
        dv = [0.0, 0.0, 0.0]
    return drow


def copied_forward(c: float, y: list[float], v: list[float]):
    """Forward pass of copied: out and the cache (references, not copies)."""
    steps = []
    for k in range(2):
        y1 = []
        for q in v:
            y1.append(q * k)
        steps.append(y1)
    out = c * y1[-1]
    cache = (c, y, v, steps, y1)
    return out, cache


def copied_backward(dout, cache):
    """Backward pass of copied: dc, dy and dv, from dout."""
    c, y, v, steps, y1 = cache
    # backprop out = c * y1[-1]
    dc = y1[-1] * dout
    dy1 = [0.0] * len(y1)
    dy1[-1] = c * dout
    dv = [0.0] * len(v)
    for k in reversed(range(2)):
        y1 = steps[k]
        dy1 = dy1 or [0.0] * len(y1)
        for i in reversed(range(len(v))):
            # backprop y1.append(q * k)
            dq = k * dy1.pop()
            dv[i] += dq
        dy1 = []
    dy = [0.0] * len(y)
    return dc, dy, dv
