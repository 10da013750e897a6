# arguments: x=(4, 3), w=(3, 2), y=(4, 2)
# names matter: the pragma mentions them
import numpy as np


# backprop: wrt w
# backprop: final
def f(x: "N D", w: "D M", y: "N M"):
    return np.sum((x @ w - y) ** 2)


# output
"""Forward and backward passes of wrt_pragma.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(x: "N D", w: "D M", y: "N M"):
    """Forward pass of f: out and the cache (references, not copies)."""
    out_diff = x @ w - y
    out = np.sum(out_diff**2)
    cache = (x, out_diff)
    return out, cache


def f_backward(cache):
    """Backward pass of f: dw (D, M), of the final output."""
    x, out_diff = cache
    # backprop out = np.sum(out_diff**2)
    dout_diff = 2 * out_diff
    # backprop out_diff = x @ w - y
    dw = x.T @ dout_diff
    return dw
