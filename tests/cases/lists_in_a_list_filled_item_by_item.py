# arguments binned: x=(5,), which=[0, 1, 0, 2, 1]
# arguments made_in_each_turn: x=(5,), which=[0, 1, 0, 2, 1], n=2
# arguments counted_from_the_end: x=(5,), which=[0, 1, 0, 2, 1]
# arguments rows_of_arrays: A=(4, 3), which=[0, 1, 0, 2]
# arguments of_a_graph: x=(4,), edges=[[0, 1], [1, 2], [2, 3], [0, 3]]
# arguments with_weights: x=(4,), w=(3,), edges=[[0, 1], [1, 2], [2, 3]]
# arguments given_back: x=(5,), which=[0, 1, 0, 2, 1]
# arguments given_to_a_function: x=(5,), which=[0, 1, 0, 2, 1]
# arguments read_in_one_arm: x=(5,), which=[0, 1, 0, 2, 1], first=1
# arguments of_unlike_beginnings: x=(5,), n=4
# arguments growing_with_its_lists: x=(4,), n=4
# first order only binned: a gradient is taken off a list in a list
# first order only made_in_each_turn: a gradient is taken off a list in a list
# first order only counted_from_the_end: a gradient is taken off a list in a list
# first order only rows_of_arrays: a gradient is taken off a list in a list
# first order only with_weights: a gradient is taken off a list in a list
# first order only given_back: a gradient is taken off a list in a list
# first order only given_to_a_function: a gradient is taken off a list in a list
# first order only read_in_one_arm: a gradient is taken off a list in a list
# first order only of_unlike_beginnings: a gradient is taken off a list in a list
# first order only growing_with_its_lists: a gradient is taken off a list in a list
import numpy as np


def binned(x: "N", which: list):
    bins = [[] for _ in range(3)]
    for at, v in zip(which, x):
        bins[at].append(v)
    spread = 0.0
    for b in bins:
        if b:
            mean = sum(b) / len(b)
            spread += sum((v - mean) ** 2 for v in b)
    return spread


def made_in_each_turn(x: "N", which: list, n: int):
    acc = 0.5
    for t in range(n):
        bins = [[1.0] for _ in range(3)]
        for at, v in zip(which, x):
            bins[(at + t) % 3].append(v * acc)
        for b in bins:
            p = 1.0
            for v in b:
                p = p * v + acc * 0.1
            acc += p
    return acc


def counted_from_the_end(x: "N", which: list):
    bins = [[], [], []]
    for at, v in zip(which, x):
        bins[-1 - at].append(v)
        bins[at].append(1.5)
        if v > 0.5:
            continue
        bins[2].append(v * 2)
    acc = 0.0
    for k in range(3):
        for j, v in enumerate(bins[k]):
            acc += (k + 1) * (j + 1) * v * v
    return acc


def rows_of_arrays(A: "T N", which: list):
    bins = [[], [], []]
    for at, row in zip(which, A):
        bins[at].append(row)
    return np.sum(np.array(bins[0]) ** 2) + np.sum(bins[1][0] * bins[2][0])


def of_a_graph(x: "N", edges: list):
    neighbours = [[] for _ in range(len(x))]
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    h = x
    for _ in range(2):
        new = np.zeros(len(x))
        for at in range(len(x)):
            for j in neighbours[at]:
                new[at] += h[j]
        h = np.tanh(new)
    return np.sum(h * x)


def with_weights(x: "N", w: "E", edges: list):
    near = [[] for _ in range(len(x))]
    for k, (a, b) in enumerate(edges):
        near[a].append((b, w[k]))
        near[b].append((a, w[k] ** 2))
    acc = 0.0
    for at in range(len(x)):
        s = 0.0
        for j, weight in near[at]:
            s += weight * x[j]
        acc += np.tanh(s)
    return acc


def given_back(x: "N", which: list):
    bins = [[] for _ in range(3)]
    for at, v in zip(which, x):
        bins[at].append(v * v)
    return bins


def powers(rows):
    s = 0.0
    for row in rows:
        for v in row:
            s += v * v
    return s


def given_to_a_function(x: "N", which: list):
    bins = [[] for _ in range(3)]
    for at, v in zip(which, x):
        bins[at].append(v)
    return powers(bins) * x[0]


def read_in_one_arm(x: "N", which: list, first: int):
    bins = [[] for _ in range(3)]
    for at, v in zip(which, x):
        bins[at].append(v)
    if first:
        return sum(bins[0]) ** 2
    return bins[2][0] * x[0]


