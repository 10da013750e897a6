# arguments f: rows=[(3,), (1,), (2,)], a=()
# arguments used_behind_the_loop: a=(), n=4
# arguments longer_behind_the_loop: a=(), n=4
# names matter: a comprehension keeps its names where it can
# first order only: a gradient is taken off in an expression
import numpy as np


def f(rows: list[np.ndarray], a: float):
    t = 0.0
    for row in rows:
        items = [v * a for v in row]
        t += items[0] * items[-1]
        longer = [a]
        for v in items:
            longer.append(v * a)
        t += longer[-1] * max(items)
    return t


def used_behind_the_loop(a: float, n: int):
    t = 0.0
    for i in range(n):
        zs = [a]
        for j in range(i):
            zs.append(zs[-1] * a)
        if i % 2:
            t += zs[0] * zs[-1]
    return t + zs[1] * zs[-1]


def longer_behind_the_loop(a: float, n: int):
    t = 0.0
    for i in range(n):
        zs = [a]
        for j in range(i):
            zs.append(zs[-1] * a)
        t += zs[0] * zs[-1]
    zs.append(zs[-1] * zs[1])
    return t + zs[1] * zs[-1]


# output
"""Forward and backward passes of lists_of_another_length_in_each_turn.py: do not edit.

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


def f_forward(rows: list[np.ndarray], a: float):
    """Forward pass of f: t and the cache (references, not copies)."""
    t = 0.0
    steps = []
    for row in rows:
        items = []
        for v1 in row:
            items.append(v1 * a)
        t1 = t + items[0] * items[-1]
        longer = [a]
        for v in items:
            v_times_a = v * a
            longer.append(v_times_a)
        longer_before = copy_of(longer)
        largest = items.index(max(items))
        steps.append((t, items, t1, longer_before, largest))
        t = t1 + longer[-1] * items[largest]
    cache = (rows, a, steps)
    return t, cache


def f_backward(dt, cache):
    """Backward pass of f: drows and da, from dt."""
    rows, a, steps = cache
    da = 0.0
    drows = [None] * len(rows)
    for i in reversed(range(len(rows))):
        t, items, t1, longer_before, largest = steps[i]
        row = rows[i]
        # backprop t = t1 + longer[-1] * items[largest]
        dlonger = zeros_of(longer_before)
        dlonger[-1] += unbroadcast(items[largest] * dt, longer_before[-1])
        ditems = zeros_of(items)
        ditems[largest] += unbroadcast(longer_before[-1] * dt, items[largest])
        dt1 = unbroadcast(dt, t1)
        for i2 in reversed(range(len(items))):
            v = items[i2]
            # backprop longer.append(v_times_a)
            dv_times_a = unbroadcast(dlonger.pop(), v)
            # backprop v_times_a = v * a
            dv = a * dv_times_a
            da += np.sum(v * dv_times_a)
            ditems[i2] += dv
        # backprop longer = [a]
        da += dlonger[0]
        # backprop t1 = t + items[0] * items[-1]
        ditems[0] += unbroadcast(items[-1] * dt1, items[0])
        ditems[-1] += unbroadcast(items[0] * dt1, items[-1])
        dt = unbroadcast(dt1, t)
        drow = zeros_of(row)
        for i1 in reversed(range(len(row))):
            v1 = row[i1]
            # backprop items.append(v1 * a)
            ditems_last = ditems.pop()
            dv1 = a * ditems_last
            da += np.sum(v1 * ditems_last)
            drow[i1] = dv1
        drows[i] = drow
    return drows, da


def used_behind_the_loop_forward(a: float, n: int):
    """Forward pass of used_behind_the_loop.

    Gives out and the cache (references, not copies).
    """
    t = 0.0
    steps = []
    for i in range(n):
        zs = [a]
        steps1 = []
        for j in range(i):
            zs_part = zs[-1]
            zs.append(zs_part * a)
            steps1.append(zs_part)
        zs_before = copy_of(zs)
        if i % 2:
            t += zs[0] * zs[-1]
        steps.append((steps1, zs_before))
    out = t + zs[1] * zs[-1]
    cache = (a, n, steps, zs)
    return out, cache


def used_behind_the_loop_backward(dout, cache):
    """Backward pass of used_behind_the_loop: da, from dout."""
    a, n, steps, zs = cache
    # backprop out = t + zs[1] * zs[-1]
    dt = dout
    dzs = zeros_of(zs)
    dzs[1] = zs[-1] * dout
    dzs[-1] += zs[1] * dout
    da = 0.0
    for i in reversed(range(n)):
        steps1, zs_before = steps[i]
        dzs = dzs or zeros_of(zs_before)
        if i % 2:
            # backprop t += zs[0] * zs[-1]
            dzs[0] += zs_before[-1] * dt
            dzs[-1] += zs_before[0] * dt
        for zs_part in reversed(steps1):
            # backprop zs.append(zs_part * a)
            dzs_last = dzs.pop()
            dzs_part = a * dzs_last
            da += zs_part * dzs_last
            # backprop zs_part = zs[-1]
            dzs[-1] += dzs_part
        # backprop zs = [a]
        da += dzs[0]
        dzs = []
    return da


def longer_behind_the_loop_forward(a: float, n: int):
    """Forward pass of longer_behind_the_loop.

    Gives out and the cache (references, not copies).
    """
    t = 0.0
    steps = []
    for i in range(n):
        zs = [a]
        steps1 = []
        for j in range(i):
            zs_part = zs[-1]
            zs.append(zs_part * a)
            steps1.append(zs_part)
        zs_before = copy_of(zs)
        zs_0 = zs[0]
        t_zs_part = zs[-1]
        t += zs_0 * t_zs_part
        steps.append((steps1, zs_before, zs_0, t_zs_part))
    zs_part1 = zs[-1]
    zs_1 = zs[1]
    zs.append(zs_part1 * zs_1)
    out = t + zs[1] * zs[-1]
    cache = (a, steps, zs_part1, zs_1, zs)
    return out, cache


def longer_behind_the_loop_backward(dout, cache):
    """Backward pass of longer_behind_the_loop: da, from dout."""
    a, steps, zs_part1, zs_1, zs = cache
    # backprop out = t + zs[1] * zs[-1]
    dt = dout
    dzs = [0.0] * len(zs)
    dzs[1] = zs[-1] * dout
    dzs[-1] += zs[1] * dout
    # backprop zs.append(zs_part1 * zs_1)
    dzs_last = dzs.pop()
    dzs_part1 = zs_1 * dzs_last
    dzs_1 = zs_part1 * dzs_last
    # backprop zs_1 = zs[1]
    dzs[1] += dzs_1
    # backprop zs_part1 = zs[-1]
    dzs[-1] += dzs_part1
    da = 0.0
    for steps1, zs_before, zs_0, t_zs_part in reversed(steps):
        dzs = dzs or [0.0] * len(zs_before)
        # backprop t += zs_0 * t_zs_part
        dzs_0 = t_zs_part * dt
        dt_zs_part = zs_0 * dt
        # backprop t_zs_part = zs[-1]
        dzs[-1] += dt_zs_part
        # backprop zs_0 = zs[0]
        dzs[0] += dzs_0
        for zs_part in reversed(steps1):
            # backprop zs.append(zs_part * a)
            dzs_last1 = dzs.pop()
            dzs_part = a * dzs_last1
            da += zs_part * dzs_last1
            # backprop zs_part = zs[-1]
            dzs[-1] += dzs_part
        # backprop zs = [a]
        da += dzs[0]
        dzs = []
    return da
