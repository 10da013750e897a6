# arguments means: rows=[[0.3, 0.4, 0.2], [0.5, 0.6, 0.7]]
# arguments means: rows=[[0.3, 0.4, 0.2], [0.5, 0.6]]
# arguments deviations: rows=[[0.3, 0.4, 0.2], [0.5, 0.6, 0.7]], j=1.5
# arguments deviations: rows=[], j=1.5
# arguments product: a=[[0.3, 0.4, 0.2], [0.5, 0.6, 0.7]], b=[[0.8, 0.4], [0.5, 0.6], [0.1, 0.9]]
# arguments turned: m=[[0.3, 0.4, 0.2], [0.5, 0.6, 0.7]], c=1.5
# arguments box: points=[(0.3, 0.4), (0.5, 0.1), (0.4, 0.7)]
# arguments in_step: pair=[[0.3, 0.4, 0.2], [0.5, 0.6, 0.7]]
# arguments weighted: A=(3, 2), w=1.5
# arguments together: weights=[(2,), (2,)]
# arguments by_number: rows=[[0.3, 0.4, 0.2], [0.5, 0.6, 0.7]], start=0.5
# arguments without_annotations: rows=[[0.3, 0.4, 0.2], [0.5, 0.6, 0.7]]
# arguments without_annotations: rows=(2, 3)
# names matter: loops and lists of ours take the names that are free
# first order only means: the method pop writes into an array or a list
# first order only product: the method pop writes into an array or a list
# first order only turned: this writes into an item of m2, which may hold the same array twice
# first order only box: the method pop writes into an array or a list
# first order only weighted: the method pop writes into an array or a list
# first order only together: the method pop writes into an array or a list
# first order only by_number: the method pop writes into an array or a list
# first order only without_annotations: the method pop writes into an array or a list
import math

import numpy as np


def means(rows: list[list[float]]):
    return [sum(column) / len(column) for column in zip(*rows)]


def deviations(rows: list[list[float]], j: float):
    out = []
    for i in zip(*rows):
        mean = sum(i) / len(i)
        out.append(j * math.sqrt(sum((v - mean) ** 2 for v in i) / len(i)))
    return out


def product(a: list[list[float]], b: list[list[float]]):
    return [[sum(x * y for x, y in zip(row, column)) for column in zip(*b)] for row in a]


def turned(m: list[list[float]], c: float):
    t = list(zip(*m))
    m = list(map(list, zip(*m)))
    m[0][1] *= c
    return t[0][1] * m[0][1] * t[2][0]


def box(points: list[tuple[float, float]]):
    lows = [min(v) for v in zip(*points)]
    highs = [max(v) for v in zip(*points)]
    return (highs[0] - lows[0]) * (highs[1] - lows[1])


def in_step(pair: list[list[float]]):
    s = 0.0
    for k, (a, b) in enumerate(zip(*pair)):
        s += k * a * b
    return s


def weighted(A: "n m", w: float):
    s = 0.0
    for column in zip(*A):
        if s > 2.0:
            break
        s = s * w + column[0] * column[-1]
    return s


def together(weights: list[np.ndarray]):
    return [np.mean(np.stack(entries)) for entries in zip(*weights)]


def by_number(rows: list[list[float]], start: float):
    for j, column in enumerate(zip(*rows)):
        start = start * column[j % 2] + j
    return start


def without_annotations(rows):
    return [max(column) for column in zip(*rows)]


# output
"""Forward and backward passes of columns_of_rows.py: do not edit.

Made by `backprop generate`.
"""

import math

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


def means_forward(rows: list[list[float]]):
    """Forward pass of means: items and the cache (references, not copies)."""
    columns = []
    min_map = min(map(len, rows), default=0)
    for j in range(min_map):
        column1 = []
        for i in range(len(rows)):
            column1.append(rows[i][j])
        columns.append(column1)
    items = []
    for column in columns:
        items.append(sum(column) / len(column))
    cache = (rows, min_map, columns)
    return items, cache


