# arguments buffers_swapped: cost=(3, 4), t=0.6
# arguments old_items_read: cost=(3, 4), t=0.6
# arguments in_arm: x=1.2, y=0.7, n=4
# arguments remade: x=1.2, y=0.7, n=7
# arguments arrays_written_into: x=(3,), k=3
# arguments kept_if_small: x=1.2, n=4
# arguments pops: x=(6,), w=0.7
# arguments inserted: x=(6,), w=0.7
# arguments nested: x=(3, 3), w=0.8
# arguments kept_then_written: x=(6,), w=0.7
# arguments while_swap: x=1.1, n=4
# arguments swap_in_arm: x=1.1, n=5
# arguments three_buffers: x=(6,), s=0.7
# arguments given_back: x=1.2, y=0.7, n=3
# arguments both_given_back: x=1.2, y=0.7, n=3
# arguments arg_list_copied: xs=[1.2, 0.7], w=0.4, n=4
# arguments sorted_then: x=(6,), w=0.7
# arguments items_that_are_arrays: x=(6,), w=0.7
# arguments items_out: x=1.2, y=0.7, n=3
# first order only buffers_swapped: lists that are given back swapped
# first order only old_items_read: lists that a block makes anew
# first order only kept_if_small: lists that a block makes anew
# first order only pops: lists of lists
# first order only inserted: the method pop stands in an expression
# first order only nested: lists that may hold one list twice
# first order only kept_then_written: lists that a block makes anew
# first order only while_swap: another name for an item
# first order only three_buffers: lists that are given back swapped
# first order only arg_list_copied: lists that may hold one list twice
# first order only sorted_then: the method pop stands in an expression
# first order only items_out: another name for an item
import numpy as np


def buffers_swapped(cost: "N M", t: float):
    prev = [0.0] * cost.shape[1]
    cur = [0.0] * cost.shape[1]
    for r in range(cost.shape[0]):
        for j in range(cost.shape[1]):
            cur[j] = cost[r, j] * t + prev[j] * prev[j - 1]
        prev, cur = cur, prev
    return sum(prev)


def old_items_read(cost: "N M", t: float):
    prev = [1.0] * cost.shape[1]
    cur = [2.0] * cost.shape[1]
    for r in range(cost.shape[0]):
        for j in range(1, cost.shape[1]):
            cur[j] = cost[r, j] * t + prev[j] * prev[j - 1] + 0.3 * cur[j - 1] * cur[j]
        prev, cur = cur, prev
    return sum(prev) * cur[0] + cur[1] * prev[2]


def in_arm(x: float, y: float, n: int):
    xs = [x, y, x * y]
    for r in range(n):
        if r % 2 == 0:
            xs = [x * r, y, xs[0]]
        xs[1] = xs[1] * xs[2]
    return xs[0] * xs[1] + xs[2]


def remade(x: float, y: float, n: int):
    xs = [x]
    for r in range(n):
        xs.append(y * xs[-1])
        if r % 3 == 2:
            xs = [xs[0] * xs[-1], x]
        xs[0] = xs[0] * xs[1]
    return sum(xs) * xs[-1]


def arrays_written_into(x: "N", k: int):
    a = [x * 1, x * 2]
    b = [x * 3, x * x]
    for _ in range(k):
        b[0] += a[0] * a[1]
        b[1][0] = a[1][1] + b[0][0] * b[1][0]
        a, b = b, a
    return np.sum(a[0] * b[1])


def kept_if_small(x: float, n: int):
    p = [x, 1.0]
    for r in range(n):
        q = list(p)
        q[0] = p[0] * p[1]
        q[1] = q[0] + p[1]
        if q[0] < 5.0:
            p = q
    return p[0] + p[1]


def pops(x: "N", w: float):
    st = [1.0, w]
    for v in x:
        if v > 0:
            st = [v * w, st[-1]]
        else:
            st.append(v * st[0])
        if len(st) > 2:
            t = st.pop()
            st[0] = st[0] * t
    return sum(st) * st[0]


def inserted(x: "N", w: float):
    st = []
    for v in x:
        if v > 0:
            st.insert(0, v * w)
        else:
            st = [v, w * v] + st
        st[0] *= w
        w = w + st[-1]
    return sum(st) * st[0]


def nested(x: "N M", w: float):
    a = [0.0] * x.shape[1]
    for r in range(x.shape[0]):
        b = list(a)
        for j in range(x.shape[1]):
            if x[r, j] > 0:
                b = [u * w for u in b]
            b[j] = b[j - 1] * x[r, j] + a[j]
            if b[j] > 3.0:
                break
        if b[0] < 2.0:
            a = b
        a[-1] = a[-1] + w
    return sum(a) + a[0] * a[1]


def kept_then_written(x: "N", w: float):
    hist = []
    p = [w, w]
    for v in x:
        q = [v * p[0], p[1] + v]
        hist.append(q[0] * q[1])
        if v > 0.2:
            p = q
        p[1] = p[1] * p[0]
    return sum(hist) + p[0] * p[1]


def while_swap(x: float, n: int):
    a = [x, 1.0, x * x]
    b = [0.0] * 3
    k = 0
    while k < n:
        for r in range(3):
            b[r] = a[r] * a[r - 1] + 0.1 * b[r - 1]
        a, b = b, a
        k += 1
        if a[0] > 10.0:
            break
    return a[0] + 2 * b[1] * a[2]


