# arguments stepped: ws=[(2,), (3,)], gs=[(2,), (3,)], vs=[(2,), (3,)], lr=0.1
# arguments clipped: gs=[(2,), (3,)], most=0.5
# arguments chained: xs=[(2,), (2,), (2,)]
# arguments entries: ws=[(2,), (2,)]
# arguments put_back: rows=[(2,), (2,)]
# arguments made: x=(3,)
# arguments grown: x=(3,), n=2
import numpy as np


def stepped(ws: list[np.ndarray], gs: list[np.ndarray], vs: list[np.ndarray], lr: float):
    for w, g, v in zip(ws, gs, vs):
        v *= 0.9
        v += g * w
        w -= lr * v


def clipped(gs: list[np.ndarray], most: float):
    size = np.sqrt(sum(np.sum(g * g) for g in gs))
    if size > most:
        for g in gs:
            g *= most / size


def chained(xs: list[np.ndarray]):
    before = xs[0]
    for x in xs[1:]:
        x *= before
        before = x
    return xs[-1]


def entries(ws: list[np.ndarray]):
    for w in ws:
        for k, x in enumerate(w):
            w[k] = x * w[0]


def put_back(rows: list[np.ndarray]):
    for i, row in enumerate(rows):
        row /= np.sum(row)
        rows[i] = row * row
    return rows[0] * rows[1]


def made(x: "3"):
    rows = [x * (k + 1) for k in range(2)]
    for row in rows:
        row *= x
        row[0] = row[1] * row[2]
    return rows[0] * rows[1]


def grown(x: "3", n: int):
    rows = [x * 1.0]
    for _ in range(n):
        row = rows[-1]
        row *= 0.5
        rows.append(row * x)
    return rows[0] * rows[-1]


