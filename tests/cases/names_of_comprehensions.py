# arguments gone_over: x=(3,), k=0.9
# arguments that_of_the_array: x=(3,), k=0.9
# arguments chosen: x=(3,), k=0.9
# arguments in_a_nest: x=(2, 2), k=0.9
# arguments of_lists_of_arrays: x=(2, 2), k=0.9
# arguments put_in_order: x=(2, 2), k=0.9
# arguments summed: x=(3,), k=0.9
# arguments before_it_is_read: x=(3,), k=0.9
# arguments in_turns: x=(3,), k=0.9
# arguments inside_another: x=(3,), k=0.9
# arguments in_a_product: x=(3,), k=0.9
# arguments rows: x=(3,), k=0.9
# arguments of_maxima: x=(3,), k=0.9
# arguments with_a_test: x=(3,), k=0.9
# arguments nested: x=(3,), k=0.9
# arguments arrays: x=(3,), k=0.9
# arguments added_to_lists: x=(3,), k=0.9
# arguments given_to_a_function: x=(3,), k=0.9
# arguments written_into: x=(3,), k=0.9
# arguments counted: x=(3,), k=0.9
# arguments by_a_key: x=(3,), k=0.9
# arguments pairs: x=(3,), k=0.9
# arguments two_loops: x=(3,), k=0.9
# first order only put_in_order: lists put in order
# first order only rows: a list of lists is popped
# first order only of_maxima: the item that is largest, of what is in a cache
# first order only nested: a list of lists is popped
# first order only counted: a list of which only some items are there
# first order only by_a_key: the item that is largest, of what is in a cache
import numpy as np


def gone_over(x: "N", k: float):
    s = 0.0
    for v in [x for x in x if x > 0.25]:
        s = s * k + v
    return s


def that_of_the_array(x: "N", k: float):
    y = [x * 2 for x in x]
    return sum(y) * x[0]


def chosen(x: "N", k: float):
    xs = list(filter(lambda x: x > 0.25, x))
    return sum(xs) * x[0]


def in_a_nest(x: "N M", k: float):
    y = [sum(x for x in r) * x[0, 0] for r in x]
    return sum(y) * k


def of_lists_of_arrays(x: "N M", k: float):
    y = [r[0] for x in [x, x * 2] for r in x]
    return sum(y) * k


def put_in_order(x: "N M", k: float):
    y = sorted([x for x in x[0]], key=lambda k: k)
    return y[0] * k + y[1]


def summed(x: "N", k: float):
    return sum([x * 2 for x in x])


def before_it_is_read(x: "N", k: float):
    z = [v * k for k in (1, 2) for v in x]
    y = [k * v for v in z]
    return sum(y)


def in_turns(x: "N", k: float):
    s = 0.0
    for t in range(2):
        s = s + sum(k * v for v in x)
        s = s * sum(k * k for k in x)
    return s


def inside_another(x: "N", k: float):
    y = [sum(k * v for k in x) for v in x]
    z = [v * k for v in y]
    return sum(z)


def in_a_product(x: "N", k: float):
    y = [v * sum([k for k in x]) for v in x]
    return sum([k * v for v in y])


def rows(x: "N", k: float):
    r = [[k * v for k in x] for v in x]
    t = [k * row[0] for row in r]
    return sum(t)


def of_maxima(x: "N", k: float):
    m = max(k * v for v in x)
    n = max(k for k in x)
    return m * n + sum(k * v for v in x)


def with_a_test(x: "N", k: float):
    y = [k for k in x if k > 0.5]
    return sum(k * v for v in y)


def nested(x: "N", k: float):
    y = [[k for k in row] for row in (x, x * 2)]
    return sum(k * r[0] for r in y)


def arrays(x: "N", k: float):
    y = np.array([k * 2 for k in x])
    z = np.array([k * v for v in y])
    return z @ z


def added_to_lists(x: "N", k: float):
    y = []
    y.extend(k for k in x)
    y += [k * 2 for k in x]
    return sum(k * v for v in y)


