# arguments: x_rows=(4, 3), W=(3, 3), dx_rows=(3,)
# names matter: a name of the project gives way to one of the source
import numpy as np

def under_names(x_rows: "T H", W: "H H", dx_rows: "H"):
    """The names that the lists would have are taken."""
    h = dx_rows
    for x in x_rows:
        h = np.tanh(W @ x + h)
    return h


# output
"""Forward and backward passes of outer_products_under_names_that_are_taken.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def under_names_forward(x_rows: "T H", W: "H H", dx_rows: "H"):
    """The names that the lists would have are taken.

    Forward pass of under_names: h (H,) and the cache (references, not copies).
    """
    h = dx_rows
    steps = []
    for x in x_rows:
        tanh_in = W @ x + h
        h = np.tanh(tanh_in)
        steps.append(h)
    cache = (x_rows, W, steps)
    return h, cache


def under_names_backward(dh, cache):
    """Backward pass of under_names.

    Gives d_x_rows (T, H), dW (H, H) and ddx_rows (H,), from dh (H,).
    """
    x_rows, W, steps = cache
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    d_x_rows = np.zeros_like(x_rows, dtype=np.result_type(x_rows, 1.0))
    dtanh_in_rows = []
    x_rows1 = []
    for i in reversed(range(len(x_rows))):
        h = steps[i]
        x = x_rows[i]
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = W @ x + h
        dtanh_in_rows.append(dtanh_in)
        x_rows1.append(x)
        dx = W.T @ dtanh_in
        dh = dtanh_in
        d_x_rows[i] = dx
    # backprop of all turns: tanh_in = W @ x + h
    dW += np.array(dtanh_in_rows).T @ np.array(x_rows1)
    # backprop h = dx_rows
    ddx_rows = 1.0 * dh
    return d_x_rows, dW, ddx_rows