def of_unlike_beginnings(x: "N", n: int):
    rows = [[x[0]], [x[1]]]
    for at in range(n):
        rows[at % 2].append(x[at] * at)
    return sum(a * b for a, b in zip(rows[0], rows[1]))


def growing_with_its_lists(x: "N", n: int):
    levels = []
    for at in range(n):
        levels.append([])
        for j in range(at + 1):
            levels[at].append(x[j] * (at + 1))
    acc = 0.0
    for at in range(n):
        for j in range(len(levels[at])):
            acc += levels[at][j] ** 2
    return acc


# output
"""Forward and backward passes of lists_in_a_list_filled_item_by_item.py: do not edit.

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


def binned_forward(x: "N", which: list):
    """Forward pass of binned: spread and the cache (references, not copies)."""
    bins = []
    for _ in range(3):
        bins.append([])
    for at, v in zip(which, x):
        bins[at].append(v)
    spread = 0.0
    steps = []
    for b in bins:
        mean = None
        if b:
            sum_b = sum(b)
            mean = sum_b / len(b)
            total = 0
            for v1 in b:
                v1_minus_mean = v1 - mean
                total += v1_minus_mean**2
            spread += total
        steps.append(mean)
    cache = (x, which, bins, steps)
    return spread, cache


def binned_backward(dspread, cache):
    """Backward pass of binned: dx (N,) and dwhich, from dspread."""
    x, which, bins, steps = cache
    dbins = [None] * len(bins)
    for i1 in reversed(range(len(bins))):
        mean = steps[i1]
        b = bins[i1]
        if b:
            # backprop spread += total
            dtotal = dspread
            dmean = 0.0
            db = [0.0] * len(b)
            for i2 in reversed(range(len(b))):
                v1 = b[i2]
                # backprop total += v1_minus_mean**2
                dv1_minus_mean = (2 * (v1 - mean)) * dtotal
                # backprop v1_minus_mean = v1 - mean
                dv1 = dv1_minus_mean
                dmean -= dv1_minus_mean
                db[i2] = dv1
            # backprop mean = sum_b / len(b)
            dsum_b = dmean / len(b)
            # backprop sum_b = sum(b)
            db = [(item + dsum_b) for item in db]
        else:
            db = [0.0] * len(b)
        dbins[i1] = db
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(which), len(x)))):
        at = which[i]
        # backprop bins[at].append(v)
        dv = dbins[at].pop()
        dx[i] = dv
    dwhich = zeros_of(which)
    return dx, dwhich


def made_in_each_turn_forward(x: "N", which: list, n: int):
    """Forward pass of made_in_each_turn: acc and the cache (references, not copies)."""
    acc = 0.5
    steps = []
    for t in range(n):
        acc_before = acc
        bins = []
        for _ in range(3):
            bins.append([1.0])
        steps1 = []
        for at, v in zip(which, x):
            bins_value = (at + t) % 3
            bins[bins_value].append(v * acc)
            steps1.append(bins_value)
        steps2 = []
        for b in bins:
            p = 1.0
            p_before = []
            for v1 in b:
                p_before.append(p)
                p = p * v1 + acc * 0.1
            acc += p
            steps2.append(p_before)
        steps.append((acc_before, steps1, bins, steps2))
    cache = (x, which, steps)
    return acc, cache


def made_in_each_turn_backward(dacc, cache):
    """Backward pass of made_in_each_turn: dx (N,) and dwhich, from dacc."""
    x, which, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for acc_before, steps1, bins, steps2 in reversed(steps):
        dbins = [None] * len(bins)
        for i1 in reversed(range(len(bins))):
            p_before = steps2[i1]
            b = bins[i1]
            # backprop acc += p
            dp = dacc
            db = [0.0] * len(b)
            for i2 in reversed(range(len(b))):
                p = p_before[i2]
                v1 = b[i2]
                # backprop p = p * v1 + acc * 0.1
                dv1 = p * dp
                dacc = dacc + 0.1 * dp
                dp = v1 * dp
                db[i2] = dv1
            dbins[i1] = db
        for i in reversed(range(min(len(which), len(x)))):
            bins_value = steps1[i]
            v = x[i]
            # backprop bins[bins_value].append(v * acc)
            dbins_part_last = dbins[bins_value].pop()
            dv = acc_before * dbins_part_last
            dacc = dacc + v * dbins_part_last
            dx[i] += dv
        for _ in range(3):
            # backprop bins.append([1.0])
            dbins.pop()
    dwhich = zeros_of(which)
    return dx, dwhich


def counted_from_the_end_forward(x: "N", which: list):
    """Forward pass of counted_from_the_end.

    Gives acc and the cache (references, not copies).
    """
    bins = [[], [], []]
    steps = []
    for at, v in zip(which, x):
        bins_diff = -1 - at
        bins[bins_diff].append(v)
        bins[at].append(1.5)
        bins_test = not v > 0.5
        if bins_test:
            bins[2].append(v * 2)
        steps.append((bins_diff, bins_test))
    acc = 0.0
    steps1 = []
    for k in range(3):
        steps2 = []
        for j, v in enumerate(bins[k]):
            acc_product = (k + 1) * (j + 1) * v
            acc += acc_product * v
            steps2.append(acc_product)
        steps1.append(steps2)
    cache = (x, which, steps, bins, steps1)
    return acc, cache


def counted_from_the_end_backward(dacc, cache):
    """Backward pass of counted_from_the_end: dx (N,) and dwhich, from dacc."""
    x, which, steps, bins, steps1 = cache
    dbins = zeros_of(bins)
    for k in reversed(range(3)):
        steps2 = steps1[k]
        for j in reversed(range(len(bins[k]))):
            acc_product = steps2[j]
            v = bins[k][j]
            # backprop acc += acc_product * v
            dacc_product = v * dacc
            dv = acc_product * dacc
            # backprop acc_product = (k + 1) * (j + 1) * v
            dv += (k + 1) * (j + 1) * dacc_product
            dbins[k][j] += dv
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(which), len(x)))):
        bins_diff, bins_test = steps[i]
        at = which[i]
        dv = 0.0
        if bins_test:
            # backprop bins[2].append(v * 2)
            dv = 2 * dbins[2].pop()
        # backprop bins[at].append(1.5)
        dbins[at].pop()
        # backprop bins[bins_diff].append(v)
        dv += dbins[bins_diff].pop()
        dx[i] = dv
    dwhich = zeros_of(which)
    return dx, dwhich


def rows_of_arrays_forward(A: "T N", which: list):
    """Forward pass of rows_of_arrays: out and the cache (references, not copies)."""
    bins = [[], [], []]
    for at, row in zip(which, A):
        bins[at].append(row)
    array_bins_0 = np.array(bins[0])
    out = np.sum(array_bins_0**2) + np.sum(bins[1][0] * bins[2][0])
    cache = (A, which, bins, array_bins_0)
    return out, cache


def rows_of_arrays_backward(dout, cache):
    """Backward pass of rows_of_arrays: dA (T, N) and dwhich, from dout."""
    A, which, bins, array_bins_0 = cache
    # backprop out = np.sum(array_bins_0**2) + np.sum(bins[1][0] * bins[2][0])
    darray_bins_0 = (2 * array_bins_0) * dout
    dbins = zeros_of(bins)
    dbins[1][0] += bins[2][0] * dout
    dbins[2][0] += bins[1][0] * dout
    # backprop array_bins_0 = np.array(bins[0])
    dbins[0] = added(dbins[0], list(darray_bins_0))
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i in reversed(range(min(len(which), len(A)))):
        at = which[i]
        # backprop bins[at].append(row)
        drow = dbins[at].pop()
        dA[i] = drow
    dwhich = zeros_of(which)
    return dA, dwhich


def of_a_graph_forward(x: "N", edges: list):
    """Forward pass of of_a_graph: out and the cache (references, not copies)."""
    neighbours = []
    for _1 in range(len(x)):
        neighbours.append([])
    for a, b in edges:
        neighbours[a].append(b)
        neighbours[b].append(a)
    h = x
    steps = []
    for _ in range(2):
        h_before = h
        new = np.zeros(len(x))
        steps1 = []
        for at in range(len(x)):
            steps2 = []
            for j in neighbours[at]:
                h_j = h[j]
                new[at] += h_j
                steps2.append(h_j)
            steps1.append(steps2)
        h = np.tanh(new)
        steps.append((h_before, steps1, h))
    out = np.sum(h * x)
    cache = (x, edges, neighbours, steps, h)
    return out, cache


def of_a_graph_backward(dout, cache):
    """Backward pass of of_a_graph: dx (N,) and dedges, from dout."""
    x, edges, neighbours, steps, h = cache
    # backprop out = np.sum(h * x)
    dh = x * dout
    dx = h * dout
    for h_before, steps1, h in reversed(steps):
        # backprop h = np.tanh(new)
        dnew = (1 - h**2) * dh
        dh = np.zeros_like(h_before, dtype=np.result_type(h_before, 1.0))
        for at in reversed(range(len(x))):
            steps2 = steps1[at]
            for i1 in reversed(range(len(neighbours[at]))):
                h_j = steps2[i1]
                j = neighbours[at][i1]
                # backprop new[at] += h_j
                dh_j = unbroadcast(dnew[at], h_j)
                # backprop h_j = h[j]
                np.add.at(dh, j, dh_j)
    # backprop h = x
    dx += dh
    dedges = zeros_of(edges)
    return dx, dedges


def with_weights_forward(x: "N", w: "E", edges: list):
    """Forward pass of with_weights: acc and the cache (references, not copies)."""
    near = []
    for _ in range(len(x)):
        near.append([])
    for k, (a, b) in enumerate(edges):
        near[a].append((b, w[k]))
        near[b].append((a, w[k] ** 2))
    acc = 0.0
    steps = []
    for at in range(len(x)):
        acc_before = acc
        s = 0.0
        steps1 = []
        for j, weight in near[at]:
            s_before = s
            x_j = x[j]
            s = s + weight * x_j
            steps1.append((s_before, x_j))
        tanh_s = np.tanh(s)
        acc = acc + tanh_s
        steps.append((acc_before, steps1, tanh_s))
    cache = (x, w, edges, near, steps)
    return acc, cache


def with_weights_backward(dacc, cache):
    """Backward pass of with_weights: dx (N,), dw (E,) and dedges, from dacc."""
    x, w, edges, near, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dnear = zeros_of(near)
    for at in reversed(range(len(x))):
        acc_before, steps1, tanh_s = steps[at]
        # backprop acc = acc + tanh_s
        dtanh_s = unbroadcast(dacc, tanh_s)
        dacc = unbroadcast(dacc, acc_before)
        # backprop tanh_s = np.tanh(s)
        ds = (1 - tanh_s**2) * dtanh_s
        for i in reversed(range(len(near[at]))):
            s_before, x_j = steps1[i]
            j, weight = near[at][i]
            # backprop s = s + weight * x_j
            dweight = np.sum(x_j * ds)
            dx_j = unbroadcast(weight * ds, x_j)
            ds = unbroadcast(ds, s_before)
            # backprop x_j = x[j]
            np.add.at(dx, j, dx_j)
            dnear[at][i][1] += dweight
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for k in reversed(range(len(edges))):
        a, b = edges[k]
        # backprop near[b].append((a, w[k] ** 2))
        dw[k] += (2 * w[k]) * dnear[b].pop()[1]
        # backprop near[a].append((b, w[k]))
        dw[k] += dnear[a].pop()[1]
    dedges = zeros_of(edges)
    return dx, dw, dedges


def given_back_forward(x: "N", which: list):
    """Forward pass of given_back: bins and the cache (references, not copies)."""
    bins = []
    for _ in range(3):
        bins.append([])
    for at, v in zip(which, x):
        bins[at].append(v * v)
    cache = (x, which)
    return bins, cache


def given_back_backward(dbins, cache):
    """Backward pass of given_back: dx (N,) and dwhich, from dbins."""
    x, which = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dbins = copy_of(dbins)
    for i in reversed(range(min(len(which), len(x)))):
        at = which[i]
        v = x[i]
        # backprop bins[at].append(v * v)
        dv = (2 * v) * dbins[at].pop()
        dx[i] = dv
    dwhich = zeros_of(which)
    return dx, dwhich


def powers_forward(rows):
    """Forward pass of powers: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for row in rows:
        s_before = []
        for v in row:
            s_before.append(s)
            s = s + v * v
        steps.append(s_before)
    cache = (rows, steps)
    return s, cache