def swap_in_arm(x: float, n: int):
    a = [x, 1.0, x * x]
    b = [x, x, 2.0]
    for k in range(n):
        if k % 2:
            a, b = b, a
        a[k % 3] = a[k % 3] * b[0] + x
    return a[0] + 2 * b[1] * a[2]


def three_buffers(x: "N", s: float):
    a = [v * s for v in x]
    b = [v for v in x]
    c = [0.0] * len(x)
    for t in range(4):
        for r in range(len(x)):
            c[r] = 0.5 * a[r] * b[r - 1] + 0.2 * b[r]
        a, b, c = b, c, a
    return sum(a) + b[0] * c[1]


def given_back(x: float, y: float, n: int):
    a = [x, y]
    for r in range(n):
        if r % 2 == 0:
            a = [a[1], a[0] * y]
        a[1] *= x
    return a


def both_given_back(x: float, y: float, n: int):
    a = [x, y]
    b = [y, x]
    for r in range(n):
        b[0] = a[0] * a[1]
        a, b = b, a
        a[1] *= x
    return a, b


def arg_list_copied(xs: list[float], w: float, n: int):
    a = list(xs)
    for r in range(n):
        if r % 2 == 1:
            a = [v * w for v in a]
        a[0] = a[0] * a[1]
    return sum(a) * xs[0]


def sorted_then(x: "N", w: float):
    a = [v * w for v in x]
    for r in range(3):
        if r == 1:
            a = sorted(a)
        a[r] = a[r] * a[0]
    return sum(a) * a[1]


def items_that_are_arrays(x: "N", w: float):
    a = [x * w, x + w]
    for r in range(3):
        if r == 1:
            a = [a[1] * 2, a[0] * a[1]]
        a[0] = a[0] * w
        a[1][0] = a[0][1] * w
        a[1] += a[0]
    return np.sum(a[0] * a[1])


def items_out(x: float, y: float, n: int):
    a = [x, y]
    u = a[0]
    for r in range(n):
        if r % 2 == 0:
            a = [a[1] * u, a[0] * y]
        u, a[0] = a[0], u * a[1]
        for v in a:
            u += v * v
    return u * a[0]


