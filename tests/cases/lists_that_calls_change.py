# arguments grown: s=0.7
# arguments grown_in_turns: s=0.7
# arguments with_pairs: s=0.7
# arguments with_a_value: s=0.7
# arguments by_another: s=0.7
# arguments by_a_function_inside: s=0.7
# arguments handed_on: s=0.7, x=(3,)
# first order only handed_on: what the cache holds may be a list or an array
import numpy as np


def put(xs: list, v):
    xs.append(v)


def put_and_tell(xs: list, v):
    xs.append(v)
    return v * 2


def put_square(ys: list, v):
    put(ys, v * v)


def grown(s: float):
    xs = [s]
    put(xs, s * s)
    total = 0.0
    for x in xs:
        total += x
    return total, [x * 2 for x in xs]


def grown_in_turns(s: float):
    xs = []
    for k in range(3):
        put(xs, s * k)
    total = 0.0
    for x in xs:
        total += x * s
    return total


def with_pairs(s: float):
    xs = []
    for k in range(3):
        put(xs, (s * k, s))
    return sum(a * b for a, b in xs)


def with_a_value(s: float):
    xs = []
    for k in range(3):
        y = put_and_tell(xs, s * k)
    total = y
    for x in xs:
        total += x * y
    return total


def by_another(s: float):
    xs = [s]
    put_square(xs, s + 1)
    total = 1.0
    for x in xs:
        total = total * x + x
    return total


def by_a_function_inside(s: float):
    xs = [s]

    def outer(ys):
        def inner(zs):
            zs.append(s * s)

        inner(ys)

    outer(xs)
    total = 1.0
    for x in xs:
        total = total * x + x
    return total


def scaled(xs, factor):
    return [x * factor for x in xs]


def handed_on(s: float, x: "N"):
    xs = [s * x, x]
    ys = scaled(xs, s)
    total = np.sum(ys[0] * ys[1])
    for y in xs:
        total += np.sum(y * y)
    return total


