# arguments: x=(3,), y=1.5
# arguments loss: x=(3,)
import numpy as np


# backprop: final
def loss(x: "N"):
    return np.sum(x**2)


def f(x: "N", y: float):
    return y * loss(x)


# output
"""Forward and backward passes of call_of_final_function.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def loss_forward(x: "N"):
    """Forward pass of loss: out and the cache (references, not copies)."""
    out = np.sum(x**2)
    cache = (x,)
    return out, cache


def loss_backward(cache):
    """Backward pass of loss: dx (N,), of the final output."""
    (x,) = cache
    # backprop out = np.sum(x**2)
    dx = 2 * x
    return dx


def f_forward(x: "N", y: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    loss_x, loss_cache = loss_forward(x)
    out = y * loss_x
    cache = (y, loss_x, loss_cache)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,) and dy, from dout."""
    y, loss_x, loss_cache = cache
    # backprop out = y * loss_x
    dy = loss_x * dout
    dloss_x = y * dout
    # backprop loss_x = loss(x)
    dx_loss = loss_backward(loss_cache)
    dx = dloss_x * dx_loss
    return dx, dy