def means_backward(ditems, cache):
    """Backward pass of means: drows, from ditems."""
    rows, min_map, columns = cache
    dcolumns = [None] * len(columns)
    ditems = copy_of(ditems)
    for i1 in reversed(range(len(columns))):
        column = columns[i1]
        # backprop items.append(sum(column) / len(column))
        dcolumn = [np.sum(ditems.pop()) / len(column)] * len(column)
        dcolumns[i1] = dcolumn
    drows = zeros_of(rows)
    for j in reversed(range(min_map)):
        # backprop columns.append(column1)
        dcolumn1 = list(dcolumns.pop())
        for i in reversed(range(len(rows))):
            # backprop column1.append(rows[i][j])
            drows[i][j] += dcolumn1.pop()
    return drows


def deviations_forward(rows: list[list[float]], j: float):
    """Forward pass of deviations: out and the cache (references, not copies)."""
    out = []
    steps = []
    min_map = min(map(len, rows), default=0)
    for j1 in range(min_map):
        i = []
        for i1 in range(len(rows)):
            i.append(rows[i1][j1])
        sum_i = sum(i)
        mean = sum_i / len(i)
        total = 0
        steps1 = []
        for v in i:
            v_minus_mean = v - mean
            total += v_minus_mean**2
            steps1.append(v_minus_mean)
        sqrt_total_over_len_i = math.sqrt(total / len(i))
        out.append(j * sqrt_total_over_len_i)
        steps.append((i, steps1, sqrt_total_over_len_i))
    cache = (rows, j, steps, min_map)
    return out, cache


def deviations_backward(dout, cache):
    """Backward pass of deviations: drows and dj, from dout."""
    rows, j, steps, min_map = cache
    dj = 0.0
    drows = zeros_of(rows)
    dout = copy_of(dout)
    for j1 in reversed(range(min_map)):
        i, steps1, sqrt_total_over_len_i = steps[j1]
        # backprop out.append(j * sqrt_total_over_len_i)
        dout_last = dout.pop()
        dj += sqrt_total_over_len_i * dout_last
        dsqrt_total_over_len_i = j * dout_last
        # backprop sqrt_total_over_len_i = math.sqrt(total / len(i))
        dtotal = dsqrt_total_over_len_i / (2 * sqrt_total_over_len_i) / len(i)
        dmean = 0.0
        di = [None] * len(i)
        for i2 in reversed(range(len(i))):
            v_minus_mean = steps1[i2]
            # backprop total += v_minus_mean**2
            dv_minus_mean = (2 * v_minus_mean) * dtotal
            # backprop v_minus_mean = v - mean
            dv = dv_minus_mean
            dmean -= dv_minus_mean
            di[i2] = dv
        # backprop mean = sum_i / len(i)
        dsum_i = dmean / len(i)
        # backprop sum_i = sum(i)
        di = [(item + dsum_i) for item in di]
        for i1 in reversed(range(len(rows))):
            # backprop i.append(rows[i1][j1])
            drows[i1][j1] += di.pop()
    return drows, dj


def product_forward(a: list[list[float]], b: list[list[float]]):
    """Forward pass of product: items and the cache (references, not copies)."""
    columns = []
    min_map = min(map(len, b), default=0)
    for j in range(min_map):
        column1 = []
        for i in range(len(b)):
            column1.append(b[i][j])
        columns.append(column1)
    items = []
    for row in a:
        items1 = []
        for column in columns:
            total = 0
            for x, y in zip(row, column):
                total += x * y
            items1.append(total)
        items.append(items1)
    cache = (a, b, min_map, columns)
    return items, cache


def product_backward(ditems, cache):
    """Backward pass of product: da and db, from ditems."""
    a, b, min_map, columns = cache
    dcolumns = zeros_of(columns)
    da = [None] * len(a)
    ditems = copy_of(ditems)
    for i1 in reversed(range(len(a))):
        row = a[i1]
        # backprop items.append(items1)
        ditems1 = list(ditems.pop())
        drow = [0.0] * len(row)
        for i2 in reversed(range(len(columns))):
            column = columns[i2]
            # backprop items1.append(total)
            dtotal = ditems1.pop()
            dcolumn = [0.0] * len(column)
            for i3 in reversed(range(min(len(row), len(column)))):
                x = row[i3]
                y = column[i3]
                # backprop total += x * y
                dx = y * dtotal
                dy = x * dtotal
                dcolumn[i3] = dy
                drow[i3] += dx
            dcolumns[i2] = [(item + more) for item, more in zip(dcolumns[i2], dcolumn)]
        da[i1] = drow
    db = zeros_of(b)
    for j in reversed(range(min_map)):
        # backprop columns.append(column1)
        dcolumn1 = list(dcolumns.pop())
        for i in reversed(range(len(b))):
            # backprop column1.append(b[i][j])
            db[i][j] += dcolumn1.pop()
    return da, db


