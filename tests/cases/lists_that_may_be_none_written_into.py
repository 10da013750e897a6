# arguments none_first: x=(6,), w=0.7
# arguments none_appended: x=(6,), w=0.7
# arguments one_arm: x=1.2, y=0.7, n=4
# arguments zero_trip: x=1.2, y=0.7, n=4
# arguments by_call: xs=[0.7, 1.1], w=0.9
# first order only none_first: another name for a list of an earlier turn
# first order only none_appended: zeros of what may be None
# first order only zero_trip: lists that may hold one array twice
# first order only by_call: the method pop, of what the helper gives
import numpy as np


def none_first(x: "N", w: float):
    best = None
    for v in x:
        if best is None:
            best = [v * w, v]
        else:
            best[0] = best[0] * v
        if v > 0.5:
            best = [v, best[0] * best[1]]
    return best[0] * best[1]


def none_appended(x: "N", w: float):
    best = None
    for v in x:
        if best is None or v > 0.5:
            best = [v * w]
        else:
            best.append(best[-1] * v)
    return sum(best)


def one_arm(x: float, y: float, n: int):
    if n > 2:
        xs = [x * y, y]
    for r in range(n):
        if n > 2:
            xs[0] = xs[0] * xs[1]
            xs[1] += x
    if n > 2:
        return xs[0] * xs[1]
    return x * y


def zero_trip(x: float, y: float, n: int):
    xs = [x * y, y]
    for r in range(n):
        xs = [x, y * r]
    else:
        xs[0] = xs[0] * xs[1]
    for r in range(n):
        xs[r % 2] *= y
        if r > 5:
            xs = [xs[1], xs[0]]
    return xs[0] * xs[1]


def by_call(xs: list[float], w: float):
    def scaled(v, s):
        return [a * s for a in v]
    a = list(xs)
    for r in range(3):
        b = scaled(a, w)
        b[0] = b[0] * a[1]
        if b[0] > 0.3:
            a = b
        a[1] = a[1] + b[0]
    return a[0] * a[1]


