# arguments in_loops: xs=(3,), rows=[(2, 2), (2, 2), (2, 2)], a=(), n=3
# arguments in_expressions: xs=(3,), ys=(3,), a=()
# names matter: a place is called as nothing else is
import itertools
from itertools import combinations, pairwise

import numpy as np


def in_loops(xs: "N", rows: list["2 2"], a: float, n: int):
    t = a * a
    for i, j in itertools.product(range(n), range(2)):
        if i == j:
            continue
        t = t * xs[i] + xs[j]
    for p, q in combinations(rows, 2):
        q = q * a
        t += np.sum(p * q)
    for i, j in combinations(range(n), 2):
        t += xs[i] * xs[j] * t
    for u, v in pairwise(xs):
        t += (v - u) ** 2
    return t


def in_expressions(xs: list[float], ys: list[float], a: float):
    s = sum(u * v for u, v in itertools.product(xs, ys) if u > v)
    zs = [u * v * a for u, v in itertools.pairwise(xs)]
    return s * zs[0] + sum((u - v) ** 2 for u, v in combinations(ys, 2))


# output
"""Forward and backward passes of loops_over_combinations.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def in_loops_forward(xs: "N", rows: list["2 2"], a: float, n: int):
    """Forward pass of in_loops: t and the cache (references, not copies)."""
    t = a * a
    steps = []
    for i in range(n):
        t_before = []
        for j in range(2):
            t_before.append(t)
            if i != j:
                t = t * xs[i] + xs[j]
        steps.append(t_before)
    steps1 = []
    for i1, p in enumerate(rows):
        steps2 = []
        for j1 in range(i1 + 1, len(rows)):
            q = rows[j1]
            q1 = q * a
            sum_in = p * q1
            t += np.sum(sum_in)
            steps2.append((q, q1, sum_in))
        steps1.append(steps2)
    steps3 = []
    for i in range(n):
        steps4 = []
        for j in range(i + 1, n):
            t_before1 = t
            xs_i_times_xs_j = xs[i] * xs[j]
            t += xs_i_times_xs_j * t
            steps4.append((t_before1, xs_i_times_xs_j))
        steps3.append(steps4)
    steps5 = []
    for u, v in zip(xs, xs[1:]):
        v_minus_u = v - u
        t += v_minus_u**2
        steps5.append(v_minus_u)
    cache = (xs, rows, a, n, steps, steps1, steps3, steps5)
    return t, cache


def in_loops_backward(dt, cache):
    """Backward pass of in_loops: dxs (N,), drows and da, from dt."""
    xs, rows, a, n, steps, steps1, steps3, steps5 = cache
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for i2 in reversed(range(min(len(xs), len(xs[1:])))):
        v_minus_u = steps5[i2]
        # backprop t += v_minus_u**2
        dv_minus_u = (2 * v_minus_u) * dt
        # backprop v_minus_u = v - u
        dv = dv_minus_u
        du = -dv_minus_u
        dxs[1:][i2] += dv
        dxs[i2] += du
    for i in reversed(range(n)):
        steps4 = steps3[i]
        for j, (t_before1, xs_i_times_xs_j) in zip(
            reversed(range(i + 1, n)), reversed(steps4)
        ):
            # backprop t += xs_i_times_xs_j * t
            dxs_i_times_xs_j = t_before1 * dt
            dt = dt + xs_i_times_xs_j * dt
            # backprop xs_i_times_xs_j = xs[i] * xs[j]
            dxs[i] += xs[j] * dxs_i_times_xs_j
            dxs[j] += xs[i] * dxs_i_times_xs_j
    da = 0.0
    drows = zeros_of(rows)
    for i1 in reversed(range(len(rows))):
        steps2 = steps1[i1]
        p = rows[i1]
        dp = np.zeros_like(p, dtype=np.result_type(p, 1.0))
        for j1, (q, q1, sum_in) in zip(
            reversed(range(i1 + 1, len(rows))), reversed(steps2)
        ):
            # backprop t += np.sum(sum_in)
            dsum_in = np.ones_like(sum_in) * dt
            # backprop sum_in = p * q1
            dp += unbroadcast(q1 * dsum_in, p)
            dq1 = unbroadcast(p * dsum_in, q1)
            # backprop q1 = q * a
            da += np.sum(q * dq1)
            dq = a * dq1
            # backprop q = rows[j1]
            drows[j1] += dq
        drows[i1] += dp
    for i in reversed(range(n)):
        t_before = steps[i]
        for j in reversed(range(2)):
            t = t_before[j]
            if i != j:
                # backprop t = t * xs[i] + xs[j]
                dxs[i] += t * dt
                dxs[j] += dt
                dt = xs[i] * dt
    # backprop t = a * a
    da += (2 * a) * dt
    return dxs, drows, da


def in_expressions_forward(xs: list[float], ys: list[float], a: float):
    """Forward pass of in_expressions: out and the cache (references, not copies)."""
    s = 0
    for u in xs:
        for v in ys:
            if u > v:
                s += u * v
    zs = []
    steps = []
    for u1, v1 in zip(xs, xs[1:]):
        u1_times_v1 = u1 * v1
        zs.append(u1_times_v1 * a)
        steps.append(u1_times_v1)
    total = 0
    steps1 = []
    for i in range(len(ys)):
        steps2 = []
        for j in range(i + 1, len(ys)):
            ys_i_minus_ys_j = ys[i] - ys[j]
            total += ys_i_minus_ys_j**2
            steps2.append(ys_i_minus_ys_j)
        steps1.append(steps2)
    out = s * zs[0] + total
    cache = (xs, ys, a, s, steps, zs, steps1)
    return out, cache


def in_expressions_backward(dout, cache):
    """Backward pass of in_expressions: dxs, dys and da, from dout."""
    xs, ys, a, s, steps, zs, steps1 = cache
    # backprop out = s * zs[0] + total
    ds = zs[0] * dout
    dzs = zeros_of(zs)
    dzs[0] = s * dout
    dtotal = dout
    dys = [0.0] * len(ys)
    for i in reversed(range(len(ys))):
        steps2 = steps1[i]
        for j, ys_i_minus_ys_j in zip(
            reversed(range(i + 1, len(ys))), reversed(steps2)
        ):
            # backprop total += ys_i_minus_ys_j**2
            dys_i_minus_ys_j = (2 * ys_i_minus_ys_j) * dtotal
            # backprop ys_i_minus_ys_j = ys[i] - ys[j]
            dys[i] += dys_i_minus_ys_j
            dys[j] -= dys_i_minus_ys_j
    da = 0.0
    dxs = [0.0] * len(xs)
    for i3 in reversed(range(min(len(xs), len(xs[1:])))):
        u1_times_v1 = steps[i3]
        u1 = xs[i3]
        v1 = xs[1:][i3]
        # backprop zs.append(u1_times_v1 * a)
        dzs_last = dzs.pop()
        du1_times_v1 = a * dzs_last
        da += u1_times_v1 * dzs_last
        # backprop u1_times_v1 = u1 * v1
        du1 = v1 * du1_times_v1
        dv1 = u1 * du1_times_v1
        dxs[i3 + 1] += dv1
        dxs[i3] += du1
    for i1 in reversed(range(len(xs))):
        u = xs[i1]
        du = 0.0
        for i2 in reversed(range(len(ys))):
            v = ys[i2]
            dv = 0.0
            if u > v:
                # backprop s += u * v
                du += v * ds
                dv = u * ds
            dys[i2] += dv
        dxs[i1] += du
    return dxs, dys, da