def turned_forward(m: list[list[float]], c: float):
    """Forward pass of turned: out and the cache (references, not copies)."""
    t = []
    min_map = min(map(len, m), default=0)
    for j in range(min_map):
        column = []
        for i in range(len(m)):
            column.append(m[i][j])
        t.append(column)
    columns = []
    column1_min_map = min(map(len, m), default=0)
    for j1 in range(column1_min_map):
        column1 = []
        for i1 in range(len(m)):
            column1.append(m[i1][j1])
        columns.append(column1)
    m1 = columns
    m2 = copy_of(m1)
    m2[0][1] *= c
    t_0_1_times_m_0_1 = t[0][1] * m2[0][1]
    out = t_0_1_times_m_0_1 * t[2][0]
    cache = (m, c, min_map, t, column1_min_map, m1, m2, t_0_1_times_m_0_1)
    return out, cache


def turned_backward(dout, cache):
    """Backward pass of turned: dm and dc, from dout."""
    m, c, min_map, t, column1_min_map, m1, m2, t_0_1_times_m_0_1 = cache
    # backprop out = t_0_1_times_m_0_1 * t[2][0]
    dt_0_1_times_m_0_1 = t[2][0] * dout
    dt = zeros_of(t)
    dt[2][0] += t_0_1_times_m_0_1 * dout
    # backprop t_0_1_times_m_0_1 = t[0][1] * m2[0][1]
    dt[0][1] += m2[0][1] * dt_0_1_times_m_0_1
    dm2 = zeros_of(m2)
    dm2[0][1] += t[0][1] * dt_0_1_times_m_0_1
    # backprop m2 = copy_of(m1); m2[0][1] *= c
    dm_0_1 = dm2[0][1]
    dm2[0][1] = 0.0
    dm2[0][1] += c * dm_0_1
    dc = m1[0][1] * dm_0_1
    # backprop m1 = columns
    dcolumns = dm2
    dm = zeros_of(m)
    for j1 in reversed(range(column1_min_map)):
        # backprop columns.append(column1)
        dcolumn1 = list(dcolumns.pop())
        for i1 in reversed(range(len(m))):
            # backprop column1.append(m[i1][j1])
            dm[i1][j1] += dcolumn1.pop()
    for j in reversed(range(min_map)):
        # backprop t.append(column)
        dcolumn = list(dt.pop())
        for i in reversed(range(len(m))):
            # backprop column.append(m[i][j])
            dm[i][j] += dcolumn.pop()
    return dm, dc


def box_forward(points: list[tuple[float, float]]):
    """Forward pass of box: out and the cache (references, not copies)."""
    columns = []
    min_map = min(map(len, points), default=0)
    for j in range(min_map):
        column = []
        for i in range(len(points)):
            column.append(points[i][j])
        columns.append(column)
    lows = []
    steps = []
    for v in columns:
        smallest = v.index(min(v))
        lows.append(v[smallest])
        steps.append(smallest)
    columns1 = []
    column1_min_map = min(map(len, points), default=0)
    for j1 in range(column1_min_map):
        column1 = []
        for i1 in range(len(points)):
            column1.append(points[i1][j1])
        columns1.append(column1)
    highs = []
    steps1 = []
    for v1 in columns1:
        largest = v1.index(max(v1))
        highs.append(v1[largest])
        steps1.append(largest)
    highs_0_minus_lows_0 = highs[0] - lows[0]
    highs_1_minus_lows_1 = highs[1] - lows[1]
    out = highs_0_minus_lows_0 * highs_1_minus_lows_1
    cache = (
        points,
        min_map,
        columns,
        steps,
        lows,
        column1_min_map,
        columns1,
        steps1,
        highs,
        highs_0_minus_lows_0,
        highs_1_minus_lows_1,
    )
    return out, cache