# output
"""Forward and backward passes of arrays_in_lists_written_into_by_name.py: do not edit.

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


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


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


def stepped_forward(
    ws: list[np.ndarray], gs: list[np.ndarray], vs: list[np.ndarray], lr: float
):
    """Forward pass of stepped: the cache (references, not copies)."""
    if overlap(vs, ws):
        raise ValueError("stepped: values in vs and ws overlap")
    if overlap(vs, gs):
        raise ValueError("stepped: values in vs and gs overlap")
    if overlap(ws, gs):
        raise ValueError("stepped: values in ws and gs overlap")
    steps = []
    min_len_ws = min(len(ws), len(gs), len(vs))
    for i in range(min_len_ws):
        vs[i] *= 0.9
        ws_i = copy_of(ws[i])
        gs_i_times_ws_i = gs[i] * ws_i
        vs[i] += gs_i_times_ws_i
        ws_vs_i = copy_of(vs[i])
        lr_times_vs_i = lr * ws_vs_i
        ws[i] -= lr_times_vs_i
        steps.append((ws_i, gs_i_times_ws_i, ws_vs_i, lr_times_vs_i))
    cache = (gs, lr, steps, min_len_ws)
    return cache


def stepped_backward(dws, dvs, cache):
    """Backward pass of stepped: dws, dgs, dvs and dlr, from dws and dvs."""
    gs, lr, steps, min_len_ws = cache
    dlr = 0.0
    dgs = zeros_of(gs)
    dvs = copy_of(dvs)
    dws = copy_of(dws)
    for i in reversed(range(min_len_ws)):
        ws_i, gs_i_times_ws_i, ws_vs_i, lr_times_vs_i = steps[i]
        # backprop ws[i] -= lr_times_vs_i
        dlr_times_vs_i = unbroadcast(-dws[i], lr_times_vs_i)
        # backprop lr_times_vs_i = lr * ws_vs_i
        dlr += np.sum(ws_vs_i * dlr_times_vs_i)
        dws_vs_i = lr * dlr_times_vs_i
        # backprop ws_vs_i = copy_of(vs[i])
        dvs[i] += dws_vs_i
        # backprop vs[i] += gs_i_times_ws_i
        dgs_i_times_ws_i = unbroadcast(dvs[i], gs_i_times_ws_i)
        # backprop gs_i_times_ws_i = gs[i] * ws_i
        dgs[i] += unbroadcast(ws_i * dgs_i_times_ws_i, gs[i])
        dws_i = unbroadcast(gs[i] * dgs_i_times_ws_i, ws_i)
        # backprop ws_i = copy_of(ws[i])
        dws[i] += dws_i
        # backprop vs[i] *= 0.9
        dvs[i] = 0.9 * dvs[i]
    return dws, dgs, dvs, dlr


def clipped_forward(gs: list[np.ndarray], most: float):
    """Forward pass of clipped: the cache (references, not copies)."""
    if overlap(gs):
        raise ValueError("clipped: values in gs overlap")
    gs_before = copy_of(gs)
    total = 0
    for g in gs:
        total += np.sum(g * g)
    size = np.sqrt(total)
    steps = None
    if size > most:
        steps = []
        for i in range(len(gs)):
            gs_i = copy_of(gs[i])
            most_over_size = most / size
            gs[i] *= most_over_size
            steps.append((gs_i, most_over_size))
    cache = (gs_before, most, size, steps)
    return cache


def clipped_backward(dgs, cache):
    """Backward pass of clipped: dgs and dmost, from dgs."""
    gs_before, most, size, steps = cache
    dmost = 0.0
    dsize = 0.0
    if size > most:
        dgs = copy_of(dgs)
        for i in reversed(range(len(gs_before))):
            gs_i, most_over_size = steps[i]
            # backprop gs[i] *= most_over_size
            dgs_i = most_over_size * dgs[i]
            dmost_over_size = np.sum(gs_i * dgs[i])
            # backprop most_over_size = most / size
            dmost += dmost_over_size / size
            dsize += (-most_over_size / size) * dmost_over_size
            # backprop gs_i = copy_of(gs[i])
            dgs[i] = dgs_i
    # backprop size = np.sqrt(total)
    dtotal = dsize / (2 * size)
    dgs = copy_of(dgs)
    for i1 in reversed(range(len(gs_before))):
        g_before = gs_before[i1]
        # backprop total += np.sum(g * g)
        dg = (2 * g_before) * dtotal
        dgs[i1] += dg
    return dgs, dmost


def chained_forward(xs: list[np.ndarray]):
    """Forward pass of chained: out and the cache (references, not copies)."""
    if overlap(xs):
        raise ValueError("chained: values in xs overlap")
    before = xs[0]
    steps = []
    len_xs_part = len(xs[1:])
    for i in range(len_xs_part):
        before_before = copy_of(before)
        xs_part = copy_of(xs[i + 1])
        xs_part_times_before = xs_part * before
        xs[i + 1] *= before
        before = xs[i + 1]
        steps.append((before_before, xs_part, xs_part_times_before))
    out = xs[-1]
    cache = (steps, len_xs_part, before)
    return out, cache


def chained_backward(dout, dxs, cache):
    """Backward pass of chained: dxs, from dout and dxs."""
    steps, len_xs_part, before = cache
    # backprop out = xs[-1]
    dxs = copy_of(dxs)
    dxs[-1] += dout
    dbefore = np.zeros_like(before, dtype=np.result_type(before, 1.0))
    for i in reversed(range(len_xs_part)):
        before_before, xs_part, xs_part_times_before = steps[i]
        # backprop before = xs[i + 1]
        dxs[i + 1] += dbefore
        # backprop xs[i + 1] *= before
        dxs_part_times_before = unbroadcast(dxs[i + 1], xs_part_times_before)
        # backprop xs_part_times_before = xs_part * before
        dxs_part = unbroadcast(before_before * dxs_part_times_before, xs_part)
        dbefore = unbroadcast(xs_part * dxs_part_times_before, before_before)
        # backprop xs_part = copy_of(xs[i + 1])
        dxs[i + 1] = dxs_part
    # backprop before = xs[0]
    dxs[0] += dbefore
    return dxs


def entries_forward(ws: list[np.ndarray]):
    """Forward pass of entries: the cache (references, not copies)."""
    if overlap(ws):
        raise ValueError("entries: values in ws overlap")
    ws_before = copy_of(ws)
    steps = []
    for i in range(len(ws)):
        steps1 = []
        len_ws_i = len(ws[i])
        for k in range(len_ws_i):
            x = ws[i][k]
            x_before = copy_of(x)
            ws_i_0 = copy_of(ws[i][0])
            x_times_ws_i_0 = x * ws_i_0
            ws[i][k] = x_times_ws_i_0
            steps1.append((x_before, ws_i_0, x_times_ws_i_0))
        steps.append((len_ws_i, steps1))
    cache = (ws_before, steps)
    return cache


def entries_backward(dws, cache):
    """Backward pass of entries: dws, from dws."""
    ws_before, steps = cache
    dws = copy_of(dws)
    for i in reversed(range(len(ws_before))):
        len_ws_i, steps1 = steps[i]
        for k in reversed(range(len_ws_i)):
            x_before, ws_i_0, x_times_ws_i_0 = steps1[k]
            # backprop ws[i][k] = x_times_ws_i_0
            dx_times_ws_i_0 = 1 * unbroadcast(dws[i][k], x_times_ws_i_0)
            dws[i][k] = 0.0
            # backprop x_times_ws_i_0 = x * ws_i_0
            dx = unbroadcast(ws_i_0 * dx_times_ws_i_0, x_before)
            dws_i_0 = unbroadcast(x_before * dx_times_ws_i_0, ws_i_0)
            # backprop ws_i_0 = copy_of(ws[i][0])
            dws[i][0] += dws_i_0
            # backprop x = ws[i][k]
            dws[i][k] += dx
    return dws


def put_back_forward(rows: list[np.ndarray]):
    """Forward pass of put_back: out and the cache (references, not copies)."""
    if overlap(rows):
        raise ValueError("put_back: values in rows overlap")
    rows_before = copy_of(rows)
    steps = []
    for i in range(len(rows)):
        sum_rows_i = np.sum(rows[i])
        rows_i_over_sum_rows_i = rows[i] / sum_rows_i
        rows_i_over_sum_rows_i_before = copy_of(rows_i_over_sum_rows_i)
        rows[i] /= sum_rows_i
        rows_i2 = copy_of(rows[i])
        rows[i] = rows_i2 * rows[i]
        steps.append((sum_rows_i, rows_i_over_sum_rows_i_before, rows_i2))
    out = rows[0] * rows[1]
    cache = (rows_before, steps, rows)
    return out, cache


def put_back_backward(dout, drows, cache):
    """Backward pass of put_back: drows, from dout and drows."""
    rows_before, steps, rows = cache
    # backprop out = rows[0] * rows[1]
    drows = copy_of(drows)
    drows[0] += unbroadcast(rows[1] * dout, rows[0])
    drows[1] += unbroadcast(rows[0] * dout, rows[1])
    for i in reversed(range(len(rows_before))):
        sum_rows_i, rows_i_over_sum_rows_i_before, rows_i2 = steps[i]
        # backprop rows[i] = rows_i2 * rows[i]
        drows_i2 = (2 * rows_i2) * drows[i]
        # backprop rows_i2 = copy_of(rows[i])
        drows[i] = drows_i2
        # backprop rows_i_over_sum_rows_i = rows[i] / sum_rows_i
        drows[i] = (
            drows[i] - np.sum(rows_i_over_sum_rows_i_before * drows[i])
        ) / sum_rows_i
    return drows


def made_forward(x: "3"):
    """Forward pass of made: out (3,) and the cache (references, not copies)."""
    rows = []
    for k in range(2):
        rows.append(x * (k + 1))
    rows_before = copy_of(rows)
    steps = []
    for i in range(len(rows)):
        rows_i = rows[i].copy()
        rows[i] *= x
        rows_i_1 = rows[i][1]
        rows_i_2 = rows[i][2]
        rows[i][0] = rows_i_1 * rows_i_2
        steps.append((rows_i, rows_i_1, rows_i_2))
    out = rows[0] * rows[1]
    cache = (x, rows_before, steps, rows)
    return out, cache


def made_backward(dout, cache):
    """Backward pass of made: dx (3,), from dout (3,)."""
    x, rows_before, steps, rows = cache
    # backprop out = rows[0] * rows[1]
    drows = zeros_of(rows)
    drows[0] += rows[1] * dout
    drows[1] += rows[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(rows_before))):
        rows_i, rows_i_1, rows_i_2 = steps[i]
        # backprop rows[i][0] = rows_i_1 * rows_i_2
        drows_i_1 = rows_i_2 * drows[i][0]
        drows_i_2 = rows_i_1 * drows[i][0]
        drows[i][0] = 0.0
        # backprop rows_i_2 = rows[i][2]
        drows[i][2] += drows_i_2
        # backprop rows_i_1 = rows[i][1]
        drows[i][1] += drows_i_1
        # backprop rows[i] *= x
        drows_i = x * drows[i]
        dx += rows_i * drows[i]
        drows[i] = np.zeros_like(drows[i])
        # backprop rows_i = rows[i].copy()
        drows[i] += drows_i
    for k in reversed(range(2)):
        # backprop rows.append(x * (k + 1))
        dx += (k + 1) * drows.pop()
    return dx


def grown_forward(x: "3", n: int):
    """Forward pass of grown: out (3,) and the cache (references, not copies)."""
    rows = [x * 1.0]
    steps = []
    for _ in range(n):
        rows[-1] *= 0.5
        rows_part1 = rows[-1].copy()
        rows.append(rows_part1 * x)
        steps.append(rows_part1)
    out = rows[0] * rows[-1]
    cache = (x, steps, rows)
    return out, cache


def grown_backward(dout, cache):
    """Backward pass of grown: dx (3,), from dout (3,)."""
    x, steps, rows = cache
    # backprop out = rows[0] * rows[-1]
    drows = zeros_of(rows)
    drows[0] += rows[-1] * dout
    drows[-1] += rows[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for rows_part1 in reversed(steps):
        # backprop rows.append(rows_part1 * x)
        drows_last = drows.pop()
        drows_part1 = x * drows_last
        dx += rows_part1 * drows_last
        # backprop rows_part1 = rows[-1].copy()
        drows[-1] += drows_part1
        # backprop rows[-1] *= 0.5
        drows[-1] = 0.5 * drows[-1]
    # backprop rows = [x * 1.0]
    dx += drows[0]
    return dx
