# arguments: xs=(4, 2), h=(3,), Wx=(2, 3), Wh=(3, 3)
import numpy as np


def f(xs: "T D", h: "H", Wx: "D H", Wh: "H H"):
    hs = []
    for t in range(len(xs)):
        h = np.tanh(xs[t] @ Wx + h @ Wh)
        hs.append(h)
    return np.array(hs)


# output
"""Forward and backward passes of list_of_states.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(xs: "T D", h: "H", Wx: "D H", Wh: "H H"):
    """Forward pass of f: out and the cache (references, not copies)."""
    hs = []
    steps = []
    for t in range(len(xs)):
        h_before = h
        tanh_in = xs[t] @ Wx + h @ Wh
        h = np.tanh(tanh_in)
        hs.append(h)
        steps.append((h_before, h))
    out = np.array(hs)
    cache = (xs, Wx, Wh, steps, h)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs (T, D), dh (H,), dWx (D, H) and dWh (H, H), from dout."""
    xs, Wx, Wh, steps, h = cache
    # backprop out = np.array(hs)
    dhs = list(dout)
    dh = np.zeros_like(h, dtype=np.result_type(h, 1.0))
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dWx = np.zeros_like(Wx, dtype=np.result_type(Wx, 1.0))
    dWh = np.zeros_like(Wh, dtype=np.result_type(Wh, 1.0))
    xs_rows = []
    dtanh_in_rows = []
    h_rows = []
    for t in reversed(range(len(xs))):
        h_before, h = steps[t]
        # backprop hs.append(h)
        dh += dhs.pop()
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = xs[t] @ Wx + h @ Wh
        dxs[t] = Wx @ dtanh_in
        xs_rows.append(xs[t])
        dtanh_in_rows.append(dtanh_in)
        dh = Wh @ dtanh_in
        h_rows.append(h_before)
    # backprop of all turns: tanh_in = xs[t] @ Wx + h @ Wh
    dtanh_in_rows = np.array(dtanh_in_rows)
    dWx += np.array(xs_rows).T @ dtanh_in_rows
    dWh += np.array(h_rows).T @ dtanh_in_rows
    return dxs, dh, dWx, dWh
