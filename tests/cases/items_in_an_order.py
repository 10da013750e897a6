# arguments by_places: x=(3,), order=[2, 0, 1], s=0.7
# arguments one_item_twice: x=(3,), order=[0, 0, 2], s=0.7
# arguments sorted_by_key: x=(3,), s=0.7
# arguments sorted_by_numpy: x=(3,), s=0.7
# arguments of_a_list: xs=[0.3, 0.1, 0.2], order=[0, 0, 2], s=0.7
import numpy as np


def by_places(x, order, s):
    ys = [x[k] for k in order]
    return ys[0] * s + ys[1] * ys[2]


def one_item_twice(x, order, s):
    ys = [x[k] for k in order]
    return ys[0] * s + ys[1] * ys[2]


def sorted_by_key(x, s):
    order = sorted(range(3), key=lambda k: x[k])
    ys = [x[k] for k in order]
    return ys[0] * s + ys[1] * ys[2]


def sorted_by_numpy(x, s):
    order = np.argsort(x)
    ys = [x[k] for k in order]
    return ys[0] * s + ys[1] * ys[2]


def of_a_list(xs: list[float], order: list[int], s: float):
    ys = [xs[k] for k in order]
    return ys[0] * s + ys[1] * ys[2]


# output
"""Forward and backward passes of items_in_an_order.py: do not edit.

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


def by_places_forward(x, order, s):
    """Forward pass of by_places: out and the cache (references, not copies)."""
    ys = []
    for k in order:
        ys.append(x[k])
    out = ys[0] * s + ys[1] * ys[2]
    cache = (x, order, s, ys)
    return out, cache


def by_places_backward(dout, cache):
    """Backward pass of by_places: dx and ds, from dout."""
    x, order, s, ys = cache
    # backprop out = ys[0] * s + ys[1] * ys[2]
    dys = zeros_of(ys)
    dys[0] += unbroadcast(s * dout, ys[0])
    ds = unbroadcast(ys[0] * dout, s)
    dys[1] += unbroadcast(ys[2] * dout, ys[1])
    dys[2] += unbroadcast(ys[1] * dout, ys[2])
    dx = zeros_of(x)
    for k in reversed(order):
        # backprop ys.append(x[k])
        np.add.at(dx, k, dys.pop())
    return dx, ds


def one_item_twice_forward(x, order, s):
    """Forward pass of one_item_twice: out and the cache (references, not copies)."""
    ys = []
    for k in order:
        ys.append(x[k])
    out = ys[0] * s + ys[1] * ys[2]
    cache = (x, order, s, ys)
    return out, cache


def one_item_twice_backward(dout, cache):
    """Backward pass of one_item_twice: dx and ds, from dout."""
    x, order, s, ys = cache
    # backprop out = ys[0] * s + ys[1] * ys[2]
    dys = zeros_of(ys)
    dys[0] += unbroadcast(s * dout, ys[0])
    ds = unbroadcast(ys[0] * dout, s)
    dys[1] += unbroadcast(ys[2] * dout, ys[1])
    dys[2] += unbroadcast(ys[1] * dout, ys[2])
    dx = zeros_of(x)
    for k in reversed(order):
        # backprop ys.append(x[k])
        np.add.at(dx, k, dys.pop())
    return dx, ds


def sorted_by_key_forward(x, s):
    """Forward pass of sorted_by_key: out and the cache (references, not copies)."""
    order = sorted(range(3), key=lambda k: x[k])
    ys = []
    for k1 in order:
        ys.append(x[k1])
    out = ys[0] * s + ys[1] * ys[2]
    cache = (x, s, order, ys)
    return out, cache


def sorted_by_key_backward(dout, cache):
    """Backward pass of sorted_by_key: dx and ds, from dout."""
    x, s, order, ys = cache
    # backprop out = ys[0] * s + ys[1] * ys[2]
    dys = zeros_of(ys)
    dys[0] += unbroadcast(s * dout, ys[0])
    ds = unbroadcast(ys[0] * dout, s)
    dys[1] += unbroadcast(ys[2] * dout, ys[1])
    dys[2] += unbroadcast(ys[1] * dout, ys[2])
    dx = zeros_of(x)
    for k1 in reversed(order):
        # backprop ys.append(x[k1])
        dx[k1] = added(dx[k1], dys.pop())
    return dx, ds


def sorted_by_numpy_forward(x, s):
    """Forward pass of sorted_by_numpy: out and the cache (references, not copies)."""
    order = np.argsort(x)
    ys = []
    for k in order:
        ys.append(x[k])
    out = ys[0] * s + ys[1] * ys[2]
    cache = (x, s, order, ys)
    return out, cache


def sorted_by_numpy_backward(dout, cache):
    """Backward pass of sorted_by_numpy: dx and ds, from dout."""
    x, s, order, ys = cache
    # backprop out = ys[0] * s + ys[1] * ys[2]
    dys = zeros_of(ys)
    dys[0] += unbroadcast(s * dout, ys[0])
    ds = unbroadcast(ys[0] * dout, s)
    dys[1] += unbroadcast(ys[2] * dout, ys[1])
    dys[2] += unbroadcast(ys[1] * dout, ys[2])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(order):
        # backprop ys.append(x[k])
        np.add.at(dx, k, dys.pop())
    return dx, ds


def of_a_list_forward(xs: list[float], order: list[int], s: float):
    """Forward pass of of_a_list: out and the cache (references, not copies)."""
    ys = []
    for k in order:
        ys.append(xs[k])
    out = ys[0] * s + ys[1] * ys[2]
    cache = (xs, order, s, ys)
    return out, cache


def of_a_list_backward(dout, cache):
    """Backward pass of of_a_list: dxs and ds, from dout."""
    xs, order, s, ys = cache
    # backprop out = ys[0] * s + ys[1] * ys[2]
    dys = zeros_of(ys)
    dys[0] = s * dout
    ds = ys[0] * dout
    dys[1] += ys[2] * dout
    dys[2] += ys[1] * dout
    dxs = [0.0] * len(xs)
    for k in reversed(order):
        # backprop ys.append(xs[k])
        dxs[k] += dys.pop()
    return dxs, ds
