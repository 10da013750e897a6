# arguments totals: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments sorted_by_key: x=(5,), words=["b", "d", "a", "c", "b"]
# arguments with_a_start: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments written_where_it_is_gone_over: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments made_an_array: x=(5,), words=["a", "b", "c", "a", "b"]
# arguments greatest: x=(5,), words=["a", "b", "c", "a", "b"]
# arguments shares: x=(5,), words=["a", "b", "c", "a", "b"]
# arguments remembered: x=0.7, n=6
# arguments made_of_pairs: x=(3,)
# arguments made_by_a_comprehension: x=(5,)
# arguments of_an_argument: p={"w": (3,), "b": (3,)}, lr=0.1
# first order only: a cache holds a dict that is written by key
import math

import numpy as np


def totals(x: "N", words: list):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = sums.get(k, 0.0) + v
    acc = 0.0
    for k, v in sums.items():
        acc += v**2
    return acc + sums.get("c", 1.0) * sum(sums.values())


def sorted_by_key(x: "N", words: list):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = v * v
    acc = 0.0
    for k in sorted(sums):
        acc = acc * 0.5 + sums[k]
    for k, v in sorted(sums.items()):
        acc = acc * 0.5 + v
    for v in sums.values():
        acc = acc * v
    for k in list(sums.keys()):
        acc = acc * 0.5 + sums[k]
    return acc


def with_a_start(x: "N", words: list):
    sums = {"a": 1.0, "b": x[0]}
    for k, v in zip(words, x):
        sums[k] = sums[k] * v
    return max(sums.values()) * len(sums)


def written_where_it_is_gone_over(x: "N", words: list):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = sums.get(k, 0.0) + v
    for k in sums:
        sums[k] = sums[k] ** 2
    for k, v in sums.items():
        sums[k] = v * 2
    if len(sums) > 1:
        return sum(sums.values())
    return sums["a"]


def made_an_array(x: "N", words: list):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = v * v
    a = np.array(list(sums.values()))
    return np.sum(a * a) / len(a)


def greatest(x: "N", words: list):
    products = {}
    for k, v in zip(words, x):
        if k not in products:
            products[k] = v
        else:
            products[k] = products[k] * v
    best = None
    for k, v in products.items():
        if best is None or v > best:
            best = v
    return best * best


def shares(x: "N", words: list):
    sums = {}
    for k, v in zip(words, x):
        sums[k] = v * v
    whole = sum(sums.values())
    p = {k: v / whole for k, v in sums.items()}
    return -sum(q * math.log(q) for q in p.values())


def remembered(x: float, n: int):
    memo = {0: x, 1: x * x}
    for k in range(2, n):
        memo[k] = memo[k - 1] * 0.5 + memo[k - 2] * x
    return memo[n - 1]


def made_of_pairs(x: "3"):
    p = dict(zip(["a", "b", "c"], x))
    return p["a"] * p["b"] + p["c"] ** 2


def made_by_a_comprehension(x: "N"):
    d = {at: v * v for at, v in enumerate(x) if at != 2}
    return sum(d[at] * (at + 1) for at in range(len(x)) if at in d)


def of_an_argument(p: dict, lr: float):
    q = {k: v - lr * v**2 for k, v in p.items()}
    return np.sum(q["w"] * q["b"])


# output
"""Forward and backward passes of dict_filled_by_key_and_gone_over.py: do not edit.

Made by `backprop generate`.
"""

import math

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


def totals_forward(x: "N", words: list):
    """Forward pass of totals: out and the cache (references, not copies)."""
    sums = {}
    steps = []
    for k, v in zip(words, x):
        k_in_sums = k in sums
        if k_in_sums:
            chosen = sums[k]
        else:
            chosen = 0.0
        sums[k] = chosen + v
        steps.append(k_in_sums)
    acc = 0.0
    keys = list(sums)
    steps1 = []
    for k in keys:
        v = sums[k]
        acc += v**2
        steps1.append(v)
    chosen1_test = "c" in sums
    if chosen1_test:
        chosen1 = sums["c"]
    else:
        chosen1 = 1.0
    keys1 = list(sums)
    sums_values = []
    for key in keys1:
        sums_values.append(sums[key])
    sum_sums_values = sum(sums_values)
    out = acc + chosen1 * sum_sums_values
    cache = (
        x,
        words,
        steps,
        sums,
        keys,
        steps1,
        chosen1_test,
        chosen1,
        keys1,
        sums_values,
        sum_sums_values,
    )
    return out, cache