# output
"""Forward and backward passes of lists_that_calls_change.py: do not edit.

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


def grown_forward(s: float):
    """Forward pass of grown: total, items and the cache (references, not copies)."""
    xs = [s]
    v = s * s
    xs.append(v)
    total = 0.0
    for x in xs:
        total += x
    items = []
    for x1 in xs:
        items.append(x1 * 2)
    cache = (s, xs)
    return total, items, cache


def grown_backward(dtotal, ditems, cache):
    """Backward pass of grown: ds, from dtotal and ditems."""
    s, xs = cache
    dxs = [0.0] * len(xs)
    ditems = copy_of(ditems)
    for i1 in reversed(range(len(xs))):
        # backprop items.append(x1 * 2)
        dx1 = 2 * ditems.pop()
        dxs[i1] = dx1
    for i in reversed(range(len(xs))):
        # backprop total += x
        dx = dtotal
        dxs[i] += dx
    # backprop xs.append(v)
    dv = np.sum(dxs.pop())
    # backprop v = s * s
    ds = (2 * s) * dv
    # backprop xs = [s]
    ds += dxs[0]
    return ds


def grown_in_turns_forward(s: float):
    """Forward pass of grown_in_turns: total and the cache (references, not copies)."""
    xs = []
    for k in range(3):
        v = s * k
        xs.append(v)
    total = 0.0
    for x in xs:
        total += x * s
    cache = (s, xs)
    return total, cache


def grown_in_turns_backward(dtotal, cache):
    """Backward pass of grown_in_turns: ds, from dtotal."""
    s, xs = cache
    ds = 0.0
    dxs = [None] * len(xs)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop total += x * s
        dx = s * dtotal
        ds += x * dtotal
        dxs[i] = dx
    for k in reversed(range(3)):
        # backprop xs.append(v)
        dv = dxs.pop()
        # backprop v = s * k
        ds += k * dv
    return ds


def with_pairs_forward(s: float):
    """Forward pass of with_pairs: total and the cache (references, not copies)."""
    xs = []
    for k in range(3):
        v = s * k, s
        xs.append(v)
    total = 0
    for a, b in xs:
        total += a * b
    cache = (xs,)
    return total, cache


def with_pairs_backward(dtotal, cache):
    """Backward pass of with_pairs: ds, from dtotal."""
    (xs,) = cache
    dxs = [None] * len(xs)
    for i in reversed(range(len(xs))):
        a, b = xs[i]
        # backprop total += a * b
        da = b * dtotal
        db = a * dtotal
        dxs[i] = da, db
    ds = 0.0
    for k in reversed(range(3)):
        # backprop xs.append(v)
        dv = dxs.pop()
        # backprop v = s * k, s
        ds += k * dv[0]
        ds += dv[1]
    return ds


def with_a_value_forward(s: float):
    """Forward pass of with_a_value: total and the cache (references, not copies)."""
    xs = []
    for k in range(3):
        v = s * k
        xs.append(v)
        y = v * 2
    total = y
    for x in xs:
        total += x * y
    cache = (xs, y)
    return total, cache


def with_a_value_backward(dtotal, cache):
    """Backward pass of with_a_value: ds, from dtotal."""
    xs, y = cache
    dy = 0.0
    dxs = [None] * len(xs)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop total += x * y
        dx = y * dtotal
        dy += x * dtotal
        dxs[i] = dx
    # backprop total = y
    dy += dtotal
    ds = 0.0
    for k in reversed(range(3)):
        # backprop y = v * 2
        dv = 2 * dy
        # backprop xs.append(v)
        dv += dxs.pop()
        # backprop v = s * k
        ds += k * dv
        dy = 0.0
    return ds


def by_another_forward(s: float):
    """Forward pass of by_another: total and the cache (references, not copies)."""
    xs = [s]
    v = s + 1
    v1 = v * v
    xs.append(v1)
    total = 1.0
    total_before = []
    for x in xs:
        total_before.append(total)
        total = total * x + x
    cache = (v, xs, total_before)
    return total, cache


def by_another_backward(dtotal, cache):
    """Backward pass of by_another: ds, from dtotal."""
    v, xs, total_before = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        total = total_before[i]
        x = xs[i]
        # backprop total = total * x + x
        dx = total * dtotal
        dx += dtotal
        dtotal = x * dtotal
        dxs[i] = dx
    # backprop xs.append(v1)
    dv1 = np.sum(dxs.pop())
    # backprop v1 = v * v
    dv = (2 * v) * dv1
    # backprop v = s + 1
    ds = dv
    # backprop xs = [s]
    ds += dxs[0]
    return ds


def by_a_function_inside_forward(s: float):
    """Forward pass of by_a_function_inside.

    Gives total and the cache (references, not copies).
    """
    xs = [s]
    xs.append(s * s)
    total = 1.0
    total_before = []
    for x in xs:
        total_before.append(total)
        total = total * x + x
    cache = (s, xs, total_before)
    return total, cache


def by_a_function_inside_backward(dtotal, cache):
    """Backward pass of by_a_function_inside: ds, from dtotal."""
    s, xs, total_before = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        total = total_before[i]
        x = xs[i]
        # backprop total = total * x + x
        dx = total * dtotal
        dx += dtotal
        dtotal = x * dtotal
        dxs[i] = dx
    # backprop xs.append(s * s)
    ds = (2 * s) * np.sum(dxs.pop())
    # backprop xs = [s]
    ds += dxs[0]
    return ds


def scaled_forward(xs, factor):
    """Forward pass of scaled: items and the cache (references, not copies)."""
    items = []
    for x in xs:
        items.append(x * factor)
    cache = (xs, factor)
    return items, cache


def scaled_backward(ditems, cache):
    """Backward pass of scaled: dxs and dfactor, from ditems."""
    xs, factor = cache
    dfactor = np.zeros_like(factor, dtype=np.result_type(factor, 1.0))
    dxs = zeros_of(xs)
    ditems = copy_of(ditems)
    for i in reversed(range(len(xs))):
        x = xs[i]
        # backprop items.append(x * factor)
        ditems_last = ditems.pop()
        dx = unbroadcast(factor * ditems_last, x)
        dfactor += unbroadcast(x * ditems_last, factor)
        dxs[i] += dx
    return dxs, dfactor


def handed_on_forward(s: float, x: "N"):
    """Forward pass of handed_on: total and the cache (references, not copies)."""
    xs = [s * x, x]
    ys, scaled_cache = scaled_forward(xs, s)
    sum_in = ys[0] * ys[1]
    total = np.sum(sum_in)
    total += np.sum(xs[0] * xs[0])
    total += np.sum(x * x)
    cache = (s, x, xs, ys, scaled_cache, sum_in)
    return total, cache


def handed_on_backward(dtotal, cache):
    """Backward pass of handed_on: ds and dx (N,), from dtotal."""
    s, x, xs, ys, scaled_cache, sum_in = cache
    # backprop total += np.sum(x * x)
    dx = (2 * x) * dtotal
    # backprop total += np.sum(xs[0] * xs[0])
    dxs_0 = (2 * xs[0]) * dtotal
    # backprop total = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dtotal
    # backprop sum_in = ys[0] * ys[1]
    dys = zeros_of(ys)
    dys[0] += unbroadcast(ys[1] * dsum_in, ys[0])
    dys[1] += unbroadcast(ys[0] * dsum_in, ys[1])
    # backprop ys = scaled(xs, s)
    dxs_scaled, ds = scaled_backward(dys, scaled_cache)
    dxs_0 += dxs_scaled[0]
    # backprop xs = [s * x, x]
    ds += x @ dxs_0
    dx += s * dxs_0
    dx += dxs_scaled[1]
    return ds, dx