def powers_backward(ds, cache):
    """Backward pass of powers: drows, from ds."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        s_before = steps[i]
        row = rows[i]
        drow = zeros_of(row)
        for i1 in reversed(range(len(row))):
            s = s_before[i1]
            v = row[i1]
            # backprop s = s + v * v
            dv = unbroadcast((2 * v) * ds, v)
            ds = unbroadcast(ds, s)
            drow[i1] += dv
        drows[i] = drow
    return drows


def given_to_a_function_forward(x: "N", which: list):
    """Forward pass of given_to_a_function.

    Gives out and the cache (references, not copies).
    """
    bins = []
    for _ in range(3):
        bins.append([])
    for at, v in zip(which, x):
        bins[at].append(v)
    powers_bins, powers_cache = powers_forward(bins)
    out = powers_bins * x[0]
    cache = (x, which, powers_bins, powers_cache)
    return out, cache


def given_to_a_function_backward(dout, cache):
    """Backward pass of given_to_a_function: dx (N,) and dwhich, from dout."""
    x, which, powers_bins, powers_cache = cache
    # backprop out = powers_bins * x[0]
    dpowers_bins = x[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = np.sum(powers_bins * dout)
    # backprop powers_bins = powers(bins)
    dbins = powers_backward(dpowers_bins, powers_cache)
    for i in reversed(range(min(len(which), len(x)))):
        at = which[i]
        # backprop bins[at].append(v)
        dv = dbins[at].pop()
        dx[i] += dv
    dwhich = zeros_of(which)
    return dx, dwhich


def read_in_one_arm_forward(x: "N", which: list, first: int):
    """Forward pass of read_in_one_arm: out and the cache (references, not copies)."""
    bins = []
    for _ in range(3):
        bins.append([])
    for at, v in zip(which, x):
        bins[at].append(v)
    bins_0 = None
    sum_bins_0 = None
    if first:
        bins_0 = bins[0]
        sum_bins_0 = sum(bins_0)
        out = sum_bins_0**2
    else:
        out = bins[2][0] * x[0]
    cache = (x, which, first, bins, bins_0, sum_bins_0)
    return out, cache


def read_in_one_arm_backward(dout, cache):
    """Backward pass of read_in_one_arm: dx (N,) and dwhich, from dout."""
    x, which, first, bins, bins_0, sum_bins_0 = cache
    if first:
        # backprop out = sum_bins_0**2
        dsum_bins_0 = (2 * sum_bins_0) * dout
        # backprop sum_bins_0 = sum(bins_0)
        dbins_0 = [dsum_bins_0] * len(bins_0)
        # backprop bins_0 = bins[0]
        dbins = zeros_of(bins)
        dbins[0] = [(item + more) for item, more in zip(dbins[0], dbins_0)]
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    else:
        # backprop out = bins[2][0] * x[0]
        dbins = zeros_of(bins)
        dbins[2][0] += x[0] * dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
        dx[0] = bins[2][0] * dout
    for i in reversed(range(min(len(which), len(x)))):
        at = which[i]
        # backprop bins[at].append(v)
        dv = dbins[at].pop()
        dx[i] += dv
    dwhich = zeros_of(which)
    return dx, dwhich


def of_unlike_beginnings_forward(x: "N", n: int):
    """Forward pass of of_unlike_beginnings.

    Gives total and the cache (references, not copies).
    """
    rows = [[x[0]], [x[1]]]
    for at in range(n):
        rows[at % 2].append(x[at] * at)
    total = 0
    for a, b in zip(rows[0], rows[1]):
        total += a * b
    cache = (x, n, rows)
    return total, cache


def of_unlike_beginnings_backward(dtotal, cache):
    """Backward pass of of_unlike_beginnings: dx (N,), from dtotal."""
    x, n, rows = cache
    drows = zeros_of(rows)
    for i in reversed(range(min(len(rows[0]), len(rows[1])))):
        a = rows[0][i]
        b = rows[1][i]
        # backprop total += a * b
        da = b * dtotal
        db = a * dtotal
        drows[1][i] += db
        drows[0][i] += da
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for at in reversed(range(n)):
        # backprop rows[at % 2].append(x[at] * at)
        dx[at] = at * drows[at % 2].pop()
    # backprop rows = [[x[0]], [x[1]]]
    dx[0] += drows[0][0]
    dx[1] += drows[1][0]
    return dx


def growing_with_its_lists_forward(x: "N", n: int):
    """Forward pass of growing_with_its_lists.

    Gives acc and the cache (references, not copies).
    """
    levels = []
    for at in range(n):
        levels.append([])
        for j in range(at + 1):
            levels[at].append(x[j] * (at + 1))
    acc = 0.0
    for at in range(n):
        for j1 in range(len(levels[at])):
            acc += levels[at][j1] ** 2
    cache = (x, n, levels)
    return acc, cache


def growing_with_its_lists_backward(dacc, cache):
    """Backward pass of growing_with_its_lists: dx (N,), from dacc."""
    x, n, levels = cache
    dlevels = zeros_of(levels)
    for at in reversed(range(n)):
        for j1 in reversed(range(len(levels[at]))):
            # backprop acc += levels[at][j1] ** 2
            dlevels[at][j1] += (2 * levels[at][j1]) * dacc
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for at in reversed(range(n)):
        for j in reversed(range(at + 1)):
            # backprop levels[at].append(x[j] * (at + 1))
            dx[j] += (at + 1) * dlevels[at].pop()
        # backprop levels.append([])
        dlevels.pop()
    return dx
