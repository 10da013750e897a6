# arguments summed: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments with_their_sum: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments normed: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments grouped: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments made_of_pairs: x=(3,), words=["a", "b", "c"]
# arguments returned_early: x=(5,), words=["a", "b", "a", "a", "b"], empty=False
# arguments perhaps_an_item: x=(3,), n=5
# arguments stepped: p={"w": (3,), "b": (3,)}, g={"w": (3,), "b": (3,)}, lr=0.1
# arguments softmax: x=(3,), words=["a", "b", "c"]
# arguments doubled: x=(3,), words=["a", "b", "c"]
# arguments of_dicts: x=(3,), words=["a", "b", "c"]
# first order only summed: a cache holds a dict that is written by key, or a gradient is one
# first order only with_their_sum: a cache holds a dict that is written by key, or a gradient is one
# first order only normed: a cache holds a dict that is written by key, or a gradient is one
# first order only grouped: a cache holds a dict that is written by key, or a gradient is one
# first order only made_of_pairs: a cache holds a dict that is written by key, or a gradient is one
# first order only returned_early: a cache holds a dict that is written by key, or a gradient is one
# first order only stepped: a cache holds a dict that is written by key, or a gradient is one
# first order only softmax: a cache holds a dict that is written by key, or a gradient is one
# first order only doubled: a cache holds a dict that is written by key, or a gradient is one
# first order only of_dicts: a cache holds a dict that is written by key, or a gradient is one
import numpy as np


def summed(x: "N", words: list[str]):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = sums.get(k, 0.0) + v * v
    return sums


def with_their_sum(x: "N", words: list[str]):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = sums.get(k, 0.0) + v * v
    return sums, np.tanh(sum(sums.values()))


def normed(x: "N", words: list[str]):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = sums.get(k, 0.0) + v * v
    whole = sum(sums.values())
    for k in sums:
        sums[k] = sums[k] / whole
    return sums


def grouped(x: "N", words: list[str]):
    groups = {}
    for k, v in zip(words, x):
        groups.setdefault(k, []).append(v * v)
    return groups


def made_of_pairs(x: "N", words: list[str]):
    d = {k: v * v for k, v in zip(words, x)}
    return d


def returned_early(x: "N", words: list[str], empty: bool):
    sums = {}
    if empty:
        return sums
    for k, v in zip(words, x):
        sums[k] = sums.get(k, 0.0) + v * v
    return sums


def perhaps_an_item(x: "N", n: int):
    d = {}
    for t in range(n):
        d["a"] = x * (t + 1)
        if t == 1:
            d["b"] = x
            break
    return d


def stepped(p: dict, g: dict, lr: float):
    new = {}
    for k in p:
        new[k] = p[k] - lr * g[k]
    new["w"] = new["w"] * 2
    return new


def softmax(x: "N", words: list[str]):
    e = {k: np.exp(v) for k, v in zip(words, x)}
    whole = sum(e.values())
    return {k: v / whole for k, v in e.items()}


def doubled(x: "N", words: list[str]):
    return dict(zip(words, x * 2))


def of_dicts(x: "N", words: list[str]):
    return {k: {"once": v, "squared": v * v} for k, v in zip(words, x)}


