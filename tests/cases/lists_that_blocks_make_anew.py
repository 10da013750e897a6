# arguments: w=(3,), y=0.7, n=3
# arguments chosen: x=0.8, y=0.7
# arguments in_turns: x=0.8, y=0.7, n=3
# arguments counted: x=0.8, y=0.7, n=3
def chosen(x: float, y: float):
    if x > y:
        xs = [x, y]
    else:
        xs = [y, x * x]
    return xs[0] * xs[1] + xs[0]


def in_turns(x: float, y: float, n: int):
    t = 0.0
    for i in range(n):
        xs = [x * i, y]
        for q in xs:
            t += q * q
        t += xs[0]
    return t + xs[1]


def counted(x: float, y: float, n: int):
    b = [x, y]
    while n > 0:
        n -= 1
        b = [b[1] * x, b[0]]
    t = 0.0
    for q in b:
        t += q * x
    return t, b[0]


def rows(w: "N", y: float, n: int):
    b = [w, w]
    for _ in range(n):
        b = [b[1] * y, b[0] + w]
    return b[0] * b[1]


# output
"""Forward and backward passes of lists_that_blocks_make_anew.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def chosen_forward(x: float, y: float):
    """Forward pass of chosen: out and the cache (references, not copies)."""
    if x > y:
        xs = [x, y]
    else:
        xs = [y, x * x]
    out = xs[0] * xs[1] + xs[0]
    cache = (x, y, xs)
    return out, cache


def chosen_backward(dout, cache):
    """Backward pass of chosen: dx and dy, from dout."""
    x, y, xs = cache
    # backprop out = xs[0] * xs[1] + xs[0]
    dxs_0 = xs[1] * dout
    dxs_1 = xs[0] * dout
    dxs_0 += dout
    dxs = [dxs_0, dxs_1]
    if x > y:
        # backprop xs = [x, y]
        dx = dxs[0]
        dy = dxs[1]
    else:
        # backprop xs = [y, x * x]
        dy = dxs[0]
        dx = (2 * x) * dxs[1]
    return dx, dy


def in_turns_forward(x: float, y: float, n: int):
    """Forward pass of in_turns: out and the cache (references, not copies)."""
    t = 0.0
    steps = []
    for i in range(n):
        xs = [x * i, y]
        t += xs[0] * xs[0]
        t += y * y
        t += xs[0]
        steps.append(xs)
    out = t + xs[1]
    cache = (y, n, steps)
    return out, cache


def in_turns_backward(dout, cache):
    """Backward pass of in_turns: dx and dy, from dout."""
    y, n, steps = cache
    # backprop out = t + xs[1]
    dt = dout
    dxs_1 = dout
    dxs = [0.0, dxs_1]
    dy = 0.0
    dx = 0.0
    for i in reversed(range(n)):
        xs = steps[i]
        # backprop t += xs[0]
        dxs_0 = dt
        # backprop t += y * y
        dy += (2 * y) * dt
        # backprop t += xs[0] * xs[0]
        dxs_0 = dxs_0 + (2 * xs[0]) * dt
        # backprop xs = [x * i, y]
        dx += i * dxs_0
        dx += i * dxs[0]
        dy += dxs[1]
        dxs = [0.0, 0.0]
    return dx, dy


def counted_forward(x: float, y: float, n: int):
    """Forward pass of counted: t, out and the cache (references, not copies)."""
    b = [x, y]
    b_before = []
    while n > 0:
        b_before.append(b)
        n -= 1
        b = [b[1] * x, b[0]]
    t = 0.0
    for q in b:
        t += q * x
    out = b[0]
    cache = (x, b_before, b)
    return t, out, cache


def counted_backward(dt, dout, cache):
    """Backward pass of counted: dx and dy, from dt and dout."""
    x, b_before, b = cache
    # backprop out = b[0]
    db_0 = dout
    dx = 0.0
    db = [0.0, 0.0]
    for i in reversed(range(len(b))):
        q = b[i]
        # backprop t += q * x
        dq = x * dt
        dx += q * dt
        db[i] += dq
    db_0 = db_0 + db[0]
    db_1 = db[1]
    db = [db_0, db_1]
    for b in reversed(b_before):
        # backprop b = [b[1] * x, b[0]]
        db_b_1 = x * db[0]
        dx += b[1] * db[0]
        db_b_0 = db[1]
        db = [db_b_0, db_b_1]
    # backprop b = [x, y]
    dx += db[0]
    dy = db[1]
    return dx, dy


def rows_forward(w: "N", y: float, n: int):
    """Forward pass of rows: out (N,) and the cache (references, not copies)."""
    b = [w, w]
    b_before = []
    for _ in range(n):
        b_before.append(b)
        b = [b[1] * y, b[0] + w]
    out = b[0] * b[1]
    cache = (w, y, b_before, b)
    return out, cache


def rows_backward(dout, cache):
    """Backward pass of rows: dw (N,) and dy, from dout (N,)."""
    w, y, b_before, b = cache
    # backprop out = b[0] * b[1]
    db_0 = b[1] * dout
    db_1 = b[0] * dout
    db = [db_0, db_1]
    dy = 0.0
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for b in reversed(b_before):
        # backprop b = [b[1] * y, b[0] + w]
        db_b_1 = y * db[0]
        dy += b[1] @ db[0]
        db_b_0 = db[1]
        dw += db[1]
        db = [db_b_0, db_b_1]
    # backprop b = [w, w]
    dw += db[0]
    dw += db[1]
    return dw, dy