def totals_backward(dout, cache):
    """Backward pass of totals: dx (N,) and dwords, from dout."""
    (
        x,
        words,
        steps,
        sums,
        keys,
        steps1,
        chosen1_test,
        chosen1,
        keys1,
        sums_values,
        sum_sums_values,
    ) = cache
    # backprop out = acc + chosen1 * sum_sums_values
    dacc = dout
    dchosen1 = sum_sums_values * dout
    dsum_sums_values = chosen1 * dout
    # backprop sum_sums_values = sum(sums_values)
    dsums_values = [dsum_sums_values] * len(sums_values)
    dsums = zeros_of(sums)
    for key in reversed(keys1):
        # backprop sums_values.append(sums[key])
        dsums[key] += dsums_values.pop()
    if chosen1_test:
        # backprop chosen1 = sums["c"]
        dsums["c"] += dchosen1
    for i1 in reversed(range(len(keys))):
        v = steps1[i1]
        k = keys[i1]
        # backprop acc += v**2
        dv = (2 * v) * dacc
        # backprop v = sums[k]
        dsums[k] += dv
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k_in_sums = steps[i]
        k = words[i]
        # backprop sums[k] = chosen + v
        dsums_k = dsums[k]
        dsums[k] = 0.0
        dchosen = dsums_k
        dv = dsums_k
        if k_in_sums:
            # backprop chosen = sums[k]
            dsums[k] += dchosen
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def sorted_by_key_forward(x: "N", words: list):
    """Forward pass of sorted_by_key: acc and the cache (references, not copies)."""
    sums = {}
    for k, v in zip(words, x):
        sums[k] = v * v
    acc = 0.0
    keys = sorted(sums)
    for k in keys:
        acc = acc * 0.5 + sums[k]
    keys1 = sorted(sums)
    for k1 in keys1:
        v = sums[k1]
        acc = acc * 0.5 + v
    keys2 = list(sums)
    steps = []
    for key in keys2:
        v = sums[key]
        steps.append((acc, v))
        acc = acc * v
    keys3 = list(sums)
    for k2 in keys3:
        acc = acc * 0.5 + sums[k2]
    cache = (x, words, sums, keys, keys1, keys2, steps, keys3)
    return acc, cache


def sorted_by_key_backward(dacc, cache):
    """Backward pass of sorted_by_key: dx (N,) and dwords, from dacc."""
    x, words, sums, keys, keys1, keys2, steps, keys3 = cache
    dsums = zeros_of(sums)
    for k2 in reversed(keys3):
        # backprop acc = acc * 0.5 + sums[k2]
        dsums[k2] += dacc
        dacc = 0.5 * dacc
    for i3 in reversed(range(len(keys2))):
        acc, v = steps[i3]
        key = keys2[i3]
        # backprop acc = acc * v
        dv = acc * dacc
        dacc = v * dacc
        # backprop v = sums[key]
        dsums[key] += dv
    for k1 in reversed(keys1):
        # backprop acc = acc * 0.5 + v
        dv = dacc
        dacc = 0.5 * dacc
        # backprop v = sums[k1]
        dsums[k1] += dv
    for k in reversed(keys):
        # backprop acc = acc * 0.5 + sums[k]
        dsums[k] += dacc
        dacc = 0.5 * dacc
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        # backprop sums[k] = v * v
        dv = (2 * v) * dsums[k]
        dsums[k] = 0.0
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def with_a_start_forward(x: "N", words: list):
    """Forward pass of with_a_start: out and the cache (references, not copies)."""
    sums = {}
    sums["a"] = 1.0
    sums["b"] = x[0]
    steps = []
    for k, v in zip(words, x):
        sums_k1 = sums[k]
        sums[k] = sums_k1 * v
        steps.append(sums_k1)
    items = []
    keys = list(sums)
    for key in keys:
        item = sums[key]
        items.append(item)
    largest = items.index(max(items))
    keys1 = list(sums)
    out = items[largest] * len(keys1)
    cache = (x, words, steps, sums, keys, items, largest, keys1)
    return out, cache


def with_a_start_backward(dout, cache):
    """Backward pass of with_a_start: dx (N,) and dwords, from dout."""
    x, words, steps, sums, keys, items, largest, keys1 = cache
    # backprop out = items[largest] * len(keys1)
    ditems = zeros_of(items)
    ditems[largest] = len(keys1) * dout
    dsums = zeros_of(sums)
    for key in reversed(keys):
        # backprop items.append(item)
        ditem = ditems.pop()
        # backprop item = sums[key]
        dsums[key] += ditem
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        sums_k1 = steps[i]
        k = words[i]
        v = x[i]
        # backprop sums[k] = sums_k1 * v
        dsums_k = dsums[k]
        dsums_k1 = v * dsums_k
        dv = sums_k1 * dsums_k
        # backprop sums_k1 = sums[k]
        dsums[k] = dsums_k1
        dx[i] = dv
    # backprop sums["b"] = x[0]
    dx[0] += dsums["b"]
    dwords = zeros_of(words)
    return dx, dwords


