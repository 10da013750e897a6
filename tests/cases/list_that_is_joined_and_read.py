# arguments: h=(2, 3), x=0.8
# arguments f: h=(2, 3), x=0.8
# first order only: the method pop has no gate
import numpy as np


def f(h: "N D", x: float):
    rows = []
    for row in h:
        rows.append(row * x)
    stacked = np.stack(rows)
    rows.append(h[0] * x)
    return np.sum(np.concatenate(rows) ** 2) + np.sum(stacked**3) + np.sum(rows[-1] * rows[0])


def growing(h: "N D", x: float):
    rows = []
    total = 0.0
    for row in h:
        rows.append(row * x)
        together = np.stack(rows)
        total += np.sum(together**2) * x
    return total, rows[0]


# output
"""Forward and backward passes of list_that_is_joined_and_read.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def split_like(g, items, axis):
    """The pieces of g that items were joined from along an axis."""
    ends = np.cumsum([np.shape(item)[axis] for item in items])
    return np.split(g, ends[:-1], axis)


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(h: "N D", x: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    rows = []
    for row in h:
        rows.append(row * x)
    stacked = np.stack(rows)
    rows.append(h[0] * x)
    concatenate_rows = np.concatenate(rows)
    out = np.sum(concatenate_rows**2) + np.sum(stacked**3) + np.sum(rows[-1] * rows[0])
    cache = (h, x, stacked, rows, concatenate_rows)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dh (N, D) and dx, from dout."""
    h, x, stacked, rows, concatenate_rows = cache
    # backprop out = np.sum(concatenate_rows**2) + np.sum(stacked**3)
    #     + np.sum(rows[-1] * rows[0])
    dconcatenate_rows = (2 * concatenate_rows) * dout
    dstacked = (3 * stacked**2) * dout
    drows = zeros_of(rows)
    drows[-1] += rows[0] * dout
    drows[0] += rows[-1] * dout
    # backprop concatenate_rows = np.concatenate(rows)
    drows = [
        (item + more)
        for item, more in zip(drows, split_like(dconcatenate_rows, rows, 0))
    ]
    # backprop rows.append(h[0] * x)
    drows_last = drows.pop()
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dh[0] = x * drows_last
    dx = h[0] @ drows_last
    # backprop stacked = np.stack(rows)
    drows = [(item1 + more1) for item1, more1 in zip(drows, dstacked)]
    for i in reversed(range(len(h))):
        row = h[i]
        # backprop rows.append(row * x)
        drows_last1 = drows.pop()
        drow = x * drows_last1
        dx += row @ drows_last1
        dh[i] += drow
    return dh, dx


def growing_forward(h: "N D", x: float):
    """Forward pass of growing.

    Gives total, out (D,) and the cache (references, not copies).
    """
    rows = []
    total = 0.0
    steps = []
    for row in h:
        rows.append(row * x)
        together = np.stack(rows)
        sum_together_sqr = np.sum(together**2)
        total += sum_together_sqr * x
        steps.append((together, sum_together_sqr))
    out = rows[0]
    cache = (h, x, steps, rows)
    return total, out, cache


def growing_backward(dtotal, dout, cache):
    """Backward pass of growing: dh (N, D) and dx, from dtotal and dout (D,)."""
    h, x, steps, rows = cache
    # backprop out = rows[0]
    drows = zeros_of(rows)
    drows[0] += dout
    dx = 0.0
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    for i in reversed(range(len(h))):
        together, sum_together_sqr = steps[i]
        row = h[i]
        # backprop total += sum_together_sqr * x
        dsum_together_sqr = x * dtotal
        dx += sum_together_sqr * dtotal
        # backprop sum_together_sqr = np.sum(together**2)
        dtogether = (2 * together) * dsum_together_sqr
        # backprop together = np.stack(rows)
        drows = [(item + more) for item, more in zip(drows, dtogether)]
        # backprop rows.append(row * x)
        drows_last = drows.pop()
        drow = x * drows_last
        dx += row @ drows_last
        dh[i] = drow
    return dh, dx
