# arguments best_list: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=5
# arguments best_tuple: x=(3,), s=1.2, n=5
# arguments beside_the_one_before: x=(3,), s=1.2, n=5
# arguments dict_beside_the_one_before: x=(3,), s=1.2, n=5
# arguments begun_in_a_branch: x=(3,), s=1.2, n=5
# arguments none_behind_the_loop: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=1.2, n=5
# arguments none_again_in_a_turn: x=(3,), s=1.2, n=5
# arguments none_in_each_turn: x=(3,), s=1.2, n=5
# arguments changed_where_it_is_there: x=(3,), s=1.2, n=5
# arguments number_of_a_turn_in_it: x=(3,), s=1.2, n=5
# arguments turned: w=(3,), y=1.2, n=3
# arguments: x=(3,), s=1.2, n=5
# first order only best_tuple: a list that may be there where a tuple is
# first order only none_behind_the_loop: the method pop stands in an expression
import numpy as np


def best_list(xs: list[float], s: float, n: int):
    best = None
    low = 100.0
    for k in range(n):
        cand = [v * s for v in xs]
        cost = sum(cand)
        if best is None or cost < low:
            best = cand
            low = cost
        s = s * 0.9
    return best[0] * s + best[-1]


def best_tuple(x: "N", s: float, n: int):
    best = None
    for k in range(n):
        cand = (x * s, s * s)
        if best is None or cand[1] < best[1]:
            best = cand
        s = s * 0.9
    return best[0] * s + best[1]


def beside_the_one_before(x: "N", s: float, n: int):
    prev = None
    total = 0.0
    for k in range(n):
        cur = [x * s, x + s]
        if prev is not None:
            total += np.sum(cur[0] * prev[1])
        prev = cur
        s = s * 0.9
    return total


def dict_beside_the_one_before(x: "N", s: float, n: int):
    prev = None
    total = 0.0
    for k in range(n):
        cur = {"a": x * s, "b": x + s}
        if prev:
            total += np.sum(cur["a"] * prev["b"])
        prev = cur
        s = s * 0.9
    return total


def begun_in_a_branch(x: "N", s: float, n: int):
    prev = None
    for k in range(n):
        if prev is None:
            prev = [x * s, x]
        else:
            prev = [prev[0] * s, prev[1] + prev[0]]
    return prev[0] * prev[1]


def none_behind_the_loop(xs: list[float], s: float, n: int):
    prev = None
    for k in range(n):
        if prev is None:
            prev = [v * s for v in xs]
        else:
            prev = [v * s + xs[0] for v in prev]
    if prev is None:
        return s
    return prev[0] * prev[1]


def none_again_in_a_turn(x: "N", s: float, n: int):
    prev = None
    for k in range(n):
        if k > 2:
            prev = None
        if prev is None:
            prev = [x * s, x]
        prev = [prev[0] * s, prev[1] + prev[0]]
    return prev[0] * prev[1]


def none_in_each_turn(x: "N", s: float, n: int):
    out = 0.0
    for k in range(n):
        p = None
        if k % 2:
            p = [x * s, x]
        if p is not None:
            out = out + p[0] * p[1][0]
        s = s * 1.1
    return out


def changed_where_it_is_there(x: "N", s: float, n: int):
    out = 0.0
    p = None
    for k in range(n):
        if k % 2:
            p = [x * s, x]
        elif p is not None:
            p = [p[1] * s, p[0]]
            out = out + p[0] * p[1][0]
        s = s * 1.1
    return out


def number_of_a_turn_in_it(x: "N", s: float, n: int):
    hist = []
    last = None
    for k in range(n):
        if last is not None:
            hist.append(last[0] * s)
        last = (x * s, k)
        s = s * 1.1
    return sum(hist) * last[1]


def turned(w: "N", y: float, n: int):
    b = None
    for _ in range(n):
        if b is None:
            b = (w, y * w)
        else:
            b = (b[1], b[0] * y)
    return np.sum(b[0] * b[1])


