# arguments: x=(3,), n=2
import numpy as np


def energy(y: "N"):
    return 0.1 * np.sum(y * y)


def f(x: "N", n: int):
    y = x.copy()
    a = energy(y)
    y[0] = a
    for i in range(n):
        a = a + energy(y)
        y[i] = a
    return np.sum(y) + a


# output
"""Forward and backward passes of call_that_keeps_what_is_written_later.py: do not edit.

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


def energy_forward(y: "N"):
    """Forward pass of energy: out and the cache (references, not copies)."""
    out = 0.1 * np.sum(y * y)
    cache = (y,)
    return out, cache


def energy_backward(dout, cache):
    """Backward pass of energy: dy (N,), from dout."""
    (y,) = cache
    # backprop out = 0.1 * np.sum(y * y)
    dy = (0.2 * y) * dout
    return dy


def f_forward(x: "N", n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    y = x.copy()
    a, energy_cache = energy_forward(y)
    energy_cache_before = copy_of(energy_cache)
    y[0] = a
    steps = []
    for i in range(n):
        energy_y, energy_y_cache = energy_forward(y)
        energy_cache_before1 = copy_of(energy_y_cache)
        a = a + energy_y
        y[i] = a
        steps.append(energy_cache_before1)
    out = np.sum(y) + a
    cache = (n, energy_cache_before, steps, y)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    n, energy_cache_before, steps, y = cache
    # backprop out = np.sum(y) + a
    dy = np.ones_like(y) * dout
    da = dout
    for i in reversed(range(n)):
        energy_cache_before1 = steps[i]
        # backprop y[i] = a
        da = da + dy[i]
        dy[i] = 0.0
        # backprop energy_y = energy(y)
        dy_energy = energy_backward(da, energy_cache_before1)
        dy += dy_energy
    # backprop y[0] = a
    da = da + dy[0]
    dy[0] = 0.0
    # backprop a = energy(y)
    dy_energy1 = energy_backward(da, energy_cache_before)
    dy += dy_energy1
    # backprop y = x.copy()
    dx = dy
    return dx
