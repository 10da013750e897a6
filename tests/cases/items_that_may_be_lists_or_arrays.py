# names matter: the counter of a loop is called beside those of the user
# arguments reused: layers=[(np.array([[0.3, 0.1], [0.2, 0.4]]), np.array([1.0, 0.2])), (np.array([[0.2, 0.1], [0.5, 0.2]]), np.array([0.3, 1.0]))], x=(2,)
# arguments records: shots=[{"x": 0.3, "y": 1.2}, {"x": -0.4, "y": 0.1}]
# arguments rows_joined: rows=[[2.0, 1.2], [2.5, 0.3], [0.4, 0.1]]
# arguments by_two_names: rows=[[2.0, 1.2], [2.5, 0.3], [0.4, 0.1]], n=1
# arguments beside_a_place: rows=[[1, 2.5], [0, 1.5]], x=(3,), n=1
# arguments gone_over: p={"w": np.array([0.4, 1.2]), "b": np.array([0.3, 0.1])}, x=(2,)
# arguments rows_exchanged: rows=[[2.0, 1.2], [2.5, 0.3]]
# arguments given_to_a_function: rows=[[2.0, 1.2], [2.5, 0.3], [0.4, 0.1]]
# first order only reused: gradients on items that may be lists are added
# first order only records: gradients on items that may be lists are added
# first order only rows_joined: gradients on items that may be lists are added
# first order only by_two_names: gradients on items that may be lists are added
# first order only gone_over: gradients on items that may be lists are added
# first order only rows_exchanged: gradients on items that may be lists are added
# first order only given_to_a_function: gradients on items that may be lists are added
import numpy as np


def reused(layers: list, x: "D"):
    for W, b in layers:
        x = np.tanh(x @ W + b)
    penalty = 0.0
    for W, _ in layers:
        penalty += np.sum(W**2)
    return np.sum(x) + penalty


def records(shots: list):
    best = shots[0]
    for shot in shots:
        if shot["x"] > best["x"]:
            best = shot
    xs = [shot["x"] for shot in shots]
    return best["y"] * sum(xs)


def rows_joined(rows: list):
    first = [rows[0]] + rows[1:]
    both = first + rows
    return both[0][0] * both[3][1] * both[-1][0]


def by_two_names(rows, n: int):
    row = rows[n]
    total = 0.0
    for entry in row:
        total = np.sin(total) + entry
    return total * rows[0][0]


def beside_a_place(rows, x: "N", n: int):
    row = rows[n]
    return row[1] * np.sin(x[row[0]])


def weighted(p, x):
    return np.sum(p["w"] * x)


def gone_over(p: dict[str, np.ndarray], x: "N"):
    t = weighted(p, x)
    for v in p.values():
        t = t + np.sum(v**2)
    return t, p


def rows_exchanged(rows: list):
    own = [list(row) for row in rows]
    own[0], own[1] = own[1], own[0]
    return own[0][0] * own[1][1]


def product(row):
    return row[0] * row[1]


def given_to_a_function(rows: list):
    turned = []
    for i in (2, 0, 1):
        turned.append(rows[i])
    return product(turned[0]) + product(rows[0])


