# arguments filled: x=0.3, k=0.7
# arguments gone_over: x=0.3, k=0.7
# names matter: an item is called after its list
def filled(x: float, k: float):
    out = [[0.0] * 2 for _ in range(2)]
    row = out[1]
    row[0] = x * k
    return out[0][1] + out[1][0] * k


def gone_over(x: float, k: float):
    out = [[0.0, 1.0] for _ in range(2)]
    for row in out:
        row[0] = x * k
    return out[0][0] * out[1][1] + out[1][0]


# output
"""Forward and backward passes of rows_of_lists_of_comprehensions_written_into.py: do
not edit.

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


def filled_forward(x: float, k: float):
    """Forward pass of filled: out1 and the cache (references, not copies)."""
    out = []
    for _ in range(2):
        out.append([0.0] * 2)
    out[1][0] = x * k
    out1 = out[0][1] + out[1][0] * k
    cache = (x, k, out)
    return out1, cache


def filled_backward(dout1, cache):
    """Backward pass of filled: dx and dk, from dout1."""
    x, k, out = cache
    # backprop out1 = out[0][1] + out[1][0] * k
    dout = [([0.0] * len(row)) for row in out]
    dout[0][1] += dout1
    dout[1][0] += k * dout1
    dk = out[1][0] * dout1
    # backprop out[1][0] = x * k
    dx = k * dout[1][0]
    dk += x * dout[1][0]
    return dx, dk


def gone_over_forward(x: float, k: float):
    """Forward pass of gone_over: out1 and the cache (references, not copies)."""
    out = []
    for _ in range(2):
        out.append([0.0, 1.0])
    out_before = copy_of(out)
    for i in range(len(out)):
        out[i][0] = x * k
    out1 = out[0][0] * out[1][1] + out[1][0]
    cache = (x, k, out_before, out)
    return out1, cache


def gone_over_backward(dout1, cache):
    """Backward pass of gone_over: dx and dk, from dout1."""
    x, k, out_before, out = cache
    # backprop out1 = out[0][0] * out[1][1] + out[1][0]
    dout = [([0.0] * len(row)) for row in out]
    dout[0][0] += out[1][1] * dout1
    dout[1][1] += out[0][0] * dout1
    dout[1][0] += dout1
    dx = 0.0
    dk = 0.0
    for i in reversed(range(len(out_before))):
        # backprop out[i][0] = x * k
        dx += k * dout[i][0]
        dk += x * dout[i][0]
        dout[i][0] = 0.0
    return dx, dk