def asked_before_it_is_made(x: "N", s: float, n: int):
    b = None
    for k in range(n):
        if b is not None:
            s = s + b[0][0] * b[1][1]
        b = [x * s, x * x]
    return s * x


# output
"""Forward and backward passes of containers_that_are_none_at_first.py: do not edit.

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


def best_list_forward(xs: list[float], s: float, n: int):
    """Forward pass of best_list: out and the cache (references, not copies)."""
    best = None
    low = 100.0
    steps = []
    for k in range(n):
        best_before = best
        low_before = low
        s_before = s
        cand = []
        for v in xs:
            cand.append(v * s)
        cost = sum(cand)
        best_test = best is None or cost < low
        if best_test:
            best = cand
            low = cost
        s = s * 0.9
        steps.append((best_before, low_before, s_before, cand, best_test))
    out = best[0] * s + best[-1]
    cache = (xs, steps, best, low, s)
    return out, cache


def best_list_backward(dout, cache):
    """Backward pass of best_list: dxs and ds, from dout."""
    xs, steps, best, low, s = cache
    # backprop out = best[0] * s + best[-1]
    dbest = zeros_of(best)
    dbest[0] = s * dout
    ds = best[0] * dout
    dbest[-1] += dout
    dlow = np.zeros_like(low, dtype=np.result_type(low, 1.0))
    dxs = [0.0] * len(xs)
    for best_before, low_before, s_before, cand, best_test in reversed(steps):
        # backprop s = s * 0.9
        ds = 0.9 * ds
        dcand = zeros_of(cand)
        dcost = 0.0
        if best_test:
            # backprop low = cost
            dcost = dlow
            # backprop best = cand
            dcand = dbest
            dbest = zeros_of(best_before)
            dlow = np.zeros_like(low_before, dtype=np.result_type(low_before, 1.0))
        # backprop cost = sum(cand)
        dcand = [(item + dcost) for item in dcand]
        for i in reversed(range(len(xs))):
            v = xs[i]
            # backprop cand.append(v * s)
            dcand_last = dcand.pop()
            dv = s_before * dcand_last
            ds += v * dcand_last
            dxs[i] += dv
    return dxs, ds


def best_tuple_forward(x: "N", s: float, n: int):
    """Forward pass of best_tuple: out (N,) and the cache (references, not copies)."""
    best = None
    steps = []
    for k in range(n):
        best_before = best
        s_before = s
        cand = (x * s, s * s)
        best_test = best is None or cand[1] < best[1]
        if best_test:
            best = cand
        s = s * 0.9
        steps.append((best_before, s_before, cand, best_test))
    out = best[0] * s + best[1]
    cache = (x, steps, best, s)
    return out, cache


def best_tuple_backward(dout, cache):
    """Backward pass of best_tuple: dx (N,) and ds, from dout (N,)."""
    x, steps, best, s = cache
    # backprop out = best[0] * s + best[1]
    dbest = zeros_of(best)
    dbest[0] += s * dout
    ds = best[0] @ dout
    dbest[1] += np.sum(dout)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for best_before, s_before, cand, best_test in reversed(steps):
        # backprop s = s * 0.9
        ds = 0.9 * ds
        dcand = (np.zeros_like(cand[0], dtype=np.result_type(cand[0], 1.0)), 0.0)
        if best_test:
            # backprop best = cand
            dcand = dbest
            dbest = zeros_of(best_before)
        # backprop cand = (x * s, s * s)
        dx += s_before * dcand[0]
        ds += x @ dcand[0]
        ds += (2 * s_before) * dcand[1]
    return dx, ds


def beside_the_one_before_forward(x: "N", s: float, n: int):
    """Forward pass of beside_the_one_before.

    Gives total and the cache (references, not copies).
    """
    prev = None
    total = 0.0
    steps = []
    for k in range(n):
        cur = [x * s, x + s]
        total_test = prev is not None
        if total_test:
            total += np.sum(cur[0] * prev[1])
        steps.append((prev, s, cur, total_test))
        prev = cur
        s = s * 0.9
    cache = (x, steps, prev)
    return total, cache


def beside_the_one_before_backward(dtotal, cache):
    """Backward pass of beside_the_one_before: dx (N,) and ds, from dtotal."""
    x, steps, prev = cache
    dprev = zeros_of(prev)
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for prev, s, cur, total_test in reversed(steps):
        # backprop s = s * 0.9
        ds = 0.9 * ds
        # backprop prev = cur
        dcur = dprev
        dprev = zeros_of(prev)
        dcur_0 = np.zeros_like(cur[0], dtype=np.result_type(cur[0], 1.0))
        if total_test:
            # backprop total += np.sum(cur[0] * prev[1])
            dcur_0 = prev[1] * dtotal
            dprev[1] += cur[0] * dtotal
        # backprop cur = [x * s, x + s]
        dx += s * dcur_0
        ds += x @ dcur_0
        dx += s * dcur[0]
        ds += x @ dcur[0]
        dx += dcur[1]
        ds += np.sum(dcur[1])
    return dx, ds


def dict_beside_the_one_before_forward(x: "N", s: float, n: int):
    """Forward pass of dict_beside_the_one_before.

    Gives total and the cache (references, not copies).
    """
    prev = None
    total = 0.0
    steps = []
    for k in range(n):
        cur = {"a": x * s, "b": x + s}
        steps.append((prev, s, cur))
        if prev:
            total += np.sum(cur["a"] * prev["b"])
        prev = cur
        s = s * 0.9
    cache = (x, steps, prev)
    return total, cache


def dict_beside_the_one_before_backward(dtotal, cache):
    """Backward pass of dict_beside_the_one_before: dx (N,) and ds, from dtotal."""
    x, steps, prev = cache
    dprev = zeros_of(prev)
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for prev, s, cur in reversed(steps):
        # backprop s = s * 0.9
        ds = 0.9 * ds
        # backprop prev = cur
        dcur = dprev
        dprev = zeros_of(prev)
        da = np.zeros_like(cur["a"], dtype=np.result_type(cur["a"], 1.0))
        if prev:
            # backprop total += np.sum(cur["a"] * prev["b"])
            da = prev["b"] * dtotal
            dprev["b"] += cur["a"] * dtotal
        # backprop cur = {"a": x * s, "b": x + s}
        dx += s * da
        ds += x @ da
        dx += s * dcur["a"]
        ds += x @ dcur["a"]
        dx += dcur["b"]
        ds += np.sum(dcur["b"])
    return dx, ds


def begun_in_a_branch_forward(x: "N", s: float, n: int):
    """Forward pass of begun_in_a_branch: out and the cache (references, not copies)."""
    prev = None
    steps = []
    for k in range(n):
        prev_before = prev
        prev_test = prev is None
        if prev_test:
            prev = [x * s, x]
        else:
            prev = [prev[0] * s, prev[1] + prev[0]]
        steps.append((prev_before, prev_test))
    out = prev[0] * prev[1]
    cache = (x, s, steps, prev)
    return out, cache


def begun_in_a_branch_backward(dout, cache):
    """Backward pass of begun_in_a_branch: dx (N,) and ds, from dout."""
    x, s, steps, prev = cache
    # backprop out = prev[0] * prev[1]
    dprev = zeros_of(prev)
    dprev[0] += unbroadcast(prev[1] * dout, prev[0])
    dprev[1] += unbroadcast(prev[0] * dout, prev[1])
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for prev_before, prev_test in reversed(steps):
        if prev_test:
            # backprop prev = [x * s, x]
            dx += s * dprev[0]
            ds += x @ dprev[0]
            dx += dprev[1]
            dprev = zeros_of(prev_before)
        else:
            # backprop prev = [prev[0] * s, prev[1] + prev[0]]
            dprev_next = dprev
            dprev = zeros_of(prev_before)
            dprev[0] += s * dprev_next[0]
            ds += np.sum(prev_before[0] * dprev_next[0])
            dprev[1] += unbroadcast(dprev_next[1], prev_before[1])
            dprev[0] += unbroadcast(dprev_next[1], prev_before[0])
    return dx, ds


def none_behind_the_loop_forward(xs: list[float], s: float, n: int):
    """Forward pass of none_behind_the_loop.

    Gives out and the cache (references, not copies).
    """
    prev = None
    steps = []
    for k in range(n):
        prev_before = prev
        items_test = prev is None
        if items_test:
            items = []
            for v in xs:
                items.append(v * s)
            prev = items
        else:
            items1 = []
            for v1 in prev:
                items1_sum = v1 * s + xs[0]
                items1.append(items1_sum)
            prev = items1
        steps.append((prev_before, items_test))
    out_test = prev is None
    if out_test:
        out = s
    else:
        out = prev[0] * prev[1]
    cache = (xs, s, steps, prev, out_test)
    return out, cache


def none_behind_the_loop_backward(dout, cache):
    """Backward pass of none_behind_the_loop: dxs and ds, from dout."""
    xs, s, steps, prev, out_test = cache
    if out_test:
        # backprop out = s
        ds = dout
        dprev = zeros_of(prev)
    else:
        # backprop out = prev[0] * prev[1]
        dprev = zeros_of(prev)
        dprev[0] += unbroadcast(prev[1] * dout, prev[0])
        dprev[1] += unbroadcast(prev[0] * dout, prev[1])
        ds = 0.0
    dxs = [0.0] * len(xs)
    for prev_before, items_test in reversed(steps):
        if items_test:
            # backprop prev = items
            ditems = dprev
            for i in reversed(range(len(xs))):
                v = xs[i]
                # backprop items.append(v * s)
                ditems_last = ditems.pop()
                dv = s * ditems_last
                ds = ds + v * ditems_last
                dxs[i] += dv
            dprev = zeros_of(prev_before)
        else:
            # backprop prev = items1
            ditems1 = dprev
            dprev = zeros_of(prev_before)
            for i1 in reversed(range(len(prev_before))):
                v1 = prev_before[i1]
                # backprop items1.append(items1_sum)
                ditems1_sum = unbroadcast(ditems1.pop(), v1)
                # backprop items1_sum = v1 * s + xs[0]
                dv1 = s * ditems1_sum
                ds = ds + np.sum(v1 * ditems1_sum)
                dxs[0] += np.sum(ditems1_sum)
                dprev[i1] += dv1
    return dxs, ds


def none_again_in_a_turn_forward(x: "N", s: float, n: int):
    """Forward pass of none_again_in_a_turn.

    Gives out (N,) and the cache (references, not copies).
    """
    prev = None
    steps = []
    for k in range(n):
        prev_before = prev
        if k > 2:
            prev = None
        prev_before1 = prev
        prev_test = prev is None
        if prev_test:
            prev = [x * s, x]
        prev_before2 = prev
        prev = [prev[0] * s, prev[1] + prev[0]]
        steps.append((prev_before, prev_before1, prev_test, prev_before2))
    out = prev[0] * prev[1]
    cache = (x, s, n, steps, prev)
    return out, cache


def none_again_in_a_turn_backward(dout, cache):
    """Backward pass of none_again_in_a_turn: dx (N,) and ds, from dout (N,)."""
    x, s, n, steps, prev = cache
    # backprop out = prev[0] * prev[1]
    dprev = zeros_of(prev)
    dprev[0] += prev[1] * dout
    dprev[1] += prev[0] * dout
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        prev_before, prev_before1, prev_test, prev_before2 = steps[k]
        # backprop prev = [prev[0] * s, prev[1] + prev[0]]
        dprev_next = dprev
        dprev = zeros_of(prev_before2)
        dprev[0] += s * dprev_next[0]
        ds += prev_before2[0] @ dprev_next[0]
        dprev[1] += dprev_next[1]
        dprev[0] += dprev_next[1]
        if prev_test:
            # backprop prev = [x * s, x]
            dx += s * dprev[0]
            ds += x @ dprev[0]
            dx += dprev[1]
            dprev = zeros_of(prev_before1)
        if k > 2:
            dprev = zeros_of(prev_before)
    return dx, ds


def none_in_each_turn_forward(x: "N", s: float, n: int):
    """Forward pass of none_in_each_turn: out and the cache (references, not copies)."""
    out = 0.0
    steps = []
    for k in range(n):
        out_before = out
        s_before = s
        p = None
        if k % 2:
            p = [x * s, x]
        out_test = p is not None
        if out_test:
            out = out + p[0] * p[1][0]
        s = s * 1.1
        steps.append((out_before, s_before, p, out_test))
    cache = (x, n, steps)
    return out, cache


def none_in_each_turn_backward(dout, cache):
    """Backward pass of none_in_each_turn: dx (N,) and ds, from dout."""
    x, n, steps = cache
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        out_before, s_before, p, out_test = steps[k]
        # backprop s = s * 1.1
        ds = 1.1 * ds
        dp = zeros_of(p)
        if out_test:
            # backprop out = out + p[0] * p[1][0]
            dp[0] += unbroadcast(p[1][0] * dout, p[0])
            dp[1][0] += np.sum(p[0] * dout)
            dout = unbroadcast(dout, out_before)
        if k % 2:
            # backprop p = [x * s, x]
            dx += s_before * dp[0]
            ds += x @ dp[0]
            dx += dp[1]
    return dx, ds


def changed_where_it_is_there_forward(x: "N", s: float, n: int):
    """Forward pass of changed_where_it_is_there.

    Gives out and the cache (references, not copies).
    """
    out = 0.0
    p = None
    steps = []
    for k in range(n):
        p_before = p
        out_before = out
        s_before = s
        p_test = None
        if k % 2:
            p = [x * s, x]
        else:
            p_test = p is not None
            if p_test:
                p = [p[1] * s, p[0]]
                out = out + p[0] * p[1][0]
        s = s * 1.1
        steps.append((p_before, out_before, s_before, p_test, p))
    cache = (x, n, steps, p)
    return out, cache


def changed_where_it_is_there_backward(dout, cache):
    """Backward pass of changed_where_it_is_there: dx (N,) and ds, from dout."""
    x, n, steps, p = cache
    dp = zeros_of(p)
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        p_before, out_before, s_before, p_test, p = steps[k]
        # backprop s = s * 1.1
        ds = 1.1 * ds
        if k % 2:
            # backprop p = [x * s, x]
            dx += s_before * dp[0]
            ds += x @ dp[0]
            dx += dp[1]
            dp = zeros_of(p_before)
        elif p_test:
            # backprop out = out + p[0] * p[1][0]
            dp_0 = unbroadcast(p[1][0] * dout, p[0])
            dp_1 = zeros_of(p[1])
            dp_1[0] = unbroadcast(p[0] * dout, p[1][0])
            dout = unbroadcast(dout, out_before)
            # backprop p = [p[1] * s, p[0]]
            dp_next = dp
            dp = zeros_of(p_before)
            dp[1] += s_before * dp_0
            ds += np.sum(p_before[1] * dp_0)
            dp[0] = added(dp[0], dp_1)
            dp[1] += s_before * dp_next[0]
            ds += np.sum(p_before[1] * dp_next[0])
            dp[0] = added(dp[0], dp_next[1])
    return dx, ds


def number_of_a_turn_in_it_forward(x: "N", s: float, n: int):
    """Forward pass of number_of_a_turn_in_it.

    Gives out and the cache (references, not copies).
    """
    hist = []
    last = None
    steps = []
    for k in range(n):
        hist_test = last is not None
        if hist_test:
            last_0_times_s = last[0] * s
            hist.append(last_0_times_s)
        steps.append((last, s, hist_test))
        last = (x * s, k)
        s = s * 1.1
    out = sum(hist) * last[1]
    cache = (x, steps, hist, last)
    return out, cache


def number_of_a_turn_in_it_backward(dout, cache):
    """Backward pass of number_of_a_turn_in_it: dx (N,) and ds, from dout."""
    x, steps, hist, last = cache
    # backprop out = sum(hist) * last[1]
    dhist = [unbroadcast(1 * (last[1] * dout), item) for item in hist]
    dlast = zeros_of(last)
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for last, s, hist_test in reversed(steps):
        # backprop s = s * 1.1
        ds = 1.1 * ds
        # backprop last = (x * s, k)
        dx += s * dlast[0]
        ds += x @ dlast[0]
        dlast = zeros_of(last)
        if hist_test:
            # backprop hist.append(last_0_times_s)
            dlast_0_times_s = unbroadcast(dhist.pop(), last[0])
            # backprop last_0_times_s = last[0] * s
            dlast[0] += s * dlast_0_times_s
            ds += last[0] @ dlast_0_times_s
    return dx, ds


def turned_forward(w: "N", y: float, n: int):
    """Forward pass of turned: out and the cache (references, not copies)."""
    b = None
    steps = []
    for _ in range(n):
        b_before = b
        b_test = b is None
        if b_test:
            b = (w, y * w)
        else:
            b = (b[1], b[0] * y)
        steps.append((b_before, b_test))
    sum_in = b[0] * b[1]
    out = np.sum(sum_in)
    cache = (w, y, steps, b, sum_in)
    return out, cache


def turned_backward(dout, cache):
    """Backward pass of turned: dw (N,) and dy, from dout."""
    w, y, steps, b, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = b[0] * b[1]
    db = zeros_of(b)
    db[0] += unbroadcast(b[1] * dsum_in, b[0])
    db[1] += unbroadcast(b[0] * dsum_in, b[1])
    dy = 0.0
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for b_before, b_test in reversed(steps):
        if b_test:
            # backprop b = (w, y * w)
            dw += db[0]
            dy += w @ db[1]
            dw += y * db[1]
            db = zeros_of(b_before)
        else:
            # backprop b = (b[1], b[0] * y)
            db_next = db
            db = zeros_of(b_before)
            db[1] = added(db[1], db_next[0])
            db[0] += y * db_next[1]
            dy += np.sum(b_before[0] * db_next[1])
    return dw, dy


def asked_before_it_is_made_forward(x: "N", s: float, n: int):
    """Forward pass of asked_before_it_is_made.

    Gives out and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        s_before = s
        b_before = b
        s_test = b is not None
        if s_test:
            s = s + b[0][0] * b[1][1]
        b = [x * s, x * x]
        steps.append((s_before, b_before, s_test, s))
    out = s * x
    cache = (x, steps, s, b)
    return out, cache


def asked_before_it_is_made_backward(dout, cache):
    """Backward pass of asked_before_it_is_made: dx (N,) and ds, from dout."""
    x, steps, s, b = cache
    # backprop out = s * x
    ds = unbroadcast(x * dout, s)
    dx = unbroadcast(s * dout, x)
    db = zeros_of(b)
    for s_before, b_before, s_test, s in reversed(steps):
        # backprop b = [x * s, x * x]
        dx += unbroadcast(s * db[0], x)
        ds += unbroadcast(x * db[0], s)
        dx += (2 * x) * db[1]
        db = zeros_of(b_before)
        if s_test:
            # backprop s = s + b[0][0] * b[1][1]
            db[0][0] += unbroadcast(b_before[1][1] * ds, b_before[0][0])
            db[1][1] += np.sum(b_before[0][0] * ds)
            ds = unbroadcast(ds, s_before)
    return dx, ds
