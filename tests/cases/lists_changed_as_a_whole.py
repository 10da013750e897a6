# arguments weighted: xs=[0.3, 0.9, 0.5], ys=[0.2, 0.7, 0.4]
# arguments suffixes: xs=[0.3, 0.9, 0.5], a=()
# arguments rows: xs=[0.3, 0.9, 0.5], a=()
# arguments in_arms: xs=[0.3, 0.9, 0.5], a=0.7
# arguments emptied: xs=[0.3, 0.9, 0.5], a=()
# arguments turned: xs=[0.3, 0.9, 0.5], a=()
# arguments without_extremes: xs=[0.3, 0.9, 0.5, 0.1], a=()
# arguments without_annotation: xs=[0.3, 0.9, 0.5], a=()
# names matter: an item is called after its list
# first order only suffixes: gradients are written into a slice of a list
# first order only in_arms: a gradient is taken off in an expression
# first order only turned: gradients are written into a slice of a list
def weighted(xs: list[float], ys: list[float]):
    zs = [x * y for x, y in zip(xs, ys)]
    zs.sort()
    total = 0.0
    for i, z in enumerate(zs):
        total += (i + 1) * z
    return total


def suffixes(xs: list[float], a: float):
    out = []
    total = 0.0
    for x in reversed(xs):
        total = a * total + x
        out.append(total)
    out.reverse()
    return out


def rows(xs: list[float], a: float):
    found = []
    for i in range(2):
        row = [a * x + i for x in xs]
        row.sort(key=lambda x: -x)
        found.append(row)
    return found[0][0] * found[1][1] + found[1][2]


def in_arms(xs: list[float], a: float):
    ys = [a * x for x in xs]
    if a > 0:
        ys.sort()
    else:
        ys.reverse()
    return ys[0] - ys[-1] * ys[1]


def emptied(xs: list[float], a: float):
    ys = [a * x for x in xs]
    total = ys[0] * ys[-1]
    ys.clear()
    ys.append(total * a)
    return ys[0] * ys[-1]


def turned(xs: list[float], a: float):
    back = list(reversed(xs))
    return sum(x * y * a**i for i, (x, y) in enumerate(zip(xs, back)))


def without_extremes(xs: list[float], a: float):
    ys = [a * x for x in xs]
    ys.remove(max(ys))
    ys.remove(min(ys))
    return sum(ys) / len(ys)


def without_annotation(xs, a):
    back = list(reversed(xs))
    return back[0] * a + back[1] * back[2]


