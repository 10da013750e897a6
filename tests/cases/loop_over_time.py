# arguments: xs=(4, 2), h=(3,), Wx=(2, 3), Wh=(3, 3), b=(3,)
import numpy as np


def f(xs: "T D", h: "H", Wx: "D H", Wh: "H H", b: "H"):
    for t in range(len(xs)):
        h = np.tanh(xs[t] @ Wx + h @ Wh + b)
    return h


# output
"""Forward and backward passes of loop_over_time.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(xs: "T D", h: "H", Wx: "D H", Wh: "H H", b: "H"):
    """Forward pass of f: h (H,) and the cache (references, not copies)."""
    steps = []
    for t in range(len(xs)):
        h_before = h
        tanh_in = xs[t] @ Wx + h @ Wh + b
        h = np.tanh(tanh_in)
        steps.append((h_before, h))
    cache = (xs, Wx, Wh, b, steps)
    return h, cache


def f_backward(dh, cache):
    """Backward pass of f.

    Gives dxs (T, D), dh (H,), dWx (D, H), dWh (H, H) and db (H,), from dh (H,).
    """
    xs, Wx, Wh, b, steps = cache
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dWx = np.zeros_like(Wx, dtype=np.result_type(Wx, 1.0))
    dWh = np.zeros_like(Wh, dtype=np.result_type(Wh, 1.0))
    db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    xs_rows = []
    dtanh_in_rows = []
    h_rows = []
    for t in reversed(range(len(xs))):
        h_before, h = steps[t]
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = xs[t] @ Wx + h @ Wh + b
        dxs[t] = Wx @ dtanh_in
        xs_rows.append(xs[t])
        dtanh_in_rows.append(dtanh_in)
        dh = Wh @ dtanh_in
        h_rows.append(h_before)
    # backprop of all turns: tanh_in = xs[t] @ Wx + h @ Wh + b
    dtanh_in_rows = np.array(dtanh_in_rows)
    dWx += np.array(xs_rows).T @ dtanh_in_rows
    dWh += np.array(h_rows).T @ dtanh_in_rows
    db += np.sum(dtanh_in_rows, axis=0)
    dh = 1.0 * dh
    return dxs, dh, dWx, dWh, db