def given_to_a_function(x: "N", k: float):
    def f(v):
        return sum(k * u for u in v)
    return f([k for k in x]) * f([v for v in x])


def written_into(x: "N", k: float):
    y = [x for x in x]
    y[0] = y[0] * k
    return sum(x * y for x, y in zip(x, y))


def counted(x: "N", k: float):
    n = len([k for k in x if k > 0.5])
    return sum(k * v for v in x) * n


def by_a_key(x: "N", k: float):
    y = min([k for k in x], key=lambda v: v * v)
    return y * sum([k * v for v in x])


def pairs(x: "N", k: float):
    rows = [(k, v) for k, v in enumerate(x)]
    return sum(k * v for _, v in rows)


def two_loops(x: "N", k: float):
    t = sum(k * (k + v) for k in x for v in x)
    return t * sum(k * v for v in x)


# output
"""Forward and backward passes of names_of_comprehensions.py: do not edit.

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


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


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


def gone_over_forward(x: "N", k: float):
    """Forward pass of gone_over: s and the cache (references, not copies)."""
    s = 0.0
    items = []
    for x1 in x:
        if x1 > 0.25:
            items.append(x1)
    s_before = []
    for v in items:
        s_before.append(s)
        s = s * k + v
    cache = (x, k, items, s_before)
    return s, cache


def gone_over_backward(ds, cache):
    """Backward pass of gone_over: dx (N,) and dk, from ds."""
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
        x1 = x[i]
        dx1 = 0.0
        if x1 > 0.25:
            # backprop items.append(x1)
            dx1 = ditems.pop()
        dx[i] = dx1
    return dx, dk


def that_of_the_array_forward(x: "N", k: float):
    """Forward pass of that_of_the_array: out and the cache (references, not copies)."""
    y = []
    for x1 in x:
        y.append(x1 * 2)
    sum_y = sum(y)
    out = sum_y * x[0]
    cache = (x, y, sum_y)
    return out, cache


def that_of_the_array_backward(dout, cache):
    """Backward pass of that_of_the_array: dx (N,) and dk, from dout."""
    x, y, sum_y = cache
    # backprop out = sum_y * x[0]
    dsum_y = x[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = sum_y * dout
    # backprop sum_y = sum(y)
    dy = [dsum_y] * len(y)
    for i in reversed(range(len(x))):
        # backprop y.append(x1 * 2)
        dx1 = 2 * dy.pop()
        dx[i] += dx1
    dk = 0.0
    return dx, dk


def chosen_forward(x: "N", k: float):
    """Forward pass of chosen: out and the cache (references, not copies)."""
    xs = []
    for x1 in x:
        if x1 > 0.25:
            xs.append(x1)
    sum_xs = sum(xs)
    out = sum_xs * x[0]
    cache = (x, xs, sum_xs)
    return out, cache


def chosen_backward(dout, cache):
    """Backward pass of chosen: dx (N,) and dk, from dout."""
    x, xs, sum_xs = cache
    # backprop out = sum_xs * x[0]
    dsum_xs = x[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = sum_xs * dout
    # backprop sum_xs = sum(xs)
    dxs = [dsum_xs] * len(xs)
    for i in reversed(range(len(x))):
        x1 = x[i]
        dx1 = 0.0
        if x1 > 0.25:
            # backprop xs.append(x1)
            dx1 = dxs.pop()
        dx[i] += dx1
    dk = 0.0
    return dx, dk


def in_a_nest_forward(x: "N M", k: float):
    """Forward pass of in_a_nest: out and the cache (references, not copies)."""
    y = []
    steps = []
    for r in x:
        total = 0
        for x1 in r:
            total += x1
        y.append(total * x[0, 0])
        steps.append(total)
    sum_y = sum(y)
    out = sum_y * k
    cache = (x, k, steps, y, sum_y)
    return out, cache


def in_a_nest_backward(dout, cache):
    """Backward pass of in_a_nest: dx (N, M) and dk, from dout."""
    x, k, steps, y, sum_y = cache
    # backprop out = sum_y * k
    dsum_y = k * dout
    dk = sum_y * dout
    # backprop sum_y = sum(y)
    dy = [dsum_y] * len(y)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        total = steps[i]
        r = x[i]
        # backprop y.append(total * x[0, 0])
        dy_last = dy.pop()
        dtotal = x[0, 0] * dy_last
        dx[0, 0] += total * dy_last
        dr = np.zeros_like(r, dtype=np.result_type(r, 1.0))
        for i1 in reversed(range(len(r))):
            # backprop total += x1
            dx1 = dtotal
            dr[i1] = dx1
        dx[i] += dr
    return dx, dk


def of_lists_of_arrays_forward(x: "N M", k: float):
    """Forward pass of of_lists_of_arrays.

    Gives out and the cache (references, not copies).
    """
    y = []
    for r in x:
        y.append(r[0])
    x1 = x * 2
    for r in x1:
        y.append(r[0])
    sum_y = sum(y)
    out = sum_y * k
    cache = (x, k, x1, y, sum_y)
    return out, cache


def of_lists_of_arrays_backward(dout, cache):
    """Backward pass of of_lists_of_arrays: dx (N, M) and dk, from dout."""
    x, k, x1, y, sum_y = cache
    # backprop out = sum_y * k
    dsum_y = k * dout
    dk = sum_y * dout
    # backprop sum_y = sum(y)
    dy = [dsum_y] * len(y)
    dx1 = np.zeros_like(x1, dtype=np.result_type(x1, 1.0))
    for i1 in reversed(range(len(x1))):
        r = x1[i1]
        # backprop y.append(r[0])
        dr = np.zeros_like(r, dtype=np.result_type(r, 1.0))
        dr[0] = dy.pop()
        dx1[i1] = dr
    # backprop x1 = x * 2
    dx = 2 * dx1
    for i in reversed(range(len(x))):
        r = x[i]
        # backprop y.append(r[0])
        dr = np.zeros_like(r, dtype=np.result_type(r, 1.0))
        dr[0] = dy.pop()
        dx[i] += dr
    return dx, dk


def put_in_order_forward(x: "N M", k: float):
    """Forward pass of put_in_order: out and the cache (references, not copies)."""
    items = []
    for x1 in x[0]:
        items.append(x1)
    order = sorted(range(len(items)), key=lambda i: items[i])
    y = []
    for i1 in order:
        y.append(items[i1])
    out = y[0] * k + y[1]
    cache = (x, k, items, order, y)
    return out, cache


def put_in_order_backward(dout, cache):
    """Backward pass of put_in_order: dx (N, M) and dk, from dout."""
    x, k, items, order, y = cache
    # backprop out = y[0] * k + y[1]
    dy = zeros_of(y)
    dy[0] = k * dout
    dk = y[0] * dout
    dy[1] += dout
    ditems = zeros_of(items)
    for i1 in reversed(order):
        # backprop y.append(items[i1])
        ditems[i1] = added(ditems[i1], dy.pop())
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i2 in reversed(range(len(x[0]))):
        # backprop items.append(x1)
        dx1 = ditems.pop()
        dx[0][i2] += dx1
    return dx, dk


def summed_forward(x: "N", k: float):
    """Forward pass of summed: out and the cache (references, not copies)."""
    items = []
    for x1 in x:
        items.append(x1 * 2)
    out = sum(items)
    cache = (x, items)
    return out, cache


def summed_backward(dout, cache):
    """Backward pass of summed: dx (N,) and dk, from dout."""
    x, items = cache
    # backprop out = sum(items)
    ditems = [dout] * len(items)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        # backprop items.append(x1 * 2)
        dx1 = 2 * ditems.pop()
        dx[i] = dx1
    dk = 0.0
    return dx, dk


def before_it_is_read_forward(x: "N", k: float):
    """Forward pass of before_it_is_read: out and the cache (references, not copies)."""
    z = []
    for k1 in (1, 2):
        for v in x:
            z.append(v * k1)
    y = []
    for v1 in z:
        y.append(k * v1)
    out = sum(y)
    cache = (x, k, z, y)
    return out, cache


def before_it_is_read_backward(dout, cache):
    """Backward pass of before_it_is_read: dx (N,) and dk, from dout."""
    x, k, z, y = cache
    # backprop out = sum(y)
    dy = [dout] * len(y)
    dk = 0.0
    dz = [None] * len(z)
    for i2 in reversed(range(len(z))):
        v1 = z[i2]
        # backprop y.append(k * v1)
        dy_last = dy.pop()
        dk += v1 * dy_last
        dv1 = k * dy_last
        dz[i2] = dv1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k1 in reversed((1, 2)):
        for i1 in reversed(range(len(x))):
            # backprop z.append(v * k1)
            dv = k1 * dz.pop()
            dx[i1] += dv
    return dx, dk


def in_turns_forward(x: "N", k: float):
    """Forward pass of in_turns: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for t in range(2):
        total = 0
        for v in x:
            total += k * v
        s = s + total
        total1 = 0
        for k1 in x:
            total1 += k1 * k1
        steps.append((s, total1))
        s = s * total1
    cache = (x, k, steps)
    return s, cache


