# arguments windows: xs=[0.3, 0.5, -0.7, 1.1, 0.2], s=0.7, n=3
# arguments heads_and_tails: xs=[0.3, 0.5, -0.7, 1.1, 0.2], s=0.7
# arguments of_known_items: x=(4,), s=0.7
# arguments written_into: x=(4,), s=0.7
# arguments of_tuples: x=(4,), s=0.7
# first order only windows: a write into a slice of a list, which may change its length
# first order only heads_and_tails: the method pop writes into an array or a list
# first order only of_known_items: this writes into memory that dh_0 may name too
# first order only written_into: this writes into memory that dh_i may name too
# first order only of_tuples: this writes into an argument
import numpy as np


def windows(xs: list[float], s: float, n: int):
    total = 0.0
    for i in range(len(xs) - n + 1):
        total += (sum(xs[i : i + n]) / n) ** 2
    return total * s


def heads_and_tails(xs: list[float], s: float):
    out = []
    for k in range(1, len(xs) + 1):
        out.append(sum(xs[:k]) / k + s * sum(xs[k:]))
    return out


def of_known_items(x: "N", s: float):
    h = [s * x[0], s, 1.0]
    g = h[1:]
    return sum(h[:2]) * g[0] * g[1]


def written_into(x: "N", s: float):
    h = [s, s * 2.0, 1.0]
    for i in range(3):
        h[i] = s * x[i] + h[i - 1]
    return h[0] * h[1] + sum(h[:2])


def of_tuples(x: "N", s: float):
    h = (s, s * 2.0, x[0])
    for v in x:
        h = (h[1], h[2], h[0] * v)
    g = h[1:]
    return g[0] * g[1] + sum(h[:2])


# output
"""Forward and backward passes of sums_of_slices_of_lists.py: do not edit.

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


def windows_forward(xs: list[float], s: float, n: int):
    """Forward pass of windows: out and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(len(xs) - n + 1):
        sum_xs_part = sum(xs[i : i + n])
        sum_xs_part_over_n = sum_xs_part / n
        total += sum_xs_part_over_n**2
        steps.append(sum_xs_part_over_n)
    out = total * s
    cache = (xs, s, n, steps, total)
    return out, cache


def windows_backward(dout, cache):
    """Backward pass of windows: dxs and ds, from dout."""
    xs, s, n, steps, total = cache
    # backprop out = total * s
    dtotal = s * dout
    ds = total * dout
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs) - n + 1)):
        sum_xs_part_over_n = steps[i]
        # backprop total += sum_xs_part_over_n**2
        dsum_xs_part_over_n = (2 * sum_xs_part_over_n) * dtotal
        # backprop sum_xs_part_over_n = sum_xs_part / n
        dsum_xs_part = dsum_xs_part_over_n / n
        # backprop sum_xs_part = sum(xs[i:i + n])
        dxs[i : i + n] = [(item + dsum_xs_part) for item in dxs[i : i + n]]
    return dxs, ds


def heads_and_tails_forward(xs: list[float], s: float):
    """Forward pass of heads_and_tails: out and the cache (references, not copies)."""
    out = []
    steps = []
    for k in range(1, len(xs) + 1):
        sum_xs_part = sum(xs[:k])
        out_sum_xs_part = sum(xs[k:])
        out.append(sum_xs_part / k + s * out_sum_xs_part)
        steps.append(out_sum_xs_part)
    cache = (xs, s, steps)
    return out, cache


def heads_and_tails_backward(dout, cache):
    """Backward pass of heads_and_tails: dxs and ds, from dout."""
    xs, s, steps = cache
    ds = 0.0
    dxs = [0.0] * len(xs)
    dout = copy_of(dout)
    for k, out_sum_xs_part in zip(reversed(range(1, len(xs) + 1)), reversed(steps)):
        # backprop out.append(sum_xs_part / k + s * out_sum_xs_part)
        dout_last = dout.pop()
        dsum_xs_part = dout_last / k
        ds += out_sum_xs_part * dout_last
        dout_sum_xs_part = s * dout_last
        # backprop out_sum_xs_part = sum(xs[k:])
        dxs[k:] = [(item + dout_sum_xs_part) for item in dxs[k:]]
        # backprop sum_xs_part = sum(xs[:k])
        dxs[:k] = [(item1 + dsum_xs_part) for item1 in dxs[:k]]
    return dxs, ds