def box_backward(dout, cache):
    """Backward pass of box: dpoints, from dout."""
    (
        points,
        min_map,
        columns,
        steps,
        lows,
        column1_min_map,
        columns1,
        steps1,
        highs,
        highs_0_minus_lows_0,
        highs_1_minus_lows_1,
    ) = cache
    # backprop out = highs_0_minus_lows_0 * highs_1_minus_lows_1
    dhighs_0_minus_lows_0 = highs_1_minus_lows_1 * dout
    dhighs_1_minus_lows_1 = highs_0_minus_lows_0 * dout
    # backprop highs_1_minus_lows_1 = highs[1] - lows[1]
    dhighs = zeros_of(highs)
    dhighs[1] = dhighs_1_minus_lows_1
    dlows = zeros_of(lows)
    dlows[1] = -dhighs_1_minus_lows_1
    # backprop highs_0_minus_lows_0 = highs[0] - lows[0]
    dhighs[0] += dhighs_0_minus_lows_0
    dlows[0] -= dhighs_0_minus_lows_0
    dcolumns1 = [None] * len(columns1)
    for i3 in reversed(range(len(columns1))):
        largest = steps1[i3]
        v1 = columns1[i3]
        # backprop highs.append(v1[largest])
        dv1 = [0.0] * len(v1)
        dv1[largest] = dhighs.pop()
        dcolumns1[i3] = dv1
    dpoints = zeros_of(points)
    for j1 in reversed(range(column1_min_map)):
        # backprop columns1.append(column1)
        dcolumn1 = list(dcolumns1.pop())
        for i1 in reversed(range(len(points))):
            # backprop column1.append(points[i1][j1])
            dpoints[i1][j1] += dcolumn1.pop()
    dcolumns = [None] * len(columns)
    for i2 in reversed(range(len(columns))):
        smallest = steps[i2]
        v = columns[i2]
        # backprop lows.append(v[smallest])
        dv = [0.0] * len(v)
        dv[smallest] = dlows.pop()
        dcolumns[i2] = dv
    for j in reversed(range(min_map)):
        # backprop columns.append(column)
        dcolumn = list(dcolumns.pop())
        for i in reversed(range(len(points))):
            # backprop column.append(points[i][j])
            dpoints[i][j] += dcolumn.pop()
    return dpoints


def in_step_forward(pair: list[list[float]]):
    """Forward pass of in_step: s and the cache (references, not copies)."""
    s = 0.0
    row, row1 = pair
    steps = []
    for k, (a, b) in enumerate(zip(row, row1)):
        k_times_a = k * a
        s += k_times_a * b
        steps.append(k_times_a)
    cache = (row, row1, steps)
    return s, cache


def in_step_backward(ds, cache):
    """Backward pass of in_step: dpair, from ds."""
    row, row1, steps = cache
    drow1 = [0.0] * len(row1)
    drow = [0.0] * len(row)
    for k in reversed(range(min(len(row), len(row1)))):
        k_times_a = steps[k]
        b = row1[k]
        # backprop s += k_times_a * b
        dk_times_a = b * ds
        db = k_times_a * ds
        # backprop k_times_a = k * a
        da = k * dk_times_a
        drow1[k] = db
        drow[k] = da
    # backprop row, row1 = pair
    dpair = [drow, drow1]
    return dpair


