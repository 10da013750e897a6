# arguments powers: x=(3,), n=3
# arguments joined: x=(3,), n=3
# arguments smoothed: x=(3, 2), w=0.4
# arguments numbers: x=(3, 2)
# arguments given: xs=[(3,), (3,)]
# arguments given_and_joined: xs=[(3,), (2,)]
# first order only powers: this writes into an argument: dys
# first order only joined: this writes into an argument: dys
# first order only smoothed: this writes into an argument: drows
# first order only numbers: this writes into an argument: ys
# first order only given: list has no gate
# first order only given_and_joined: the items are not known
import numpy as np


def powers(x: "N", n: int):
    ys = [x]
    for i in range(n):
        ys.append(ys[i] * ys[0])
    return np.stack(ys)


def joined(x: "N", n: int):
    ys = [x]
    for i in range(n):
        ys.append(ys[i] * ys[0])
    return np.concatenate(ys)


def smoothed(x: "N D", w: float):
    rows = [2 * row for row in x]
    for k in range(1, len(rows)):
        rows[k][0] *= w
        rows[k] += rows[k - 1]
    y = np.array(rows)
    return y + x[0]


def numbers(x: "N D"):
    ys = []
    for row in x:
        ys.append(row[0])
        ys.append(ys[0] * ys[-1])
    return np.array(ys)


def given(xs: "list[N]"):
    return np.stack(xs)


def given_and_joined(xs: "list[N]"):
    return np.concatenate(xs)


# output
"""Forward and backward passes of list_items_that_are_parts_of_the_upstream.py: do not
edit.

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


def split_like(g, items, axis):
    """The pieces of g that items were joined from along an axis."""
    ends = np.cumsum([np.shape(item)[axis] for item in items])
    return np.split(g, ends[:-1], axis)


def powers_forward(x: "N", n: int):
    """Forward pass of powers: out and the cache (references, not copies)."""
    ys = [x]
    for i in range(n):
        ys.append(ys[i] * ys[0])
    out = np.stack(ys)
    cache = (n, ys)
    return out, cache


def powers_backward(dout, cache):
    """Backward pass of powers: dx (N,), from dout."""
    n, ys = cache
    # backprop out = np.stack(ys)
    dys = list(1.0 * dout)
    for i in reversed(range(n)):
        # backprop ys.append(ys[i] * ys[0])
        dys_last = 1 * dys.pop()
        dys[i] += ys[0] * dys_last
        dys[0] += ys[i] * dys_last
    # backprop ys = [x]
    dx = dys[0]
    return dx


def joined_forward(x: "N", n: int):
    """Forward pass of joined: out and the cache (references, not copies)."""
    ys = [x]
    for i in range(n):
        ys.append(ys[i] * ys[0])
    out = np.concatenate(ys)
    cache = (n, ys)
    return out, cache


def joined_backward(dout, cache):
    """Backward pass of joined: dx (N,), from dout."""
    n, ys = cache
    # backprop out = np.concatenate(ys)
    dys = split_like(1.0 * dout, ys, 0)
    for i in reversed(range(n)):
        # backprop ys.append(ys[i] * ys[0])
        dys_last = 1 * dys.pop()
        dys[i] += ys[0] * dys_last
        dys[0] += ys[i] * dys_last
    # backprop ys = [x]
    dx = dys[0]
    return dx


def smoothed_forward(x: "N D", w: float):
    """Forward pass of smoothed: out and the cache (references, not copies)."""
    rows = []
    for row in x:
        rows.append(2 * row)
    rows_before = copy_of(rows)
    steps = []
    for k in range(1, len(rows)):
        rows_k_0 = rows[k][0]
        rows[k][0] = rows_k_0 * w
        rows[k] += rows[k - 1]
        steps.append(rows_k_0)
    y = np.array(rows)
    out = y + x[0]
    cache = (x, w, rows_before, steps)
    return out, cache


def smoothed_backward(dout, cache):
    """Backward pass of smoothed: dx (N, D) and dw, from dout."""
    x, w, rows_before, steps = cache
    # backprop out = y + x[0]
    dy = dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = np.sum(dout, axis=0)
    # backprop y = np.array(rows)
    drows = list(1.0 * dy)
    dw = 0.0
    for k, rows_k_0 in zip(reversed(range(1, len(rows_before))), reversed(steps)):
        # backprop rows[k] += rows[k - 1]
        drows[k - 1] += drows[k]
        # backprop rows[k][0] = rows_k_0 * w
        drows_k_0 = w * drows[k][0]
        dw += rows_k_0 * drows[k][0]
        drows[k][0] = 0.0
        # backprop rows_k_0 = rows[k][0]
        drows[k][0] += drows_k_0
    for i in reversed(range(len(x))):
        # backprop rows.append(2 * row)
        drow = 2 * drows.pop()
        dx[i] += drow
    return dx, dw


def numbers_forward(x: "N D"):
    """Forward pass of numbers: out and the cache (references, not copies)."""
    ys = []
    steps = []
    for row in x:
        ys.append(row[0])
        ys_part = ys[-1]
        ys.append(ys[0] * ys_part)
        steps.append(ys_part)
    out = np.array(ys)
    cache = (x, steps, ys)
    return out, cache


def numbers_backward(dout, cache):
    """Backward pass of numbers: dx (N, D), from dout."""
    x, steps, ys = cache
    # backprop out = np.array(ys)
    dys = list(dout)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        ys_part = steps[i]
        row = x[i]
        # backprop ys.append(ys[0] * ys_part)
        dys_last = 1 * dys.pop()
        dys[0] += ys_part * dys_last
        dys_part = ys[0] * dys_last
        # backprop ys_part = ys[-1]
        dys[-1] += dys_part
        # backprop ys.append(row[0])
        drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
        drow[0] = dys.pop()
        dx[i] = drow
    return dx


def given_forward(xs: "list[N]"):
    """Forward pass of given: out and the cache."""
    out = np.stack(xs)
    cache = ()
    return out, cache


def given_backward(dout, cache):
    """Backward pass of given: dxs, from dout."""
    # backprop out = np.stack(xs)
    dxs = list(1.0 * dout)
    return dxs


def given_and_joined_forward(xs: "list[N]"):
    """Forward pass of given_and_joined: out and the cache (references, not copies)."""
    out = np.concatenate(xs)
    cache = (xs,)
    return out, cache


def given_and_joined_backward(dout, cache):
    """Backward pass of given_and_joined: dxs, from dout."""
    (xs,) = cache
    # backprop out = np.concatenate(xs)
    dxs = split_like(1.0 * dout, xs, 0)
    return dxs