def of_known_items_forward(x: "N", s: float):
    """Forward pass of of_known_items: out and the cache (references, not copies)."""
    h = [s * x[0], s, 1.0]
    g = h[1:]
    h_part = h[:2]
    sum_h_part = sum(h_part)
    sum_h_part_times_g_0 = sum_h_part * g[0]
    out = sum_h_part_times_g_0 * g[1]
    cache = (x, s, g, sum_h_part, sum_h_part_times_g_0)
    return out, cache


def of_known_items_backward(dout, cache):
    """Backward pass of of_known_items: dx (N,) and ds, from dout."""
    x, s, g, sum_h_part, sum_h_part_times_g_0 = cache
    # backprop out = sum_h_part_times_g_0 * g[1]
    dsum_h_part_times_g_0 = g[1] * dout
    dg_1 = sum_h_part_times_g_0 * dout
    # backprop sum_h_part_times_g_0 = sum_h_part * g[0]
    dsum_h_part = g[0] * dsum_h_part_times_g_0
    dg_0 = sum_h_part * dsum_h_part_times_g_0
    # backprop sum_h_part = sum(h_part)
    dh_part = [dsum_h_part, dsum_h_part]
    # backprop h_part = h[:2]
    dh_0 = dh_part[0]
    dh_1 = dh_part[1]
    # backprop g = h[1:]
    dg = [dg_0, dg_1]
    dh_1 += dg[0]
    # backprop h = [s * x[0], s, 1.0]
    ds = x[0] * dh_0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dx[0] = s * dh_0
    ds += dh_1
    return dx, ds


def written_into_forward(x: "N", s: float):
    """Forward pass of written_into: out and the cache (references, not copies)."""
    h = [s, s * 2.0, 1.0]
    for i in range(3):
        h[i] = s * x[i] + h[i - 1]
    out = h[0] * h[1] + sum(h[:2])
    cache = (x, s, h)
    return out, cache


def written_into_backward(dout, cache):
    """Backward pass of written_into: dx (N,) and ds, from dout."""
    x, s, h = cache
    # backprop out = h[0] * h[1] + sum(h[:2])
    dh = zeros_of(h)
    dh[0] = h[1] * dout
    dh[1] += h[0] * dout
    dh[:2] = [(item + dout) for item in dh[:2]]
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(3)):
        # backprop h[i] = s * x[i] + h[i - 1]
        dh_i = dh[i]
        dh[i] = 0.0
        ds += x[i] * dh_i
        dx[i] = s * dh_i
        dh[i - 1] += dh_i
    # backprop h = [s, s * 2.0, 1.0]
    ds += dh[0]
    ds += 2.0 * dh[1]
    return dx, ds


def of_tuples_forward(x: "N", s: float):
    """Forward pass of of_tuples: out and the cache (references, not copies)."""
    h = (s, s * 2.0, x[0])
    h_before = []
    for v in x:
        h_before.append(h)
        h = (h[1], h[2], h[0] * v)
    g = h[1:]
    h_part = h[:2]
    out = g[0] * g[1] + sum(h_part)
    cache = (x, h_before, g)
    return out, cache


def of_tuples_backward(dout, cache):
    """Backward pass of of_tuples: dx (N,) and ds, from dout."""
    x, h_before, g = cache
    # backprop out = g[0] * g[1] + sum(h_part)
    dg = (g[1] * dout, g[0] * dout)
    dh_part = (dout, dout)
    # backprop h_part = h[:2]
    dh_0 = dh_part[0]
    dh_1 = dh_part[1]
    # backprop g = h[1:]
    dh_1 += dg[0]
    dh = (dh_0, dh_1, dg[1])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x))):
        h = h_before[i]
        v = x[i]
        # backprop h = (h[1], h[2], h[0] * v)
        dh_h_1 = dh[0]
        dh_h_2 = dh[1]
        dh_h_0 = v * dh[2]
        dv = h[0] * dh[2]
        dx[i] = dv
        dh = (dh_h_0, dh_h_1, dh_h_2)
    # backprop h = (s, s * 2.0, x[0])
    ds = dh[0]
    ds += 2.0 * dh[1]
    dx[0] += dh[2]
    return dx, ds