def in_turns_backward(ds, cache):
    """Backward pass of in_turns: dx (N,) and dk, from ds."""
    x, k, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dk = 0.0
    for s, total1 in reversed(steps):
        # backprop s = s * total1
        dtotal1 = s * ds
        ds = total1 * ds
        for i1 in reversed(range(len(x))):
            k1 = x[i1]
            # backprop total1 += k1 * k1
            dk1 = (2 * k1) * dtotal1
            dx[i1] += dk1
        # backprop s = s + total
        dtotal = ds
        for i in reversed(range(len(x))):
            v = x[i]
            # backprop total += k * v
            dk += v * dtotal
            dv = k * dtotal
            dx[i] += dv
    return dx, dk


def inside_another_forward(x: "N", k: float):
    """Forward pass of inside_another: out and the cache (references, not copies)."""
    y = []
    for v in x:
        total = 0
        for k1 in x:
            total += k1 * v
        y.append(total)
    z = []
    for v1 in y:
        z.append(v1 * k)
    out = sum(z)
    cache = (x, k, y, z)
    return out, cache


def inside_another_backward(dout, cache):
    """Backward pass of inside_another: dx (N,) and dk, from dout."""
    x, k, y, z = cache
    # backprop out = sum(z)
    dz = [dout] * len(z)
    dk = 0.0
    dy = [None] * len(y)
    for i2 in reversed(range(len(y))):
        v1 = y[i2]
        # backprop z.append(v1 * k)
        dz_last = dz.pop()
        dv1 = k * dz_last
        dk += v1 * dz_last
        dy[i2] = dv1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        v = x[i]
        # backprop y.append(total)
        dtotal = dy.pop()
        dv = 0.0
        for i1 in reversed(range(len(x))):
            k1 = x[i1]
            # backprop total += k1 * v
            dk1 = v * dtotal
            dv += k1 * dtotal
            dx[i1] += dk1
        dx[i] += dv
    return dx, dk


