# arguments: x=(4, 3), labels=np.array([0, 2, 1, 1]), v=(2,), i=np.array([2, 0])
import numpy as np


def f(x: "N C", labels: "N int", v: "K", i: "K int"):
    scores = np.exp(x)
    scores[np.arange(x.shape[0]), labels] -= 1
    y = np.zeros(3)
    y[i] = v
    return scores, y


# output
"""Forward and backward passes of write_at_indices_that_may_repeat.py: do not edit.

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


def f_forward(x: "N C", labels: "N int", v: "K", i: "K int"):
    """Forward pass of f.

    Gives scores1 (N, C), y (3,) and the cache (references, not copies).
    """
    scores = np.exp(x)
    scores1 = scores.copy()
    scores1[np.arange(x.shape[0]), labels] -= 1
    y = np.zeros(3)
    y[i] = v
    cache = (i, scores)
    return scores1, y, cache


def f_backward(dscores1, dy, cache):
    """Backward pass of f: dx (N, C) and dv (K,), from dscores1 (N, C) and dy (3,)."""
    i, scores = cache
    # backprop y[i] = v
    dv = written_once(dy, i)
    # backprop scores = np.exp(x)
    dx = scores * dscores1
    return dx, dv