# output
"""Forward and backward passes of items_that_may_be_lists_or_arrays.py: do not edit.

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


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if isinstance(x, np.ndarray):
        return np.array(items)
    return items if x is None or isinstance(x, list) else tuple(items)


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


def reused_forward(layers: list, x: "D"):
    """Forward pass of reused: out and the cache (references, not copies)."""
    steps = []
    for W, b in layers:
        x_before = x
        x_at_W = x @ W
        tanh_in = x_at_W + b
        x = np.tanh(tanh_in)
        steps.append((x_before, x_at_W, x))
    penalty = 0.0
    for W, _ in layers:
        penalty += np.sum(W**2)
    out = np.sum(x) + penalty
    cache = (layers, steps, x)
    return out, cache


def reused_backward(dout, cache):
    """Backward pass of reused: dlayers and dx, from dout."""
    layers, steps, x = cache
    # backprop out = np.sum(x) + penalty
    dx = np.ones_like(x) * dout
    dpenalty = dout
    dlayers = [None] * len(layers)
    for i1 in reversed(range(len(layers))):
        W, _ = layers[i1]
        # backprop penalty += np.sum(W**2)
        dW = (2 * W) * dpenalty
        d_ = zeros_of(_)
        dlayers[i1] = in_form_of(layers[i1], [dW, d_])
    for i in reversed(range(len(layers))):
        x_before, x_at_W, x = steps[i]
        W, b = layers[i]
        # backprop x = np.tanh(tanh_in)
        dtanh_in = (1 - x**2) * dx
        # backprop tanh_in = x_at_W + b
        dx_at_W = unbroadcast(dtanh_in, x_at_W)
        db = unbroadcast(dtanh_in, b)
        # backprop x_at_W = x @ W
        dx = matmul_dx(dx_at_W, x_before, W)
        dW = matmul_dy(dx_at_W, x_before, W)
        dlayers[i] = added(dlayers[i], in_form_of(layers[i], [dW, db]))
    return dlayers, dx


def records_forward(shots: list):
    """Forward pass of records: out and the cache (references, not copies)."""
    best = shots[0]
    steps = []
    for shot in shots:
        best_before = best
        x_gt_x = shot["x"] > best["x"]
        if x_gt_x:
            best = shot
        steps.append((best_before, x_gt_x))
    xs = []
    for shot1 in shots:
        xs.append(shot1["x"])
    sum_xs = sum(xs)
    out = best["y"] * sum_xs
    cache = (shots, steps, best, xs, sum_xs)
    return out, cache


def records_backward(dout, cache):
    """Backward pass of records: dshots, from dout."""
    shots, steps, best, xs, sum_xs = cache
    # backprop out = best["y"] * sum_xs
    dbest = zeros_of(best)
    dbest["y"] = unbroadcast(sum_xs * dout, best["y"])
    dsum_xs = unbroadcast(best["y"] * dout, sum_xs)
    # backprop sum_xs = sum(xs)
    dxs = [unbroadcast(1 * dsum_xs, item) for item in xs]
    dshots = [None] * len(shots)
    for i1 in reversed(range(len(shots))):
        shot1 = shots[i1]
        # backprop xs.append(shot1["x"])
        dshot1 = zeros_of(shot1)
        dshot1["x"] += dxs.pop()
        dshots[i1] = dshot1
    for i in reversed(range(len(shots))):
        best_before, x_gt_x = steps[i]
        shot = shots[i]
        dshot = zeros_of(shot)
        if x_gt_x:
            # backprop best = shot
            dshot = dbest
            dbest = zeros_of(best_before)
        dshots[i] = added(dshots[i], dshot)
    # backprop best = shots[0]
    dshots[0] = added(dshots[0], dbest)
    return dshots


def rows_joined_forward(rows: list):
    """Forward pass of rows_joined: out and the cache (references, not copies)."""
    first = [rows[0]] + rows[1:]
    both = first + rows
    both_0_0_times_both_3_1 = both[0][0] * both[3][1]
    out = both_0_0_times_both_3_1 * both[-1][0]
    cache = (first, both, both_0_0_times_both_3_1)
    return out, cache


def rows_joined_backward(dout, cache):
    """Backward pass of rows_joined: drows, from dout."""
    first, both, both_0_0_times_both_3_1 = cache
    # backprop out = both_0_0_times_both_3_1 * both[-1][0]
    dboth_0_0_times_both_3_1 = unbroadcast(both[-1][0] * dout, both_0_0_times_both_3_1)
    dboth = zeros_of(both)
    dboth[-1][0] += unbroadcast(both_0_0_times_both_3_1 * dout, both[-1][0])
    # backprop both_0_0_times_both_3_1 = both[0][0] * both[3][1]
    dboth[0][0] += unbroadcast(both[3][1] * dboth_0_0_times_both_3_1, both[0][0])
    dboth[3][1] += unbroadcast(both[0][0] * dboth_0_0_times_both_3_1, both[3][1])
    # backprop both = first + rows
    dfirst = dboth[: len(first)]
    drows = copy_of(dboth[len(first) :])
    # backprop first = [rows[0]] + rows[1:]
    drows[0] = added(drows[0], dfirst[0])
    drows[1:] = added(drows[1:], dfirst[1:])
    return drows


def by_two_names_forward(rows, n: int):
    """Forward pass of by_two_names: out and the cache (references, not copies)."""
    row = rows[n]
    total = 0.0
    total_before = []
    for entry in row:
        total_before.append(total)
        total = np.sin(total) + entry
    out = total * rows[0][0]
    cache = (rows, n, row, total_before, total)
    return out, cache


def by_two_names_backward(dout, cache):
    """Backward pass of by_two_names: drows, from dout."""
    rows, n, row, total_before, total = cache
    # backprop out = total * rows[0][0]
    dtotal = unbroadcast(rows[0][0] * dout, total)
    drows = zeros_of(rows)
    drows[0][0] += unbroadcast(total * dout, rows[0][0])
    drow = zeros_of(row)
    for i in reversed(range(len(row))):
        total = total_before[i]
        entry = row[i]
        # backprop total = np.sin(total) + entry
        dentry = unbroadcast(dtotal, entry)
        dtotal = unbroadcast(np.cos(total) * dtotal, total)
        drow[i] += dentry
    # backprop row = rows[n]
    drows[n] = added(drows[n], drow)
    return drows


def beside_a_place_forward(rows, x: "N", n: int):
    """Forward pass of beside_a_place: out and the cache (references, not copies)."""
    row = rows[n]
    x_part = x[row[0]]
    sin_x_part = np.sin(x_part)
    out = row[1] * sin_x_part
    cache = (rows, x, n, row, x_part, sin_x_part)
    return out, cache


def beside_a_place_backward(dout, cache):
    """Backward pass of beside_a_place: drows and dx (N,), from dout."""
    rows, x, n, row, x_part, sin_x_part = cache
    # backprop out = row[1] * sin_x_part
    drow = zeros_of(row)
    drow[1] = unbroadcast(sin_x_part * dout, row[1])
    dsin_x_part = unbroadcast(row[1] * dout, sin_x_part)
    # backprop sin_x_part = np.sin(x_part)
    dx_part = np.cos(x_part) * dsin_x_part
    # backprop x_part = x[row[0]]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    np.add.at(dx, row[0], dx_part)
    # backprop row = rows[n]
    drows = zeros_of(rows)
    drows[n] = added(drows[n], drow)
    return drows, dx


def weighted_forward(p, x):
    """Forward pass of weighted: out and the cache (references, not copies)."""
    sum_in = p["w"] * x
    out = np.sum(sum_in)
    cache = (p, x, sum_in)
    return out, cache


def weighted_backward(dout, cache):
    """Backward pass of weighted: dp and dx, from dout."""
    p, x, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = p["w"] * x
    dp = {"w": unbroadcast(x * dsum_in, p["w"])}
    dx = unbroadcast(p["w"] * dsum_in, x)
    return dp, dx


def gone_over_forward(p: dict[str, np.ndarray], x: "N"):
    """Forward pass of gone_over: t, p and the cache (references, not copies)."""
    t, weighted_cache = weighted_forward(p, x)
    keys = list(p)
    p_values = [p[key] for key in keys]
    for v in p_values:
        t = t + np.sum(v**2)
    cache = (weighted_cache, keys, p_values)
    return t, p, cache


def gone_over_backward(dt, dp, cache):
    """Backward pass of gone_over: dp and dx (N,), from dt and dp."""
    weighted_cache, keys, p_values = cache
    dp_values = zeros_of(p_values)
    for i in reversed(range(len(p_values))):
        v = p_values[i]
        # backprop t = t + np.sum(v**2)
        dv = (2 * v) * dt
        dp_values[i] += dv
    # backprop p_values = [p[key] for key in keys]
    dp = added(dp, dict(zip(keys, dp_values)))
    # backprop t = weighted(p, x)
    dp_weighted, dx = weighted_backward(dt, weighted_cache)
    dw = dp_weighted["w"]
    dw += dp["w"]
    dp = {**copy_of(dp), "w": dw}
    return dp, dx


def rows_exchanged_forward(rows: list):
    """Forward pass of rows_exchanged: out and the cache (references, not copies)."""
    rows_before = copy_of(rows)
    own = []
    for row in rows:
        items = []
        for item in row:
            items.append(item)
        own.append(items)
    swapped = own[1]
    swapped1 = own[0]
    own[0] = swapped
    own_1 = copy_of(own[1])
    own[1] = swapped1
    out = own[0][0] * own[1][1]
    cache = (rows_before, own_1, own)
    return out, cache


def rows_exchanged_backward(dout, cache):
    """Backward pass of rows_exchanged: drows, from dout."""
    rows_before, own_1, own = cache
    # backprop out = own[0][0] * own[1][1]
    down = zeros_of(own)
    down[0][0] += unbroadcast(own[1][1] * dout, own[0][0])
    down[1][1] += unbroadcast(own[0][0] * dout, own[1][1])
    # backprop own[1] = swapped1
    dswapped1 = copy_of(down[1])
    down[1] = zeros_of(own_1)
    # backprop own[0] = swapped
    dswapped = copy_of(down[0])
    # backprop swapped1 = own[0]
    down[0] = dswapped1
    # backprop swapped = own[1]
    down[1] = added(down[1], dswapped)
    drows = [None] * len(rows_before)
    for i in reversed(range(len(rows_before))):
        row_before = rows_before[i]
        # backprop own.append(items)
        ditems = list(down.pop())
        drow = zeros_of(row_before)
        for i1 in reversed(range(len(row_before))):
            # backprop items.append(item)
            ditem = ditems.pop()
            drow[i1] += ditem
        drows[i] = drow
    return drows


def product_forward(row):
    """Forward pass of product: out and the cache (references, not copies)."""
    out = row[0] * row[1]
    cache = (row,)
    return out, cache


def product_backward(dout, cache):
    """Backward pass of product: drow, from dout."""
    (row,) = cache
    # backprop out = row[0] * row[1]
    drow = zeros_of(row)
    drow[0] = unbroadcast(row[1] * dout, row[0])
    drow[1] += unbroadcast(row[0] * dout, row[1])
    return drow


def given_to_a_function_forward(rows: list):
    """Forward pass of given_to_a_function.

    Gives out and the cache (references, not copies).
    """
    turned = []
    for i in (2, 0, 1):
        turned.append(rows[i])
    turned_0 = turned[0]
    product_turned_0, product_cache = product_forward(turned_0)
    rows_0 = rows[0]
    product_rows_0, product_rows_0_cache = product_forward(rows_0)
    out = product_turned_0 + product_rows_0
    cache = (
        rows,
        turned,
        product_turned_0,
        product_cache,
        product_rows_0,
        product_rows_0_cache,
    )
    return out, cache


def given_to_a_function_backward(dout, cache):
    """Backward pass of given_to_a_function: drows, from dout."""
    (
        rows,
        turned,
        product_turned_0,
        product_cache,
        product_rows_0,
        product_rows_0_cache,
    ) = cache
    # backprop out = product_turned_0 + product_rows_0
    dproduct_turned_0 = unbroadcast(dout, product_turned_0)
    dproduct_rows_0 = unbroadcast(dout, product_rows_0)
    # backprop product_rows_0 = product(rows_0)
    drows_0 = product_backward(dproduct_rows_0, product_rows_0_cache)
    # backprop rows_0 = rows[0]
    drows = zeros_of(rows)
    drows[0] = added(drows[0], drows_0)
    # backprop product_turned_0 = product(turned_0)
    dturned_0 = product_backward(dproduct_turned_0, product_cache)
    # backprop turned_0 = turned[0]
    dturned = zeros_of(turned)
    dturned[0] = added(dturned[0], dturned_0)
    for i in reversed((2, 0, 1)):
        # backprop turned.append(rows[i])
        drows[i] = added(drows[i], dturned.pop())
    return drows