def in_a_product_forward(x: "N", k: float):
    """Forward pass of in_a_product: out and the cache (references, not copies)."""
    y = []
    steps = []
    for v in x:
        items = []
        for k1 in x:
            items.append(k1)
        sum_items = sum(items)
        v_times_sum_items = v * sum_items
        y.append(v_times_sum_items)
        steps.append((items, sum_items))
    items1 = []
    for v1 in y:
        items1.append(k * v1)
    out = sum(items1)
    cache = (x, k, steps, y, items1)
    return out, cache


def in_a_product_backward(dout, cache):
    """Backward pass of in_a_product: dx (N,) and dk, from dout."""
    x, k, steps, y, items1 = cache
    # backprop out = sum(items1)
    ditems1 = [unbroadcast(1 * dout, item) for item in items1]
    dk = 0.0
    dy = zeros_of(y)
    for i2 in reversed(range(len(y))):
        v1 = y[i2]
        # backprop items1.append(k * v1)
        ditems1_last = ditems1.pop()
        dk += np.sum(v1 * ditems1_last)
        dv1 = k * ditems1_last
        dy[i2] += dv1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        items, sum_items = steps[i]
        v = x[i]
        # backprop y.append(v_times_sum_items)
        dv_times_sum_items = np.sum(dy.pop())
        # backprop v_times_sum_items = v * sum_items
        dv = sum_items * dv_times_sum_items
        dsum_items = v * dv_times_sum_items
        # backprop sum_items = sum(items)
        ditems = zeros_of(items)
        ditems = [(item1 + dsum_items) for item1 in ditems]
        for i1 in reversed(range(len(x))):
            # backprop items.append(k1)
            dk1 = ditems.pop()
            dx[i1] += dk1
        dx[i] += dv
    return dx, dk


