# arguments: z=(4,), y=1.5
import numpy as np


def f(z, y: float):
    t = y * z[0]
    for row in range(2):
        for out in z[1:]:
            z = z
            z = z
        t = t * y
    return t


# output
"""Forward and backward passes of loop_that_gives_names_what_they_have.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(z, y: float):
    """Forward pass of f: t and the cache (references, not copies)."""
    t = y * z[0]
    z_before = z
    t_before = []
    for row in range(2):
        t_before.append(t)
        for out in z[1:]:
            z = z
            z = z
        t = t * y
    cache = (z_before, y, t_before, z)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: dz and dy, from dt."""
    z_before, y, t_before, z = cache
    dz = zeros_of(z)
    dy = 0.0
    for t in reversed(t_before):
        # backprop t = t * y
        dy += np.sum(t * dt)
        dt = y * dt
    # backprop t = y * z[0]
    dy += np.sum(z_before[0] * dt)
    dz[0] += y * dt
    return dz, dy
