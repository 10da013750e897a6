# arguments best_path: start=(2,), trans=(2, 2), obs=(3, 2)
# arguments turned: x=(4,), n=3
# arguments swapped: x=(4,), n=3
# arguments kept_in_some_turns: x=(4,), n=3
# arguments walked: x=(4,), n=3
# arguments two_names: x=(4,), n=3
# arguments one_of_two: x=(4,), n=3
# arguments carried_and_returned: x=(4,), n=3
# arguments of_arrays: x=(4,), n=3
# first order only: a cache holds a dict that is written by key
import numpy as np


def best_path(start: "S", trans: "S S", obs: "T S"):
    prev = {s: start[s] * obs[0, s] for s in range(2)}
    for t in range(1, len(obs)):
        cur = {}
        for s in range(2):
            cur[s] = max(prev[r] * trans[r, s] for r in range(2)) * obs[t, s]
        prev = cur
    return max(prev.values())


def turned(x: "N", n: int):
    d = {}
    d[-1] = x[0]
    d[1] = x[1]
    for t in range(n):
        e = {}
        e[-1] = d[1] * x[2]
        e[1] = d[-1] * d[1]
        d = e
    return d[-1] * d[1] + d[1]


def swapped(x: "N", n: int):
    d = {}
    d[-1] = x[0]
    d[1] = x[1]
    e = {}
    e[-1] = x[2]
    e[1] = x[0]
    for t in range(n):
        d, e = e, d
        d[1] = d[1] * e[-1]
    return d[-1] * d[1] + e[1] * 3


def kept_in_some_turns(x: "N", n: int):
    d = {}
    for t in range(n):
        c = {}
        for s in range(t + 1):
            c[-s] = x[s] * (t + 1)
        if t != 1:
            d = c
    return d[0] * d[-2]


def walked(x: "N", n: int):
    d = {}
    d[0] = 1.0
    for t in range(n):
        c = {}
        for k, p in d.items():
            c[k + 1] = c.get(k + 1, 0.0) + p * x[t]
            c[k - 1] = c.get(k - 1, 0.0) + p * (1 - x[t])
        d = c
    return d[n] * 2 + d[-n] + sum(p * p for p in d.values())


def two_names(x: "N", n: int):
    a = {}
    a[0] = x[0]
    b = a
    s = 0.0
    for t in range(n):
        s += b[0] * a[0]
    return s


def one_of_two(x: "N", n: int):
    d, e = {}, {}
    d[-1] = x[0]
    d[1] = x[1]
    e[1] = x[1]
    e[-1] = x[2]
    best = d
    if n > 2:
        best = e
    return best[1] * d[-1] * e[-1] + best[-1]


def carried_and_returned(x: "N", n: int):
    old = {}
    for t in range(n):
        new = {}
        for k, v in old.items():
            new[k] = v * x[0]
        new[t] = x[t]
        old = new
    return old


def of_arrays(x: "N", n: int):
    old = {}
    old[0] = x * 1.0
    for t in range(n):
        new = {}
        for k, v in old.items():
            new[k] = v * 2
            new[-k - 1] = v * x
        old = new
    return np.sum(old[0]) * np.sum(old[-1])