def rows_forward(x: "N", k: float):
    """Forward pass of rows: out and the cache (references, not copies)."""
    r = []
    for v in x:
        items = []
        for k1 in x:
            items.append(k1 * v)
        r.append(items)
    t = []
    for row in r:
        t.append(k * row[0])
    out = sum(t)
    cache = (x, k, r, t)
    return out, cache


def rows_backward(dout, cache):
    """Backward pass of rows: dx (N,) and dk, from dout."""
    x, k, r, t = cache
    # backprop out = sum(t)
    dt = [dout] * len(t)
    dk = 0.0
    dr = [None] * len(r)
    for i2 in reversed(range(len(r))):
        row = r[i2]
        # backprop t.append(k * row[0])
        dt_last = dt.pop()
        dk += row[0] * dt_last
        drow = [0.0] * len(row)
        drow[0] = k * dt_last
        dr[i2] = drow
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        v = x[i]
        # backprop r.append(items)
        ditems = list(dr.pop())
        dv = 0.0
        for i1 in reversed(range(len(x))):
            k1 = x[i1]
            # backprop items.append(k1 * v)
            ditems_last = ditems.pop()
            dk1 = v * ditems_last
            dv += k1 * ditems_last
            dx[i1] += dk1
        dx[i] += dv
    return dx, dk


def of_maxima_forward(x: "N", k: float):
    """Forward pass of of_maxima: out and the cache (references, not copies)."""
    items = []
    for v in x:
        items.append(k * v)
    largest = items.index(max(items))
    m = items[largest]
    items1 = []
    for k1 in x:
        items1.append(k1)
    largest1 = items1.index(max(items1))
    n = items1[largest1]
    total = 0
    for v1 in x:
        total += k * v1
    out = m * n + total
    cache = (x, k, items, largest, m, items1, largest1, n)
    return out, cache


def of_maxima_backward(dout, cache):
    """Backward pass of of_maxima: dx (N,) and dk, from dout."""
    x, k, items, largest, m, items1, largest1, n = cache
    # backprop out = m * n + total
    dm = n * dout
    dn = m * dout
    dtotal = dout
    dk = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i2 in reversed(range(len(x))):
        v1 = x[i2]
        # backprop total += k * v1
        dk += v1 * dtotal
        dv1 = k * dtotal
        dx[i2] = dv1
    # backprop n = items1[largest1]
    ditems1 = zeros_of(items1)
    ditems1[largest1] = dn
    for i1 in reversed(range(len(x))):
        # backprop items1.append(k1)
        dk1 = ditems1.pop()
        dx[i1] += dk1
    # backprop m = items[largest]
    ditems = zeros_of(items)
    ditems[largest] = dm
    for i in reversed(range(len(x))):
        v = x[i]
        # backprop items.append(k * v)
        ditems_last = ditems.pop()
        dk += v * ditems_last
        dv = k * ditems_last
        dx[i] += dv
    return dx, dk


def with_a_test_forward(x: "N", k: float):
    """Forward pass of with_a_test: total and the cache (references, not copies)."""
    y = []
    for k1 in x:
        if k1 > 0.5:
            y.append(k1)
    total = 0
    for v in y:
        total += k * v
    cache = (x, k, y)
    return total, cache


