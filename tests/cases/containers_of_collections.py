# arguments moving_mean: x=(5,), width=3
# arguments last_ones: x=(5,), width=3
# arguments both_ends: x=(5,)
# arguments smoothed: x=(5,)
# arguments shortest_ways: w=(5,), edges=[[0, 1], [1, 2], [2, 3], [0, 3], [3, 4]], start=0
# arguments totals: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments grouped: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments counted: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments products: x=(5,), words=["a", "b", "a", "a", "b"]
# first order only both_ends: a gradient is a list that becomes shorter, or a dict
# first order only smoothed: a gradient is a list that becomes shorter, or a dict
# first order only shortest_ways: a gradient is a list that becomes shorter, or a dict
# first order only totals: a gradient is a list that becomes shorter, or a dict
# first order only grouped: a gradient is a list that becomes shorter, or a dict
# first order only products: a gradient is a list that becomes shorter, or a dict
import collections
from collections import defaultdict, deque


def moving_mean(x: "N", width: int):
    window = deque(maxlen=width)
    acc = 0.0
    for v in x:
        window.append(v)
        acc += (sum(window) / len(window)) ** 2
    return acc


def last_ones(x: "N", width: int):
    q = collections.deque()
    for v in x:
        q.append(v * v)
        if len(q) > width:
            q.popleft()
    return sum(v * v for v in q)


def both_ends(x: "N"):
    q = deque([x[0], x[1]])
    q.appendleft(x[2] * 2)
    q.append(x[3])
    a = q.popleft()
    b = q.pop()
    acc = a * b
    while q:
        acc = acc * 0.5 + q.popleft()
    return acc


def smoothed(x: "N"):
    window = deque([0.0, 0.0], maxlen=2)
    acc = 0.0
    for v in x:
        acc += v * window[0] * window[1] + v
        window.append(v)
    return acc


def shortest_ways(w: "E", edges: list, start: int):
    near = [[] for _ in range(5)]
    for k, (a, b) in enumerate(edges):
        near[a].append((b, k))
    far = [0.0] * 5
    seen = [False] * 5
    seen[start] = True
    waiting = deque([start])
    while waiting:
        u = waiting.popleft()
        for v, k in near[u]:
            if not seen[v]:
                seen[v] = True
                far[v] = far[u] + w[k] ** 2
                waiting.append(v)
    return sum(far)


def totals(x: "N", words: list[str]):
    sums = defaultdict(float)
    for k, v in zip(words, x):
        sums[k] += v
    return sums["a"] * sums["b"] + sums["c"]


def grouped(x: "N", words: list[str]):
    groups = defaultdict(list)
    for k, v in zip(words, x):
        groups[k].append(v)
    return sum(sum(r) ** 2 for r in groups.values())


def counted(x: "N", words: list[str]):
    count = defaultdict(int)
    for k in words:
        count[k] += 1
    return sum(v / count[k] for k, v in zip(words, x)) ** 2


def products(x: "N", words: list[str]):
    made = defaultdict(lambda: 1.0)
    for k, v in zip(words, x):
        made[k] *= v
    acc = 0.0
    for k, v in made.items():
        acc += v**2
    return acc


