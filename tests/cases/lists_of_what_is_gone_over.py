# arguments counted_backwards: x=(4,), k=0.3
# arguments two_backwards: x=(4,), y=(4,)
# arguments counted: x=(4,), y=(4,)
# arguments counted_from_the_end: x=(4,), y=(4,)
# arguments neighbours: x=(4,), k=0.3
# arguments chosen: x=(4,), k=0.3
# arguments written_by_another_name: x=(4,), k=0.3
# arguments written_ahead: x=(4,), k=0.3
# arguments written_behind: x=(4,), k=0.3
# arguments rows: x=(2, 3), k=0.7
# arguments chosen_in_calls: x=(4,), k=0.3
# arguments grown: x=(4,), y=(4,)
# arguments put_in_order: x=(4,), y=(4,)
# arguments augmented: x=(4,), k=0.3
# arguments augmented_by_another_name: x=(4,), k=0.3
# arguments that_was_a_number: x=(4,), k=0.3
# arguments augmented_argument: x=(4,), k=0.3
# first order only written_ahead: lists of tuples
# first order only written_behind: lists of tuples
# first order only grown: lists of tuples
# first order only put_in_order: lists of tuples
import numpy as np


def counted_backwards(x: "N", k: float):
    s = 0.0
    for p, v in reversed(list(enumerate(x))):
        s = s * k + p * v
    return s


def two_backwards(x: "N", y: "N"):
    s = 0.0
    for u, v in reversed(list(zip(x, y))):
        s = s * u + v
    return s


def counted(x: "N", y: "N"):
    s = 0.0
    for p, v in list(enumerate(x)):
        s = s * v + y[p]
    return s


def counted_from_the_end(x: "N", y: "N"):
    s = 0.0
    for p, v in enumerate(reversed(x)):
        s = s * v + y[p]
    return s


def neighbours(x: "N", k: float):
    pairs = list(zip(x[:-1], x[1:]))
    s = 0.0
    for a, b in pairs:
        s = s * k + a * b
    return s


def chosen(x: "N", k: float):
    s = 0.0
    for v in filter(lambda v: v > 0, x):
        s = s * k + v
    return s


def written_by_another_name(x: "N", k: float):
    x = x.copy()
    y = x
    s = 0.0
    for p, v in list(enumerate(x)):
        y += v * k
        s = s + v * p
    return s * np.sum(x)


def written_ahead(x: "N", k: float):
    x = x.copy()
    s = 0.0
    for p, v in list(enumerate(x)):
        x[-1 - p] = v * k
        s += v * v
    return s


def written_behind(x: "N", k: float):
    x = x.copy()
    s = 0.0
    for p, v in reversed(list(enumerate(x))):
        x[-1 - p] = v * k
        s += v * v
    return s


def rows(x: "N M", k: float):
    s = 0.0
    for p, v in reversed(list(enumerate(x))):
        v = v * k
        s += np.sum(v * v) * p
        x = x * 2
    return s + np.sum(x)


def chosen_in_calls(x: "N", k: float):
    return sum(filter(lambda u: u > k, x)) + sum(list(filter(lambda t: t < k, x)))


def grown(x: "N", y: "N"):
    pairs = list(zip(x, y))
    pairs.append((x[0], 2.0))
    best = max(pairs)
    return best[0] * best[1] + sum(a * b for a, b in pairs[1:])


def put_in_order(x: "N", y: "N"):
    pairs = sorted(zip(x, y))
    return sum(a * b * p for p, (a, b) in enumerate(pairs))


def augmented(x: "N", k: float):
    s = x * 2
    for p, v in list(enumerate(s)):
        s += v * k
    return np.sum(s)


def augmented_by_another_name(x: "N", k: float):
    s = x * 2
    t = s
    for p, v in list(enumerate(t)):
        s += v * k
    return np.sum(s)


def that_was_a_number(x: "N", k: float):
    s = 0.0
    s += x
    t = s
    for p, v in list(enumerate(t)):
        s += v * k
    return np.sum(s)