def with_a_test_backward(dtotal, cache):
    """Backward pass of with_a_test: dx (N,) and dk, from dtotal."""
    x, k, y = cache
    dk = 0.0
    dy = [None] * len(y)
    for i1 in reversed(range(len(y))):
        v = y[i1]
        # backprop total += k * v
        dk += v * dtotal
        dv = k * dtotal
        dy[i1] = dv
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        k1 = x[i]
        dk1 = 0.0
        if k1 > 0.5:
            # backprop y.append(k1)
            dk1 = dy.pop()
        dx[i] = dk1
    return dx, dk


def nested_forward(x: "N", k: float):
    """Forward pass of nested: total and the cache (references, not copies)."""
    y = []
    items = []
    for k1 in x:
        items.append(k1)
    y.append(items)
    row = x * 2
    items = []
    for k1 in row:
        items.append(k1)
    y.append(items)
    total = 0
    for r in y:
        total += k * r[0]
    cache = (x, k, row, y)
    return total, cache


def nested_backward(dtotal, cache):
    """Backward pass of nested: dx (N,) and dk, from dtotal."""
    x, k, row, y = cache
    dk = 0.0
    dy = [None] * len(y)
    for i2 in reversed(range(len(y))):
        r = y[i2]
        # backprop total += k * r[0]
        dk += r[0] * dtotal
        dr = [0.0] * len(r)
        dr[0] = k * dtotal
        dy[i2] = dr
    # backprop y.append(items)
    ditems = list(dy.pop())
    drow = np.zeros_like(row, dtype=np.result_type(row, 1.0))
    for i1 in reversed(range(len(row))):
        # backprop items.append(k1)
        dk1 = ditems.pop()
        drow[i1] = dk1
    # backprop row = x * 2
    dx = 2 * drow
    # backprop y.append(items)
    ditems = list(dy.pop())
    for i in reversed(range(len(x))):
        # backprop items.append(k1)
        dk1 = ditems.pop()
        dx[i] += dk1
    return dx, dk


def arrays_forward(x: "N", k: float):
    """Forward pass of arrays: out and the cache (references, not copies)."""
    items = []
    for k1 in x:
        items.append(k1 * 2)
    y = np.array(items)
    items1 = []
    for v in y:
        k_times_v = k * v
        items1.append(k_times_v)
    z = np.array(items1)
    out = z @ z
    cache = (x, k, y, z)
    return out, cache


def arrays_backward(dout, cache):
    """Backward pass of arrays: dx (N,) and dk, from dout."""
    x, k, y, z = cache
    # backprop out = z @ z
    dz = matmul_dx(dout, z, z)
    dz += matmul_dy(dout, z, z)
    # backprop z = np.array(items1)
    ditems1 = list(dz)
    dk = 0.0
    dy = np.zeros_like(y, dtype=np.result_type(y, 1.0))
    for i1 in reversed(range(len(y))):
        v = y[i1]
        # backprop items1.append(k_times_v)
        dk_times_v = np.sum(ditems1.pop())
        # backprop k_times_v = k * v
        dk += v * dk_times_v
        dv = k * dk_times_v
        dy[i1] = dv
    # backprop y = np.array(items)
    ditems = list(dy)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        # backprop items.append(k1 * 2)
        dk1 = 2 * ditems.pop()
        dx[i] = dk1
    return dx, dk


def added_to_lists_forward(x: "N", k: float):
    """Forward pass of added_to_lists: total and the cache (references, not copies)."""
    y = []
    for k1 in x:
        y.append(k1)
    for k2 in x:
        y.append(k2 * 2)
    total = 0
    for v in y:
        total += k * v
    cache = (x, k, y)
    return total, cache