# output
"""Forward and backward passes of containers_of_collections.py: do not edit.

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


def in_form_of(x, items):
    """The items as what x is: an array, a list, a tuple, or None."""
    if isinstance(x, np.ndarray):
        return np.array(items)
    return items if x is None or isinstance(x, list) else tuple(items)


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


def moving_mean_forward(x: "N", width: int):
    """Forward pass of moving_mean: acc and the cache (references, not copies)."""
    window = []
    acc = 0.0
    steps = []
    for v in x:
        window.append(v)
        len_window_gt_width = len(window) > width
        if len_window_gt_width:
            window.pop(0)
        window_before = copy_of(window)
        sum_window = sum(window)
        acc_ratio = sum_window / len(window)
        acc += acc_ratio**2
        steps.append((len_window_gt_width, window_before, acc_ratio))
    cache = (x, steps, window)
    return acc, cache


def moving_mean_backward(dacc, cache):
    """Backward pass of moving_mean: dx (N,), from dacc."""
    x, steps, window = cache
    dwindow = [0.0] * len(window)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        len_window_gt_width, window_before, acc_ratio = steps[i]
        # backprop acc += acc_ratio**2
        dacc_ratio = (2 * acc_ratio) * dacc
        # backprop acc_ratio = sum_window / len(window)
        dsum_window = dacc_ratio / len(window_before)
        # backprop sum_window = sum(window)
        dwindow = [(item + dsum_window) for item in dwindow]
        if len_window_gt_width:
            # backprop window.pop(0)
            dwindow.insert(0, 0.0)
        # backprop window.append(v)
        dv = dwindow.pop()
        dx[i] = dv
    return dx


def last_ones_forward(x: "N", width: int):
    """Forward pass of last_ones: total and the cache (references, not copies)."""
    q = []
    steps = []
    for v in x:
        q.append(v * v)
        len_q_gt_width = len(q) > width
        if len_q_gt_width:
            q.pop(0)
        steps.append(len_q_gt_width)
    total = 0
    for v1 in q:
        total += v1 * v1
    cache = (x, steps, q)
    return total, cache


def last_ones_backward(dtotal, cache):
    """Backward pass of last_ones: dx (N,), from dtotal."""
    x, steps, q = cache
    dq = [0.0] * len(q)
    for i1 in reversed(range(len(q))):
        v1 = q[i1]
        # backprop total += v1 * v1
        dv1 = (2 * v1) * dtotal
        dq[i1] = dv1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        len_q_gt_width = steps[i]
        v = x[i]
        if len_q_gt_width:
            # backprop q.pop(0)
            dq.insert(0, 0.0)
        # backprop q.append(v * v)
        dv = (2 * v) * dq.pop()
        dx[i] = dv
    return dx


def both_ends_forward(x: "N"):
    """Forward pass of both_ends: acc and the cache (references, not copies)."""
    q = [x[0], x[1]]
    q.insert(0, x[2] * 2)
    q.append(x[3])
    a = q.pop(0)
    b = q.pop()
    acc = a * b
    steps = 0
    while q:
        item = q.pop(0)
        acc = acc * 0.5 + item
        steps += 1
    cache = (x, a, b, steps, q)
    return acc, cache


def both_ends_backward(dacc, cache):
    """Backward pass of both_ends: dx, from dacc."""
    x, a, b, steps, q = cache
    dq = [0.0] * len(q)
    for _ in range(steps):
        # backprop acc = acc * 0.5 + item
        ditem = dacc
        dacc = 0.5 * dacc
        # backprop item = q.pop(0)
        dq.insert(0, ditem)
    # backprop acc = a * b
    da = b * dacc
    db = a * dacc
    # backprop b = q.pop()
    dq.append(db)
    # backprop a = q.pop(0)
    dq.insert(0, da)
    # backprop q.append(x[3])
    dx = [0.0] * len(x)
    dx[3] = dq.pop()
    # backprop q.insert(0, x[2] * 2)
    dx[2] += 2 * dq.pop(0)
    # backprop q = [x[0], x[1]]
    dx[0] += dq[0]
    dx[1] += dq[1]
    return dx


def smoothed_forward(x: "N"):
    """Forward pass of smoothed: acc and the cache (references, not copies)."""
    window = [0.0, 0.0]
    acc = 0.0
    steps = []
    for v in x:
        window_0 = window[0]
        v_times_window_0 = v * window_0
        window_1 = window[1]
        acc += v_times_window_0 * window_1 + v
        window.append(v)
        len_window_gt_2 = len(window) > 2
        if len_window_gt_2:
            window.pop(0)
        steps.append((window_0, v_times_window_0, window_1, len_window_gt_2))
    cache = (x, steps, window)
    return acc, cache


def smoothed_backward(dacc, cache):
    """Backward pass of smoothed: dx (N,), from dacc."""
    x, steps, window = cache
    dwindow = [0.0] * len(window)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        window_0, v_times_window_0, window_1, len_window_gt_2 = steps[i]
        v = x[i]
        if len_window_gt_2:
            # backprop window.pop(0)
            dwindow.insert(0, 0.0)
        # backprop window.append(v)
        dv = dwindow.pop()
        # backprop acc += v_times_window_0 * window_1 + v
        dv_times_window_0 = window_1 * dacc
        dwindow_1 = v_times_window_0 * dacc
        dv += dacc
        # backprop window_1 = window[1]
        dwindow[1] += dwindow_1
        # backprop v_times_window_0 = v * window_0
        dv += window_0 * dv_times_window_0
        dwindow_0 = v * dv_times_window_0
        # backprop window_0 = window[0]
        dwindow[0] += dwindow_0
        dx[i] = dv
    return dx


def shortest_ways_forward(w: "E", edges: list, start: int):
    """Forward pass of shortest_ways: out and the cache (references, not copies)."""
    near = []
    for _ in range(5):
        near.append([])
    for k, (a, b) in enumerate(edges):
        near[a].append((b, k))
    far = [0.0] * 5
    seen = [False] * 5
    seen[start] = True
    waiting = [start]
    steps = []
    while waiting:
        u = waiting.pop(0)
        steps1 = []
        for v, k in near[u]:
            far_sum = None
            far_v = None
            far_test = not seen[v]
            if far_test:
                seen[v] = True
                far_sum = far[u] + w[k] ** 2
                far_v = far[v]
                far[v] = far_sum
                waiting.append(v)
            steps1.append((far_test, far_sum, far_v))
        steps.append((u, steps1))
    out = sum(far)
    cache = (w, edges, near, steps, far)
    return out, cache


def shortest_ways_backward(dout, cache):
    """Backward pass of shortest_ways: dw (E,) and dedges, from dout."""
    w, edges, near, steps, far = cache
    # backprop out = sum(far)
    dfar = [unbroadcast(1 * dout, item) for item in far]
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for u, steps1 in reversed(steps):
        for i in reversed(range(len(near[u]))):
            far_test, far_sum, far_v = steps1[i]
            v, k = near[u][i]
            if far_test:
                # backprop far[v] = far_sum
                dfar_sum = 1 * unbroadcast(dfar[v], far_sum)
                dfar[v] = np.zeros_like(far_v, dtype=np.result_type(far_v, 1.0))
                # backprop far_sum = far[u] + w[k] ** 2
                dfar[u] += dfar_sum
                dw[k] += (2 * w[k]) * np.sum(dfar_sum)
    dnear = [zeros_of(row) for row in near]
    dedges = [None] * len(edges)
    for k in reversed(range(len(edges))):
        a, _ = edges[k]
        # backprop near[a].append((b, k))
        db = dnear[a].pop()[0]
        da = 0.0
        dedges[k] = in_form_of(edges[k], [da, db])
    return dw, dedges


def totals_forward(x: "N", words: list[str]):
    """Forward pass of totals: out and the cache (references, not copies)."""
    sums = {}
    for k, v in zip(words, x):
        if k not in sums:
            sums[k] = 0.0
        sums[k] += v
    chosen_test = "a" in sums
    if chosen_test:
        chosen = sums["a"]
    else:
        chosen = 0.0
    chosen1_test = "b" in sums
    if chosen1_test:
        chosen1 = sums["b"]
    else:
        chosen1 = 0.0
    chosen2_test = "c" in sums
    if chosen2_test:
        chosen2 = sums["c"]
    else:
        chosen2 = 0.0
    out = chosen * chosen1 + chosen2
    cache = (x, words, sums, chosen_test, chosen, chosen1_test, chosen1, chosen2_test)
    return out, cache


def totals_backward(dout, cache):
    """Backward pass of totals: dx (N,), from dout."""
    x, words, sums, chosen_test, chosen, chosen1_test, chosen1, chosen2_test = cache
    # backprop out = chosen * chosen1 + chosen2
    dchosen = chosen1 * dout
    dchosen1 = chosen * dout
    dchosen2 = dout
    dsums = dict.fromkeys(sums, 0.0)
    if chosen2_test:
        # backprop chosen2 = sums["c"]
        dsums["c"] = dchosen2
    if chosen1_test:
        # backprop chosen1 = sums["b"]
        dsums["b"] += dchosen1
    if chosen_test:
        # backprop chosen = sums["a"]
        dsums["a"] += dchosen
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        dx[i] = dsums[k]
    return dx


def grouped_forward(x: "N", words: list[str]):
    """Forward pass of grouped: total and the cache (references, not copies)."""
    groups = {}
    for k, v in zip(words, x):
        if k not in groups:
            groups[k] = []
        groups[k].append(v)
    total = 0
    keys = list(groups)
    steps = []
    for key in keys:
        r = groups[key]
        sum_r = sum(r)
        total += sum_r**2
        steps.append((r, sum_r))
    cache = (x, words, groups, keys, steps)
    return total, cache


def grouped_backward(dtotal, cache):
    """Backward pass of grouped: dx (N,), from dtotal."""
    x, words, groups, keys, steps = cache
    dgroups = zeros_of(groups)
    for i1 in reversed(range(len(keys))):
        r, sum_r = steps[i1]
        key = keys[i1]
        # backprop total += sum_r**2
        dsum_r = (2 * sum_r) * dtotal
        # backprop sum_r = sum(r)
        dr = [dsum_r] * len(r)
        # backprop r = groups[key]
        dgroups[key] = [(item + more) for item, more in zip(dgroups[key], dr)]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        # backprop groups[k].append(v)
        dv = dgroups[k].pop()
        dx[i] = dv
    return dx


def counted_forward(x: "N", words: list[str]):
    """Forward pass of counted: out and the cache (references, not copies)."""
    count = {}
    for k in words:
        if k not in count:
            count[k] = 0
        count[k] += 1
    total = 0
    steps = []
    for k1, v in zip(words, x):
        if k1 in count:
            chosen = count[k1]
        else:
            chosen = 0
        total += v / chosen
        steps.append(chosen)
    out = total**2
    cache = (x, words, steps, total)
    return out, cache


def counted_backward(dout, cache):
    """Backward pass of counted: dx (N,), from dout."""
    x, words, steps, total = cache
    # backprop out = total**2
    dtotal = (2 * total) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(min(len(words), len(x)))):
        chosen = steps[i1]
        # backprop total += v / chosen
        dv = dtotal / chosen
        dx[i1] = dv
    return dx


def products_forward(x: "N", words: list[str]):
    """Forward pass of products: acc and the cache (references, not copies)."""
    made = {}
    steps = []
    for k, v in zip(words, x):
        if k not in made:
            made[k] = 1.0
        made_k1 = made[k]
        made[k] = made_k1 * v
        steps.append(made_k1)
    acc = 0.0
    keys = list(made)
    steps1 = []
    for k in keys:
        v = made[k]
        acc += v**2
        steps1.append(v)
    cache = (x, words, steps, made, keys, steps1)
    return acc, cache


def products_backward(dacc, cache):
    """Backward pass of products: dx (N,), from dacc."""
    x, words, steps, made, keys, steps1 = cache
    dmade = dict.fromkeys(made, 0.0)
    for i1 in reversed(range(len(keys))):
        v = steps1[i1]
        k = keys[i1]
        # backprop acc += v**2
        dv = (2 * v) * dacc
        # backprop v = made[k]
        dmade[k] += dv
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        made_k1 = steps[i]
        k = words[i]
        v = x[i]
        # backprop made[k] = made_k1 * v
        dmade_k = dmade[k]
        dmade_k1 = v * dmade_k
        dv = made_k1 * dmade_k
        # backprop made_k1 = made[k]
        dmade[k] = dmade_k1
        dx[i] = dv
    return dx