# output
"""Forward and backward passes of dicts_that_change_their_names.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def best_path_forward(start: "S", trans: "S S", obs: "T S"):
    """Forward pass of best_path: out and the cache (references, not copies)."""
    prev = {}
    for s1 in range(2):
        prev[s1] = start[s1] * obs[0, s1]
    steps = []
    for t in range(1, len(obs)):
        cur = {}
        steps1 = []
        for s in range(2):
            items = []
            for r in range(2):
                items.append(prev[r] * trans[r, s])
            largest = items.index(max(items))
            cur[s] = items[largest] * obs[t, s]
            steps1.append((items, largest))
        steps.append((prev, steps1))
        prev = cur
    items1 = []
    keys = list(prev)
    for key in keys:
        item = prev[key]
        items1.append(item)
    largest1 = items1.index(max(items1))
    out = items1[largest1]
    cache = (start, trans, obs, steps, prev, keys, items1, largest1)
    return out, cache


def best_path_backward(dout, cache):
    """Backward pass of best_path.

    Gives dstart (S,), dtrans (S, S) and dobs (T, S), from dout.
    """
    start, trans, obs, steps, prev, keys, items1, largest1 = cache
    # backprop out = items1[largest1]
    ditems1 = zeros_of(items1)
    ditems1[largest1] = dout
    dprev = zeros_of(prev)
    for key in reversed(keys):
        # backprop items1.append(item)
        ditem = ditems1.pop()
        # backprop item = prev[key]
        dprev[key] += ditem
    dobs = np.zeros_like(obs, dtype=np.result_type(obs, 1.0))
    dtrans = np.zeros_like(trans, dtype=np.result_type(trans, 1.0))
    for t, (prev, steps1) in zip(reversed(range(1, len(obs))), reversed(steps)):
        # backprop prev = cur
        dcur = dprev
        dprev = zeros_of(prev)
        for s in reversed(range(2)):
            items, largest = steps1[s]
            # backprop cur[s] = items[largest] * obs[t, s]
            ditems = zeros_of(items)
            ditems[largest] = obs[t, s] * dcur[s]
            dobs[t, s] += items[largest] * dcur[s]
            for r in reversed(range(2)):
                # backprop items.append(prev[r] * trans[r, s])
                ditems_last = ditems.pop()
                dprev[r] += trans[r, s] * ditems_last
                dtrans[r, s] += prev[r] * ditems_last
    dstart = np.zeros_like(start, dtype=np.result_type(start, 1.0))
    for s1 in reversed(range(2)):
        # backprop prev[s1] = start[s1] * obs[0, s1]
        dstart[s1] = obs[0, s1] * dprev[s1]
        dobs[0, s1] += start[s1] * dprev[s1]
    return dstart, dtrans, dobs


def turned_forward(x: "N", n: int):
    """Forward pass of turned: out and the cache (references, not copies)."""
    d = {}
    d[-1] = x[0]
    d[1] = x[1]
    d_before = []
    for t in range(n):
        d_before.append(d)
        e = {}
        e[-1] = d[1] * x[2]
        e[1] = d[-1] * d[1]
        d = e
    out = d[-1] * d[1] + d[1]
    cache = (x, d_before, d)
    return out, cache


def turned_backward(dout, cache):
    """Backward pass of turned: dx (N,), from dout."""
    x, d_before, d = cache
    # backprop out = d[-1] * d[1] + d[1]
    dd = zeros_of(d)
    dd[-1] = d[1] * dout
    dd[1] += d[-1] * dout
    dd[1] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for d in reversed(d_before):
        # backprop d = e
        de = dd
        # backprop e[1] = d[-1] * d[1]
        dd = zeros_of(d)
        dd[-1] = d[1] * de[1]
        dd[1] += d[-1] * de[1]
        # backprop e[-1] = d[1] * x[2]
        dd[1] += x[2] * de[-1]
        dx[2] += d[1] * de[-1]
    # backprop d[1] = x[1]
    dx[1] += dd[1]
    # backprop d[-1] = x[0]
    dx[0] += dd[-1]
    return dx


def swapped_forward(x: "N", n: int):
    """Forward pass of swapped: out and the cache (references, not copies)."""
    d = {}
    d[-1] = x[0]
    d[1] = x[1]
    e = {}
    e[-1] = x[2]
    e[1] = x[0]
    steps = []
    for t in range(n):
        d, e = e, d
        e_before = copy_of(e)
        d_1 = d[1]
        d[1] = d_1 * e[-1]
        steps.append((e_before, d_1))
    out = d[-1] * d[1] + e[1] * 3
    cache = (x, steps, d, e)
    return out, cache


def swapped_backward(dout, cache):
    """Backward pass of swapped: dx (N,), from dout."""
    x, steps, d, e = cache
    # backprop out = d[-1] * d[1] + e[1] * 3
    dd = zeros_of(d)
    dd[-1] = d[1] * dout
    dd[1] += d[-1] * dout
    de = zeros_of(e)
    de[1] = 3 * dout
    for e_before, d_1 in reversed(steps):
        # backprop d[1] = d_1 * e[-1]
        dd_1 = e_before[-1] * dd[1]
        de[-1] += d_1 * dd[1]
        # backprop d_1 = d[1]
        dd[1] = dd_1
        # backprop d, e = e, d
        dd_next = dd
        dd = de
        de = dd_next
    # backprop e[1] = x[0]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = de[1]
    # backprop e[-1] = x[2]
    dx[2] += de[-1]
    # backprop d[1] = x[1]
    dx[1] += dd[1]
    # backprop d[-1] = x[0]
    dx[0] += dd[-1]
    return dx


def kept_in_some_turns_forward(x: "N", n: int):
    """Forward pass of kept_in_some_turns.

    Gives out and the cache (references, not copies).
    """
    d = {}
    steps = []
    for t in range(n):
        c = {}
        for s in range(t + 1):
            c[-s] = x[s] * (t + 1)
        steps.append((d, c))
        if t != 1:
            d = c
    out = d[0] * d[-2]
    cache = (x, n, steps, d)
    return out, cache


def kept_in_some_turns_backward(dout, cache):
    """Backward pass of kept_in_some_turns: dx (N,), from dout."""
    x, n, steps, d = cache
    # backprop out = d[0] * d[-2]
    dd = zeros_of(d)
    dd[0] = d[-2] * dout
    dd[-2] += d[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        d, c = steps[t]
        dc = zeros_of(c)
        if t != 1:
            # backprop d = c
            dc = dd
            dd = zeros_of(d)
        for s in reversed(range(t + 1)):
            # backprop c[-s] = x[s] * (t + 1)
            dx[s] += (t + 1) * dc[-s]
            dc[-s] = 0.0
    return dx


def walked_forward(x: "N", n: int):
    """Forward pass of walked: out and the cache (references, not copies)."""
    d = {}
    d[0] = 1.0
    steps = []
    for t in range(n):
        c = {}
        keys = list(d)
        steps1 = []
        for k in keys:
            p = d[k]
            chosen_test = k + 1 in c
            if chosen_test:
                chosen = c[k + 1]
            else:
                chosen = 0.0
            c[k + 1] = chosen + p * x[t]
            chosen1_test = k - 1 in c
            if chosen1_test:
                chosen1 = c[k - 1]
            else:
                chosen1 = 0.0
            c[k - 1] = chosen1 + p * (1 - x[t])
            steps1.append((p, chosen_test, chosen1_test))
        steps.append((d, keys, steps1))
        d = c
    total = 0
    keys1 = list(d)
    steps2 = []
    for key in keys1:
        p1 = d[key]
        total += p1 * p1
        steps2.append(p1)
    out = d[n] * 2 + d[-n] + total
    cache = (x, n, steps, d, keys1, steps2)
    return out, cache


def walked_backward(dout, cache):
    """Backward pass of walked: dx (N,), from dout."""
    x, n, steps, d, keys1, steps2 = cache
    # backprop out = d[n] * 2 + d[-n] + total
    dd = zeros_of(d)
    dd[n] = 2 * dout
    dd[-n] += dout
    dtotal = dout
    for i1 in reversed(range(len(keys1))):
        p1 = steps2[i1]
        key = keys1[i1]
        # backprop total += p1 * p1
        dp1 = (2 * p1) * dtotal
        # backprop p1 = d[key]
        dd[key] += dp1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        d, keys, steps1 = steps[t]
        # backprop d = c
        dc = dd
        dd = zeros_of(d)
        for i in reversed(range(len(keys))):
            p, chosen_test, chosen1_test = steps1[i]
            k = keys[i]
            # backprop c[k - 1] = chosen1 + p * (1 - x[t])
            dchosen1 = dc[k - 1]
            dp = (1 - x[t]) * dc[k - 1]
            dx[t] -= p * dc[k - 1]
            dc[k - 1] = 0.0
            if chosen1_test:
                # backprop chosen1 = c[k - 1]
                dc[k - 1] += dchosen1
            # backprop c[k + 1] = chosen + p * x[t]
            dchosen = dc[k + 1]
            dp += x[t] * dc[k + 1]
            dx[t] += p * dc[k + 1]
            dc[k + 1] = 0.0
            if chosen_test:
                # backprop chosen = c[k + 1]
                dc[k + 1] += dchosen
            # backprop p = d[k]
            dd[k] += dp
    return dx


def two_names_forward(x: "N", n: int):
    """Forward pass of two_names: s and the cache (references, not copies)."""
    a = {}
    a[0] = x[0]
    b = a
    s = 0.0
    for t in range(n):
        s += b[0] * a[0]
    cache = (x, n, a, b)
    return s, cache


def two_names_backward(ds, cache):
    """Backward pass of two_names: dx (N,), from ds."""
    x, n, a, b = cache
    db = dict.fromkeys(b, 0.0)
    da = dict.fromkeys(a, 0.0)
    for _ in range(n):
        # backprop s += b[0] * a[0]
        db[0] += a[0] * ds
        da[0] += b[0] * ds
    # backprop b = a
    da = added(da, db)
    # backprop a[0] = x[0]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = da[0]
    return dx


def one_of_two_forward(x: "N", n: int):
    """Forward pass of one_of_two: out and the cache (references, not copies)."""
    d, e = {}, {}
    d[-1] = x[0]
    d[1] = x[1]
    e[1] = x[1]
    e[-1] = x[2]
    best = d
    best_before = best
    if n > 2:
        best = e
    best_1_times_d_part = best[1] * d[-1]
    out = best_1_times_d_part * e[-1] + best[-1]
    cache = (x, n, d, e, best_before, best, best_1_times_d_part)
    return out, cache


def one_of_two_backward(dout, cache):
    """Backward pass of one_of_two: dx (N,), from dout."""
    x, n, d, e, best_before, best, best_1_times_d_part = cache
    # backprop out = best_1_times_d_part * e[-1] + best[-1]
    dbest_1_times_d_part = e[-1] * dout
    de = dict.fromkeys(e, 0.0)
    de[-1] = best_1_times_d_part * dout
    dbest = zeros_of(best)
    dbest[-1] = dout
    # backprop best_1_times_d_part = best[1] * d[-1]
    dbest[1] += d[-1] * dbest_1_times_d_part
    dd = dict.fromkeys(d, 0.0)
    dd[-1] = best[1] * dbest_1_times_d_part
    if n > 2:
        # backprop best = e
        de = added(de, dbest)
        dbest = dict.fromkeys(best_before, 0.0)
    # backprop best = d
    dd = added(dd, dbest)
    # backprop e[-1] = x[2]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[2] = de[-1]
    # backprop e[1] = x[1]
    dx[1] += de[1]
    # backprop d[1] = x[1]
    dx[1] += dd[1]
    # backprop d[-1] = x[0]
    dx[0] += dd[-1]
    return dx


def carried_and_returned_forward(x: "N", n: int):
    """Forward pass of carried_and_returned.

    Gives old and the cache (references, not copies).
    """
    old = {}
    steps = []
    for t in range(n):
        new = {}
        keys = list(old)
        steps1 = []
        for k in keys:
            v = old[k]
            new[k] = v * x[0]
            steps1.append(v)
        steps.append((old, keys, steps1))
        new[t] = x[t]
        old = new
    cache = (x, n, steps)
    return old, cache


def carried_and_returned_backward(dold, cache):
    """Backward pass of carried_and_returned: dx (N,), from dold."""
    x, n, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        old, keys, steps1 = steps[t]
        # backprop old = new
        dnew = copy_of(dold)
        # backprop new[t] = x[t]
        dx[t] += dnew[t]
        dnew[t] = 0.0
        dold = zeros_of(old)
        for i in reversed(range(len(keys))):
            v = steps1[i]
            k = keys[i]
            # backprop new[k] = v * x[0]
            dnew_k = dnew[k]
            dnew[k] = 0.0
            dv = x[0] * dnew_k
            dx[0] += v * dnew_k
            # backprop v = old[k]
            dold[k] += dv
    return dx


def of_arrays_forward(x: "N", n: int):
    """Forward pass of of_arrays: out and the cache (references, not copies)."""
    old = {}
    old[0] = x * 1.0
    steps = []
    for t in range(n):
        old_before = copy_of(old)
        new = {}
        keys = list(old)
        steps1 = []
        for k in keys:
            v = old[k]
            v_before = v.copy()
            new[k] = v * 2
            neg_k_minus_1 = -k - 1
            new[neg_k_minus_1] = v * x
            steps1.append((v_before, neg_k_minus_1))
        old = new
        steps.append((old_before, keys, steps1))
    sum_old_0 = np.sum(old[0])
    sum_old_part = np.sum(old[-1])
    out = sum_old_0 * sum_old_part
    cache = (x, steps, old, sum_old_0, sum_old_part)
    return out, cache


def of_arrays_backward(dout, cache):
    """Backward pass of of_arrays: dx (N,), from dout."""
    x, steps, old, sum_old_0, sum_old_part = cache
    # backprop out = sum_old_0 * sum_old_part
    dsum_old_0 = sum_old_part * dout
    dsum_old_part = sum_old_0 * dout
    # backprop sum_old_part = np.sum(old[-1])
    dold = zeros_of(old)
    dold[-1] += dsum_old_part
    # backprop sum_old_0 = np.sum(old[0])
    dold[0] += dsum_old_0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for old_before, keys, steps1 in reversed(steps):
        # backprop old = new
        dnew = dold
        dold = zeros_of(old_before)
        for i in reversed(range(len(keys))):
            v_before, neg_k_minus_1 = steps1[i]
            k = keys[i]
            # backprop new[neg_k_minus_1] = v * x
            dnew_part = 1 * dnew[neg_k_minus_1]
            dnew[neg_k_minus_1] = np.zeros_like(dnew[neg_k_minus_1])
            dv = x * dnew_part
            dx += v_before * dnew_part
            # backprop new[k] = v * 2
            dv += 2 * dnew[k]
            dnew[k] = np.zeros_like(dnew[k])
            # backprop v = old[k]
            dold[k] += dv
    # backprop old[0] = x * 1.0
    dx += dold[0]
    return dx
