# arguments median: xs=[0.3, 0.9, 0.5, 0.1]
# arguments trimmed: xs=[0.3, 0.9, 0.5, 0.1], a=()
# arguments area: xs=[0.3, 0.9, 0.5], ys=[0.2, 0.7, 0.4]
# arguments ranked: xs=[0.3, 0.9, 0.5], ys=[0.2, 0.7, 0.4]
# arguments nearest: xs=[0.3, 0.9, 0.5], t=0.55
# arguments of_an_array: x=(4,), a=()
# arguments in_turns: xs=[0.3, 0.9, 0.5], a=(), n=2
# arguments taken_in_order: xs=[0.3, 0.9, 0.5], a=()
# arguments without_annotation: xs=[0.3, 0.9, 0.5], t=()
# names matter: an item is called after its list
# first order only trimmed: gradients are written into a slice of a list
# first order only area: a gradient is taken off in an expression
# first order only ranked: a gradient is taken off in an expression
# first order only of_an_array: gradients are written into a slice of a list
# first order only without_annotation: an item of a list is added to, which may be an array
from operator import itemgetter


def median(xs: list[float]):
    s = sorted(xs)
    n = len(s)
    if n % 2:
        return s[n // 2]
    return (s[n // 2 - 1] + s[n // 2]) / 2


def trimmed(xs: list[float], a: float):
    xs = sorted([a * x for x in xs], reverse=True)
    a = 2 * a
    inner = sorted(xs, key=lambda x: abs(x - a))[:-1]
    return sum(inner) / len(inner) * a


def area(xs: list[float], ys: list[float]):
    points = sorted(zip(xs, ys))
    total = 0.0
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        total += (x1 - x0) * (y0 + y1) / 2
    return total


def ranked(xs: list[float], ys: list[float]):
    total = 0.0
    for i, (x, y) in enumerate(sorted(zip(xs, ys), key=itemgetter(1))):
        total += i * x * y
    return total


def nearest(xs: list[float], t: float):
    best = min(xs, key=lambda x: (x - t) ** 2)
    return best**2 * t + max(t, -best, key=abs)


def of_an_array(x: "N", a: float):
    top = sorted(x)[-2:]
    return top[0] * a + max(x, key=lambda v: -v)


def in_turns(xs: list[float], a: float, n: int):
    for _ in range(n):
        xs = sorted(xs, key=lambda x: a * x)
        xs = [x * y for x, y in zip(xs, xs[1:])]
    return xs[0]


def taken_in_order(xs: list[float], a: float):
    todo = [0, 1, 2]
    total = 0.0
    while todo:
        j = min(todo, key=lambda i: xs[i])
        todo.remove(j)
        total = total * a + xs[j]
    return total


def without_annotation(xs, t):
    s = sorted(xs, reverse=True)
    best = min(xs, key=lambda x: abs(x - t))
    return s[0] * s[1] + best * t


# output
"""Forward and backward passes of lists_put_in_order.py: do not edit.

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


def median_forward(xs: list[float]):
    """Forward pass of median: out and the cache (references, not copies)."""
    order = sorted(range(len(xs)), key=xs.__getitem__)
    s = []
    for i in order:
        s.append(xs[i])
    n = len(s)
    if n % 2:
        out = s[n // 2]
    else:
        num = s[n // 2 - 1] + s[n // 2]
        out = num / 2
    cache = (xs, order, s, n)
    return out, cache


def median_backward(dout, cache):
    """Backward pass of median: dxs, from dout."""
    xs, order, s, n = cache
    if n % 2:
        # backprop out = s[n // 2]
        ds = [0.0] * len(s)
        ds[n // 2] = dout
    else:
        # backprop out = num / 2
        dnum = dout / 2
        # backprop num = s[n // 2 - 1] + s[n // 2]
        ds = [0.0] * len(s)
        ds[n // 2 - 1] = dnum
        ds[n // 2] += dnum
    dxs = [0.0] * len(xs)
    for i in reversed(order):
        # backprop s.append(xs[i])
        dxs[i] += ds.pop()
    return dxs


def trimmed_forward(xs: list[float], a: float):
    """Forward pass of trimmed: out and the cache (references, not copies)."""
    items = []
    for x1 in xs:
        items.append(a * x1)
    order = sorted(range(len(items)), key=items.__getitem__, reverse=True)
    items1 = []
    for i in order:
        items1.append(items[i])
    xs1 = items1
    a1 = 2 * a
    items2 = []
    for item in xs1:
        items2.append(item)
    order1 = sorted(range(len(items2)), key=lambda i1: abs(items2[i1] - a1))
    items3 = []
    for i2 in order1:
        items3.append(items2[i2])
    inner = items3[:-1]
    sum_inner_over_len_inner = sum(inner) / len(inner)
    out = sum_inner_over_len_inner * a1
    cache = (
        xs,
        a,
        items,
        order,
        xs1,
        a1,
        items2,
        order1,
        items3,
        inner,
        sum_inner_over_len_inner,
    )
    return out, cache


def trimmed_backward(dout, cache):
    """Backward pass of trimmed: dxs and da, from dout."""
    (
        xs,
        a,
        items,
        order,
        xs1,
        a1,
        items2,
        order1,
        items3,
        inner,
        sum_inner_over_len_inner,
    ) = cache
    # backprop out = sum_inner_over_len_inner * a1
    dsum_inner_over_len_inner = a1 * dout
    da1 = sum_inner_over_len_inner * dout
    # backprop sum_inner_over_len_inner = sum(inner) / len(inner)
    dinner = [dsum_inner_over_len_inner / len(inner)] * len(inner)
    # backprop inner = items3[:-1]
    ditems3 = [0.0] * len(items3)
    ditems3[:-1] = dinner
    ditems2 = [0.0] * len(items2)
    for i2 in reversed(order1):
        # backprop items3.append(items2[i2])
        ditems2[i2] += ditems3.pop()
    dxs1 = [0.0] * len(xs1)
    for i5 in reversed(range(len(xs1))):
        # backprop items2.append(item)
        ditem = ditems2.pop()
        dxs1[i5] = ditem
    # backprop a1 = 2 * a
    da = 2 * da1
    # backprop xs1 = items1
    ditems1 = dxs1
    ditems = [0.0] * len(items)
    for i in reversed(order):
        # backprop items1.append(items[i])
        ditems[i] += ditems1.pop()
    dxs = [0.0] * len(xs)
    for i3 in reversed(range(len(xs))):
        x1 = xs[i3]
        # backprop items.append(a * x1)
        ditems_last = ditems.pop()
        da += x1 * ditems_last
        dx1 = a * ditems_last
        dxs[i3] = dx1
    return dxs, da


def area_forward(xs: list[float], ys: list[float]):
    """Forward pass of area: total and the cache (references, not copies)."""
    items = []
    for x, y in zip(xs, ys):
        items.append((x, y))
    order = sorted(range(len(items)), key=items.__getitem__)
    points = []
    for i in order:
        points.append(items[i])
    total = 0.0
    steps = []
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        x1_minus_x0 = x1 - x0
        y0_plus_y1 = y0 + y1
        num = x1_minus_x0 * y0_plus_y1
        total += num / 2
        steps.append((x1_minus_x0, y0_plus_y1))
    cache = (xs, ys, items, order, points, steps)
    return total, cache


def area_backward(dtotal, cache):
    """Backward pass of area: dxs and dys, from dtotal."""
    xs, ys, items, order, points, steps = cache
    dpoints = zeros_of(points)
    for i3 in reversed(range(min(len(points), len(points[1:])))):
        x1_minus_x0, y0_plus_y1 = steps[i3]
        # backprop total += num / 2
        dnum = dtotal / 2
        # backprop num = x1_minus_x0 * y0_plus_y1
        dx1_minus_x0 = y0_plus_y1 * dnum
        dy0_plus_y1 = x1_minus_x0 * dnum
        # backprop y0_plus_y1 = y0 + y1
        dy0 = dy0_plus_y1
        dy1 = dy0_plus_y1
        # backprop x1_minus_x0 = x1 - x0
        dx1 = dx1_minus_x0
        dx0 = -dx1_minus_x0
        dpoints[i3 + 1][1] += dy1
        dpoints[i3 + 1][0] += dx1
        dpoints[i3] = added(dpoints[i3], (dx0, dy0))
    ditems = zeros_of(items)
    for i in reversed(order):
        # backprop points.append(items[i])
        ditems[i] = added(ditems[i], dpoints.pop())
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i1 in reversed(range(min(len(xs), len(ys)))):
        # backprop items.append((x, y))
        ditems_last = ditems.pop()
        dx = ditems_last[0]
        dys[i1] = copy_of(ditems_last[1])
        dxs[i1] = dx
    return dxs, dys


def ranked_forward(xs: list[float], ys: list[float]):
    """Forward pass of ranked: total and the cache (references, not copies)."""
    total = 0.0
    items = []
    for x1, y1 in zip(xs, ys):
        items.append((x1, y1))
    order = sorted(range(len(items)), key=lambda i1: items[i1][1])
    items1 = []
    for i2 in order:
        items1.append(items[i2])
    steps = []
    for i, (x, y) in enumerate(items1):
        i_times_x = i * x
        total += i_times_x * y
        steps.append(i_times_x)
    cache = (xs, ys, items, order, items1, steps)
    return total, cache


def ranked_backward(dtotal, cache):
    """Backward pass of ranked: dxs and dys, from dtotal."""
    xs, ys, items, order, items1, steps = cache
    ditems1 = [None] * len(items1)
    for i in reversed(range(len(items1))):
        i_times_x = steps[i]
        _, y = items1[i]
        # backprop total += i_times_x * y
        di_times_x = y * dtotal
        dy = i_times_x * dtotal
        # backprop i_times_x = i * x
        dx = i * di_times_x
        ditems1[i] = dx, dy
    ditems = zeros_of(items)
    for i2 in reversed(order):
        # backprop items1.append(items[i2])
        ditems[i2] = added(ditems[i2], ditems1.pop())
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i3 in reversed(range(min(len(xs), len(ys)))):
        # backprop items.append((x1, y1))
        ditems_last = ditems.pop()
        dx1 = ditems_last[0]
        dys[i3] = copy_of(ditems_last[1])
        dxs[i3] = dx1
    return dxs, dys


def nearest_forward(xs: list[float], t: float):
    """Forward pass of nearest: out and the cache (references, not copies)."""
    smallest = min(range(len(xs)), key=lambda i: (xs[i] - t) ** 2)
    best = xs[smallest]
    items = [t, -best]
    largest = max(range(len(items)), key=lambda i1: abs(items[i1]))
    best_sqr = best**2
    out = best_sqr * t + items[largest]
    cache = (xs, t, smallest, best, largest, best_sqr)
    return out, cache


def nearest_backward(dout, cache):
    """Backward pass of nearest: dxs and dt, from dout."""
    xs, t, smallest, best, largest, best_sqr = cache
    # backprop out = best_sqr * t + items[largest]
    dbest_sqr = t * dout
    dt = best_sqr * dout
    ditems = [0.0, 0.0]
    ditems[largest] += dout
    # backprop best_sqr = best**2
    dbest = (2 * best) * dbest_sqr
    # backprop items = [t, -best]
    dt += ditems[0]
    dbest -= ditems[1]
    # backprop best = xs[smallest]
    dxs = [0.0] * len(xs)
    dxs[smallest] = dbest
    return dxs, dt


def of_an_array_forward(x: "N", a: float):
    """Forward pass of of_an_array: out and the cache (references, not copies)."""
    order = sorted(range(len(x)), key=x.__getitem__)
    items = []
    for i in order:
        items.append(x[i])
    top = items[-2:]
    largest = max(range(len(x)), key=lambda i1: -x[i1])
    out = top[0] * a + x[largest]
    cache = (x, a, order, items, top, largest)
    return out, cache


def of_an_array_backward(dout, cache):
    """Backward pass of of_an_array: dx (N,) and da, from dout."""
    x, a, order, items, top, largest = cache
    # backprop out = top[0] * a + x[largest]
    dtop = [0.0] * len(top)
    dtop[0] = a * dout
    da = top[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[largest] = dout
    # backprop top = items[-2:]
    ditems = [0.0] * len(items)
    ditems[-2:] = dtop
    for i in reversed(order):
        # backprop items.append(x[i])
        dx[i] += ditems.pop()
    return dx, da


def in_turns_forward(xs: list[float], a: float, n: int):
    """Forward pass of in_turns: out and the cache (references, not copies)."""
    steps = []
    for _ in range(n):
        order = sorted(range(len(xs)), key=lambda i: a * xs[i])
        items = []
        for i1 in order:
            items.append(xs[i1])
        xs1 = items
        steps.append((xs, order, xs1))
        items1 = []
        for x1, y in zip(xs1, xs1[1:]):
            items1.append(x1 * y)
        xs = items1
    out = xs[0]
    cache = (steps, xs)
    return out, cache


def in_turns_backward(dout, cache):
    """Backward pass of in_turns: dxs and da, from dout."""
    steps, xs = cache
    # backprop out = xs[0]
    dxs = [0.0] * len(xs)
    dxs[0] = dout
    for xs, order, xs1 in reversed(steps):
        # backprop xs = items1
        ditems1 = dxs
        dxs1 = [0.0] * len(xs1)
        for i3 in reversed(range(min(len(xs1), len(xs1[1:])))):
            x1 = xs1[i3]
            y = xs1[1:][i3]
            # backprop items1.append(x1 * y)
            ditems1_last = ditems1.pop()
            dx1 = y * ditems1_last
            dy = x1 * ditems1_last
            dxs1[i3 + 1] += dy
            dxs1[i3] += dx1
        # backprop xs1 = items
        ditems = dxs1
        dxs = [0.0] * len(xs)
        for i1 in reversed(order):
            # backprop items.append(xs[i1])
            dxs[i1] += ditems.pop()
    da = 0.0
    return dxs, da


def taken_in_order_forward(xs: list[float], a: float):
    """Forward pass of taken_in_order: total and the cache (references, not copies)."""
    todo = [0, 1, 2]
    total = 0.0
    steps = []
    while todo:
        j = min(todo, key=lambda i: xs[i])
        steps.append((total, j))
        place = todo.index(j)
        todo.pop(place)
        total = total * a + xs[j]
    cache = (xs, a, steps)
    return total, cache


def taken_in_order_backward(dtotal, cache):
    """Backward pass of taken_in_order: dxs and da, from dtotal."""
    xs, a, steps = cache
    da = 0.0
    dxs = [0.0] * len(xs)
    for total, j in reversed(steps):
        # backprop total = total * a + xs[j]
        da += total * dtotal
        dxs[j] += dtotal
        dtotal = a * dtotal
    return dxs, da


def without_annotation_forward(xs, t):
    """Forward pass of without_annotation.

    Gives out and the cache (references, not copies).
    """
    items = []
    for item in xs:
        items.append(item)
    order = sorted(range(len(items)), key=items.__getitem__, reverse=True)
    s = []
    for i in order:
        s.append(items[i])
    items1 = []
    for item1 in xs:
        items1.append(item1)
    smallest = min(range(len(items1)), key=lambda i1: abs(items1[i1] - t))
    best = items1[smallest]
    out = s[0] * s[1] + best * t
    cache = (xs, t, items, order, s, items1, smallest, best)
    return out, cache


def without_annotation_backward(dout, cache):
    """Backward pass of without_annotation: dxs and dt, from dout."""
    xs, t, items, order, s, items1, smallest, best = cache
    # backprop out = s[0] * s[1] + best * t
    ds = [0.0] * len(s)
    ds[0] = s[1] * dout
    ds[1] += s[0] * dout
    dbest = t * dout
    dt = best * dout
    # backprop best = items1[smallest]
    ditems1 = [0.0] * len(items1)
    ditems1[smallest] = dbest
    dxs = [0.0] * len(xs)
    for i4 in reversed(range(len(xs))):
        # backprop items1.append(item1)
        ditem1 = ditems1.pop()
        dxs[i4] = ditem1
    ditems = [0.0] * len(items)
    for i in reversed(order):
        # backprop s.append(items[i])
        ditems[i] += ds.pop()
    for i2 in reversed(range(len(xs))):
        # backprop items.append(item)
        ditem = ditems.pop()
        dxs[i2] += ditem
    return dxs, dt