# output
"""Forward and backward passes of lists_changed_as_a_whole.py: do not edit.

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


def weighted_forward(xs: list[float], ys: list[float]):
    """Forward pass of weighted: total and the cache (references, not copies)."""
    zs = []
    for x, y in zip(xs, ys):
        zs.append(x * y)
    items = []
    for item in zs:
        items.append(item)
    order = sorted(range(len(items)), key=items.__getitem__)
    items1 = []
    for i1 in order:
        items1.append(items[i1])
    zs1 = items1
    total = 0.0
    for i, z in enumerate(zs1):
        total += (i + 1) * z
    cache = (xs, ys, zs, items, order, zs1)
    return total, cache


def weighted_backward(dtotal, cache):
    """Backward pass of weighted: dxs and dys, from dtotal."""
    xs, ys, zs, items, order, zs1 = cache
    dzs1 = [0.0] * len(zs1)
    for i in reversed(range(len(zs1))):
        # backprop total += (i + 1) * z
        dz = (i + 1) * dtotal
        dzs1[i] = dz
    # backprop zs1 = items1
    ditems1 = dzs1
    ditems = [0.0] * len(items)
    for i1 in reversed(order):
        # backprop items1.append(items[i1])
        ditems[i1] += ditems1.pop()
    dzs = [0.0] * len(zs)
    for i3 in reversed(range(len(zs))):
        # backprop items.append(item)
        ditem = ditems.pop()
        dzs[i3] = ditem
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i2 in reversed(range(min(len(xs), len(ys)))):
        x = xs[i2]
        y = ys[i2]
        # backprop zs.append(x * y)
        dzs_last = dzs.pop()
        dx = y * dzs_last
        dy = x * dzs_last
        dys[i2] = dy
        dxs[i2] = dx
    return dxs, dys


def suffixes_forward(xs: list[float], a: float):
    """Forward pass of suffixes: out1 and the cache (references, not copies)."""
    out = []
    total = 0.0
    total_before = []
    for x in reversed(xs):
        total_before.append(total)
        total = a * total + x
        out.append(total)
    out1 = out[::-1]
    cache = (xs, a, total_before, out)
    return out1, cache


def suffixes_backward(dout1, cache):
    """Backward pass of suffixes: dxs and da, from dout1."""
    xs, a, total_before, out = cache
    # backprop out1 = out[::-1]
    dout = [0.0] * len(out)
    dout[::-1] = copy_of(dout1)
    dtotal = 0.0
    da = 0.0
    dxs = [0.0] * len(xs)
    for i, total in zip(range(len(xs)), reversed(total_before)):
        # backprop out.append(total)
        dtotal += dout.pop()
        # backprop total = a * total + x
        da += total * dtotal
        dx = dtotal
        dtotal = a * dtotal
        dxs[i] = dx
    return dxs, da


def rows_forward(xs: list[float], a: float):
    """Forward pass of rows: out and the cache (references, not copies)."""
    found = []
    steps = []
    for i in range(2):
        row = []
        for x1 in xs:
            row.append(a * x1 + i)
        items = []
        for item in row:
            items.append(item)
        order = sorted(range(len(items)), key=lambda i1: -items[i1])
        items1 = []
        for i2 in order:
            items1.append(items[i2])
        row1 = items1
        found.append(row1)
        steps.append((row, items, order))
    out = found[0][0] * found[1][1] + found[1][2]
    cache = (xs, a, steps, found)
    return out, cache


def rows_backward(dout, cache):
    """Backward pass of rows: dxs and da, from dout."""
    xs, a, steps, found = cache
    # backprop out = found[0][0] * found[1][1] + found[1][2]
    dfound = [([0.0] * len(row)) for row in found]
    dfound[0][0] += found[1][1] * dout
    dfound[1][1] += found[0][0] * dout
    dfound[1][2] += dout
    da = 0.0
    dxs = [0.0] * len(xs)
    for row, items, order in reversed(steps):
        # backprop found.append(row1)
        drow1 = list(dfound.pop())
        # backprop row1 = items1
        ditems1 = copy_of(drow1)
        ditems = [0.0] * len(items)
        for i2 in reversed(order):
            # backprop items1.append(items[i2])
            ditems[i2] += ditems1.pop()
        drow = [0.0] * len(row)
        for i4 in reversed(range(len(row))):
            # backprop items.append(item)
            ditem = ditems.pop()
            drow[i4] = ditem
        for i3 in reversed(range(len(xs))):
            x1 = xs[i3]
            # backprop row.append(a * x1 + i)
            drow_last = drow.pop()
            da += x1 * drow_last
            dx1 = a * drow_last
            dxs[i3] += dx1
    return dxs, da


def in_arms_forward(xs: list[float], a: float):
    """Forward pass of in_arms: out and the cache (references, not copies)."""
    ys = []
    for x in xs:
        ys.append(a * x)
    items = None
    order = None
    if a > 0:
        items = []
        for item in ys:
            items.append(item)
        order = sorted(range(len(items)), key=items.__getitem__)
        items1 = []
        for i in order:
            items1.append(items[i])
        ys1 = items1
    else:
        ys1 = ys[::-1]
    ys_part_times_ys_1 = ys1[-1] * ys1[1]
    out = ys1[0] - ys_part_times_ys_1
    cache = (xs, a, ys, items, order, ys1)
    return out, cache


def in_arms_backward(dout, cache):
    """Backward pass of in_arms: dxs and da, from dout."""
    xs, a, ys, items, order, ys1 = cache
    # backprop out = ys1[0] - ys_part_times_ys_1
    dys1 = [0.0] * len(ys1)
    dys1[0] = dout
    dys_part_times_ys_1 = -dout
    # backprop ys_part_times_ys_1 = ys1[-1] * ys1[1]
    dys1[-1] += ys1[1] * dys_part_times_ys_1
    dys1[1] += ys1[-1] * dys_part_times_ys_1
    if a > 0:
        # backprop ys1 = items1
        ditems1 = copy_of(dys1)
        ditems = [0.0] * len(items)
        for i in reversed(order):
            # backprop items1.append(items[i])
            ditems[i] += ditems1.pop()
        dys = [0.0] * len(ys)
        for i2 in reversed(range(len(ys))):
            # backprop items.append(item)
            ditem = ditems.pop()
            dys[i2] = ditem
    else:
        # backprop ys1 = ys[::-1]
        dys_next = dys1
        dys = [0.0] * len(ys)
        dys[::-1] = dys_next
    da = 0.0
    dxs = [0.0] * len(xs)
    for i1 in reversed(range(len(xs))):
        x = xs[i1]
        # backprop ys.append(a * x)
        dys_last = dys.pop()
        da += x * dys_last
        dx = a * dys_last
        dxs[i1] = dx
    return dxs, da


def emptied_forward(xs: list[float], a: float):
    """Forward pass of emptied: out and the cache (references, not copies)."""
    ys = []
    for x in xs:
        ys.append(a * x)
    total = ys[0] * ys[-1]
    ys1 = []
    ys1.append(total * a)
    out = ys1[0] * ys1[-1]
    cache = (xs, a, ys, total, ys1)
    return out, cache


def emptied_backward(dout, cache):
    """Backward pass of emptied: dxs and da, from dout."""
    xs, a, ys, total, ys1 = cache
    # backprop out = ys1[0] * ys1[-1]
    dys1 = [0.0] * len(ys1)
    dys1[0] = ys1[-1] * dout
    dys1[-1] += ys1[0] * dout
    # backprop ys1.append(total * a)
    dys_last = dys1.pop()
    dtotal = a * dys_last
    da = total * dys_last
    # backprop total = ys[0] * ys[-1]
    dys = [0.0] * len(ys)
    dys[0] = ys[-1] * dtotal
    dys[-1] += ys[0] * dtotal
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop ys.append(a * x)
        dys_last1 = dys.pop()
        da += x * dys_last1
        dx = a * dys_last1
        dxs[i] = dx
    return dxs, da


def turned_forward(xs: list[float], a: float):
    """Forward pass of turned: total and the cache (references, not copies)."""
    back = xs[::-1]
    total = 0
    steps = []
    for i, (x, y) in enumerate(zip(xs, back)):
        x_times_y = x * y
        a_pow_i = a**i
        total += x_times_y * a_pow_i
        steps.append((x_times_y, a_pow_i))
    cache = (xs, a, back, steps)
    return total, cache


def turned_backward(dtotal, cache):
    """Backward pass of turned: dxs and da, from dtotal."""
    xs, a, back, steps = cache
    da = 0.0
    dback = [0.0] * len(back)
    dxs = [0.0] * len(xs)
    for i in reversed(range(min(len(xs), len(back)))):
        x_times_y, a_pow_i = steps[i]
        x = xs[i]
        y = back[i]
        # backprop total += x_times_y * a_pow_i
        dx_times_y = a_pow_i * dtotal
        da_pow_i = x_times_y * dtotal
        # backprop a_pow_i = a**i
        da += (i * a ** (i - 1) if i else 0.0) * da_pow_i
        # backprop x_times_y = x * y
        dx = y * dx_times_y
        dy = x * dx_times_y
        dback[i] = dy
        dxs[i] = dx
    # backprop back = xs[::-1]
    dxs[::-1] = [(item + more) for item, more in zip(dxs[::-1], dback)]
    return dxs, da


def without_extremes_forward(xs: list[float], a: float):
    """Forward pass of without_extremes: out and the cache (references, not copies)."""
    ys = []
    for x in xs:
        ys.append(a * x)
    place = ys.index(max(ys))
    ys.pop(place)
    place1 = ys.index(min(ys))
    ys.pop(place1)
    out = sum(ys) / len(ys)
    cache = (xs, a, place, place1, ys)
    return out, cache


def without_extremes_backward(dout, cache):
    """Backward pass of without_extremes: dxs and da, from dout."""
    xs, a, place, place1, ys = cache
    # backprop out = sum(ys) / len(ys)
    dys = [dout / len(ys)] * len(ys)
    # backprop ys.pop(place1)
    dys.insert(place1, 0.0)
    # backprop ys.pop(place)
    dys.insert(place, 0.0)
    da = 0.0
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop ys.append(a * x)
        dys_last = dys.pop()
        da += x * dys_last
        dx = a * dys_last
        dxs[i] = dx
    return dxs, da


def without_annotation_forward(xs, a):
    """Forward pass of without_annotation.

    Gives out and the cache (references, not copies).
    """
    back = []
    for item in reversed(xs):
        back.append(item)
    out = back[0] * a + back[1] * back[2]
    cache = (xs, a, back)
    return out, cache


def without_annotation_backward(dout, cache):
    """Backward pass of without_annotation: dxs and da, from dout."""
    xs, a, back = cache
    # backprop out = back[0] * a + back[1] * back[2]
    dback = [0.0] * len(back)
    dback[0] = a * dout
    da = back[0] * dout
    dback[1] += back[2] * dout
    dback[2] += back[1] * dout
    dxs = [0.0] * len(xs)
    for i in range(len(xs)):
        # backprop back.append(item)
        ditem = dback.pop()
        dxs[i] = ditem
    return dxs, da