def weighted_forward(A: "n m", w: float):
    """Forward pass of weighted: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    min_map = min(map(len, A), default=0)
    for j in range(min_map):
        stopped = False
        column = []
        for i in range(len(A)):
            column.append(A[i][j])
        steps.append((s, j, column))
        if s > 2.0:
            stopped = True
        else:
            s = s * w + column[0] * column[-1]
        if stopped:
            break
    cache = (A, w, steps)
    return s, cache


def weighted_backward(ds, cache):
    """Backward pass of weighted: dA (n, m) and dw, from ds."""
    A, w, steps = cache
    dw = 0.0
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for s, j, column in reversed(steps):
        dcolumn = zeros_of(column)
        if not s > 2.0:
            # backprop s = s * w + column[0] * column[-1]
            dw += s * ds
            dcolumn[0] = column[-1] * ds
            dcolumn[-1] += column[0] * ds
            ds = w * ds
        for i in reversed(range(len(A))):
            # backprop column.append(A[i][j])
            dA[i][j] += dcolumn.pop()
    return dA, dw


def together_forward(weights: list[np.ndarray]):
    """Forward pass of together: items and the cache (references, not copies)."""
    columns = []
    min_map = min(map(len, weights), default=0)
    for j in range(min_map):
        column = []
        for i in range(len(weights)):
            column.append(weights[i][j])
        columns.append(column)
    items = []
    steps = []
    for entries in columns:
        stack_entries = np.stack(entries)
        items.append(np.mean(stack_entries))
        steps.append(stack_entries)
    cache = (weights, min_map, columns, steps)
    return items, cache


def together_backward(ditems, cache):
    """Backward pass of together: dweights, from ditems."""
    weights, min_map, columns, steps = cache
    dcolumns = [None] * len(columns)
    ditems = copy_of(ditems)
    for i1 in reversed(range(len(columns))):
        stack_entries = steps[i1]
        # backprop items.append(np.mean(stack_entries))
        dstack_entries = np.ones_like(stack_entries) * (
            ditems.pop() / np.size(stack_entries)
        )
        # backprop stack_entries = np.stack(entries)
        dentries = list(dstack_entries)
        dcolumns[i1] = dentries
    dweights = zeros_of(weights)
    for j in reversed(range(min_map)):
        # backprop columns.append(column)
        dcolumn = list(dcolumns.pop())
        for i in reversed(range(len(weights))):
            # backprop column.append(weights[i][j])
            dweights[i][j] = added(dweights[i][j], dcolumn.pop())
    return dweights


def by_number_forward(rows: list[list[float]], start: float):
    """Forward pass of by_number: start and the cache (references, not copies)."""
    steps = []
    min_map = min(map(len, rows), default=0)
    for j in range(min_map):
        column = []
        for i in range(len(rows)):
            column.append(rows[i][j])
        steps.append((start, column))
        start = start * column[j % 2] + j
    cache = (rows, steps, min_map)
    return start, cache


def by_number_backward(dstart, cache):
    """Backward pass of by_number: drows and dstart, from dstart."""
    rows, steps, min_map = cache
    drows = zeros_of(rows)
    for j in reversed(range(min_map)):
        start, column = steps[j]
        # backprop start = start * column[j % 2] + j
        dcolumn = zeros_of(column)
        dcolumn[j % 2] = start * dstart
        dstart = column[j % 2] * dstart
        for i in reversed(range(len(rows))):
            # backprop column.append(rows[i][j])
            drows[i][j] = added(drows[i][j], dcolumn.pop())
    return drows, dstart


def without_annotations_forward(rows):
    """Forward pass of without_annotations.

    Gives items and the cache (references, not copies).
    """
    columns = []
    min_map = min(map(len, rows), default=0)
    for j in range(min_map):
        column1 = []
        for i in range(len(rows)):
            column1.append(rows[i][j])
        columns.append(column1)
    items = []
    steps = []
    for column in columns:
        largest = column.index(max(column))
        items.append(column[largest])
        steps.append(largest)
    cache = (rows, min_map, columns, steps)
    return items, cache


def without_annotations_backward(ditems, cache):
    """Backward pass of without_annotations: drows, from ditems."""
    rows, min_map, columns, steps = cache
    dcolumns = [None] * len(columns)
    ditems = copy_of(ditems)
    for i1 in reversed(range(len(columns))):
        largest = steps[i1]
        column = columns[i1]
        # backprop items.append(column[largest])
        dcolumn = zeros_of(column)
        dcolumn[largest] = added(dcolumn[largest], ditems.pop())
        dcolumns[i1] = dcolumn
    drows = zeros_of(rows)
    for j in reversed(range(min_map)):
        # backprop columns.append(column1)
        dcolumn1 = list(dcolumns.pop())
        for i in reversed(range(len(rows))):
            # backprop column1.append(rows[i][j])
            drows[i][j] = added(drows[i][j], dcolumn1.pop())
    return drows