def written_where_it_is_gone_over_forward(x: "N", words: list):
    """Forward pass of written_where_it_is_gone_over.

    Gives out and the cache (references, not copies).
    """
    sums = {}
    steps = []
    for k, v in zip(words, x):
        k_in_sums = k in sums
        if k_in_sums:
            chosen = sums[k]
        else:
            chosen = 0.0
        sums[k] = chosen + v
        steps.append(k_in_sums)
    keys = list(sums)
    steps1 = []
    for k in keys:
        sums_k1 = sums[k]
        sums[k] = sums_k1**2
        steps1.append(sums_k1)
    keys1 = list(sums)
    for k1 in keys1:
        v = sums[k1]
        sums[k1] = v * 2
    keys3 = list(sums)
    keys2 = None
    sums_values = None
    len_keys3_gt_1 = len(keys3) > 1
    if len_keys3_gt_1:
        keys2 = list(sums)
        sums_values = []
        for key in keys2:
            sums_values.append(sums[key])
        out = sum(sums_values)
    else:
        out = sums["a"]
    cache = (
        x,
        words,
        steps,
        keys,
        steps1,
        keys1,
        sums,
        len_keys3_gt_1,
        keys2,
        sums_values,
    )
    return out, cache


def written_where_it_is_gone_over_backward(dout, cache):
    """Backward pass of written_where_it_is_gone_over: dx (N,) and dwords, from dout."""
    x, words, steps, keys, steps1, keys1, sums, len_keys3_gt_1, keys2, sums_values = (
        cache
    )
    if len_keys3_gt_1:
        # backprop out = sum(sums_values)
        dsums_values = [dout] * len(sums_values)
        dsums = zeros_of(sums)
        for key in reversed(keys2):
            # backprop sums_values.append(sums[key])
            dsums[key] += dsums_values.pop()
    else:
        # backprop out = sums["a"]
        dsums = zeros_of(sums)
        dsums["a"] = dout
    for k1 in reversed(keys1):
        # backprop sums[k1] = v * 2
        dv = 2 * dsums[k1]
        # backprop v = sums[k1]
        dsums[k1] = dv
    for i1 in reversed(range(len(keys))):
        sums_k1 = steps1[i1]
        k = keys[i1]
        # backprop sums[k] = sums_k1**2
        dsums_k1 = (2 * sums_k1) * dsums[k]
        # backprop sums_k1 = sums[k]
        dsums[k] = dsums_k1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k_in_sums = steps[i]
        k = words[i]
        # backprop sums[k] = chosen + v
        dsums_k = dsums[k]
        dsums[k] = 0.0
        dchosen = dsums_k
        dv = dsums_k
        if k_in_sums:
            # backprop chosen = sums[k]
            dsums[k] += dchosen
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def made_an_array_forward(x: "N", words: list):
    """Forward pass of made_an_array: out and the cache (references, not copies)."""
    sums = {}
    for k, v in zip(words, x):
        sums[k] = v * v
    keys = list(sums)
    sums_values = []
    for key in keys:
        sums_values.append(sums[key])
    a = np.array(list(sums_values))
    out = np.sum(a * a) / len(a)
    cache = (x, words, sums, keys, a)
    return out, cache


def made_an_array_backward(dout, cache):
    """Backward pass of made_an_array: dx (N,) and dwords, from dout."""
    x, words, sums, keys, a = cache
    # backprop out = np.sum(a * a) / len(a)
    da = (2 * a) * (dout / len(a))
    # backprop a = np.array(list(sums_values))
    dsums_values = list(da)
    dsums = zeros_of(sums)
    for key in reversed(keys):
        # backprop sums_values.append(sums[key])
        dsums[key] += dsums_values.pop()
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        # backprop sums[k] = v * v
        dv = (2 * v) * dsums[k]
        dsums[k] = 0.0
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def greatest_forward(x: "N", words: list):
    """Forward pass of greatest: out and the cache (references, not copies)."""
    products = {}
    steps = []
    for k, v in zip(words, x):
        products_k1 = None
        k_not_in_products = k not in products
        if k_not_in_products:
            products[k] = v
        else:
            products_k1 = products[k]
            products[k] = products_k1 * v
        steps.append((k_not_in_products, products_k1))
    best = None
    keys = list(products)
    steps1 = []
    for k in keys:
        v = products[k]
        best_test = best is None or v > best
        if best_test:
            best = v
        steps1.append(best_test)
    out = best * best
    cache = (x, words, steps, products, keys, steps1, best)
    return out, cache


