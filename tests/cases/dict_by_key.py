# arguments states: W=(3, 3), xs=(2, 3), h0=(3,)
# arguments overwritten: h0=(3,), n=2
# arguments made_in_each_turn: h0=(4,), n=2
# arguments in_two_dicts: h0=(3,), xs=(2, 3), n=2
# arguments from_a_key_below_zero: h0=(4,)
# arguments by_two_keys: h0=(3,), n=3
# arguments of_tuples: h0=(4,), n=3
# arguments of_joined_lists: h0=(4,), n=4
# arguments given_a_default: h0=(4,), n=4
# first order only: a cache holds a dict that is written by key
import numpy as np


def states(W: "N N", xs: "T N", h0: "N"):
    hs, ps = {}, {}
    hs[-1] = np.copy(h0)
    loss = 0.0
    for t in range(len(xs)):
        hs[t] = np.tanh(xs[t] + W @ hs[t - 1])
        ps[t] = np.exp(hs[t]) / np.sum(np.exp(hs[t]))
        loss += -np.log(ps[t][1])
    return loss


def overwritten(h0: "N", n: int):
    d = {}
    for t in range(n + 1):
        d[t % 2] = h0 * t
        d[t % 2][0] += 1.0
    return d[0] * d[1]


def made_in_each_turn(h0: "N", n: int):
    total = 0.0
    for t in range(n):
        d = {}
        d[t] = h0 + t
        d[t + 1] = d[t] * h0
        total += np.sum(d[t] * d[t + 1])
    return total


def in_two_dicts(h0: "N", xs: "T N", n: int):
    d, e = {}, dict()
    d[0] = h0
    e[0] = d[0]
    for t in range(n):
        d[t + 1] = d[t] * xs[t]
        e[t + 1] = d[t + 1]
    return d[1] * e[n]


def from_a_key_below_zero(h0: "N"):
    d = {}
    d[-1] = h0[0]
    d[0] = h0[1] * 2
    for t in range(-1, 3):
        d[t + 1] = np.sin(d[t]) * h0[t + 1]
    return d[3] * d[0] * d[-1]


def by_two_keys(h0: "N", n: int):
    d = {}
    for i in range(n):
        for j in range(i + 1):
            if j == 0:
                d[i, j] = h0[i] * 2
            else:
                d[i, j] = d[i - 1, j - 1] * h0[j]
    return d[n - 1, n - 1] * d[n - 1, 0]

def of_tuples(h0: "N", n: int):
    d = {}
    for t in range(n):
        d[t % 2] = h0[t], h0[t] ** 2
    a, b = d[0]
    return a * b + d[1][0] * d[1][1]


def of_joined_lists(h0: "N", n: int):
    d = {}
    for t in range(n):
        d[t % 2] = d.get(t % 2, []) + [h0[t]]
    return sum(d[0]) * sum(d[1])


def given_a_default(h0: "N", n: int):
    d = {}
    for t in range(n):
        d.setdefault(t % 2, h0[0])
        d[t % 2] += h0[t] * h0[t]
    return d[0] * d[1]


