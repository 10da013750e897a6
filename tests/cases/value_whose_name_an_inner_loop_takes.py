# arguments whole: u=(3,), d=(2, 3)
# arguments by_items: u=(3,), d=(2, 3)
# names matter: a generator's sum is called total
import numpy as np


def whole(u: "N", d: "M N"):
    for k in range(3):
        v = np.sum(u * u)
        for u in d:
            pass
    return v


def by_items(u, d):
    for k in range(3):
        v = sum(r * r for r in u)
        for y, u in zip(d.T, d):
            pass
    return v


# output
"""Forward and backward passes of value_whose_name_an_inner_loop_takes.py: do not edit.

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


def whole_forward(u: "N", d: "M N"):
    """Forward pass of whole: v and the cache (references, not copies)."""
    u_before = []
    for k in range(3):
        u_before.append(u)
        v = np.sum(u * u)
        for u in d:
            pass
    cache = (d, u_before, u)
    return v, cache


def whole_backward(dv, cache):
    """Backward pass of whole: du (N,) and dd (M, N), from dv."""
    d, u_before, u = cache
    du = np.zeros_like(u, dtype=np.result_type(u, 1.0))
    dd = np.zeros_like(d, dtype=np.result_type(d, 1.0))
    for u_in in reversed(u_before):
        for i in reversed(range(len(d))):
            u = d[i]
            dd[i] += du
            du = np.zeros_like(u, dtype=np.result_type(u, 1.0))
        # backprop v = np.sum(u * u)
        du += (2 * u_in) * dv
        dv = 0.0
    return du, dd


def by_items_forward(u, d):
    """Forward pass of by_items: v and the cache (references, not copies)."""
    steps = []
    for k in range(3):
        v = 0
        v_before = []
        for r in u:
            v_before.append(v)
            v = v + r * r
        steps.append((u, v_before, v))
        for y, u in zip(d.T, d):
            pass
    cache = (d, steps, u)
    return v, cache


def by_items_backward(dv, cache):
    """Backward pass of by_items: du and dd, from dv."""
    d, steps, u = cache
    du = zeros_of(u)
    dd = zeros_of(d)
    for u_in, v_before, v in reversed(steps):
        dv = unbroadcast(dv, v)
        for i1 in reversed(range(min(len(d.T), len(d)))):
            u = d[i1]
            du = unbroadcast(du, u)
            dd[i1] = added(dd[i1], du)
            du = 0.0
        du = unbroadcast(du, u_in)
        for i in reversed(range(len(u_in))):
            v = v_before[i]
            r = u_in[i]
            # backprop v = v + r * r
            dr = unbroadcast((2 * r) * dv, r)
            dv = unbroadcast(dv, v)
            du[i] += dr
        dv = 0.0
    return du, dd