def greatest_backward(dout, cache):
    """Backward pass of greatest: dx (N,) and dwords, from dout."""
    x, words, steps, products, keys, steps1, best = cache
    # backprop out = best * best
    dbest = (2 * best) * dout
    dproducts = zeros_of(products)
    for i1 in reversed(range(len(keys))):
        best_test = steps1[i1]
        k = keys[i1]
        dv = 0.0
        if best_test:
            # backprop best = v
            dv = dbest
            dbest = 0.0
        # backprop v = products[k]
        dproducts[k] += dv
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k_not_in_products, products_k1 = steps[i]
        k = words[i]
        v = x[i]
        if k_not_in_products:
            # backprop products[k] = v
            dv = dproducts[k]
            dproducts[k] = 0.0
        else:
            # backprop products[k] = products_k1 * v
            dproducts_k = dproducts[k]
            dproducts_k1 = v * dproducts_k
            dv = products_k1 * dproducts_k
            # backprop products_k1 = products[k]
            dproducts[k] = dproducts_k1
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def shares_forward(x: "N", words: list):
    """Forward pass of shares: out and the cache (references, not copies)."""
    sums = {}
    for k, v in zip(words, x):
        sums[k] = v * v
    keys1 = list(sums)
    sums_values = []
    for key1 in keys1:
        sums_values.append(sums[key1])
    whole = sum(sums_values)
    p = {}
    keys2 = list(sums)
    steps = []
    for k1 in keys2:
        v1 = sums[k1]
        v1_over_whole = v1 / whole
        p[k1] = v1_over_whole
        steps.append(v1_over_whole)
    total = 0
    keys = list(p)
    steps1 = []
    for key in keys:
        q = p[key]
        log_q = math.log(q)
        q_times_log_q = q * log_q
        total += q_times_log_q
        steps1.append((q, log_q))
    out = -total
    cache = (x, words, sums, keys1, sums_values, whole, keys2, steps, p, keys, steps1)
    return out, cache


def shares_backward(dout, cache):
    """Backward pass of shares: dx (N,) and dwords, from dout."""
    x, words, sums, keys1, sums_values, whole, keys2, steps, p, keys, steps1 = cache
    # backprop out = -total
    dtotal = -dout
    dp = zeros_of(p)
    for i3 in reversed(range(len(keys))):
        q, log_q = steps1[i3]
        key = keys[i3]
        # backprop total += q_times_log_q
        dq_times_log_q = np.sum(dtotal)
        # backprop q_times_log_q = q * log_q
        dq = log_q * dq_times_log_q
        dlog_q = q * dq_times_log_q
        # backprop log_q = math.log(q)
        dq += dlog_q / q
        # backprop q = p[key]
        dp[key] += dq
    dwhole = 0.0
    dsums = zeros_of(sums)
    for i2 in reversed(range(len(keys2))):
        v1_over_whole = steps[i2]
        k1 = keys2[i2]
        # backprop p[k1] = v1_over_whole
        dv1_over_whole = np.sum(dp[k1])
        dp[k1] = 0.0
        # backprop v1_over_whole = v1 / whole
        dv1 = dv1_over_whole / whole
        dwhole -= v1_over_whole * dv1
        # backprop v1 = sums[k1]
        dsums[k1] += dv1
    # backprop whole = sum(sums_values)
    dsums_values = [dwhole] * len(sums_values)
    for key1 in reversed(keys1):
        # backprop sums_values.append(sums[key1])
        dsums[key1] += dsums_values.pop()
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        # backprop sums[k] = v * v
        dv = (2 * v) * dsums[k]
        dsums[k] = 0.0
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def remembered_forward(x: float, n: int):
    """Forward pass of remembered: out and the cache (references, not copies)."""
    memo = {}
    memo[0] = x
    memo[1] = x * x
    for k in range(2, n):
        memo[k] = memo[k - 1] * 0.5 + memo[k - 2] * x
    out = memo[n - 1]
    cache = (x, n, memo)
    return out, cache


