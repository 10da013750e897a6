# arguments kept_by_name: x=(3,), s=0.6, n=4
# arguments swapped: x=(3,), s=0.6, n=4
# arguments none_in_all: x=(3,), s=0.6, n=4
# arguments filled_anew: xs=[0.5, 0.7, 0.9, 1.1, 0.3], s=0.6, n=4
# arguments dict_kept_by_name: x=(3,), s=0.6, n=4
# arguments chosen: x=(3,), s=0.6, n=4
# arguments chosen_of_three: x=(3,), s=0.6, n=4
# arguments: x=(3,), s=0.6, n=4
# first order only filled_anew: the method pop stands in an expression
# first order only dict_kept_by_name: zeros of what may be None
# first order only chosen_of_three: lists that a block makes anew
import numpy as np


def kept_by_name(x: "N", s: float, n: int):
    cur = None
    for k in range(n):
        prev = cur
        cur = [x * s, x]
        if prev is not None:
            s = s + prev[0][0] * cur[1][1]
    return cur[0] * s


def swapped(x: "N", s: float, n: int):
    cur = None
    for k in range(n):
        cur, prev = (x * s, x), cur
        if prev is not None:
            s = s + prev[0][0] * cur[1][1]
    return cur[0] * s


def none_in_all(x: "N", s: float, n: int):
    p = None
    if n > 7:
        p = [x * s, x]
    q = p
    r = q
    if r is None:
        return x * s
    return r[0] * s


def filled_anew(xs: list[float], s: float, n: int):
    cur = None
    for k in range(n):
        prev = cur
        cur = [v * s for v in xs]
        if prev is not None:
            s = s + prev[0] * cur[1]
    return cur[0] * s


def dict_kept_by_name(x: "N", s: float, n: int):
    cur = None
    for k in range(n):
        prev = cur
        cur = {"a": x * s}
        if prev is None:
            continue
        s = s + prev["a"][0]
    return cur["a"] * s


def chosen(x: "N", s: float, n: int):
    cur = None
    for k in range(n):
        prev = cur if k > 1 else None
        cur = [x * s, s]
        if prev is not None:
            s = s + prev[0][0] * prev[1]
    return cur[0] * s


def chosen_of_three(x: "N", s: float, n: int):
    a, b = [x * s, x], [x, x * x]
    p = a if n > 9 else b if n > 8 else None
    if p is not None:
        s = s + p[0][0]
    return a[0] * b[1] * s