def added_to_lists_backward(dtotal, cache):
    """Backward pass of added_to_lists: dx (N,) and dk, from dtotal."""
    x, k, y = cache
    dk = 0.0
    dy = [None] * len(y)
    for i2 in reversed(range(len(y))):
        v = y[i2]
        # backprop total += k * v
        dk += v * dtotal
        dv = k * dtotal
        dy[i2] = dv
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        # backprop y.append(k2 * 2)
        dk2 = 2 * dy.pop()
        dx[i1] = dk2
    for i in reversed(range(len(x))):
        # backprop y.append(k1)
        dk1 = dy.pop()
        dx[i] += dk1
    return dx, dk


def given_to_a_function_forward(x: "N", k: float):
    """Forward pass of given_to_a_function.

    Gives out and the cache (references, not copies).
    """
    v1 = []
    for k1 in x:
        v1.append(k1)
    v2 = []
    for v in x:
        v2.append(v)
    total = 0
    for u in v1:
        total += k * u
    total1 = 0
    for u1 in v2:
        total1 += k * u1
    out = total * total1
    cache = (x, k, v1, v2, total, total1)
    return out, cache


def given_to_a_function_backward(dout, cache):
    """Backward pass of given_to_a_function: dx (N,) and dk, from dout."""
    x, k, v1, v2, total, total1 = cache
    # backprop out = total * total1
    dtotal = total1 * dout
    dtotal1 = total * dout
    dk = 0.0
    dv2 = [None] * len(v2)
    for i3 in reversed(range(len(v2))):
        u1 = v2[i3]
        # backprop total1 += k * u1
        dk += u1 * dtotal1
        du1 = k * dtotal1
        dv2[i3] = du1
    dv1 = [None] * len(v1)
    for i2 in reversed(range(len(v1))):
        u = v1[i2]
        # backprop total += k * u
        dk += u * dtotal
        du = k * dtotal
        dv1[i2] = du
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        # backprop v2.append(v)
        dv = dv2.pop()
        dx[i1] = dv
    for i in reversed(range(len(x))):
        # backprop v1.append(k1)
        dk1 = dv1.pop()
        dx[i] += dk1
    return dx, dk


def written_into_forward(x: "N", k: float):
    """Forward pass of written_into: total and the cache (references, not copies)."""
    y = []
    for x1 in x:
        y.append(x1)
    y_0 = y[0]
    y[0] = y_0 * k
    total = 0
    for x2, y1 in zip(x, y):
        x2_times_y1 = x2 * y1
        total += x2_times_y1
    cache = (x, k, y_0, y)
    return total, cache


def written_into_backward(dtotal, cache):
    """Backward pass of written_into: dx (N,) and dk, from dtotal."""
    x, k, y_0, y = cache
    dy = [0.0] * len(y)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(min(len(x), len(y)))):
        x2 = x[i1]
        y1 = y[i1]
        # backprop total += x2_times_y1
        dx2_times_y1 = np.sum(dtotal)
        # backprop x2_times_y1 = x2 * y1
        dx2 = y1 * dx2_times_y1
        dy1 = x2 * dx2_times_y1
        dy[i1] = dy1
        dx[i1] = dx2
    # backprop y[0] = y_0 * k
    dy_0 = k * dy[0]
    dk = y_0 * dy[0]
    # backprop y_0 = y[0]
    dy[0] = dy_0
    for i in reversed(range(len(x))):
        # backprop y.append(x1)
        dx1 = dy.pop()
        dx[i] += dx1
    return dx, dk


def counted_forward(x: "N", k: float):
    """Forward pass of counted: out and the cache (references, not copies)."""
    items = []
    for k1 in x:
        if k1 > 0.5:
            items.append(k1)
    n = len(items)
    total = 0
    for v in x:
        total += k * v
    out = total * n
    cache = (x, k, items, n)
    return out, cache


def counted_backward(dout, cache):
    """Backward pass of counted: dx (N,) and dk, from dout."""
    x, k, items, n = cache
    # backprop out = total * n
    dtotal = n * dout
    dk = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        v = x[i1]
        # backprop total += k * v
        dk += v * dtotal
        dv = k * dtotal
        dx[i1] = dv
    ditems = zeros_of(items)
    for i in reversed(range(len(x))):
        k1 = x[i]
        dk1 = 0.0
        if k1 > 0.5:
            # backprop items.append(k1)
            dk1 = ditems.pop()
        dx[i] += dk1
    return dx, dk


