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
"""Forward and backward passes of convolution_in_loops.py, made by `backprop generate`: do not edit."""

import numpy as np


def unbroadcast(g, x):
    """Gives g the shape of x: sums it where x was broadcast, spreads it where g is smaller.

    Returns g itself if it has that shape already, else a value with memory of its own.
    """
    shape = np.shape(x)
    if np.shape(g) == shape:
        return g
    extra = max(np.ndim(g) - len(shape), 0)
    g = np.sum(g, axis=tuple(range(extra)))
    ones = tuple(i for i in range(-np.ndim(g), 0) if shape[i] == 1)
    g = np.sum(g, axis=ones, keepdims=True)
    return g if np.shape(g) == shape else np.array(np.broadcast_to(g, shape))


def convolved_forward(x: "H W", k: "A B"):
    """Forward pass of convolved: y and the cache (references, not copies)."""
    H, W = x.shape
    a, b = k.shape
    y = np.zeros((H - a + 1, W - b + 1))
    steps = []
    y_sum = H - a + 1
    for i in range(y_sum):
        steps1 = []
        y_y_sum = W - b + 1
        for j in range(y_y_sum):
            i_plus_a = i + a
            j_plus_b = j + b
            x_part = x[i:i_plus_a, j:j_plus_b]
            sum_in = x_part * k
            y[i, j] = np.sum(sum_in)
            steps1.append((i_plus_a, j_plus_b, x_part, sum_in))
        steps.append((y_y_sum, steps1))
    cache = (x, k, steps, y_sum)
    return y, cache


def convolved_backward(dy, cache):
    """Backward pass of convolved: dx (H, W) and dk (A, B), from dy."""
    x, k, steps, y_sum = cache
    dk = np.zeros_like(k, dtype=np.result_type(k, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dy = 1 * dy
    for i in reversed(range(y_sum)):
        y_y_sum, steps1 = steps[i]
        for j in reversed(range(y_y_sum)):
            i_plus_a, j_plus_b, x_part, sum_in = steps1[j]
            # backprop y[i, j] = np.sum(sum_in)
            dsum_in = np.ones_like(sum_in) * dy[i, j]
            dy[i, j] = 0.0
            # backprop sum_in = x_part * k
            dx_part = unbroadcast(k * dsum_in, x_part)
            dk += unbroadcast(x_part * dsum_in, k)
            # backprop x_part = x[i:i_plus_a, j:j_plus_b]
            dx[i:i_plus_a, j:j_plus_b] += dx_part
    return dx, dk