def remembered_backward(dout, cache):
    """Backward pass of remembered: dx, from dout."""
    x, n, memo = cache
    # backprop out = memo[n - 1]
    dmemo = zeros_of(memo)
    dmemo[n - 1] = dout
    dx = 0.0
    for k in reversed(range(2, n)):
        # backprop memo[k] = memo[k - 1] * 0.5 + memo[k - 2] * x
        dmemo[k - 1] += 0.5 * dmemo[k]
        dmemo[k - 2] += x * dmemo[k]
        dx += memo[k - 2] * dmemo[k]
    # backprop memo[1] = x * x
    dx += (2 * x) * dmemo[1]
    # backprop memo[0] = x
    dx += dmemo[0]
    return dx


def made_of_pairs_forward(x: "3"):
    """Forward pass of made_of_pairs: out and the cache (references, not copies)."""
    p = {}
    for key, item in zip(["a", "b", "c"], x):
        p[key] = item
    out = p["a"] * p["b"] + p["c"] ** 2
    cache = (x, p)
    return out, cache


def made_of_pairs_backward(dout, cache):
    """Backward pass of made_of_pairs: dx (3,), from dout."""
    x, p = cache
    # backprop out = p["a"] * p["b"] + p["c"] ** 2
    dp = zeros_of(p)
    dp["a"] = p["b"] * dout
    dp["b"] += p["a"] * dout
    dp["c"] += (2 * p["c"]) * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(["a", "b", "c"]), len(x)))):
        key = ["a", "b", "c"][i]
        # backprop p[key] = item
        ditem = dp[key]
        dp[key] = 0.0
        dx[i] = ditem
    return dx


def made_by_a_comprehension_forward(x: "N"):
    """Forward pass of made_by_a_comprehension.

    Gives total and the cache (references, not copies).
    """
    d = {}
    for at, v in enumerate(x):
        if at != 2:
            d[at] = v * v
    total = 0
    steps = []
    for at1 in range(len(x)):
        at1_in_d = at1 in d
        if at1_in_d:
            total += d[at1] * (at1 + 1)
        steps.append(at1_in_d)
    cache = (x, d, steps)
    return total, cache


def made_by_a_comprehension_backward(dtotal, cache):
    """Backward pass of made_by_a_comprehension: dx (N,), from dtotal."""
    x, d, steps = cache
    dd = zeros_of(d)
    for at1 in reversed(range(len(x))):
        at1_in_d = steps[at1]
        if at1_in_d:
            # backprop total += d[at1] * (at1 + 1)
            dd[at1] = (at1 + 1) * dtotal
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for at in reversed(range(len(x))):
        v = x[at]
        dv = 0.0
        if at != 2:
            # backprop d[at] = v * v
            dv = (2 * v) * dd[at]
        dx[at] = dv
    return dx


def of_an_argument_forward(p: dict, lr: float):
    """Forward pass of of_an_argument: out and the cache (references, not copies)."""
    q = {}
    keys = list(p)
    p_values = [p[key] for key in keys]
    steps = []
    for k, v in zip(keys, p_values):
        v_sqr = v**2
        q_product = lr * v_sqr
        q_diff = v - q_product
        q[k] = q_diff
        steps.append(v_sqr)
    sum_in = q["w"] * q["b"]
    out = np.sum(sum_in)
    cache = (lr, keys, p_values, steps, q, sum_in)
    return out, cache


def of_an_argument_backward(dout, cache):
    """Backward pass of of_an_argument: dp and dlr, from dout."""
    lr, keys, p_values, steps, q, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = q["w"] * q["b"]
    dq = zeros_of(q)
    dq["w"] += unbroadcast(q["b"] * dsum_in, q["w"])
    dq["b"] += unbroadcast(q["w"] * dsum_in, q["b"])
    dlr = 0.0
    dp_values = zeros_of(p_values)
    for i in reversed(range(min(len(keys), len(p_values)))):
        v_sqr = steps[i]
        k = keys[i]
        v = p_values[i]
        # backprop q[k] = q_diff
        dq_diff = 1 * unbroadcast(dq[k], v)
        dq[k] = 0.0
        # backprop q_diff = v - q_product
        dv = dq_diff
        dq_product = -dq_diff
        # backprop q_product = lr * v_sqr
        dlr += np.sum(v_sqr * dq_product)
        dv_sqr = lr * dq_product
        # backprop v_sqr = v**2
        dv += (2 * v) * dv_sqr
        dp_values[i] += dv
    # backprop p_values = [p[key] for key in keys]
    dp = dict(zip(keys, dp_values))
    return dp, dlr
