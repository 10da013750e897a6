# arguments: w=(3,)
# arguments item: x=0.8, u=[1.3, 0.7, 0.4], n=2
# arguments more: w=(3,), x=0.8, n=2
# first order only at_places: the method pop has no gate
import numpy as np


def item(x: float, u: list[float], n: int):
    b = [q * 0.5 + x for q in u]
    b[n] = 1.1 * x
    b[0] *= b[n]
    return b


def more(w: "N", x: float, n: int):
    a = [q * q for q in w]
    for k in range(n):
        a.append(w[k] * x)
    return sum(a)


def at_places(w):
    total = 0.0
    v = w * w
    for _ in range(2):
        squares = [r * r for r in v]
        total += squares[1]
    v[[0, 2]] = v[[0, 2]] * w[1]
    return total * v, squares


# output
"""Forward and backward passes of list_of_a_comprehension_written_into.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def item_forward(x: float, u: list[float], n: int):
    """Forward pass of item: b and the cache (references, not copies)."""
    b = []
    for q in u:
        b.append(q * 0.5 + x)
    b[n] = 1.1 * x
    b_0 = b[0]
    b_n = b[n]
    b[0] = b_0 * b_n
    cache = (u, n, b_0, b_n)
    return b, cache


def item_backward(db, cache):
    """Backward pass of item: dx and du, from db."""
    u, n, b_0, b_n = cache
    # backprop b[0] = b_0 * b_n
    db_0 = b_n * db[0]
    db_n = b_0 * db[0]
    db = copy_of(db)
    db[0] = 0.0
    # backprop b_n = b[n]
    db[n] += db_n
    # backprop b_0 = b[0]
    db[0] += db_0
    # backprop b[n] = 1.1 * x
    dx = 1.1 * db[n]
    db[n] = 0.0
    du = [0.0] * len(u)
    for i in reversed(range(len(u))):
        # backprop b.append(q * 0.5 + x)
        db_last = db.pop()
        dq = 0.5 * db_last
        dx += db_last
        du[i] = dq
    return dx, du


def more_forward(w: "N", x: float, n: int):
    """Forward pass of more: out and the cache (references, not copies)."""
    a = []
    for q in w:
        a.append(q * q)
    for k in range(n):
        a.append(w[k] * x)
    out = sum(a)
    cache = (w, x, n, a)
    return out, cache


def more_backward(dout, cache):
    """Backward pass of more: dw (N,) and dx, from dout."""
    w, x, n, a = cache
    # backprop out = sum(a)
    da = [dout] * len(a)
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dx = 0.0
    for k in reversed(range(n)):
        # backprop a.append(w[k] * x)
        da_last = da.pop()
        dw[k] = x * da_last
        dx += w[k] * da_last
    for i in reversed(range(len(w))):
        q = w[i]
        # backprop a.append(q * q)
        dq = (2 * q) * da.pop()
        dw[i] += dq
    return dw, dx


def at_places_forward(w):
    """Forward pass of at_places.

    Gives out, squares and the cache (references, not copies).
    """
    total = 0.0
    v = w * w
    steps = []
    for _ in range(2):
        squares = []
        for r in v:
            squares.append(r * r)
        steps.append((total, squares))
        total = total + squares[1]
    v_part = v[[0, 2]]
    v_part_times_w_1 = v_part * w[1]
    v1 = v.copy()
    v1[[0, 2]] = v_part_times_w_1
    out = total * v1
    cache = (w, v, steps, total, v_part, v_part_times_w_1, v1)
    return out, squares, cache


def at_places_backward(dout, dsquares, cache):
    """Backward pass of at_places: dw, from dout and dsquares."""
    w, v, steps, total, v_part, v_part_times_w_1, v1 = cache
    # backprop out = total * v1
    dtotal = unbroadcast(v1 * dout, total)
    dv1 = unbroadcast(total * dout, v1)
    # backprop v1 = v.copy(); v1[[0, 2]] = v_part_times_w_1
    dv_part_times_w_1 = unbroadcast(dv1[[0, 2]], v_part_times_w_1)
    # backprop v_part_times_w_1 = v_part * w[1]
    dv_part = unbroadcast(w[1] * dv_part_times_w_1, v_part)
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dw[1] = unbroadcast(v_part * dv_part_times_w_1, w[1])
    # backprop v_part = v[[0, 2]]
    dv1[[0, 2]] = dv_part
    for total, squares in reversed(steps):
        dsquares = copy_of(dsquares or zeros_of(squares))
        # backprop total = total + squares[1]
        dsquares[1] += unbroadcast(dtotal, squares[1])
        dtotal = unbroadcast(dtotal, total)
        for i in reversed(range(len(v))):
            r = v[i]
            # backprop squares.append(r * r)
            dr = (2 * r) * dsquares.pop()
            dv1[i] += dr
        dsquares = []
    # backprop v = w * w
    dw += (2 * w) * dv1
    return dw