def augmented_argument(x: "N", k: float):
    s = 0.0
    for p, v in reversed(list(enumerate(x))):
        s += v * k * s + p
        x += s
    return s


# output
"""Forward and backward passes of lists_of_what_is_gone_over.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def counted_backwards_forward(x: "N", k: float):
    """Forward pass of counted_backwards: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for p, v in zip(reversed(range(len(x))), reversed(x)):
        steps.append((s, p))
        s = s * k + p * v
    cache = (x, k, steps)
    return s, cache


def counted_backwards_backward(ds, cache):
    """Backward pass of counted_backwards: dx (N,) and dk, from ds."""
    x, k, steps = cache
    dk = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(steps))):
        s, p = steps[i]
        # backprop s = s * k + p * v
        dk += s * ds
        dv = p * ds
        ds = k * ds
        dx[-1 - i] += dv
    return dx, dk


def two_backwards_forward(x: "N", y: "N"):
    """Forward pass of two_backwards: s and the cache (references, not copies)."""
    s = 0.0
    items = []
    for item, item1 in zip(x, y):
        items.append((item, item1))
    s_before = []
    for u, v in reversed(items):
        s_before.append(s)
        s = s * u + v
    cache = (x, y, items, s_before)
    return s, cache


def two_backwards_backward(ds, cache):
    """Backward pass of two_backwards: dx (N,) and dy (N,), from ds."""
    x, y, items, s_before = cache
    ditems = [None] * len(items)
    for i1, s in zip(range(len(items)), reversed(s_before)):
        u, _ = items[i1]
        # backprop s = s * u + v
        du = s * ds
        dv = ds
        ds = u * ds
        ditems[i1] = du, dv
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(x), len(y)))):
        # backprop items.append((item, item1))
        ditems_last = ditems.pop()
        ditem = ditems_last[0]
        dy[i] = ditems_last[1]
        dx[i] = ditem
    return dx, dy


def counted_forward(x: "N", y: "N"):
    """Forward pass of counted: s and the cache (references, not copies)."""
    s = 0.0
    s_before = []
    for p, v in enumerate(x):
        s_before.append(s)
        s = s * v + y[p]
    cache = (x, y, s_before)
    return s, cache


def counted_backward(ds, cache):
    """Backward pass of counted: dx (N,) and dy (N,), from ds."""
    x, y, s_before = cache
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for p in reversed(range(len(x))):
        s = s_before[p]
        v = x[p]
        # backprop s = s * v + y[p]
        dv = s * ds
        dy[p] = ds
        ds = v * ds
        dx[p] = dv
    return dx, dy


def counted_from_the_end_forward(x: "N", y: "N"):
    """Forward pass of counted_from_the_end.

    Gives s and the cache (references, not copies).
    """
    s = 0.0
    s_before = []
    for p, v in zip(range(len(x)), reversed(x)):
        s_before.append(s)
        s = s * v + y[p]
    cache = (x, y, s_before)
    return s, cache


def counted_from_the_end_backward(ds, cache):
    """Backward pass of counted_from_the_end: dx (N,) and dy (N,), from ds."""
    x, y, s_before = cache
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for p in reversed(range(len(s_before))):
        s = s_before[p]
        v = x[-1 - p]
        # backprop s = s * v + y[p]
        dv = s * ds
        dy[p] = ds
        ds = v * ds
        dx[-1 - p] += dv
    return dx, dy


def neighbours_forward(x: "N", k: float):
    """Forward pass of neighbours: s and the cache (references, not copies)."""
    pairs = []
    for item, item1 in zip(x[:-1], x[1:]):
        pairs.append((item, item1))
    s = 0.0
    s_before = []
    for a, b in pairs:
        s_before.append(s)
        s = s * k + a * b
    cache = (x, k, pairs, s_before)
    return s, cache


