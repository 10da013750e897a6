# arguments: x=(4, 3), w=(3,)
# options: final=loss wrt=loss:w only=loss style=notes
# names matter: the options mention them
import numpy as np


def other(x):
    return x * x


def loss(x: "N D", w: "D"):
    score = x @ w  # one for each row
    return np.sum(score**2)


# output
"""Forward and backward passes of options_by_name.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def loss_forward(x: "N D", w: "D"):
    """Forward pass of loss: out and the cache (references, not copies)."""
    score = x @ w  # one for each row  # (1)
    out = np.sum(score**2)  # (2)
    cache = (x, score)
    return out, cache


def loss_backward(cache):
    """Backward pass of loss: dw (D,), of the final output."""
    x, score = cache
    # backprop out = np.sum(score**2)
    dscore = 2 * score  # (2)
    # backprop score = x @ w
    dw = x.T @ dscore  # (1)
    return dw
