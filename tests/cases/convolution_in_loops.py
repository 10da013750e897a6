# arguments: x=(4, 3), k=(2, 2)
import numpy as np


def convolved(x: "H W", k: "A B"):
    H, W = x.shape
    a, b = k.shape
    y = np.zeros((H - a + 1, W - b + 1))
    for i in range(H - a + 1):
        for j in range(W - b + 1):
            y[i, j] = np.sum(x[i : i + a, j : j + b] * k)
    return y


# output
"""Forward and backward passes of convolution_in_loops.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: summed where x was broadcast, spread if g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = np.ndim(g) - len(shape)
    if extra > 0:
        g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    if ones:
        g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def convolved_forward(x: "H W", k: "A B"):
    """Forward pass of convolved: y and the cache (references, not copies)."""
    H, W = x.shape
    a, b = k.shape
    y = np.zeros((H - a + 1, W - b + 1))
    steps = []
    for i in range(H - a + 1):
        steps1 = []
        for j in range(W - b + 1):
            sum_in = x[i : i + a, j : j + b] * k
            y[i, j] = np.sum(sum_in)
            steps1.append(sum_in)
        steps.append(steps1)
    cache = (x, k, H, W, a, b, steps)
    return y, cache


def convolved_backward(dy, cache):
    """Backward pass of convolved: dx (H, W) and dk (A, B), from dy."""
    x, k, H, W, a, b, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dk = np.zeros_like(k, dtype=np.result_type(k, 1.0))
    for i in reversed(range(H - a + 1)):
        steps1 = steps[i]
        for j in reversed(range(W - b + 1)):
            sum_in = steps1[j]
            # backprop y[i, j] = np.sum(sum_in)
            dsum_in = np.ones_like(sum_in) * dy[i, j]
            # backprop sum_in = x[i:i + a, j:j + b] * k
            dx[i : i + a, j : j + b] += unbroadcast(
                k * dsum_in, x[i : i + a, j : j + b]
            )
            dk += unbroadcast(x[i : i + a, j : j + b] * dsum_in, k)
    return dx, dk