def by_a_key_forward(x: "N", k: float):
    """Forward pass of by_a_key: out and the cache (references, not copies)."""
    items = []
    for k1 in x:
        items.append(k1)
    smallest = min(range(len(items)), key=lambda i: items[i] * items[i])
    y = items[smallest]
    items1 = []
    for v1 in x:
        items1.append(k * v1)
    sum_items1 = sum(items1)
    out = y * sum_items1
    cache = (x, k, items, smallest, y, items1, sum_items1)
    return out, cache


def by_a_key_backward(dout, cache):
    """Backward pass of by_a_key: dx (N,) and dk, from dout."""
    x, k, items, smallest, y, items1, sum_items1 = cache
    # backprop out = y * sum_items1
    dy = sum_items1 * dout
    dsum_items1 = y * dout
    # backprop sum_items1 = sum(items1)
    ditems1 = [dsum_items1] * len(items1)
    dk = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i2 in reversed(range(len(x))):
        v1 = x[i2]
        # backprop items1.append(k * v1)
        ditems1_last = ditems1.pop()
        dk += v1 * ditems1_last
        dv1 = k * ditems1_last
        dx[i2] = dv1
    # backprop y = items[smallest]
    ditems = zeros_of(items)
    ditems[smallest] = dy
    for i1 in reversed(range(len(x))):
        # backprop items.append(k1)
        dk1 = ditems.pop()
        dx[i1] += dk1
    return dx, dk


def pairs_forward(x: "N", k: float):
    """Forward pass of pairs: total and the cache (references, not copies)."""
    rows = []
    for k1, v in enumerate(x):
        rows.append((k1, v))
    total = 0
    for _, v1 in rows:
        total += k * v1
    cache = (x, k, rows)
    return total, cache


def pairs_backward(dtotal, cache):
    """Backward pass of pairs: dx (N,) and dk, from dtotal."""
    x, k, rows = cache
    dk = 0.0
    drows = [None] * len(rows)
    for i in reversed(range(len(rows))):
        _, v1 = rows[i]
        # backprop total += k * v1
        dk += v1 * dtotal
        dv1 = k * dtotal
        d_ = 0.0
        drows[i] = d_, dv1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k1 in reversed(range(len(x))):
        # backprop rows.append((k1, v))
        dv = drows.pop()[1]
        dx[k1] = dv
    return dx, dk


def two_loops_forward(x: "N", k: float):
    """Forward pass of two_loops: out and the cache (references, not copies)."""
    t = 0
    steps = []
    for k1 in x:
        steps1 = []
        for v in x:
            k1_plus_v = k1 + v
            t += k1 * k1_plus_v
            steps1.append(k1_plus_v)
        steps.append(steps1)
    total = 0
    for v1 in x:
        total += k * v1
    out = t * total
    cache = (x, k, steps, t, total)
    return out, cache


def two_loops_backward(dout, cache):
    """Backward pass of two_loops: dx (N,) and dk, from dout."""
    x, k, steps, t, total = cache
    # backprop out = t * total
    dt = total * dout
    dtotal = t * dout
    dk = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i2 in reversed(range(len(x))):
        v1 = x[i2]
        # backprop total += k * v1
        dk += v1 * dtotal
        dv1 = k * dtotal
        dx[i2] = dv1
    for i in reversed(range(len(x))):
        steps1 = steps[i]
        k1 = x[i]
        dk1 = 0.0
        for i1 in reversed(range(len(x))):
            k1_plus_v = steps1[i1]
            # backprop t += k1 * k1_plus_v
            dk1 += k1_plus_v * dt
            dk1_plus_v = k1 * dt
            # backprop k1_plus_v = k1 + v
            dk1 += dk1_plus_v
            dv = dk1_plus_v
            dx[i1] += dv
        dx[i] += dk1
    return dx, dk
