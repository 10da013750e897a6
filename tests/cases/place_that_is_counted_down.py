# arguments f: x=(4,), n=3
# arguments places: x=(4,), n=np.array([2, 3])
import numpy as np


def f(x, n):
    e = x[0]
    while n > 0:
        e = e * x[n]
        n -= 1
    return np.tanh(e)


def places(x, n):
    e = np.ones(2)
    for _ in range(2):
        e = e * x[n]
        n = n - 1
    return e


# output
"""Forward and backward passes of place_that_is_counted_down.py: do not edit.

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


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def f_forward(x, n):
    """Forward pass of f: out and the cache (references, not copies)."""
    if overlap(n, x):
        raise ValueError("f: values in n and x overlap")
    e = x[0]
    steps = []
    while n > 0:
        n_before = copy_of(n)
        e_before = e
        x_n = x[n]
        e = e * x_n
        n -= 1
        steps.append((e_before, n_before, x_n))
    out = np.tanh(e)
    cache = (x, steps, out)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx, from dout."""
    x, steps, out = cache
    # backprop out = np.tanh(e)
    de = (1 - out**2) * dout
    dx = zeros_of(x)
    for e_before, n_before, x_n in reversed(steps):
        # backprop e = e * x_n
        dx_n = unbroadcast(e_before * de, x_n)
        de = unbroadcast(x_n * de, e_before)
        # backprop x_n = x[n]
        np.add.at(dx, n_before, dx_n)
    # backprop e = x[0]
    dx[0] += de
    return dx


def places_forward(x, n):
    """Forward pass of places: e and the cache (references, not copies)."""
    e = np.ones(2)
    steps = []
    for _ in range(2):
        e_before = e
        n_before = n
        x_n = x[n]
        e = e * x_n
        n = n - 1
        steps.append((e_before, n_before, x_n))
    cache = (x, steps)
    return e, cache


def places_backward(de, cache):
    """Backward pass of places: dx, from de."""
    x, steps = cache
    dx = zeros_of(x)
    for e_before, n_before, x_n in reversed(steps):
        # backprop e = e * x_n
        dx_n = unbroadcast(e_before * de, x_n)
        de = unbroadcast(x_n * de, e_before)
        # backprop x_n = x[n]
        np.add.at(dx, n_before, dx_n)
    return dx
