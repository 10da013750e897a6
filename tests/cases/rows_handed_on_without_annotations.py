# arguments copied: x=[0.3, 0.1, 0.2]
# arguments copied: x=[[0.3, 0.1], [0.2]]
# arguments copied_tuples: x=((0.3, 0.1), (0.2, 0.4))
# arguments copied: x=[(3,), (2, 3)]
# arguments exchanged: x=[0.3, 0.1]
# arguments exchanged: x=[[0.3, 0.1], [0.2, 0.4, 0.5]]
# arguments twice_by_key: x=[[0.3, 0.1], [0.2, 0.4, 0.5]]
# arguments all_but_the_first: x=[[0.3, 0.1], [0.2, 0.4], [0.5, 0.6]]
# arguments all_but_the_first: x=[0.3, 0.1, 0.2]
# arguments joined: x=[[0.3, 0.1], [0.2, 0.4], [0.5, 0.6]]
# arguments joined: x=[0.3, 0.1, 0.2]
# arguments doubled: x=[0.3, 0.1, 0.2]
# arguments measured: x=[(3,), (2, 3)]
# first order only copied_tuples: the items of a tuple are given gradients one by one
# first order only all_but_the_first: the method pop writes into an array or a list
import numpy as np


def copied(x):
    return list(x)


def copied_tuples(x):
    return list(x)


def exchanged(x):
    return [x[1], x[0]]


def twice_by_key(x):
    return {"first": x[0], "again": x[0]}


def all_but_the_first(x):
    first, *others = x
    return others


def joined(x):
    ys = []
    ys += x
    return ys


def doubled(x):
    return [v * 2 for v in x]



def measured(x):
    total = 0.0
    kept = []
    for row in x:
        total += np.sum(np.square(row))
        kept.append(row)
    return total, kept


# output
"""Forward and backward passes of rows_handed_on_without_annotations.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def copied_forward(x):
    """Forward pass of copied: items and the cache (references, not copies)."""
    items = []
    for item in x:
        items.append(item)
    cache = (x,)
    return items, cache


def copied_backward(ditems, cache):
    """Backward pass of copied: dx, from ditems."""
    (x,) = cache
    dx = zeros_of(x)
    ditems = copy_of(ditems)
    for i in reversed(range(len(x))):
        # backprop items.append(item)
        ditem = ditems.pop()
        dx[i] = added(dx[i], ditem)
    return dx


def copied_tuples_forward(x):
    """Forward pass of copied_tuples: items and the cache (references, not copies)."""
    items = []
    for item in x:
        items.append(item)
    cache = (x,)
    return items, cache


def copied_tuples_backward(ditems, cache):
    """Backward pass of copied_tuples: dx, from ditems."""
    (x,) = cache
    dx = zeros_of(x)
    ditems = copy_of(ditems)
    for i in reversed(range(len(x))):
        # backprop items.append(item)
        ditem = ditems.pop()
        dx[i] = added(dx[i], ditem)
    return dx


def exchanged_forward(x):
    """Forward pass of exchanged: out and the cache (references, not copies)."""
    out = [x[1], x[0]]
    cache = (x,)
    return out, cache


def exchanged_backward(dout, cache):
    """Backward pass of exchanged: dx, from dout."""
    (x,) = cache
    # backprop out = [x[1], x[0]]
    dx = zeros_of(x)
    dx[1] = added(dx[1], dout[0])
    dx[0] = added(dx[0], dout[1])
    return dx


def twice_by_key_forward(x):
    """Forward pass of twice_by_key: out and the cache (references, not copies)."""
    out = {"first": x[0], "again": x[0]}
    cache = (x,)
    return out, cache


def twice_by_key_backward(dout, cache):
    """Backward pass of twice_by_key: dx, from dout."""
    (x,) = cache
    # backprop out = {"first": x[0], "again": x[0]}
    dx = zeros_of(x)
    dx[0] = added(dx[0], dout["first"])
    dx[0] = added(dx[0], dout["again"])
    return dx


def all_but_the_first_forward(x):
    """Forward pass of all_but_the_first.

    Gives others and the cache (references, not copies).
    """
    first = x[0]
    others = []
    for item in x[1:]:
        others.append(item)
    cache = (x,)
    return others, cache


def all_but_the_first_backward(dothers, cache):
    """Backward pass of all_but_the_first: dx, from dothers."""
    (x,) = cache
    dx = zeros_of(x)
    dothers = copy_of(dothers)
    for i in reversed(range(len(x[1:]))):
        # backprop others.append(item)
        ditem = dothers.pop()
        dx[i + 1] = added(dx[i + 1], ditem)
    return dx


def joined_forward(x):
    """Forward pass of joined: ys and the cache (references, not copies)."""
    ys = []
    for item in x:
        ys.append(item)
    cache = (x,)
    return ys, cache


def joined_backward(dys, cache):
    """Backward pass of joined: dx, from dys."""
    (x,) = cache
    dx = zeros_of(x)
    dys = copy_of(dys)
    for i in reversed(range(len(x))):
        # backprop ys.append(item)
        ditem = dys.pop()
        dx[i] = added(dx[i], ditem)
    return dx


def doubled_forward(x):
    """Forward pass of doubled: items and the cache (references, not copies)."""
    items = []
    for v in x:
        items.append(v * 2)
    cache = (x,)
    return items, cache


def doubled_backward(ditems, cache):
    """Backward pass of doubled: dx, from ditems."""
    (x,) = cache
    dx = zeros_of(x)
    ditems = copy_of(ditems)
    for i in reversed(range(len(x))):
        # backprop items.append(v * 2)
        dv = 2 * ditems.pop()
        dx[i] = added(dx[i], dv)
    return dx


def measured_forward(x):
    """Forward pass of measured: total, kept and the cache (references, not copies)."""
    total = 0.0
    kept = []
    for row in x:
        total += np.sum(np.square(row))
        kept.append(row)
    cache = (x,)
    return total, kept, cache


def measured_backward(dtotal, dkept, cache):
    """Backward pass of measured: dx, from dtotal and dkept."""
    (x,) = cache
    dx = zeros_of(x)
    dkept = copy_of(dkept)
    for i in reversed(range(len(x))):
        row = x[i]
        # backprop kept.append(row)
        drow = 1 * dkept.pop()
        # backprop total += np.sum(np.square(row))
        drow += (2 * row) * dtotal
        dx[i] = added(dx[i], drow)
    return dx