def neighbours_backward(ds, cache):
    """Backward pass of neighbours: dx (N,) and dk, from ds."""
    x, k, pairs, s_before = cache
    dk = 0.0
    dpairs = [None] * len(pairs)
    for i1 in reversed(range(len(pairs))):
        s = s_before[i1]
        a, b = pairs[i1]
        # backprop s = s * k + a * b
        dk += s * ds
        da = b * ds
        db = a * ds
        ds = k * ds
        dpairs[i1] = da, db
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(x[:-1]), len(x[1:])))):
        # backprop pairs.append((item, item1))
        dpairs_last = dpairs.pop()
        ditem = dpairs_last[0]
        dx[1:][i] += dpairs_last[1]
        dx[:-1][i] += ditem
    return dx, dk


def chosen_forward(x: "N", k: float):
    """Forward pass of chosen: s and the cache (references, not copies)."""
    s = 0.0
    items = []
    for v1 in x:
        if v1 > 0:
            items.append(v1)
    s_before = []
    for v in items:
        s_before.append(s)
        s = s * k + v
    cache = (x, k, items, s_before)
    return s, cache


def chosen_backward(ds, cache):
    """Backward pass of chosen: dx (N,) and dk, from ds."""
    x, k, items, s_before = cache
    dk = 0.0
    ditems = [None] * len(items)
    for i1 in reversed(range(len(items))):
        s = s_before[i1]
        # backprop s = s * k + v
        dk += s * ds
        dv = ds
        ds = k * ds
        ditems[i1] = dv
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        v1 = x[i]
        dv1 = 0.0
        if v1 > 0:
            # backprop items.append(v1)
            dv1 = ditems.pop()
        dx[i] = dv1
    return dx, dk


def written_by_another_name_forward(x: "N", k: float):
    """Forward pass of written_by_another_name.

    Gives out and the cache (references, not copies).
    """
    x = x.copy()
    x_before = x
    s = 0.0
    items = []
    for place, item in enumerate(x):
        items.append((place, item))
    for p, v in items:
        v_times_k = v * k
        x = x + v_times_k
        s = s + v * p
    sum_x = np.sum(x)
    out = s * sum_x
    cache = (k, x_before, items, x, s, sum_x)
    return out, cache


def written_by_another_name_backward(dout, cache):
    """Backward pass of written_by_another_name: dx (N,) and dk, from dout."""
    k, x_before, items, x, s, sum_x = cache
    # backprop out = s * sum_x
    ds = sum_x * dout
    dsum_x = s * dout
    # backprop sum_x = np.sum(x)
    dx = np.ones_like(x) * dsum_x
    dk = 0.0
    ditems = [None] * len(items)
    for i in reversed(range(len(items))):
        p, v = items[i]
        # backprop s = s + v * p
        dv = p * ds
        # backprop x = x + v_times_k
        dv_times_k = np.sum(dx)
        # backprop v_times_k = v * k
        dv += k * dv_times_k
        dk += v * dv_times_k
        dp = 0.0
        ditems[i] = dp, dv
    for place in reversed(range(len(x_before))):
        # backprop items.append((place, item))
        ditem = ditems.pop()[1]
        dx[place] += ditem
    return dx, dk


def written_ahead_forward(x: "N", k: float):
    """Forward pass of written_ahead: s and the cache (references, not copies)."""
    x = x.copy()
    x_before = x.copy()
    s = 0.0
    items = []
    for place, item in enumerate(x):
        items.append((place, item))
    for p, v in items:
        x[-1 - p] = v * k
        s += v * v
    cache = (k, x_before, items, x)
    return s, cache


def written_ahead_backward(ds, cache):
    """Backward pass of written_ahead: dx (N,) and dk, from ds."""
    k, x_before, items, x = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dk = 0.0
    ditems = [None] * len(items)
    for i in reversed(range(len(items))):
        p, v = items[i]
        # backprop s += v * v
        dv = (2 * v) * ds
        # backprop x[-1 - p] = v * k
        dv += k * dx[-1 - p]
        dk += v * dx[-1 - p]
        dx[-1 - p] = 0.0
        dp = 0.0
        ditems[i] = dp, dv
    for place in reversed(range(len(x_before))):
        # backprop items.append((place, item))
        ditem = ditems.pop()[1]
        dx[place] += ditem
    return dx, dk