# output
"""Forward and backward passes of dict_by_key.py: do not edit.

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


def states_forward(W: "N N", xs: "T N", h0: "N"):
    """Forward pass of states: loss and the cache (references, not copies)."""
    hs, ps = {}, {}
    copy_h0 = np.copy(h0)
    hs[-1] = copy_h0
    loss = 0.0
    for t in range(len(xs)):
        tanh_in = xs[t] + W @ hs[t - 1]
        hs[t] = np.tanh(tanh_in)
        ps[t] = np.exp(hs[t]) / np.sum(np.exp(hs[t]))
        loss += -np.log(ps[t][1])
    cache = (W, xs, copy_h0, hs, ps)
    return loss, cache


def states_backward(dloss, cache):
    """Backward pass of states: dW (N, N), dxs (T, N) and dh0 (N,), from dloss."""
    W, xs, copy_h0, hs, ps = cache
    dhs = zeros_of(hs)
    dps = zeros_of(ps)
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    dW = np.zeros_like(W, dtype=np.result_type(W, 1.0))
    for t in reversed(range(len(xs))):
        # backprop loss += -np.log(ps[t][1])
        dps[t][1] += -dloss / ps[t][1]
        # backprop ps[t] = np.exp(hs[t]) / np.sum(np.exp(hs[t]))
        dhs[t] += ps[t] * (dps[t] - np.sum(ps[t] * dps[t]))
        # backprop hs[t] = np.tanh(tanh_in)
        dtanh_in = (1 - hs[t] ** 2) * dhs[t]
        # backprop tanh_in = xs[t] + W @ hs[t - 1]
        dxs[t] = dtanh_in
        dW += np.outer(dtanh_in, hs[t - 1])
        dhs[t - 1] += W.T @ dtanh_in
    # backprop hs[-1] = copy_h0
    dcopy_h0 = np.ones_like(copy_h0) * dhs[-1]
    # backprop copy_h0 = np.copy(h0)
    dh0 = dcopy_h0
    return dW, dxs, dh0


def overwritten_forward(h0: "N", n: int):
    """Forward pass of overwritten: out (N,) and the cache (references, not copies)."""
    d = {}
    for t in range(n + 1):
        d[t % 2] = h0 * t
        d[t % 2][0] += 1.0
    out = d[0] * d[1]
    cache = (h0, n, d)
    return out, cache


def overwritten_backward(dout, cache):
    """Backward pass of overwritten: dh0 (N,), from dout (N,)."""
    h0, n, d = cache
    # backprop out = d[0] * d[1]
    dd = zeros_of(d)
    dd[0] += d[1] * dout
    dd[1] += d[0] * dout
    dh0 = np.zeros_like(h0, dtype=np.result_type(h0, 1.0))
    for t in reversed(range(n + 1)):
        # backprop d[t % 2] = h0 * t
        dh0 += t * dd[t % 2]
        dd[t % 2] = np.zeros_like(dd[t % 2])
    return dh0


def made_in_each_turn_forward(h0: "N", n: int):
    """Forward pass of made_in_each_turn.

    Gives total and the cache (references, not copies).
    """
    total = 0.0
    steps = []
    for t in range(n):
        d = {}
        d[t] = h0 + t
        d_t = d[t].copy()
        d[t + 1] = d_t * h0
        total += np.sum(d[t] * d[t + 1])
        steps.append((d_t, d))
    cache = (h0, n, steps)
    return total, cache


def made_in_each_turn_backward(dtotal, cache):
    """Backward pass of made_in_each_turn: dh0 (N,), from dtotal."""
    h0, n, steps = cache
    dh0 = np.zeros_like(h0, dtype=np.result_type(h0, 1.0))
    for t in reversed(range(n)):
        d_t, d = steps[t]
        # backprop total += np.sum(d[t] * d[t + 1])
        dd = zeros_of(d)
        dd[t] += d[t + 1] * dtotal
        dd[t + 1] += d[t] * dtotal
        # backprop d[t + 1] = d_t * h0
        dd_t = h0 * dd[t + 1]
        dh0 += d_t * dd[t + 1]
        dd[t + 1] = np.zeros_like(dd[t + 1])
        # backprop d_t = d[t].copy()
        dd[t] += dd_t
        # backprop d[t] = h0 + t
        dh0 += dd[t]
    return dh0


def in_two_dicts_forward(h0: "N", xs: "T N", n: int):
    """Forward pass of in_two_dicts: out (N,) and the cache (references, not copies)."""
    d, e = {}, dict()
    d[0] = h0
    e[0] = d[0]
    steps = []
    for t in range(n):
        d_t = d[t].copy()
        d[t + 1] = d_t * xs[t]
        e[t + 1] = d[t + 1]
        steps.append(d_t)
    out = d[1] * e[n]
    cache = (h0, xs, n, steps, d, e)
    return out, cache


def in_two_dicts_backward(dout, cache):
    """Backward pass of in_two_dicts: dh0 (N,) and dxs (T, N), from dout (N,)."""
    h0, xs, n, steps, d, e = cache
    # backprop out = d[1] * e[n]
    dd = zeros_of(d)
    dd[1] += e[n] * dout
    de = zeros_of(e)
    de[n] += d[1] * dout
    dxs = np.zeros_like(xs, dtype=np.result_type(xs, 1.0))
    for t in reversed(range(n)):
        d_t = steps[t]
        # backprop e[t + 1] = d[t + 1]
        dd[t + 1] += de[t + 1]
        # backprop d[t + 1] = d_t * xs[t]
        dd_t = xs[t] * dd[t + 1]
        dxs[t] = d_t * dd[t + 1]
        # backprop d_t = d[t].copy()
        dd[t] += dd_t
    # backprop e[0] = d[0]
    dd[0] += de[0]
    # backprop d[0] = h0
    dh0 = np.ones_like(h0) * dd[0]
    return dh0, dxs


def from_a_key_below_zero_forward(h0: "N"):
    """Forward pass of from_a_key_below_zero.

    Gives out and the cache (references, not copies).
    """
    d = {}
    d[-1] = h0[0]
    d[0] = h0[1] * 2
    steps = []
    for t in range(-1, 3):
        sin_d_t = np.sin(d[t])
        d[t + 1] = sin_d_t * h0[t + 1]
        steps.append(sin_d_t)
    d_3_times_d_0 = d[3] * d[0]
    out = d_3_times_d_0 * d[-1]
    cache = (h0, steps, d, d_3_times_d_0)
    return out, cache


def from_a_key_below_zero_backward(dout, cache):
    """Backward pass of from_a_key_below_zero: dh0 (N,), from dout."""
    h0, steps, d, d_3_times_d_0 = cache
    # backprop out = d_3_times_d_0 * d[-1]
    dd_3_times_d_0 = d[-1] * dout
    dd = zeros_of(d)
    dd[-1] = d_3_times_d_0 * dout
    # backprop d_3_times_d_0 = d[3] * d[0]
    dd[3] += d[0] * dd_3_times_d_0
    dd[0] += d[3] * dd_3_times_d_0
    dh0 = np.zeros_like(h0, dtype=np.result_type(h0, 1.0))
    for t, sin_d_t in zip(reversed(range(-1, 3)), reversed(steps)):
        # backprop d[t + 1] = sin_d_t * h0[t + 1]
        dsin_d_t = h0[t + 1] * dd[t + 1]
        dh0[t + 1] += sin_d_t * dd[t + 1]
        dd[t + 1] = 0.0
        # backprop sin_d_t = np.sin(d[t])
        dd[t] += np.cos(d[t]) * dsin_d_t
    # backprop d[0] = h0[1] * 2
    dh0[1] += 2 * dd[0]
    # backprop d[-1] = h0[0]
    dh0[0] += dd[-1]
    return dh0


def by_two_keys_forward(h0: "N", n: int):
    """Forward pass of by_two_keys: out and the cache (references, not copies)."""
    d = {}
    for i in range(n):
        for j in range(i + 1):
            if j == 0:
                d[i, j] = h0[i] * 2
            else:
                d[i, j] = d[i - 1, j - 1] * h0[j]
    out = d[n - 1, n - 1] * d[n - 1, 0]
    cache = (h0, n, d)
    return out, cache


def by_two_keys_backward(dout, cache):
    """Backward pass of by_two_keys: dh0 (N,), from dout."""
    h0, n, d = cache
    # backprop out = d[n - 1, n - 1] * d[n - 1, 0]
    dd = zeros_of(d)
    dd[n - 1, n - 1] = d[n - 1, 0] * dout
    dd[n - 1, 0] += d[n - 1, n - 1] * dout
    dh0 = np.zeros_like(h0, dtype=np.result_type(h0, 1.0))
    for i in reversed(range(n)):
        for j in reversed(range(i + 1)):
            if j == 0:
                # backprop d[i, j] = h0[i] * 2
                dh0[i] += 2 * dd[i, j]
                dd[i, j] = 0.0
            else:
                # backprop d[i, j] = d[i - 1, j - 1] * h0[j]
                dd_i_j = dd[i, j]
                dd[i, j] = 0.0
                dd[i - 1, j - 1] += h0[j] * dd_i_j
                dh0[j] += d[i - 1, j - 1] * dd_i_j
    return dh0


def of_tuples_forward(h0: "N", n: int):
    """Forward pass of of_tuples: out and the cache (references, not copies)."""
    d = {}
    steps = []
    for t in range(n):
        d_part = d.get(t % 2)
        d[t % 2] = h0[t], h0[t] ** 2
        steps.append(d_part)
    a, b = d[0]
    out = a * b + d[1][0] * d[1][1]
    cache = (h0, n, steps, d, a, b)
    return out, cache


def of_tuples_backward(dout, cache):
    """Backward pass of of_tuples: dh0 (N,), from dout."""
    h0, n, steps, d, a, b = cache
    # backprop out = a * b + d[1][0] * d[1][1]
    da = b * dout
    db = a * dout
    dd = zeros_of(d)
    dd[1][0] += d[1][1] * dout
    dd[1][1] += d[1][0] * dout
    # backprop a, b = d[0]
    dd[0][1] += db
    dd[0][0] += da
    dh0 = np.zeros_like(h0, dtype=np.result_type(h0, 1.0))
    for t in reversed(range(n)):
        d_part = steps[t]
        # backprop d[t % 2] = h0[t], h0[t] ** 2
        dh0[t] += dd[t % 2][0]
        dh0[t] += (2 * h0[t]) * dd[t % 2][1]
        dd[t % 2] = zeros_of(d_part)
    return dh0


def of_joined_lists_forward(h0: "N", n: int):
    """Forward pass of of_joined_lists: out and the cache (references, not copies)."""
    d = {}
    steps = []
    for t in range(n):
        chosen_test = t % 2 in d
        if chosen_test:
            chosen = d[t % 2]
        else:
            chosen = []
        chosen_before = copy_of(chosen)
        d_part = copy_of(d.get(t % 2))
        d[t % 2] = chosen + [h0[t]]
        steps.append((chosen_test, chosen_before, d_part))
    d_0 = d[0]
    sum_d_0 = sum(d_0)
    d_1 = d[1]
    sum_d_1 = sum(d_1)
    out = sum_d_0 * sum_d_1
    cache = (h0, n, steps, d, d_0, sum_d_0, d_1, sum_d_1)
    return out, cache


def of_joined_lists_backward(dout, cache):
    """Backward pass of of_joined_lists: dh0 (N,), from dout."""
    h0, n, steps, d, d_0, sum_d_0, d_1, sum_d_1 = cache
    # backprop out = sum_d_0 * sum_d_1
    dsum_d_0 = sum_d_1 * dout
    dsum_d_1 = sum_d_0 * dout
    # backprop sum_d_1 = sum(d_1)
    dd_1 = [dsum_d_1] * len(d_1)
    # backprop d_1 = d[1]
    dd = zeros_of(d)
    dd[1] = [(item + more) for item, more in zip(dd[1], dd_1)]
    # backprop sum_d_0 = sum(d_0)
    dd_0 = [dsum_d_0] * len(d_0)
    # backprop d_0 = d[0]
    dd[0] = [(item1 + more1) for item1, more1 in zip(dd[0], dd_0)]
    dh0 = np.zeros_like(h0, dtype=np.result_type(h0, 1.0))
    for t in reversed(range(n)):
        chosen_test, chosen_before, d_part = steps[t]
        # backprop d[t % 2] = chosen + [h0[t]]
        dchosen = copy_of(dd[t % 2][: len(chosen_before)])
        dh0[t] = dd[t % 2][-1]
        dd[t % 2] = zeros_of(d_part)
        if chosen_test:
            # backprop chosen = d[t % 2]
            dd[t % 2] = [(item2 + more2) for item2, more2 in zip(dd[t % 2], dchosen)]
    return dh0


def given_a_default_forward(h0: "N", n: int):
    """Forward pass of given_a_default: out and the cache (references, not copies)."""
    d = {}
    steps = []
    for t in range(n):
        d_test = t % 2 not in d
        if d_test:
            d[t % 2] = h0[0]
        d[t % 2] += h0[t] * h0[t]
        steps.append(d_test)
    out = d[0] * d[1]
    cache = (h0, n, steps, d)
    return out, cache


def given_a_default_backward(dout, cache):
    """Backward pass of given_a_default: dh0 (N,), from dout."""
    h0, n, steps, d = cache
    # backprop out = d[0] * d[1]
    dd = zeros_of(d)
    dd[0] = d[1] * dout
    dd[1] += d[0] * dout
    dh0 = np.zeros_like(h0, dtype=np.result_type(h0, 1.0))
    for t in reversed(range(n)):
        d_test = steps[t]
        # backprop d[t % 2] += h0[t] * h0[t]
        dh0[t] += (2 * h0[t]) * dd[t % 2]
        if d_test:
            # backprop d[t % 2] = h0[0]
            dh0[0] += dd[t % 2]
    return dh0