# output
"""Forward and backward passes of lists_that_may_be_none_written_into.py: do not edit.

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


def none_first_forward(x: "N", w: float):
    """Forward pass of none_first: out and the cache (references, not copies)."""
    best = None
    steps = []
    for v in x:
        best_before = copy_of(best)
        best_0 = None
        best_test = best is None
        if best_test:
            best = [v * w, v]
        else:
            best_0 = best[0]
            best[0] = best_0 * v
        best_before1 = copy_of(best)
        if v > 0.5:
            best = [v, best[0] * best[1]]
        steps.append((best_before, best_test, best_0, best_before1))
    out = best[0] * best[1]
    cache = (x, w, steps, best)
    return out, cache


def none_first_backward(dout, cache):
    """Backward pass of none_first: dx (N,) and dw, from dout."""
    x, w, steps, best = cache
    # backprop out = best[0] * best[1]
    dbest = zeros_of(best)
    dbest[0] = best[1] * dout
    dbest[1] += best[0] * dout
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        best_before, best_test, best_0, best_before1 = steps[i]
        v = x[i]
        dv = 0.0
        if v > 0.5:
            # backprop best = [v, best[0] * best[1]]
            dbest_next = dbest
            dv = dbest_next[0]
            dbest = zeros_of(best_before1)
            dbest[0] = best_before1[1] * dbest_next[1]
            dbest[1] += best_before1[0] * dbest_next[1]
        if best_test:
            # backprop best = [v * w, v]
            dv += w * dbest[0]
            dw += v * dbest[0]
            dv += dbest[1]
            dbest = zeros_of(best_before)
        else:
            # backprop best[0] = best_0 * v
            dbest_0 = v * dbest[0]
            dv += best_0 * dbest[0]
            # backprop best_0 = best[0]
            dbest[0] = dbest_0
        dx[i] = dv
    return dx, dw


def none_appended_forward(x: "N", w: float):
    """Forward pass of none_appended: out and the cache (references, not copies)."""
    best = None
    steps = []
    for v in x:
        best_before = copy_of(best)
        best_part = None
        best_test = best is None or v > 0.5
        if best_test:
            best = [v * w]
        else:
            best_part = best[-1]
            best.append(best_part * v)
        steps.append((best_before, best_test, best_part))
    out = sum(best)
    cache = (x, w, steps, best)
    return out, cache


def none_appended_backward(dout, cache):
    """Backward pass of none_appended: dx (N,) and dw, from dout."""
    x, w, steps, best = cache
    # backprop out = sum(best)
    dbest = [dout] * len(best)
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        best_before, best_test, best_part = steps[i]
        v = x[i]
        if best_test:
            # backprop best = [v * w]
            dv = w * dbest[0]
            dw += v * dbest[0]
            dbest = zeros_of(best_before)
        else:
            # backprop best.append(best_part * v)
            dbest_last = dbest.pop()
            dbest_part = v * dbest_last
            dv = best_part * dbest_last
            # backprop best_part = best[-1]
            dbest[-1] += dbest_part
        dx[i] = dv
    return dx, dw


def one_arm_forward(x: float, y: float, n: int):
    """Forward pass of one_arm: out and the cache (references, not copies)."""
    xs = None
    if n > 2:
        xs = [x * y, y]
    steps = []
    for r in range(n):
        xs_0 = None
        xs_1 = None
        if n > 2:
            xs_0 = xs[0]
            xs_1 = xs[1]
            xs[0] = xs_0 * xs_1
            xs[1] += x
        steps.append((xs_0, xs_1))
    if n > 2:
        out = xs[0] * xs[1]
    else:
        out = x * y
    cache = (x, y, n, steps, xs)
    return out, cache


def one_arm_backward(dout, cache):
    """Backward pass of one_arm: dx and dy, from dout."""
    x, y, n, steps, xs = cache
    if n > 2:
        # backprop out = xs[0] * xs[1]
        dxs = zeros_of(xs)
        dxs[0] = xs[1] * dout
        dxs[1] += xs[0] * dout
        dx = 0.0
        dy = 0.0
    else:
        # backprop out = x * y
        dx = y * dout
        dy = x * dout
        dxs = zeros_of(xs)
    for xs_0, xs_1 in reversed(steps):
        if n > 2:
            # backprop xs[1] += x
            dx += dxs[1]
            # backprop xs[0] = xs_0 * xs_1
            dxs_0 = xs_1 * dxs[0]
            dxs_1 = xs_0 * dxs[0]
            dxs[0] = 0.0
            # backprop xs_1 = xs[1]
            dxs[1] += dxs_1
            # backprop xs_0 = xs[0]
            dxs[0] += dxs_0
    if n > 2:
        # backprop xs = [x * y, y]
        dx += y * dxs[0]
        dy += x * dxs[0]
        dy += dxs[1]
    return dx, dy


def zero_trip_forward(x: float, y: float, n: int):
    """Forward pass of zero_trip: out and the cache (references, not copies)."""
    xs = [x * y, y]
    for r in range(n):
        xs = [x, y * r]
    xs_0 = xs[0]
    xs_1 = xs[1]
    xs[0] = xs_0 * xs_1
    steps = []
    for r in range(n):
        xs_part = xs[r % 2]
        xs[r % 2] = xs_part * y
        xs_before = copy_of(xs)
        if r > 5:
            xs = [xs[1], xs[0]]
        steps.append((xs_part, xs_before))
    out = xs[0] * xs[1]
    cache = (x, y, n, xs_0, xs_1, steps, xs)
    return out, cache


def zero_trip_backward(dout, cache):
    """Backward pass of zero_trip: dx and dy, from dout."""
    x, y, n, xs_0, xs_1, steps, xs = cache
    # backprop out = xs[0] * xs[1]
    dxs = zeros_of(xs)
    dxs[0] = xs[1] * dout
    dxs[1] += xs[0] * dout
    dy = 0.0
    for r in reversed(range(n)):
        xs_part, xs_before = steps[r]
        if r > 5:
            # backprop xs = [xs[1], xs[0]]
            dxs_next = dxs
            dxs = [0.0] * len(xs_before)
            dxs[1] = dxs_next[0]
            dxs[0] += dxs_next[1]
        # backprop xs[r % 2] = xs_part * y
        dxs_part = y * dxs[r % 2]
        dy += xs_part * dxs[r % 2]
        # backprop xs_part = xs[r % 2]
        dxs[r % 2] = dxs_part
    # backprop xs[0] = xs_0 * xs_1
    dxs_0 = xs_1 * dxs[0]
    dxs_1 = xs_0 * dxs[0]
    dxs[0] = 0.0
    # backprop xs_1 = xs[1]
    dxs[1] += dxs_1
    # backprop xs_0 = xs[0]
    dxs[0] += dxs_0
    dx = 0.0
    for r in reversed(range(n)):
        # backprop xs = [x, y * r]
        dx += dxs[0]
        dy += r * dxs[1]
        dxs = [0.0, 0.0]
    # backprop xs = [x * y, y]
    dx += y * dxs[0]
    dy += x * dxs[0]
    dy += dxs[1]
    return dx, dy


def scaled_forward(v, s):
    """Forward pass of scaled: items and the cache (references, not copies)."""
    items = []
    for a in v:
        items.append(a * s)
    cache = (v, s)
    return items, cache


def scaled_backward(ditems, cache):
    """Backward pass of scaled: dv and ds, from ditems."""
    v, s = cache
    ds = np.zeros_like(s, dtype=np.result_type(s, 1.0))
    dv = zeros_of(v)
    ditems = copy_of(ditems)
    for i in reversed(range(len(v))):
        a = v[i]
        # backprop items.append(a * s)
        ditems_last = ditems.pop()
        da = unbroadcast(s * ditems_last, a)
        ds += unbroadcast(a * ditems_last, s)
        dv[i] += da
    return dv, ds


def by_call_forward(xs: list[float], w: float):
    """Forward pass of by_call: out and the cache (references, not copies)."""
    a = list(xs)
    steps = []
    for r in range(3):
        a_before = copy_of(a)
        b, scaled_cache = scaled_forward(a, w)
        scaled_cache_before = copy_of(scaled_cache)
        b_0 = copy_of(b[0])
        b_0_times_a_1 = b_0 * a[1]
        b[0] = b_0_times_a_1
        b_before = copy_of(b)
        a_test = b[0] > 0.3
        if a_test:
            a = b
        a_1 = a[1]
        a_1_plus_b_0 = a_1 + b[0]
        a[1] = a_1_plus_b_0
        steps.append(
            (
                a_before,
                scaled_cache_before,
                b_0,
                b_0_times_a_1,
                b_before,
                a_test,
                a_1,
                a_1_plus_b_0,
            )
        )
    out = a[0] * a[1]
    cache = (steps, a)
    return out, cache


def by_call_backward(dout, cache):
    """Backward pass of by_call: dxs and dw, from dout."""
    steps, a = cache
    # backprop out = a[0] * a[1]
    da = zeros_of(a)
    da[0] += unbroadcast(a[1] * dout, a[0])
    da[1] += unbroadcast(a[0] * dout, a[1])
    dw = 0.0
    for (
        a_before,
        scaled_cache_before,
        b_0,
        b_0_times_a_1,
        b_before,
        a_test,
        a_1,
        a_1_plus_b_0,
    ) in reversed(steps):
        # backprop a[1] = a_1_plus_b_0
        da_1_plus_b_0 = unbroadcast(da[1], a_1_plus_b_0)
        # backprop a_1_plus_b_0 = a_1 + b[0]
        da_1 = unbroadcast(da_1_plus_b_0, a_1)
        db = zeros_of(b_before)
        db[0] = added(db[0], unbroadcast(da_1_plus_b_0, b_before[0]))
        # backprop a_1 = a[1]
        da[1] = da_1
        if a_test:
            # backprop a = b
            db = added(db, da)
            da = zeros_of(a_before)
        # backprop b[0] = b_0_times_a_1
        db_0_times_a_1 = unbroadcast(db[0], b_0_times_a_1)
        # backprop b_0_times_a_1 = b_0 * a[1]
        db_0 = unbroadcast(a_before[1] * db_0_times_a_1, b_0)
        da[1] += unbroadcast(b_0 * db_0_times_a_1, a_before[1])
        # backprop b_0 = copy_of(b[0])
        db[0] = db_0
        # backprop b = scaled(a, w)
        da_scaled, dw_scaled = scaled_backward(db, scaled_cache_before)
        da = added(da, da_scaled)
        dw += dw_scaled
    # backprop a = list(xs)
    dxs = da
    return dxs, dw