# output
"""Forward and backward passes of dict_that_is_filled_and_returned.py: do not edit.

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


def summed_forward(x: "N", words: list[str]):
    """Forward pass of summed: sums and the cache (references, not copies)."""
    sums = {}
    steps = []
    for k, v in zip(words, x):
        k_in_sums = k in sums
        if k_in_sums:
            chosen = sums[k]
        else:
            chosen = 0.0
        sums[k] = chosen + v * v
        steps.append(k_in_sums)
    cache = (x, words, steps)
    return sums, cache


def summed_backward(dsums, cache):
    """Backward pass of summed: dx (N,), from dsums."""
    x, words, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dsums = copy_of(dsums)
    for i in reversed(range(min(len(words), len(x)))):
        k_in_sums = steps[i]
        k = words[i]
        v = x[i]
        # backprop sums[k] = chosen + v * v
        dsums_k = dsums[k]
        dsums[k] = 0.0
        dchosen = dsums_k
        dv = (2 * v) * dsums_k
        if k_in_sums:
            # backprop chosen = sums[k]
            dsums[k] += dchosen
        dx[i] = dv
    return dx


def with_their_sum_forward(x: "N", words: list[str]):
    """Forward pass of with_their_sum.

    Gives sums, out and the cache (references, not copies).
    """
    sums = {}
    steps = []
    for k, v in zip(words, x):
        k_in_sums = k in sums
        if k_in_sums:
            chosen = sums[k]
        else:
            chosen = 0.0
        sums[k] = chosen + v * v
        steps.append(k_in_sums)
    keys = list(sums)
    sums_values = []
    for key in keys:
        sums_values.append(sums[key])
    out = np.tanh(sum(sums_values))
    cache = (x, words, steps, keys, sums_values, out)
    return sums, out, cache


def with_their_sum_backward(dsums, dout, cache):
    """Backward pass of with_their_sum: dx (N,), from dsums and dout."""
    x, words, steps, keys, sums_values, out = cache
    # backprop out = np.tanh(sum(sums_values))
    dsums_values = [(1 - out**2) * dout] * len(sums_values)
    dsums = copy_of(dsums)
    for key in reversed(keys):
        # backprop sums_values.append(sums[key])
        dsums[key] += dsums_values.pop()
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k_in_sums = steps[i]
        k = words[i]
        v = x[i]
        # backprop sums[k] = chosen + v * v
        dsums_k = dsums[k]
        dsums[k] = 0.0
        dchosen = dsums_k
        dv = (2 * v) * dsums_k
        if k_in_sums:
            # backprop chosen = sums[k]
            dsums[k] += dchosen
        dx[i] = dv
    return dx


def normed_forward(x: "N", words: list[str]):
    """Forward pass of normed: sums and the cache (references, not copies)."""
    sums = {}
    steps = []
    for k, v in zip(words, x):
        k_in_sums = k in sums
        if k_in_sums:
            chosen = sums[k]
        else:
            chosen = 0.0
        sums[k] = chosen + v * v
        steps.append(k_in_sums)
    keys = list(sums)
    sums_values = []
    for key in keys:
        sums_values.append(sums[key])
    whole = sum(sums_values)
    keys1 = list(sums)
    steps1 = []
    for k in keys1:
        sums_k_over_whole = sums[k] / whole
        sums_k_over_whole_before = copy_of(sums_k_over_whole)
        sums[k] = sums_k_over_whole
        steps1.append(sums_k_over_whole_before)
    cache = (x, words, steps, keys, sums_values, whole, keys1, steps1)
    return sums, cache


def normed_backward(dsums, cache):
    """Backward pass of normed: dx (N,), from dsums."""
    x, words, steps, keys, sums_values, whole, keys1, steps1 = cache
    dwhole = 0.0
    dsums = copy_of(dsums)
    for i2 in reversed(range(len(keys1))):
        sums_k_over_whole_before = steps1[i2]
        k = keys1[i2]
        # backprop sums[k] = sums_k_over_whole
        dsums_k = 1 * dsums[k]
        # backprop sums_k_over_whole = sums[k] / whole
        dsums[k] = dsums_k / whole
        dwhole += np.sum((-sums_k_over_whole_before / whole) * dsums_k)
    # backprop whole = sum(sums_values)
    dsums_values = [dwhole] * len(sums_values)
    for key in reversed(keys):
        # backprop sums_values.append(sums[key])
        dsums[key] += dsums_values.pop()
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k_in_sums = steps[i]
        k = words[i]
        v = x[i]
        # backprop sums[k] = chosen + v * v
        dsums_k1 = dsums[k]
        dsums[k] = 0.0
        dchosen = dsums_k1
        dv = (2 * v) * dsums_k1
        if k_in_sums:
            # backprop chosen = sums[k]
            dsums[k] += dchosen
        dx[i] = dv
    return dx


def grouped_forward(x: "N", words: list[str]):
    """Forward pass of grouped: groups and the cache (references, not copies)."""
    groups = {}
    for k, v in zip(words, x):
        if k not in groups:
            groups[k] = []
        groups[k].append(v * v)
    cache = (x, words)
    return groups, cache


def grouped_backward(dgroups, cache):
    """Backward pass of grouped: dx (N,), from dgroups."""
    x, words = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dgroups = copy_of(dgroups)
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        # backprop groups[k].append(v * v)
        dv = (2 * v) * dgroups[k].pop()
        dx[i] = dv
    return dx


def made_of_pairs_forward(x: "N", words: list[str]):
    """Forward pass of made_of_pairs: d and the cache (references, not copies)."""
    d = {}
    for k, v in zip(words, x):
        d[k] = v * v
    cache = (x, words)
    return d, cache


def made_of_pairs_backward(dd, cache):
    """Backward pass of made_of_pairs: dx (N,), from dd."""
    x, words = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dd = copy_of(dd)
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        # backprop d[k] = v * v
        dv = (2 * v) * dd[k]
        dd[k] = 0.0
        dx[i] = dv
    return dx


def returned_early_forward(x: "N", words: list[str], empty: bool):
    """Forward pass of returned_early: out and the cache (references, not copies)."""
    sums = {}
    steps = None
    if empty:
        out = sums
    else:
        steps = []
        for k, v in zip(words, x):
            k_in_sums = k in sums
            if k_in_sums:
                chosen = sums[k]
            else:
                chosen = 0.0
            sums[k] = chosen + v * v
            steps.append(k_in_sums)
        out = sums
    cache = (x, words, empty, steps)
    return out, cache


def returned_early_backward(dout, cache):
    """Backward pass of returned_early: dx (N,), from dout."""
    x, words, empty, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    if not empty:
        # backprop out = sums
        dsums = copy_of(dout)
        for i in reversed(range(min(len(words), len(x)))):
            k_in_sums = steps[i]
            k = words[i]
            v = x[i]
            # backprop sums[k] = chosen + v * v
            dsums_k = dsums[k]
            dsums[k] = 0.0
            dchosen = dsums_k
            dv = (2 * v) * dsums_k
            if k_in_sums:
                # backprop chosen = sums[k]
                dsums[k] += dchosen
            dx[i] = dv
    return dx


def perhaps_an_item_forward(x: "N", n: int):
    """Forward pass of perhaps_an_item: d and the cache (references, not copies)."""
    d = {}
    steps = []
    for t in range(n):
        stopped = False
        d["a"] = x * (t + 1)
        if t == 1:
            d["b"] = x
            stopped = True
        steps.append(t)
        if stopped:
            break
    cache = (x, steps)
    return d, cache


def perhaps_an_item_backward(dd, cache):
    """Backward pass of perhaps_an_item: dx (N,), from dd."""
    x, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    dd = copy_of(dd)
    for t in reversed(steps):
        if t == 1:
            # backprop d["b"] = x
            dx += dd["b"]
            dd["b"] = np.zeros_like(dd["b"])
        # backprop d["a"] = x * (t + 1)
        dx += (t + 1) * dd["a"]
        dd["a"] = np.zeros_like(dd["a"])
    return dx


def stepped_forward(p: dict, g: dict, lr: float):
    """Forward pass of stepped: new and the cache (references, not copies)."""
    new = {}
    keys = list(p)
    p_values = [p[key] for key in keys]
    g_values = [g[key] for key in keys]
    steps = []
    for k, p_value, g_value in zip(keys, p_values, g_values):
        lr_times_g_value = lr * g_value
        new_diff = p_value - lr_times_g_value
        new[k] = new_diff
        steps.append((lr_times_g_value, new_diff))
    new["w"] = new["w"] * 2
    cache = (lr, keys, p_values, g_values, steps)
    return new, cache


def stepped_backward(dnew, cache):
    """Backward pass of stepped: dp, dg and dlr, from dnew."""
    lr, keys, p_values, g_values, steps = cache
    # backprop new["w"] = new["w"] * 2
    dnew = copy_of(dnew)
    dnew["w"] = 2 * dnew["w"]
    dlr = 0.0
    dg_values = zeros_of(g_values)
    dp_values = zeros_of(p_values)
    for i in reversed(range(min(len(keys), len(p_values), len(g_values)))):
        lr_times_g_value, new_diff = steps[i]
        k = keys[i]
        p_value = p_values[i]
        g_value = g_values[i]
        # backprop new[k] = new_diff
        dnew_diff = 1 * unbroadcast(dnew[k], new_diff)
        dnew[k] = 0.0
        # backprop new_diff = p_value - lr_times_g_value
        dp_value = unbroadcast(dnew_diff, p_value)
        dlr_times_g_value = unbroadcast(-dnew_diff, lr_times_g_value)
        # backprop lr_times_g_value = lr * g_value
        dlr += np.sum(g_value * dlr_times_g_value)
        dg_value = lr * dlr_times_g_value
        dg_values[i] += dg_value
        dp_values[i] += dp_value
    # backprop g_values = [g[key] for key in keys]
    dg = dict(zip(keys, dg_values))
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    return dp, dg, dlr


def softmax_forward(x: "N", words: list[str]):
    """Forward pass of softmax: items and the cache (references, not copies)."""
    e = {}
    steps = []
    for k, v in zip(words, x):
        exp_v = np.exp(v)
        e[k] = exp_v
        steps.append(exp_v)
    keys = list(e)
    e_values = []
    for key in keys:
        e_values.append(e[key])
    whole = sum(e_values)
    items = {}
    keys1 = list(e)
    steps1 = []
    for k1 in keys1:
        v1 = e[k1]
        v1_over_whole = v1 / whole
        items[k1] = v1_over_whole
        steps1.append(v1_over_whole)
    cache = (x, words, steps, e, keys, e_values, whole, keys1, steps1)
    return items, cache


def softmax_backward(ditems, cache):
    """Backward pass of softmax: dx (N,), from ditems."""
    x, words, steps, e, keys, e_values, whole, keys1, steps1 = cache
    dwhole = 0.0
    de = zeros_of(e)
    ditems = copy_of(ditems)
    for i2 in reversed(range(len(keys1))):
        v1_over_whole = steps1[i2]
        k1 = keys1[i2]
        # backprop items[k1] = v1_over_whole
        dv1_over_whole = np.sum(ditems[k1])
        ditems[k1] = 0.0
        # backprop v1_over_whole = v1 / whole
        dv1 = dv1_over_whole / whole
        dwhole -= v1_over_whole * dv1
        # backprop v1 = e[k1]
        de[k1] += dv1
    # backprop whole = sum(e_values)
    de_values = [dwhole] * len(e_values)
    for key in reversed(keys):
        # backprop e_values.append(e[key])
        de[key] += de_values.pop()
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        exp_v = steps[i]
        k = words[i]
        # backprop e[k] = exp_v
        de_k = de[k]
        de[k] = 0.0
        # backprop exp_v = np.exp(v)
        dv = exp_v * de_k
        dx[i] = dv
    return dx


def doubled_forward(x: "N", words: list[str]):
    """Forward pass of doubled: items and the cache (references, not copies)."""
    items = {}
    x_times_2 = x * 2
    for key, item in zip(words, x_times_2):
        items[key] = item
    cache = (words, x_times_2)
    return items, cache


def doubled_backward(ditems, cache):
    """Backward pass of doubled: dx (N,), from ditems."""
    words, x_times_2 = cache
    dx_times_2 = np.zeros_like(x_times_2, dtype=np.result_type(x_times_2, 1.0))
    ditems = copy_of(ditems)
    for i in reversed(range(min(len(words), len(x_times_2)))):
        key = words[i]
        # backprop items[key] = item
        ditem = ditems[key]
        ditems[key] = 0.0
        dx_times_2[i] = ditem
    # backprop x_times_2 = x * 2
    dx = 2 * dx_times_2
    return dx


def of_dicts_forward(x: "N", words: list[str]):
    """Forward pass of of_dicts: items and the cache (references, not copies)."""
    items = {}
    for k, v in zip(words, x):
        items[k] = {"once": v, "squared": v * v}
    cache = (x, words)
    return items, cache


def of_dicts_backward(ditems, cache):
    """Backward pass of of_dicts: dx (N,), from ditems."""
    x, words = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    ditems = copy_of(ditems)
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        # backprop items[k] = {"once": v, "squared": v * v}
        ditems_k = copy_of(ditems[k])
        ditems[k] = 0.0
        dv = ditems_k["once"]
        dv += (2 * v) * ditems_k["squared"]
        dx[i] = dv
    return dx
