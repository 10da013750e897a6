# arguments: A=(4, 3)
import numpy as np


def f(A: "N D"):
    B = A.copy()
    row = B[0]
    for t in ((0,), (2,)):
        row[t] = 5 * row[1]
    return np.sum(B ** 2)


# output
"""Forward and backward passes of row_written_at_a_tuple.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def written_once(g, index):
    """g[index], the gradient on y of z[index] = y, if no entry is written twice."""
    count = np.zeros(np.shape(g), int)
    np.add.at(count, index, 1)
    if np.any(count > 1):
        raise ValueError(
            "an entry is written twice, and so the gradient is not defined"
        )
    return 1 * g[index]


def f_forward(A: "N D"):
    """Forward pass of f: out and the cache (references, not copies)."""
    B = A.copy()
    for t in ((0,), (2,)):
        B[0][t] = 5 * B[0, 1]
    out = np.sum(B**2)
    cache = (B,)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dA (N, D), from dout."""
    (B,) = cache
    # backprop out = np.sum(B**2)
    dB = (2 * B) * dout
    for t in reversed(((0,), (2,))):
        # backprop B[0][t] = 5 * B[0, 1]
        dB_0_t = written_once(dB[0], t)
        dB[0][t] = 0.0
        dB[0, 1] += 5 * np.sum(dB_0_t)
    # backprop B = A.copy()
    dA = dB
    return dA