def written_behind_forward(x: "N", k: float):
    """Forward pass of written_behind: s and the cache (references, not copies)."""
    x = x.copy()
    x_before = x.copy()
    s = 0.0
    items = []
    for place, item in enumerate(x):
        items.append((place, item))
    for p, v in reversed(items):
        x[-1 - p] = v * k
        s += v * v
    cache = (k, x_before, items, x)
    return s, cache


def written_behind_backward(ds, cache):
    """Backward pass of written_behind: dx (N,) and dk, from ds."""
    k, x_before, items, x = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dk = 0.0
    ditems = [None] * len(items)
    for i in range(len(items)):
        p, v = items[i]
        # backprop s += v * v
        dv = (2 * v) * ds
        # backprop x[-1 - p] = v * k
        dv += k * dx[-1 - p]
        dk += v * dx[-1 - p]
        dx[-1 - p] = 0.0
        dp = 0.0
        ditems[i] = dp, dv
    for place in reversed(range(len(x_before))):
        # backprop items.append((place, item))
        ditem = ditems.pop()[1]
        dx[place] += ditem
    return dx, dk


def rows_forward(x: "N M", k: float):
    """Forward pass of rows: out and the cache (references, not copies)."""
    s = 0.0
    x_before = x
    steps = []
    for p, v in zip(reversed(range(len(x))), reversed(x)):
        v1 = v * k
        s += np.sum(v1 * v1) * p
        x = x * 2
        steps.append((p, v1))
    out = s + np.sum(x)
    cache = (x_before, k, steps, x)
    return out, cache


def rows_backward(dout, cache):
    """Backward pass of rows: dx (N, M) and dk, from dout."""
    x_before, k, steps, x = cache
    # backprop out = s + np.sum(x)
    ds = dout
    dx = np.ones_like(x) * dout
    dk = 0.0
    dx_over = np.zeros_like(x_before, dtype=np.result_type(x_before, 1.0))
    for i in reversed(range(len(steps))):
        p, v1 = steps[i]
        v = x_before[-1 - i]
        # backprop x = x * 2
        dx = 2 * dx
        # backprop s += np.sum(v1 * v1) * p
        dv1 = (2 * v1) * (p * ds)
        # backprop v1 = v * k
        dk += v @ dv1
        dv = k * dv1
        dx_over[-1 - i] += dv
    dx += dx_over
    return dx, dk


def chosen_in_calls_forward(x: "N", k: float):
    """Forward pass of chosen_in_calls: out and the cache (references, not copies)."""
    items = []
    for u in x:
        if u > k:
            items.append(u)
    items1 = []
    for t in x:
        if t < k:
            items1.append(t)
    out = sum(items) + sum(items1)
    cache = (x, k, items, items1)
    return out, cache


def chosen_in_calls_backward(dout, cache):
    """Backward pass of chosen_in_calls: dx (N,) and dk, from dout."""
    x, k, items, items1 = cache
    # backprop out = sum(items) + sum(items1)
    ditems = [dout] * len(items)
    ditems1 = [dout] * len(items1)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        t = x[i1]
        dt = 0.0
        if t < k:
            # backprop items1.append(t)
            dt = ditems1.pop()
        dx[i1] = dt
    for i in reversed(range(len(x))):
        u = x[i]
        du = 0.0
        if u > k:
            # backprop items.append(u)
            du = ditems.pop()
        dx[i] += du
    dk = 0.0
    return dx, dk


def grown_forward(x: "N", y: "N"):
    """Forward pass of grown: out and the cache (references, not copies)."""
    pairs = []
    for item, item1 in zip(x, y):
        pairs.append((item, item1))
    pairs.append((x[0], 2.0))
    largest = pairs.index(max(pairs))
    best = pairs[largest]
    total = 0
    for a, b in pairs[1:]:
        total += a * b
    out = best[0] * best[1] + total
    cache = (x, y, pairs, largest, best)
    return out, cache