# output
"""Forward and backward passes of lists_written_after_they_met.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def buffers_swapped_forward(cost: "N M", t: float):
    """Forward pass of buffers_swapped: out and the cache (references, not copies)."""
    prev = [0.0] * cost.shape[1]
    cur = [0.0] * cost.shape[1]
    prev_before = []
    for r in range(cost.shape[0]):
        prev_before1 = copy_of(prev)
        for j in range(cost.shape[1]):
            cur[j] = cost[r, j] * t + prev[j] * prev[j - 1]
        prev, cur = cur, prev
        prev_before.append(prev_before1)
    out = sum(prev)
    cache = (cost, t, prev_before, cur, prev)
    return out, cache


def buffers_swapped_backward(dout, cache):
    """Backward pass of buffers_swapped: dcost (N, M) and dt, from dout."""
    cost, t, prev_before, cur, prev = cache
    # backprop out = sum(prev)
    dprev = [dout] * len(prev)
    dcur = zeros_of(cur)
    dcost = np.zeros_like(cost, dtype=np.result_type(cost, 1.0))
    dt = 0.0
    for r in reversed(range(cost.shape[0])):
        prev_before1 = prev_before[r]
        # backprop prev, cur = cur, prev
        dprev_next = dprev
        dprev = dcur
        dcur = dprev_next
        for j in reversed(range(cost.shape[1])):
            # backprop cur[j] = cost[r, j] * t + prev[j] * prev[j - 1]
            dcost[r, j] += t * dcur[j]
            dt += cost[r, j] * dcur[j]
            dprev[j] += prev_before1[j - 1] * dcur[j]
            dprev[j - 1] += prev_before1[j] * dcur[j]
            dcur[j] = 0.0
    return dcost, dt


def old_items_read_forward(cost: "N M", t: float):
    """Forward pass of old_items_read: out and the cache (references, not copies)."""
    prev = [1.0] * cost.shape[1]
    cur = [2.0] * cost.shape[1]
    steps = []
    for r in range(cost.shape[0]):
        prev_before = copy_of(prev)
        steps1 = []
        for j in range(1, cost.shape[1]):
            cur_product = 0.3 * cur[j - 1]
            cur_j = cur[j]
            cur[j] = cost[r, j] * t + prev[j] * prev[j - 1] + cur_product * cur_j
            steps1.append((cur_product, cur_j))
        prev, cur = cur, prev
        steps.append((prev_before, steps1))
    sum_prev = sum(prev)
    out = sum_prev * cur[0] + cur[1] * prev[2]
    cache = (cost, t, steps, cur, prev, sum_prev)
    return out, cache


def old_items_read_backward(dout, cache):
    """Backward pass of old_items_read: dcost (N, M) and dt, from dout."""
    cost, t, steps, cur, prev, sum_prev = cache
    # backprop out = sum_prev * cur[0] + cur[1] * prev[2]
    dsum_prev = cur[0] * dout
    dcur = zeros_of(cur)
    dcur[0] = sum_prev * dout
    dcur[1] += prev[2] * dout
    dprev = zeros_of(prev)
    dprev[2] = cur[1] * dout
    # backprop sum_prev = sum(prev)
    dprev = [(item + dsum_prev) for item in dprev]
    dcost = np.zeros_like(cost, dtype=np.result_type(cost, 1.0))
    dt = 0.0
    for r in reversed(range(cost.shape[0])):
        prev_before, steps1 = steps[r]
        # backprop prev, cur = cur, prev
        dprev_next = dprev
        dprev = dcur
        dcur = dprev_next
        for j, (cur_product, cur_j) in zip(
            reversed(range(1, cost.shape[1])), reversed(steps1)
        ):
            # backprop cur[j] = cost[r, j] * t + prev[j] * prev[j - 1]
            #     + cur_product * cur_j
            dcost[r, j] += t * dcur[j]
            dt += cost[r, j] * dcur[j]
            dprev[j] += prev_before[j - 1] * dcur[j]
            dprev[j - 1] += prev_before[j] * dcur[j]
            dcur_product = cur_j * dcur[j]
            dcur_j = cur_product * dcur[j]
            # backprop cur_j = cur[j]
            dcur[j] = dcur_j
            # backprop cur_product = 0.3 * cur[j - 1]
            dcur[j - 1] += 0.3 * dcur_product
    return dcost, dt


def in_arm_forward(x: float, y: float, n: int):
    """Forward pass of in_arm: out and the cache (references, not copies)."""
    xs_0 = x
    xs_1 = y
    xs_2 = x * y
    steps = []
    for r in range(n):
        xs_0_test = r % 2 == 0
        if xs_0_test:
            xs_0, xs_1, xs_2 = x * r, y, xs_0
        steps.append((xs_0_test, xs_1, xs_2))
        xs_1 = xs_1 * xs_2
    out = xs_0 * xs_1 + xs_2
    cache = (x, y, n, steps, xs_0, xs_1)
    return out, cache


def in_arm_backward(dout, cache):
    """Backward pass of in_arm: dx and dy, from dout."""
    x, y, n, steps, xs_0, xs_1 = cache
    # backprop out = xs_0 * xs_1 + xs_2
    dxs_0 = xs_1 * dout
    dxs_1 = xs_0 * dout
    dxs_2 = dout
    dy = 0.0
    dx = 0.0
    for r in reversed(range(n)):
        xs_0_test, xs_1, xs_2 = steps[r]
        # backprop xs_1 = xs_1 * xs_2
        dxs_2 = dxs_2 + xs_1 * dxs_1
        dxs_1 = xs_2 * dxs_1
        if xs_0_test:
            # backprop xs_0, xs_1, xs_2 = x * r, y, xs_0
            dxs_0_next = dxs_0
            dxs_0 = dxs_2
            dy += dxs_1
            dx += r * dxs_0_next
            dxs_1 = 0.0
            dxs_2 = 0.0
    # backprop xs_2 = x * y
    dx += y * dxs_2
    dy += x * dxs_2
    # backprop xs_1 = y
    dy += dxs_1
    # backprop xs_0 = x
    dx += dxs_0
    return dx, dy


def remade_forward(x: float, y: float, n: int):
    """Forward pass of remade: out and the cache (references, not copies)."""
    xs = [x]
    steps = []
    for r in range(n):
        xs_before = copy_of(xs)
        xs = xs + [y * xs[-1]]
        xs_before1 = copy_of(xs)
        xs_test = r % 3 == 2
        if xs_test:
            xs = [xs[0] * xs[-1], x]
        xs_0 = xs[0]
        xs_1 = xs[1]
        xs[0] = xs_0 * xs_1
        steps.append((xs_before, xs_before1, xs_test, xs_0, xs_1))
    sum_xs = sum(xs)
    out = sum_xs * xs[-1]
    cache = (y, steps, xs, sum_xs)
    return out, cache


def remade_backward(dout, cache):
    """Backward pass of remade: dx and dy, from dout."""
    y, steps, xs, sum_xs = cache
    # backprop out = sum_xs * xs[-1]
    dsum_xs = xs[-1] * dout
    dxs = zeros_of(xs)
    dxs[-1] = sum_xs * dout
    # backprop sum_xs = sum(xs)
    dxs = [(item + dsum_xs) for item in dxs]
    dx = 0.0
    dy = 0.0
    for xs_before, xs_before1, xs_test, xs_0, xs_1 in reversed(steps):
        # backprop xs[0] = xs_0 * xs_1
        dxs_0 = xs_1 * dxs[0]
        dxs_1 = xs_0 * dxs[0]
        dxs[0] = 0.0
        # backprop xs_1 = xs[1]
        dxs[1] += dxs_1
        # backprop xs_0 = xs[0]
        dxs[0] += dxs_0
        if xs_test:
            # backprop xs = [xs[0] * xs[-1], x]
            dxs_next = dxs
            dxs = [0.0] * len(xs_before1)
            dxs[0] = xs_before1[-1] * dxs_next[0]
            dxs[-1] += xs_before1[0] * dxs_next[0]
            dx += dxs_next[1]
        # backprop xs = xs + [y * xs[-1]]
        dxs_next1 = dxs
        dxs = dxs_next1[: len(xs_before)]
        dy += xs_before[-1] * dxs_next1[-1]
        dxs[-1] += y * dxs_next1[-1]
    # backprop xs = [x]
    dx += dxs[0]
    return dx, dy


def arrays_written_into_forward(x: "N", k: int):
    """Forward pass of arrays_written_into.

    Gives out and the cache (references, not copies).
    """
    a = [x * 1, x * 2]
    b = [x * 3, x * x]
    steps = []
    for _ in range(k):
        a_before = copy_of(a)
        b[0] += a[0] * a[1]
        b_0_0 = b[0][0]
        b_1_0 = b[1][0]
        b[1][0] = a[1][1] + b_0_0 * b_1_0
        a, b = b, a
        steps.append((a_before, b_0_0, b_1_0))
    out = np.sum(a[0] * b[1])
    cache = (x, steps, b, a)
    return out, cache


def arrays_written_into_backward(dout, cache):
    """Backward pass of arrays_written_into: dx (N,), from dout."""
    x, steps, b, a = cache
    # backprop out = np.sum(a[0] * b[1])
    da = zeros_of(a)
    da[0] += b[1] * dout
    db = zeros_of(b)
    db[1] += a[0] * dout
    for a_before, b_0_0, b_1_0 in reversed(steps):
        # backprop a, b = b, a
        da_next = da
        da = db
        db = da_next
        # backprop b[1][0] = a[1][1] + b_0_0 * b_1_0
        da[1][1] += db[1][0]
        db_0_0 = b_1_0 * db[1][0]
        db_1_0 = b_0_0 * db[1][0]
        db[1][0] = 0.0
        # backprop b_1_0 = b[1][0]
        db[1][0] += db_1_0
        # backprop b_0_0 = b[0][0]
        db[0][0] += db_0_0
        # backprop b[0] += a[0] * a[1]
        da[0] += a_before[1] * db[0]
        da[1] += a_before[0] * db[0]
    # backprop b = [x * 3, x * x]
    dx = 3 * db[0]
    dx += (2 * x) * db[1]
    # backprop a = [x * 1, x * 2]
    dx += da[0]
    dx += 2 * da[1]
    return dx


def kept_if_small_forward(x: float, n: int):
    """Forward pass of kept_if_small: out and the cache (references, not copies)."""
    p = [x, 1.0]
    steps = []
    for r in range(n):
        p_before = copy_of(p)
        q = list(p)
        q[0] = p[0] * p[1]
        q[1] = q[0] + p[1]
        q_before = copy_of(q)
        if q[0] < 5.0:
            p = q
        steps.append((p_before, q_before))
    out = p[0] + p[1]
    cache = (steps, p)
    return out, cache


def kept_if_small_backward(dout, cache):
    """Backward pass of kept_if_small: dx, from dout."""
    steps, p = cache
    # backprop out = p[0] + p[1]
    dp = zeros_of(p)
    dp[0] = dout
    dp[1] += dout
    for p_before, q_before in reversed(steps):
        dq = zeros_of(q_before)
        if q_before[0] < 5.0:
            # backprop p = q
            dq = dp
            dp = zeros_of(p_before)
        # backprop q[1] = q[0] + p[1]
        dq[0] += dq[1]
        dp[1] += dq[1]
        dq[1] = 0.0
        # backprop q[0] = p[0] * p[1]
        dp[0] += p_before[1] * dq[0]
        dp[1] += p_before[0] * dq[0]
        dq[0] = 0.0
        # backprop q = list(p)
        dp = [(item + more) for item, more in zip(dp, dq)]
    # backprop p = [x, 1.0]
    dx = dp[0]
    return dx


def pops_forward(x: "N", w: float):
    """Forward pass of pops: out and the cache (references, not copies)."""
    st = [1.0, w]
    steps = []
    for v in x:
        st_before = copy_of(st)
        st_0 = None
        if v > 0:
            st = [v * w, st[-1]]
        else:
            st_0 = st[0]
            st.append(v * st_0)
        t = None
        st_st_0 = None
        len_st_gt_2 = len(st) > 2
        if len_st_gt_2:
            t = st.pop()
            st_st_0 = st[0]
            st[0] = st_st_0 * t
        steps.append((st_before, st_0, len_st_gt_2, t, st_st_0))
    sum_st = sum(st)
    out = sum_st * st[0]
    cache = (x, w, steps, st, sum_st)
    return out, cache


def pops_backward(dout, cache):
    """Backward pass of pops: dx (N,) and dw, from dout."""
    x, w, steps, st, sum_st = cache
    # backprop out = sum_st * st[0]
    dsum_st = st[0] * dout
    dst = zeros_of(st)
    dst[0] = sum_st * dout
    # backprop sum_st = sum(st)
    dst = [(item + dsum_st) for item in dst]
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        st_before, st_0, len_st_gt_2, t, st_st_0 = steps[i]
        v = x[i]
        if len_st_gt_2:
            # backprop st[0] = st_st_0 * t
            dst_st_0 = t * dst[0]
            dt = st_st_0 * dst[0]
            # backprop st_st_0 = st[0]
            dst[0] = dst_st_0
            # backprop t = st.pop()
            dst.append(dt)
        if v > 0:
            # backprop st = [v * w, st[-1]]
            dst_next = dst
            dv = w * dst_next[0]
            dw += v * dst_next[0]
            dst = [0.0] * len(st_before)
            dst[-1] = dst_next[1]
        else:
            # backprop st.append(v * st_0)
            dst_last = dst.pop()
            dv = st_0 * dst_last
            dst_0 = v * dst_last
            # backprop st_0 = st[0]
            dst[0] += dst_0
        dx[i] = dv
    # backprop st = [1.0, w]
    dw += dst[1]
    return dx, dw


def inserted_forward(x: "N", w: float):
    """Forward pass of inserted: out and the cache (references, not copies)."""
    st = []
    steps = []
    for v in x:
        if v > 0:
            st.insert(0, v * w)
        else:
            st = [v, w * v] + st
        st_st_0 = st[0]
        st[0] = st_st_0 * w
        steps.append((w, st_st_0))
        w = w + st[-1]
    sum_st = sum(st)
    out = sum_st * st[0]
    cache = (x, steps, st, sum_st)
    return out, cache


def inserted_backward(dout, cache):
    """Backward pass of inserted: dx (N,) and dw, from dout."""
    x, steps, st, sum_st = cache
    # backprop out = sum_st * st[0]
    dsum_st = st[0] * dout
    dst = zeros_of(st)
    dst[0] = sum_st * dout
    # backprop sum_st = sum(st)
    dst = [(item + dsum_st) for item in dst]
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        w, st_st_0 = steps[i]
        v = x[i]
        # backprop w = w + st[-1]
        dst[-1] += dw
        # backprop st[0] = st_st_0 * w
        dst_st_0 = w * dst[0]
        dw += st_st_0 * dst[0]
        # backprop st_st_0 = st[0]
        dst[0] = dst_st_0
        if v > 0:
            # backprop st.insert(0, v * w)
            dst_0 = dst.pop(0)
            dv = w * dst_0
            dw += v * dst_0
        else:
            # backprop st = [v, w * v] + st
            dv = dst[0]
            dw += v * dst[1]
            dv += w * dst[1]
            dst = dst[2:]
        dx[i] = dv
    return dx, dw


def nested_forward(x: "N M", w: float):
    """Forward pass of nested: out and the cache (references, not copies)."""
    a = [0.0] * x.shape[1]
    steps = []
    for r in range(x.shape[0]):
        a_before = copy_of(a)
        items = []
        for item in a:
            items.append(item)
        b = items
        steps1 = []
        for j in range(x.shape[1]):
            b_before = copy_of(b)
            if x[r, j] > 0:
                items1 = []
                for u in b:
                    items1.append(u * w)
                b = items1
            b_part = b[j - 1]
            b[j] = b_part * x[r, j] + a[j]
            steps1.append((b_before, j, b_part))
            if b[j] > 3.0:
                break
        b_before1 = copy_of(b)
        if b[0] < 2.0:
            a = b
        a[-1] = a[-1] + w
        steps.append((a_before, steps1, b_before1))
    out = sum(a) + a[0] * a[1]
    cache = (x, w, steps, a)
    return out, cache


def nested_backward(dout, cache):
    """Backward pass of nested: dx (N, M) and dw, from dout."""
    x, w, steps, a = cache
    # backprop out = sum(a) + a[0] * a[1]
    da = [dout] * len(a)
    da[0] += a[1] * dout
    da[1] += a[0] * dout
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for r in reversed(range(x.shape[0])):
        a_before, steps1, b_before1 = steps[r]
        # backprop a[-1] = a[-1] + w
        dw += da[-1]
        db = zeros_of(b_before1)
        if b_before1[0] < 2.0:
            # backprop a = b
            db = da
            da = zeros_of(a_before)
        for b_before, j, b_part in reversed(steps1):
            # backprop b[j] = b_part * x[r, j] + a[j]
            db_part = x[r, j] * db[j]
            dx[r, j] += b_part * db[j]
            da[j] += db[j]
            db[j] = 0.0
            # backprop b_part = b[j - 1]
            db[j - 1] += db_part
            if x[r, j] > 0:
                # backprop b = items1
                ditems1 = copy_of(db)
                db = [None] * len(b_before)
                for i1 in reversed(range(len(b_before))):
                    u = b_before[i1]
                    # backprop items1.append(u * w)
                    ditems1_last = ditems1.pop()
                    du = w * ditems1_last
                    dw += u * ditems1_last
                    db[i1] = du
        # backprop b = items
        ditems = copy_of(db)
        for i in reversed(range(len(a_before))):
            # backprop items.append(item)
            ditem = ditems.pop()
            da[i] += ditem
    return dx, dw


def kept_then_written_forward(x: "N", w: float):
    """Forward pass of kept_then_written: out and the cache (references, not copies)."""
    hist = []
    p = [w, w]
    steps = []
    for v in x:
        p_before = copy_of(p)
        q = [v * p[0], p[1] + v]
        q_before = copy_of(q)
        hist.append(q[0] * q[1])
        if v > 0.2:
            p = q
        p_1 = p[1]
        p_0 = p[0]
        p[1] = p_1 * p_0
        steps.append((p_before, q_before, p_1, p_0))
    out = sum(hist) + p[0] * p[1]
    cache = (x, steps, hist, p)
    return out, cache


def kept_then_written_backward(dout, cache):
    """Backward pass of kept_then_written: dx (N,) and dw, from dout."""
    x, steps, hist, p = cache
    # backprop out = sum(hist) + p[0] * p[1]
    dhist = [dout] * len(hist)
    dp = zeros_of(p)
    dp[0] = p[1] * dout
    dp[1] += p[0] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        p_before, q_before, p_1, p_0 = steps[i]
        v = x[i]
        # backprop p[1] = p_1 * p_0
        dp_1 = p_0 * dp[1]
        dp_0 = p_1 * dp[1]
        dp[1] = 0.0
        # backprop p_0 = p[0]
        dp[0] += dp_0
        # backprop p_1 = p[1]
        dp[1] += dp_1
        dq = [0.0, 0.0]
        if v > 0.2:
            # backprop p = q
            dq = dp
            dp = zeros_of(p_before)
        # backprop hist.append(q[0] * q[1])
        dhist_last = dhist.pop()
        dq_0 = q_before[1] * dhist_last
        dq_1 = q_before[0] * dhist_last
        # backprop q = [v * p[0], p[1] + v]
        dv = p_before[0] * dq_0
        dp[0] += v * dq_0
        dp[1] += dq_1
        dv += dq_1
        dv += p_before[0] * dq[0]
        dp[0] += v * dq[0]
        dp[1] += dq[1]
        dv += dq[1]
        dx[i] = dv
    # backprop p = [w, w]
    dw = dp[0]
    dw += dp[1]
    return dx, dw


def while_swap_forward(x: float, n: int):
    """Forward pass of while_swap: out and the cache (references, not copies)."""
    a = [x, 1.0, x * x]
    b = [0.0] * 3
    k = 0
    a_before = []
    while k < n:
        a_before1 = copy_of(a)
        for r in range(3):
            b[r] = a[r] * a[r - 1] + 0.1 * b[r - 1]
        a, b = b, a
        k += 1
        a_before.append(a_before1)
        if a[0] > 10.0:
            break
    out = a[0] + 2 * b[1] * a[2]
    cache = (x, a_before, b, a)
    return out, cache


def while_swap_backward(dout, cache):
    """Backward pass of while_swap: dx, from dout."""
    x, a_before, b, a = cache
    # backprop out = a[0] + 2 * b[1] * a[2]
    da = zeros_of(a)
    da[0] = dout
    db = zeros_of(b)
    db[1] = 2 * a[2] * dout
    da[2] += 2 * b[1] * dout
    for a_before1 in reversed(a_before):
        # backprop a, b = b, a
        da_next = da
        da = db
        db = da_next
        for r in reversed(range(3)):
            # backprop b[r] = a[r] * a[r - 1] + 0.1 * b[r - 1]
            db_r = db[r]
            db[r] = 0.0
            da[r] += a_before1[r - 1] * db_r
            da[r - 1] += a_before1[r] * db_r
            db[r - 1] += 0.1 * db_r
    # backprop a = [x, 1.0, x * x]
    dx = da[0]
    dx += (2 * x) * da[2]
    return dx


def swap_in_arm_forward(x: float, n: int):
    """Forward pass of swap_in_arm: out and the cache (references, not copies)."""
    a = [x, 1.0, x * x]
    b = [x, x, 2.0]
    steps = []
    for k in range(n):
        if k % 2:
            a, b = b, a
        b_before = copy_of(b)
        a_part = a[k % 3]
        a[k % 3] = a_part * b[0] + x
        steps.append((b_before, a_part))
    out = a[0] + 2 * b[1] * a[2]
    cache = (x, n, steps, a, b)
    return out, cache


def swap_in_arm_backward(dout, cache):
    """Backward pass of swap_in_arm: dx, from dout."""
    x, n, steps, a, b = cache
    # backprop out = a[0] + 2 * b[1] * a[2]
    da = zeros_of(a)
    da[0] = dout
    db = zeros_of(b)
    db[1] = 2 * a[2] * dout
    da[2] += 2 * b[1] * dout
    dx = 0.0
    for k in reversed(range(n)):
        b_before, a_part = steps[k]
        # backprop a[k % 3] = a_part * b[0] + x
        da_part = b_before[0] * da[k % 3]
        db[0] += a_part * da[k % 3]
        dx += da[k % 3]
        # backprop a_part = a[k % 3]
        da[k % 3] = da_part
        if k % 2:
            # backprop a, b = b, a
            da_next = da
            da = db
            db = copy_of(da_next)
    # backprop b = [x, x, 2.0]
    dx += db[0]
    dx += db[1]
    # backprop a = [x, 1.0, x * x]
    dx += da[0]
    dx += (2 * x) * da[2]
    return dx


def three_buffers_forward(x: "N", s: float):
    """Forward pass of three_buffers: out and the cache (references, not copies)."""
    a = []
    for v in x:
        a.append(v * s)
    b = []
    for v1 in x:
        b.append(v1)
    c = [0.0] * len(x)
    steps = []
    for t in range(4):
        a_before = copy_of(a)
        b_before = copy_of(b)
        for r in range(len(x)):
            c[r] = 0.5 * a[r] * b[r - 1] + 0.2 * b[r]
        a, b, c = b, c, a
        steps.append((a_before, b_before))
    out = sum(a) + b[0] * c[1]
    cache = (x, s, steps, c, a, b)
    return out, cache


def three_buffers_backward(dout, cache):
    """Backward pass of three_buffers: dx (N,) and ds, from dout."""
    x, s, steps, c, a, b = cache
    # backprop out = sum(a) + b[0] * c[1]
    da = [dout] * len(a)
    db = zeros_of(b)
    db[0] = c[1] * dout
    dc = zeros_of(c)
    dc[1] = b[0] * dout
    for a_before, b_before in reversed(steps):
        # backprop a, b, c = b, c, a
        da_next = da
        da = dc
        dc = db
        db = da_next
        for r in reversed(range(len(x))):
            # backprop c[r] = 0.5 * a[r] * b[r - 1] + 0.2 * b[r]
            da[r] += 0.5 * b_before[r - 1] * dc[r]
            db[r - 1] += 0.5 * a_before[r] * dc[r]
            db[r] += 0.2 * dc[r]
            dc[r] = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        # backprop b.append(v1)
        dv1 = db.pop()
        dx[i1] = dv1
    ds = 0.0
    for i in reversed(range(len(x))):
        v = x[i]
        # backprop a.append(v * s)
        da_last = da.pop()
        dv = s * da_last
        ds += v * da_last
        dx[i] += dv
    return dx, ds


def given_back_forward(x: float, y: float, n: int):
    """Forward pass of given_back: out and the cache (references, not copies)."""
    a_0 = x
    a_1 = y
    steps = []
    for r in range(n):
        a_0_before = a_0
        a_0_test = r % 2 == 0
        if a_0_test:
            a_0, a_1 = a_1, a_0 * y
        a_1_before = a_1
        a_1 *= x
        steps.append((a_0_before, a_0_test, a_1_before))
    out = [a_0, a_1]
    cache = (x, y, steps)
    return out, cache


def given_back_backward(dout, cache):
    """Backward pass of given_back: dx and dy, from dout."""
    x, y, steps = cache
    # backprop out = [a_0, a_1]
    da_0 = dout[0]
    da_1 = dout[1]
    dx = 0.0
    dy = 0.0
    for a_0_before, a_0_test, a_1_before in reversed(steps):
        # backprop a_1 *= x
        dx += a_1_before * da_1
        da_1 = x * da_1
        if a_0_test:
            # backprop a_0, a_1 = a_1, a_0 * y
            da_0_next = da_0
            da_0 = y * da_1
            dy += a_0_before * da_1
            da_1 = da_0_next
    # backprop a_1 = y
    dy += da_1
    # backprop a_0 = x
    dx += da_0
    return dx, dy


def both_given_back_forward(x: float, y: float, n: int):
    """Forward pass of both_given_back: a, b and the cache (references, not copies)."""
    a = [x, y]
    b = [y, x]
    steps = []
    for r in range(n):
        a_before = copy_of(a)
        b[0] = a[0] * a[1]
        a, b = b, a
        a_1 = a[1]
        a[1] = a_1 * x
        steps.append((a_before, a_1))
    cache = (x, steps)
    return a, b, cache


def both_given_back_backward(da, db, cache):
    """Backward pass of both_given_back: dx and dy, from da and db."""
    x, steps = cache
    dx = 0.0
    for a_before, a_1 in reversed(steps):
        # backprop a[1] = a_1 * x
        da_1 = x * da[1]
        dx += a_1 * da[1]
        # backprop a_1 = a[1]
        da = copy_of(da)
        da[1] = da_1
        # backprop a, b = b, a
        da_next = da
        da = copy_of(db)
        db = da_next
        # backprop b[0] = a[0] * a[1]
        da[0] += a_before[1] * db[0]
        da[1] += a_before[0] * db[0]
        db[0] = 0.0
    # backprop b = [y, x]
    dy = db[0]
    dx += db[1]
    # backprop a = [x, y]
    dx += da[0]
    dy = dy + da[1]
    return dx, dy


def arg_list_copied_forward(xs: list[float], w: float, n: int):
    """Forward pass of arg_list_copied: out and the cache (references, not copies)."""
    items = []
    for item in xs:
        items.append(item)
    a = items
    steps = []
    for r in range(n):
        a_before = copy_of(a)
        items1_test = r % 2 == 1
        if items1_test:
            items1 = []
            for v in a:
                items1.append(v * w)
            a = items1
        a_0 = a[0]
        a_1 = a[1]
        a[0] = a_0 * a_1
        steps.append((a_before, items1_test, a_0, a_1))
    sum_a = sum(a)
    out = sum_a * xs[0]
    cache = (xs, w, steps, a, sum_a)
    return out, cache


def arg_list_copied_backward(dout, cache):
    """Backward pass of arg_list_copied: dxs and dw, from dout."""
    xs, w, steps, a, sum_a = cache
    # backprop out = sum_a * xs[0]
    dsum_a = xs[0] * dout
    dxs = [0.0] * len(xs)
    dxs[0] = sum_a * dout
    # backprop sum_a = sum(a)
    da = [dsum_a] * len(a)
    dw = 0.0
    for a_before, items1_test, a_0, a_1 in reversed(steps):
        # backprop a[0] = a_0 * a_1
        da_0 = a_1 * da[0]
        da_1 = a_0 * da[0]
        da[0] = 0.0
        # backprop a_1 = a[1]
        da[1] += da_1
        # backprop a_0 = a[0]
        da[0] += da_0
        if items1_test:
            # backprop a = items1
            ditems1 = da
            da = [None] * len(a_before)
            for i1 in reversed(range(len(a_before))):
                v = a_before[i1]
                # backprop items1.append(v * w)
                ditems1_last = ditems1.pop()
                dv = w * ditems1_last
                dw += v * ditems1_last
                da[i1] = dv
    # backprop a = items
    ditems = da
    for i in reversed(range(len(xs))):
        # backprop items.append(item)
        ditem = ditems.pop()
        dxs[i] += ditem
    return dxs, dw


def sorted_then_forward(x: "N", w: float):
    """Forward pass of sorted_then: out and the cache (references, not copies)."""
    a = []
    for v in x:
        a.append(v * w)
    steps = []
    for r in range(3):
        a_before = copy_of(a)
        order = None
        if r == 1:
            order = sorted(range(len(a)), key=a.__getitem__)
            items = []
            for i in order:
                items.append(a[i])
            a = items
        a_r = a[r]
        a_0 = a[0]
        a[r] = a_r * a_0
        steps.append((a_before, order, a_r, a_0))
    sum_a = sum(a)
    out = sum_a * a[1]
    cache = (x, w, steps, a, sum_a)
    return out, cache


def sorted_then_backward(dout, cache):
    """Backward pass of sorted_then: dx (N,) and dw, from dout."""
    x, w, steps, a, sum_a = cache
    # backprop out = sum_a * a[1]
    dsum_a = a[1] * dout
    da = zeros_of(a)
    da[1] = sum_a * dout
    # backprop sum_a = sum(a)
    da = [(item + dsum_a) for item in da]
    for r in reversed(range(3)):
        a_before, order, a_r, a_0 = steps[r]
        # backprop a[r] = a_r * a_0
        da_r = a_0 * da[r]
        da_0 = a_r * da[r]
        da[r] = 0.0
        # backprop a_0 = a[0]
        da[0] += da_0
        # backprop a_r = a[r]
        da[r] += da_r
        if r == 1:
            # backprop a = items
            ditems = da
            da = zeros_of(a_before)
            for i in reversed(order):
                # backprop items.append(a[i])
                da[i] += ditems.pop()
    dw = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i1 in reversed(range(len(x))):
        v = x[i1]
        # backprop a.append(v * w)
        da_last = da.pop()
        dv = w * da_last
        dw += v * da_last
        dx[i1] = dv
    return dx, dw


def items_that_are_arrays_forward(x: "N", w: float):
    """Forward pass of items_that_are_arrays.

    Gives out and the cache (references, not copies).
    """
    a_0 = x * w
    a_1 = x + w
    steps = []
    for r in range(3):
        a_1_before = a_1.copy()
        a_0_before = a_0
        if r == 1:
            a_0, a_1 = a_1 * 2, a_0 * a_1
        a_0_before1 = a_0
        a_0 = a_0 * w
        a_1[0] = a_0[1] * w
        a_1 = a_1 + a_0
        steps.append((a_0_before, a_1_before, a_0_before1, a_0))
    out = np.sum(a_0 * a_1)
    cache = (x, w, steps, a_0, a_1)
    return out, cache


def items_that_are_arrays_backward(dout, cache):
    """Backward pass of items_that_are_arrays: dx (N,) and dw, from dout."""
    x, w, steps, a_0, a_1 = cache
    # backprop out = np.sum(a_0 * a_1)
    da_0 = a_1 * dout
    da_1 = a_0 * dout
    dw = 0.0
    for r in reversed(range(3)):
        a_0_before, a_1_before, a_0_before1, a_0 = steps[r]
        # backprop a_1 = a_1 + a_0
        da_0 += da_1
        # backprop a_1[0] = a_0[1] * w
        da_0[1] += w * da_1[0]
        dw += a_0[1] * da_1[0]
        da_1[0] = 0.0
        # backprop a_0 = a_0 * w
        dw += a_0_before1 @ da_0
        da_0 = w * da_0
        if r == 1:
            # backprop a_0, a_1 = a_1 * 2, a_0 * a_1
            da_0_next = da_0
            da_0 = a_1_before * da_1
            da_1 = a_0_before * da_1
            da_1 += 2 * da_0_next
    # backprop a_1 = x + w
    dx = da_1
    dw += np.sum(da_1)
    # backprop a_0 = x * w
    dx += w * da_0
    dw += x @ da_0
    return dx, dw


def items_out_forward(x: float, y: float, n: int):
    """Forward pass of items_out: out and the cache (references, not copies)."""
    a_0 = x
    a_1 = y
    u = a_0
    steps = []
    for r in range(n):
        a_0_before = a_0
        a_1_before = a_1
        u_before = u
        a_0_test = r % 2 == 0
        if a_0_test:
            a_0, a_1 = a_1 * u, a_0 * y
        swapped = a_0
        swapped1 = u * a_1
        u1 = swapped
        a_0 = swapped1
        u1 += a_0 * a_0
        u = u1 + a_1 * a_1
        steps.append((a_0_before, a_1_before, u_before, a_0_test, a_1, a_0))
    out = u * a_0
    cache = (y, steps, a_0, u)
    return out, cache


def items_out_backward(dout, cache):
    """Backward pass of items_out: dx and dy, from dout."""
    y, steps, a_0, u = cache
    # backprop out = u * a_0
    du = a_0 * dout
    da_0 = u * dout
    da_1 = 0.0
    dy = 0.0
    for a_0_before, a_1_before, u_before, a_0_test, a_1, a_0 in reversed(steps):
        # backprop u = u1 + a_1 * a_1
        da_1 += (2 * a_1) * du
        du1 = du
        # backprop u1 += a_0 * a_0
        da_0 += (2 * a_0) * du1
        # backprop a_0 = swapped1
        dswapped1 = da_0
        # backprop u1 = swapped
        dswapped = du1
        # backprop swapped1 = u * a_1
        du = a_1 * dswapped1
        da_1 += u_before * dswapped1
        # backprop swapped = a_0
        da_0 = dswapped
        if a_0_test:
            # backprop a_0, a_1 = a_1 * u, a_0 * y
            da_0_next = da_0
            da_0 = y * da_1
            dy += a_0_before * da_1
            da_1 = u_before * da_0_next
            du += a_1_before * da_0_next
    # backprop u = a_0
    da_0 += du
    # backprop a_1 = y
    dy += da_1
    # backprop a_0 = x
    dx = da_0
    return dx, dy
