# arguments: w=(3,), y=0.7, n=3
# arguments scaled: x=1.3, u=[0.6, 1.1]
# arguments carried: x=0.8, u=[0.6, 1.1], n=3
# first order only scaled: this writes into memory that du may name too
# first order only by_number: a write into a list of different things
def scaled(x: float, u: list[float]):
    if x > 1.2:
        u = [q * x for q in u]
    return u[0] + sum(u) * x


def carried(x: float, u: list[float], n: int):
    t = 1.0
    for _ in range(n):
        if t > 0.5:
            u = [x * t, u[0], t]
        t = u[0] * 0.9 + u[1]
    return t * u[1]


def by_number(w: "N", y: float, n: int):
    b = [w, w * y, w + y]
    i = n - 1
    return b[i] * y + b[0] * b[n - 2]


# output
"""Forward and backward passes of lists_that_blocks_change.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def scaled_forward(x: float, u: list[float]):
    """Forward pass of scaled: out and the cache (references, not copies)."""
    u_before = u
    if x > 1.2:
        items = []
        for q in u:
            items.append(q * x)
        u = items
    sum_u = sum(u)
    out = u[0] + sum_u * x
    cache = (x, u_before, u, sum_u)
    return out, cache


def scaled_backward(dout, cache):
    """Backward pass of scaled: dx and du, from dout."""
    x, u_before, u, sum_u = cache
    # backprop out = u[0] + sum_u * x
    du = [0.0] * len(u)
    du[0] = dout
    dsum_u = x * dout
    dx = sum_u * dout
    # backprop sum_u = sum(u)
    du = [(item + dsum_u) for item in du]
    if x > 1.2:
        # backprop u = items
        ditems = du
        du = [0.0] * len(u_before)
        for i in reversed(range(len(u_before))):
            q = u_before[i]
            # backprop items.append(q * x)
            ditems_last = ditems.pop()
            dq = x * ditems_last
            dx += q * ditems_last
            du[i] = dq
    return dx, du


def carried_forward(x: float, u: list[float], n: int):
    """Forward pass of carried: out and the cache (references, not copies)."""
    t = 1.0
    steps = []
    for _ in range(n):
        steps.append((u, t))
        if t > 0.5:
            u = [x * t, u[0], t]
        t = u[0] * 0.9 + u[1]
    out = t * u[1]
    cache = (x, steps, u, t)
    return out, cache


def carried_backward(dout, cache):
    """Backward pass of carried: dx and du, from dout."""
    x, steps, u, t = cache
    # backprop out = t * u[1]
    dt = u[1] * dout
    du = [0.0] * len(u)
    du[1] = t * dout
    dx = 0.0
    for u, t in reversed(steps):
        # backprop t = u[0] * 0.9 + u[1]
        du[0] += 0.9 * dt
        du[1] += dt
        dt = 0.0
        if t > 0.5:
            # backprop u = [x * t, u[0], t]
            du_next = du
            dx += t * du_next[0]
            dt = x * du_next[0]
            du = [0.0] * len(u)
            du[0] = du_next[1]
            dt += du_next[2]
    return dx, du


def by_number_forward(w: "N", y: float, n: int):
    """Forward pass of by_number: out and the cache (references, not copies)."""
    b = [w, w * y, w + y]
    i = n - 1
    out = b[i] * y + b[0] * b[n - 2]
    cache = (w, y, n, b, i)
    return out, cache


def by_number_backward(dout, cache):
    """Backward pass of by_number: dw (N,) and dy, from dout."""
    w, y, n, b, i = cache
    # backprop out = b[i] * y + b[0] * b[n - 2]
    db = [
        np.zeros_like(b[0], dtype=np.result_type(b[0], 1.0)),
        np.zeros_like(b[1], dtype=np.result_type(b[1], 1.0)),
        np.zeros_like(b[2], dtype=np.result_type(b[2], 1.0)),
    ]
    db[i] += unbroadcast(y * dout, b[i])
    dy = np.sum(b[i] * dout)
    db_0 = unbroadcast(b[n - 2] * dout, b[0])
    db[n - 2] += unbroadcast(b[0] * dout, b[n - 2])
    # backprop b = [w, w * y, w + y]
    dw = db_0 + db[0]
    dw += y * db[1]
    dy += w @ db[1]
    dw += db[2]
    dy += np.sum(db[2])
    return dw, dy
