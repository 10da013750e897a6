# arguments picked: xs=[0.3, 0.9, 0.5], ys=[0.2, 0.7, 0.4]
# arguments counted: xs=[0.3, 0.9, 0.5], ys=[0.2, 0.7, 0.4]
# arguments one_of_them: points=[(0.3, 0.9), (0.5, 0.2)], k=1
# arguments one_of_them_and_all: points=[(0.3, 0.9), (0.5, 0.2)], k=1
# arguments without_annotation: points=[(0.3, 0.9), (0.5, 0.2)]
# names matter: an item is called after its list
# first order only picked: a gradient is taken off in an expression
# first order only one_of_them_and_all: a gradient is taken off in an expression
# first order only one_of_them: a helper adds what is in pairs
import numpy as np


def picked(xs: list[float], ys: list[float]):
    pairs = [(x, y) for x, y in zip(xs, ys)]
    total = 0.0
    for x, y in [pairs[i] for i in (2, 0, 1)]:
        total += x * y
    return total


def counted(xs: list[float], ys: list[float]):
    total = 0.0
    for i, (x, y) in enumerate([(x, y) for x, y in zip(xs, ys)]):
        total += i * x * y
    return total


def one_of_them(points: list[tuple[float, float]], k: int):
    best = points[k]
    return points[0][0] * points[1][1] + best[0]


def one_of_them_and_all(points: list[tuple[float, float]], k: int):
    best = points[k]
    found = []
    for p in points:
        found.append(p)
    return found[0][0] * found[1][1] + best[0]


def without_annotation(points):
    total = 0.0
    for i, (x, y) in enumerate([points[k] for k in (1, 0, 1)]):
        total += x * y * i
    return total


# output
"""Forward and backward passes of pairs_in_an_order.py: do not edit.

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


def picked_forward(xs: list[float], ys: list[float]):
    """Forward pass of picked: total and the cache (references, not copies)."""
    pairs = []
    for x1, y1 in zip(xs, ys):
        pairs.append((x1, y1))
    total = 0.0
    items = []
    for i in (2, 0, 1):
        items.append(pairs[i])
    for x, y in items:
        total += x * y
    cache = (xs, ys, pairs, items)
    return total, cache


def picked_backward(dtotal, cache):
    """Backward pass of picked: dxs and dys, from dtotal."""
    xs, ys, pairs, items = cache
    ditems = [None] * len(items)
    for i3 in reversed(range(len(items))):
        x, y = items[i3]
        # backprop total += x * y
        dx = y * dtotal
        dy = x * dtotal
        ditems[i3] = dx, dy
    dpairs = zeros_of(pairs)
    for i in reversed((2, 0, 1)):
        # backprop items.append(pairs[i])
        dpairs[i] = added(dpairs[i], ditems.pop())
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i1 in reversed(range(min(len(xs), len(ys)))):
        # backprop pairs.append((x1, y1))
        dpairs_last = dpairs.pop()
        dx1 = dpairs_last[0]
        dys[i1] = copy_of(dpairs_last[1])
        dxs[i1] = dx1
    return dxs, dys


def counted_forward(xs: list[float], ys: list[float]):
    """Forward pass of counted: total and the cache (references, not copies)."""
    total = 0.0
    items = []
    for x1, y1 in zip(xs, ys):
        items.append((x1, y1))
    steps = []
    for i, (x, y) in enumerate(items):
        i_times_x = i * x
        total += i_times_x * y
        steps.append(i_times_x)
    cache = (xs, ys, items, steps)
    return total, cache


def counted_backward(dtotal, cache):
    """Backward pass of counted: dxs and dys, from dtotal."""
    xs, ys, items, steps = cache
    ditems = [None] * len(items)
    for i in reversed(range(len(items))):
        i_times_x = steps[i]
        _, y = items[i]
        # backprop total += i_times_x * y
        di_times_x = y * dtotal
        dy = i_times_x * dtotal
        # backprop i_times_x = i * x
        dx = i * di_times_x
        ditems[i] = dx, dy
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i1 in reversed(range(min(len(xs), len(ys)))):
        # backprop items.append((x1, y1))
        ditems_last = ditems.pop()
        dx1 = ditems_last[0]
        dys[i1] = copy_of(ditems_last[1])
        dxs[i1] = dx1
    return dxs, dys


def one_of_them_forward(points: list[tuple[float, float]], k: int):
    """Forward pass of one_of_them: out and the cache (references, not copies)."""
    best = points[k]
    out = points[0][0] * points[1][1] + best[0]
    cache = (points, k)
    return out, cache


def one_of_them_backward(dout, cache):
    """Backward pass of one_of_them: dpoints, from dout."""
    points, k = cache
    # backprop out = points[0][0] * points[1][1] + best[0]
    dpoints = zeros_of(points)
    dpoints[0][0] += points[1][1] * dout
    dpoints[1][1] += points[0][0] * dout
    dbest = (dout, 0.0)
    # backprop best = points[k]
    dpoints[k] = added(dpoints[k], dbest)
    return dpoints


def one_of_them_and_all_forward(points: list[tuple[float, float]], k: int):
    """Forward pass of one_of_them_and_all.

    Gives out and the cache (references, not copies).
    """
    best = points[k]
    found = []
    for p in points:
        found.append(p)
    out = found[0][0] * found[1][1] + best[0]
    cache = (points, k, found)
    return out, cache


def one_of_them_and_all_backward(dout, cache):
    """Backward pass of one_of_them_and_all: dpoints, from dout."""
    points, k, found = cache
    # backprop out = found[0][0] * found[1][1] + best[0]
    dfound = zeros_of(found)
    dfound[0][0] += found[1][1] * dout
    dfound[1][1] += found[0][0] * dout
    dbest = (dout, 0.0)
    dpoints = [None] * len(points)
    for i in reversed(range(len(points))):
        # backprop found.append(p)
        dp = dfound.pop()
        dpoints[i] = copy_of(dp)
    # backprop best = points[k]
    dpoints[k] = added(dpoints[k], dbest)
    return dpoints


def without_annotation_forward(points):
    """Forward pass of without_annotation.

    Gives total and the cache (references, not copies).
    """
    total = 0.0
    items = []
    for k in (1, 0, 1):
        items.append(points[k])
    steps = []
    for i, (x, y) in enumerate(items):
        total_before = total
        x_times_y = x * y
        total = total + x_times_y * i
        steps.append((total_before, x_times_y))
    cache = (points, items, steps)
    return total, cache


def without_annotation_backward(dtotal, cache):
    """Backward pass of without_annotation: dpoints, from dtotal."""
    points, items, steps = cache
    ditems = [None] * len(items)
    for i in reversed(range(len(items))):
        total_before, x_times_y = steps[i]
        x, y = items[i]
        # backprop total = total + x_times_y * i
        dx_times_y = unbroadcast(i * dtotal, x_times_y)
        dtotal = unbroadcast(dtotal, total_before)
        # backprop x_times_y = x * y
        dx = unbroadcast(y * dx_times_y, x)
        dy = unbroadcast(x * dx_times_y, y)
        ditems[i] = dx, dy
    dpoints = zeros_of(points)
    for k in reversed((1, 0, 1)):
        # backprop items.append(points[k])
        dpoints[k] = added(dpoints[k], ditems.pop())
    return dpoints