def grown_backward(dout, cache):
    """Backward pass of grown: dx (N,) and dy (N,), from dout."""
    x, y, pairs, largest, best = cache
    # backprop out = best[0] * best[1] + total
    dbest = (best[1] * dout, best[0] * dout)
    dtotal = dout
    dpairs = zeros_of(pairs)
    for i1 in reversed(range(len(pairs[1:]))):
        a, b = pairs[1:][i1]
        # backprop total += a * b
        da = b * dtotal
        db = a * dtotal
        dpairs[i1 + 1][1] += db
        dpairs[i1 + 1][0] += da
    # backprop best = pairs[largest]
    dpairs[largest] = added(dpairs[largest], dbest)
    # backprop pairs.append((x[0], 2.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = dpairs.pop()[0]
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for i in reversed(range(min(len(x), len(y)))):
        # backprop pairs.append((item, item1))
        dpairs_last = dpairs.pop()
        ditem = dpairs_last[0]
        dy[i] = dpairs_last[1]
        dx[i] += ditem
    return dx, dy


def put_in_order_forward(x: "N", y: "N"):
    """Forward pass of put_in_order: total and the cache (references, not copies)."""
    items = []
    for item, item1 in zip(x, y):
        items.append((item, item1))
    order = sorted(range(len(items)), key=items.__getitem__)
    pairs = []
    for i in order:
        pairs.append(items[i])
    total = 0
    for p, (a, b) in enumerate(pairs):
        a_times_b = a * b
        total += a_times_b * p
    cache = (x, y, items, order, pairs)
    return total, cache


def put_in_order_backward(dtotal, cache):
    """Backward pass of put_in_order: dx (N,) and dy (N,), from dtotal."""
    x, y, items, order, pairs = cache
    dpairs = [None] * len(pairs)
    for p in reversed(range(len(pairs))):
        a, b = pairs[p]
        # backprop total += a_times_b * p
        da_times_b = p * dtotal
        # backprop a_times_b = a * b
        da = b * da_times_b
        db = a * da_times_b
        dpairs[p] = da, db
    ditems = zeros_of(items)
    for i in reversed(order):
        # backprop pairs.append(items[i])
        ditems[i] = added(ditems[i], dpairs.pop())
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(min(len(x), len(y)))):
        # backprop items.append((item, item1))
        ditems_last = ditems.pop()
        ditem = ditems_last[0]
        dy[i1] = ditems_last[1]
        dx[i1] = ditem
    return dx, dy


def augmented_forward(x: "N", k: float):
    """Forward pass of augmented: out and the cache (references, not copies)."""
    s = x * 2
    s_before = s
    items = []
    for place, item in enumerate(s):
        items.append((place, item))
    for p, v in items:
        v_times_k = v * k
        s = s + v_times_k
    out = np.sum(s)
    cache = (k, s_before, items, s)
    return out, cache


def augmented_backward(dout, cache):
    """Backward pass of augmented: dx (N,) and dk, from dout."""
    k, s_before, items, s = cache
    # backprop out = np.sum(s)
    ds = np.ones_like(s) * dout
    dk = 0.0
    ditems = [None] * len(items)
    for i in reversed(range(len(items))):
        _, v = items[i]
        # backprop s = s + v_times_k
        dv_times_k = np.sum(ds)
        # backprop v_times_k = v * k
        dv = k * dv_times_k
        dk += v * dv_times_k
        dp = 0.0
        ditems[i] = dp, dv
    for place in reversed(range(len(s_before))):
        # backprop items.append((place, item))
        ditem = ditems.pop()[1]
        ds[place] += ditem
    # backprop s = x * 2
    dx = 2 * ds
    return dx, dk


