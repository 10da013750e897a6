# arguments: a=0.5, b=(3,)
import numpy as np


def g(c, z):
    return c * z, c


def f(a: float, b):
    if a > 1:
        pass
    else:
        u, b = g(b[1], b)
    return b


# output
"""Forward and backward passes of call_in_one_arm_that_keeps_an_array.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


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


def g_forward(c, z):
    """Forward pass of g: out, c and the cache (references, not copies)."""
    out = c * z
    cache = (c, z)
    return out, c, cache


def g_backward(dout, dc, cache):
    """Backward pass of g: dc and dz, from dout and dc."""
    c, z = cache
    # backprop out = c * z
    dc = dc + unbroadcast(z * dout, c)
    dz = unbroadcast(c * dout, z)
    return dc, dz


def f_forward(a: float, b):
    """Forward pass of f: b and the cache (references, not copies)."""
    u = None
    g_cache = None
    if a > 1:
        pass
    else:
        b_1 = b[1]
        u, b, g_cache = g_forward(b_1, b)
    cache = (a, u, g_cache)
    return b, cache


def f_backward(db, cache):
    """Backward pass of f: da and db, from db."""
    a, u, g_cache = cache
    if not a > 1:
        # backprop u, b = g(b_1, b)
        du = zeros_of(u)
        db_1, db = g_backward(du, db, g_cache)
        # backprop b_1 = b[1]
        db[1] = added(db[1], db_1)
    da = 0.0
    db = copy_of(db)
    return da, db