# output
"""Forward and backward passes of containers_that_may_be_none_by_another_name.py: do not
edit.

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


def kept_by_name_forward(x: "N", s: float, n: int):
    """Forward pass of kept_by_name: out and the cache (references, not copies)."""
    cur = None
    steps = []
    for k in range(n):
        s_before = s
        prev = cur
        cur = [x * s, x]
        s_test = prev is not None
        if s_test:
            s = s + prev[0][0] * cur[1][1]
        steps.append((s_before, prev, cur, s_test))
    out = cur[0] * s
    cache = (x, steps, cur, s)
    return out, cache


def kept_by_name_backward(dout, cache):
    """Backward pass of kept_by_name: dx (N,) and ds, from dout."""
    x, steps, cur, s = cache
    # backprop out = cur[0] * s
    dcur = zeros_of(cur)
    dcur[0] += s * dout
    ds = unbroadcast(cur[0] * dout, s)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for s_before, prev, cur, s_test in reversed(steps):
        dprev = zeros_of(prev)
        dcur_1 = np.zeros_like(cur[1], dtype=np.result_type(cur[1], 1.0))
        if s_test:
            # backprop s = s + prev[0][0] * cur[1][1]
            dprev[0][0] += unbroadcast(cur[1][1] * ds, prev[0][0])
            dcur_1[1] = np.sum(prev[0][0] * ds)
            ds = unbroadcast(ds, s_before)
        # backprop cur = [x * s, x]
        dx += dcur_1
        dx += unbroadcast(s_before * dcur[0], x)
        ds += unbroadcast(x * dcur[0], s_before)
        dx += dcur[1]
        # backprop prev = cur
        dcur = dprev
    return dx, ds


def swapped_forward(x: "N", s: float, n: int):
    """Forward pass of swapped: out and the cache (references, not copies)."""
    cur = None
    steps = []
    for k in range(n):
        cur_before = cur
        s_before = s
        cur, prev = (x * s, x), cur
        s_test = prev is not None
        if s_test:
            s = s + prev[0][0] * cur[1][1]
        steps.append((cur_before, s_before, cur, prev, s_test))
    out = cur[0] * s
    cache = (x, steps, cur, s)
    return out, cache


def swapped_backward(dout, cache):
    """Backward pass of swapped: dx (N,) and ds, from dout."""
    x, steps, cur, s = cache
    # backprop out = cur[0] * s
    dcur = zeros_of(cur)
    dcur[0] += s * dout
    ds = unbroadcast(cur[0] * dout, s)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for cur_before, s_before, cur, prev, s_test in reversed(steps):
        dcur_1 = np.zeros_like(cur[1], dtype=np.result_type(cur[1], 1.0))
        dprev = zeros_of(prev)
        if s_test:
            # backprop s = s + prev[0][0] * cur[1][1]
            dprev[0][0] += unbroadcast(cur[1][1] * ds, prev[0][0])
            dcur_1[1] = np.sum(prev[0][0] * ds)
            ds = unbroadcast(ds, s_before)
        # backprop cur, prev = (x * s, x), cur
        dcur_next = dcur
        dcur = added(zeros_of(cur_before), dprev)
        dx += dcur_1
        dx += unbroadcast(s_before * dcur_next[0], x)
        ds += unbroadcast(x * dcur_next[0], s_before)
        dx += dcur_next[1]
    return dx, ds


def none_in_all_forward(x: "N", s: float, n: int):
    """Forward pass of none_in_all: out (N,) and the cache (references, not copies)."""
    p = None
    if n > 7:
        p = [x * s, x]
    q = p
    r = q
    out_test = r is None
    if out_test:
        out = x * s
    else:
        out = r[0] * s
    cache = (x, s, n, r, out_test)
    return out, cache


def none_in_all_backward(dout, cache):
    """Backward pass of none_in_all: dx (N,) and ds, from dout (N,)."""
    x, s, n, r, out_test = cache
    if out_test:
        # backprop out = x * s
        dx = s * dout
        ds = x @ dout
        dr = zeros_of(r)
    else:
        # backprop out = r[0] * s
        dr = zeros_of(r)
        dr[0] += s * dout
        ds = r[0] @ dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    # backprop r = q
    dq = dr
    # backprop q = p
    dp = dq
    if n > 7:
        # backprop p = [x * s, x]
        dx += s * dp[0]
        ds += x @ dp[0]
        dx += dp[1]
    return dx, ds


def filled_anew_forward(xs: list[float], s: float, n: int):
    """Forward pass of filled_anew: out and the cache (references, not copies)."""
    cur = None
    steps = []
    for k in range(n):
        s_before = s
        prev = cur
        cur = []
        for v in xs:
            cur.append(v * s)
        s_test = prev is not None
        if s_test:
            s = s + prev[0] * cur[1]
        steps.append((s_before, prev, cur, s_test))
    out = cur[0] * s
    cache = (xs, steps, cur, s)
    return out, cache


def filled_anew_backward(dout, cache):
    """Backward pass of filled_anew: dxs and ds, from dout."""
    xs, steps, cur, s = cache
    # backprop out = cur[0] * s
    dcur = zeros_of(cur)
    dcur[0] = s * dout
    ds = cur[0] * dout
    dxs = [0.0] * len(xs)
    for s_before, prev, cur, s_test in reversed(steps):
        dprev = zeros_of(prev)
        if s_test:
            # backprop s = s + prev[0] * cur[1]
            dprev[0] = cur[1] * ds
            dcur[1] += prev[0] * ds
        for i in reversed(range(len(xs))):
            v = xs[i]
            # backprop cur.append(v * s)
            dcur_last = dcur.pop()
            dv = s_before * dcur_last
            ds += v * dcur_last
            dxs[i] += dv
        # backprop prev = cur
        dcur = dprev
    return dxs, ds


def dict_kept_by_name_forward(x: "N", s: float, n: int):
    """Forward pass of dict_kept_by_name: out and the cache (references, not copies)."""
    cur = None
    steps = []
    for k in range(n):
        s_before = s
        prev = cur
        cur = {"a": x * s}
        a = None
        s_test = prev is not None
        if s_test:
            a = prev["a"]
            s = s + a[0]
        steps.append((s_before, prev, s_test, a))
    out = cur["a"] * s
    cache = (x, steps, cur, s)
    return out, cache


def dict_kept_by_name_backward(dout, cache):
    """Backward pass of dict_kept_by_name: dx (N,) and ds, from dout."""
    x, steps, cur, s = cache
    # backprop out = cur["a"] * s
    dcur = zeros_of(cur)
    dcur["a"] += s * dout
    ds = unbroadcast(cur["a"] * dout, s)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for s_before, prev, s_test, a in reversed(steps):
        dprev = zeros_of(prev)
        if s_test:
            # backprop s = s + a[0]
            da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
            da[0] = unbroadcast(ds, prev["a"][0])
            ds = unbroadcast(ds, s_before)
            # backprop a = prev["a"]
            dprev["a"] += da
        # backprop cur = {"a": x * s}
        dx += unbroadcast(s_before * dcur["a"], x)
        ds += unbroadcast(x * dcur["a"], s_before)
        # backprop prev = cur
        dcur = dprev
    return dx, ds


def chosen_forward(x: "N", s: float, n: int):
    """Forward pass of chosen: out and the cache (references, not copies)."""
    cur = None
    steps = []
    for k in range(n):
        cur_before = cur
        s_before = s
        prev = cur if k > 1 else None
        cur = [x * s, s]
        s_test = prev is not None
        if s_test:
            s = s + prev[0][0] * prev[1]
        steps.append((cur_before, s_before, prev, s_test))
    out = cur[0] * s
    cache = (x, n, steps, cur, s)
    return out, cache


def chosen_backward(dout, cache):
    """Backward pass of chosen: dx (N,) and ds, from dout."""
    x, n, steps, cur, s = cache
    # backprop out = cur[0] * s
    dcur = zeros_of(cur)
    dcur[0] += s * dout
    ds = unbroadcast(cur[0] * dout, s)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        cur_before, s_before, prev, s_test = steps[k]
        dprev = zeros_of(prev)
        if s_test:
            # backprop s = s + prev[0][0] * prev[1]
            dprev[0][0] += unbroadcast(prev[1] * ds, prev[0][0])
            dprev[1] += unbroadcast(prev[0][0] * ds, prev[1])
            ds = unbroadcast(ds, s_before)
        # backprop cur = [x * s, s]
        dx += unbroadcast(s_before * dcur[0], x)
        ds += unbroadcast(x * dcur[0], s_before)
        ds += dcur[1]
        # backprop prev = cur if k > 1 else None
        dcur = dprev if k > 1 else zeros_of(cur_before)
    return dx, ds


def chosen_of_three_forward(x: "N", s: float, n: int):
    """Forward pass of chosen_of_three.

    Gives out (N,) and the cache (references, not copies).
    """
    a, b = [x * s, x], [x, x * x]
    p = a if n > 9 else b if n > 8 else None
    s_before = s
    s_test = p is not None
    if s_test:
        s = s + p[0][0]
    a_0_times_b_1 = a[0] * b[1]
    out = a_0_times_b_1 * s
    cache = (x, s_before, n, a, b, p, s_test, s, a_0_times_b_1)
    return out, cache


def chosen_of_three_backward(dout, cache):
    """Backward pass of chosen_of_three: dx (N,) and ds, from dout (N,)."""
    x, s_before, n, a, b, p, s_test, s, a_0_times_b_1 = cache
    # backprop out = a_0_times_b_1 * s
    da_0_times_b_1 = s * dout
    ds = a_0_times_b_1 @ dout
    # backprop a_0_times_b_1 = a[0] * b[1]
    da_0 = b[1] * da_0_times_b_1
    db_1 = a[0] * da_0_times_b_1
    dp = zeros_of(p)
    if s_test:
        # backprop s = s + p[0][0]
        dp[0][0] += ds
    # backprop p = a if n > 9 else b if n > 8 else None
    da = (
        dp
        if n > 9
        else [
            np.zeros_like(a[0], dtype=np.result_type(a[0], 1.0)),
            np.zeros_like(a[1], dtype=np.result_type(a[1], 1.0)),
        ]
    )
    db = (
        [
            np.zeros_like(b[0], dtype=np.result_type(b[0], 1.0)),
            np.zeros_like(b[1], dtype=np.result_type(b[1], 1.0)),
        ]
        if n > 9
        else (
            dp
            if n > 8
            else [
                np.zeros_like(b[0], dtype=np.result_type(b[0], 1.0)),
                np.zeros_like(b[1], dtype=np.result_type(b[1], 1.0)),
            ]
        )
    )
    # backprop a, b = [x * s, x], [x, x * x]
    dx = (2 * x) * db_1
    dx += db[0]
    dx += (2 * x) * db[1]
    dx += s_before * da_0
    ds += x @ da_0
    dx += s_before * da[0]
    ds += x @ da[0]
    dx += da[1]
    return dx, ds