def augmented_by_another_name_forward(x: "N", k: float):
    """Forward pass of augmented_by_another_name.

    Gives out and the cache (references, not copies).
    """
    s = x * 2
    t = s
    items = []
    for place, item in enumerate(t):
        items.append((place, item))
    for p, v in items:
        v_times_k = v * k
        s = s + v_times_k
    out = np.sum(s)
    cache = (k, t, items, s)
    return out, cache


def augmented_by_another_name_backward(dout, cache):
    """Backward pass of augmented_by_another_name: dx (N,) and dk, from dout."""
    k, t, items, s = cache
    # backprop out = np.sum(s)
    ds = np.ones_like(s) * dout
    dk = 0.0
    ditems = [None] * len(items)
    for i in reversed(range(len(items))):
        _, v = items[i]
        # backprop s = s + v_times_k
        dv_times_k = np.sum(ds)
        # backprop v_times_k = v * k
        dv = k * dv_times_k
        dk += v * dv_times_k
        dp = 0.0
        ditems[i] = dp, dv
    dt = np.zeros_like(t, dtype=np.result_type(t, 1.0))
    for place in reversed(range(len(t))):
        # backprop items.append((place, item))
        ditem = ditems.pop()[1]
        dt[place] = ditem
    # backprop t = s
    ds += dt
    # backprop s = x * 2
    dx = 2 * ds
    return dx, dk


def that_was_a_number_forward(x: "N", k: float):
    """Forward pass of that_was_a_number: out and the cache (references, not copies)."""
    s = 0.0
    s += x
    t = s
    items = []
    for place, item in enumerate(t):
        items.append((place, item))
    for p, v in items:
        v_times_k = v * k
        s = s + v_times_k
    out = np.sum(s)
    cache = (k, t, items, s)
    return out, cache


def that_was_a_number_backward(dout, cache):
    """Backward pass of that_was_a_number: dx (N,) and dk, from dout."""
    k, t, items, s = cache
    # backprop out = np.sum(s)
    ds = np.ones_like(s) * dout
    dk = 0.0
    ditems = [None] * len(items)
    for i in reversed(range(len(items))):
        _, v = items[i]
        # backprop s = s + v_times_k
        dv_times_k = np.sum(ds)
        # backprop v_times_k = v * k
        dv = k * dv_times_k
        dk += v * dv_times_k
        dp = 0.0
        ditems[i] = dp, dv
    dt = np.zeros_like(t, dtype=np.result_type(t, 1.0))
    for place in reversed(range(len(t))):
        # backprop items.append((place, item))
        ditem = ditems.pop()[1]
        dt[place] = ditem
    # backprop t = s
    ds += dt
    # backprop s += x
    dx = ds
    return dx, dk


def augmented_argument_forward(x: "N", k: float):
    """Forward pass of augmented_argument: s and the cache (references, not copies)."""
    s = 0.0
    items = []
    for place, item in enumerate(x):
        items.append((place, item))
    x_before = x.copy()
    steps = []
    for p, v in reversed(items):
        s_before = s
        v_times_k = v * k
        s += v_times_k * s + p
        x += s
        steps.append((s_before, v_times_k))
    cache = (x_before, k, items, steps)
    return s, cache


def augmented_argument_backward(ds, dx: "N", cache):
    """Backward pass of augmented_argument: dx (N,) and dk, from ds and dx (N,)."""
    x_before, k, items, steps = cache
    dk = 0.0
    ditems = [None] * len(items)
    for i, (s_before, v_times_k) in zip(range(len(items)), reversed(steps)):
        _, v = items[i]
        # backprop x += s
        ds = ds + np.sum(dx)
        # backprop s += v_times_k * s + p
        dv_times_k = s_before * ds
        ds += v_times_k * ds
        # backprop v_times_k = v * k
        dv = k * dv_times_k
        dk += v * dv_times_k
        dp = 0.0
        ditems[i] = dp, dv
    dx = 1.0 * dx
    for place in reversed(range(len(x_before))):
        # backprop items.append((place, item))
        ditem = ditems.pop()[1]
        dx[place] += ditem
    return dx, dk
