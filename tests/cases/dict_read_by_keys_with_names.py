# arguments by_words: words=["a", "b", "a"], s=0.7, d={"a": 0.4, "b": 1.2}
# arguments by_one_key: d={"a": 0.4, "b": 1.2}, key="b", s=0.7
# arguments of_arrays: p={"w": (2,), "v": (2,)}, s=0.7
# arguments gone_over_too: d={"a": 0.4, "b": 1.2}, words=["a", "b", "a"]
# arguments by_numbers: e={1: 0.5, 2: 0.7}, s=0.7
# arguments that_may_not_be_there: d={"a": 0.4, "b": 1.2}, s=0.7
# arguments with_default: d={"a": 0.4, "b": 1.2}, words=["a", "c", "a"], s=0.7
# arguments of_another_one: p={"w": (2,), "v": (2,)}, q={"w": (2,)}
# first order only of_another_one: `index` has no gate
# first order only that_may_not_be_there: zeros_of has no gate
# first order only with_default: `index` has no gate
# first order only in_a_comprehension: `index` has no gate
# first order only by_words: `index` has no gate
# first order only by_one_key: `index` has no gate
# first order only gone_over_too: `index` has no gate
# first order only by_numbers: `index` has no gate
# arguments in_a_comprehension: words=["a", "b", "a"], d={"a": 0.4, "b": 1.2}, s=0.7
import numpy as np


def by_words(words: list[str], s: float, d: dict[str, float]):
    total = 0.0
    for w in words:
        total += d[w] * s
    return total


def by_one_key(d: dict[str, float], key: str, s: float):
    return d[key] ** 2 * s + d["a"]


def of_arrays(p: dict[str, np.ndarray], s: float):
    total = 0.0
    for k in ["w", "v", "w"]:
        total += np.sum(p[k] ** 2) * s
    return total


def gone_over_too(d: dict[str, float], words: list[str]):
    total = 1.0
    for w in words:
        total *= d[w]
    for k, v in d.items():
        total += v * d[k]
    return total


def by_numbers(e: dict[int, float], s: float):
    total = 0.0
    for i in range(1, 3):
        total += e[i] * s * e[1]
    return total


def in_a_comprehension(words: list[str], d: dict[str, float], s: float):
    return sum(d[w] * s for w in words)


def that_may_not_be_there(d, s: float):
    if "a" in d:
        s = s * d["a"]
    if "z" in d:
        s = s * d["z"]
    return s * d["b"]


def with_default(d: dict[str, float], words: list[str], s: float):
    total = 0.0
    for w in words:
        total += d.get(w, s) ** 2
    return total


def of_another_one(p: dict[str, np.ndarray], q: dict[str, np.ndarray]):
    total = 0.0
    for k, v in p.items():
        if k in q:
            total = total + np.sum(v**2 * q[k])
    return total


# output
"""Forward and backward passes of dict_read_by_keys_with_names.py: do not edit.

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


def by_words_forward(words: list[str], s: float, d: dict[str, float]):
    """Forward pass of by_words: total and the cache (references, not copies)."""
    total = 0.0
    for w in words:
        total += d[w] * s
    cache = (words, s, d)
    return total, cache


def by_words_backward(dtotal, cache):
    """Backward pass of by_words: ds and dd, from dtotal."""
    words, s, d = cache
    dd = zeros_of(d)
    ds = 0.0
    for w in reversed(words):
        # backprop total += d[w] * s
        dd[w] += s * dtotal
        ds += d[w] * dtotal
    return ds, dd


def by_one_key_forward(d: dict[str, float], key: str, s: float):
    """Forward pass of by_one_key: out and the cache (references, not copies)."""
    d_key_sqr = d[key] ** 2
    out = d_key_sqr * s + d["a"]
    cache = (d, key, s, d_key_sqr)
    return out, cache


def by_one_key_backward(dout, cache):
    """Backward pass of by_one_key: dd and ds, from dout."""
    d, key, s, d_key_sqr = cache
    # backprop out = d_key_sqr * s + d["a"]
    dd_key_sqr = s * dout
    ds = d_key_sqr * dout
    dd = zeros_of(d)
    dd["a"] = dout
    # backprop d_key_sqr = d[key] ** 2
    dd[key] += (2 * d[key]) * dd_key_sqr
    return dd, ds


def of_arrays_forward(p: dict[str, np.ndarray], s: float):
    """Forward pass of of_arrays: total and the cache (references, not copies)."""
    total = 0.0
    sum_w_sqr = np.sum(p["w"] ** 2)
    total += sum_w_sqr * s
    sum_v_sqr = np.sum(p["v"] ** 2)
    total += sum_v_sqr * s
    total_sum_w_sqr = np.sum(p["w"] ** 2)
    total += total_sum_w_sqr * s
    cache = (p, s, sum_w_sqr, sum_v_sqr, total_sum_w_sqr)
    return total, cache


def of_arrays_backward(dtotal, cache):
    """Backward pass of of_arrays: dp and ds, from dtotal."""
    p, s, sum_w_sqr, sum_v_sqr, total_sum_w_sqr = cache
    # backprop total += total_sum_w_sqr * s
    dtotal_sum_w_sqr = s * dtotal
    ds = total_sum_w_sqr * dtotal
    # backprop total_sum_w_sqr = np.sum(p["w"] ** 2)
    dw = (2 * p["w"]) * dtotal_sum_w_sqr
    # backprop total += sum_v_sqr * s
    dsum_v_sqr = s * dtotal
    ds += sum_v_sqr * dtotal
    # backprop sum_v_sqr = np.sum(p["v"] ** 2)
    dv = (2 * p["v"]) * dsum_v_sqr
    # backprop total += sum_w_sqr * s
    dsum_w_sqr = s * dtotal
    ds += sum_w_sqr * dtotal
    # backprop sum_w_sqr = np.sum(p["w"] ** 2)
    dw += (2 * p["w"]) * dsum_w_sqr
    dp = {"w": dw, "v": dv}
    return dp, ds


def gone_over_too_forward(d: dict[str, float], words: list[str]):
    """Forward pass of gone_over_too: total and the cache (references, not copies)."""
    total = 1.0
    total_before = []
    for w in words:
        total_before.append(total)
        total *= d[w]
    keys = list(d)
    steps = []
    for k in keys:
        v = d[k]
        total += v * d[k]
        steps.append(v)
    cache = (d, words, total_before, keys, steps)
    return total, cache


def gone_over_too_backward(dtotal, cache):
    """Backward pass of gone_over_too: dd, from dtotal."""
    d, words, total_before, keys, steps = cache
    dd = zeros_of(d)
    for i1 in reversed(range(len(keys))):
        v = steps[i1]
        k = keys[i1]
        # backprop total += v * d[k]
        dv = d[k] * dtotal
        dd[k] += v * dtotal
        # backprop v = d[k]
        dd[k] += dv
    for i in reversed(range(len(words))):
        total = total_before[i]
        w = words[i]
        # backprop total *= d[w]
        dd[w] += total * dtotal
        dtotal = d[w] * dtotal
    return dd


def by_numbers_forward(e: dict[int, float], s: float):
    """Forward pass of by_numbers: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(1, 3):
        e_i_times_s = e[i] * s
        total += e_i_times_s * e[1]
        steps.append(e_i_times_s)
    cache = (e, s, steps)
    return total, cache


def by_numbers_backward(dtotal, cache):
    """Backward pass of by_numbers: de and ds, from dtotal."""
    e, s, steps = cache
    de = zeros_of(e)
    ds = 0.0
    for i, e_i_times_s in zip(reversed(range(1, 3)), reversed(steps)):
        # backprop total += e_i_times_s * e[1]
        de_i_times_s = e[1] * dtotal
        de[1] += e_i_times_s * dtotal
        # backprop e_i_times_s = e[i] * s
        de[i] += s * de_i_times_s
        ds += e[i] * de_i_times_s
    return de, ds


def in_a_comprehension_forward(words: list[str], d: dict[str, float], s: float):
    """Forward pass of in_a_comprehension.

    Gives total and the cache (references, not copies).
    """
    total = 0
    for w in words:
        total += d[w] * s
    cache = (words, d, s)
    return total, cache


def in_a_comprehension_backward(dtotal, cache):
    """Backward pass of in_a_comprehension: dd and ds, from dtotal."""
    words, d, s = cache
    dd = zeros_of(d)
    ds = 0.0
    for w in reversed(words):
        # backprop total += d[w] * s
        dd[w] += s * dtotal
        ds += d[w] * dtotal
    return dd, ds


def that_may_not_be_there_forward(d, s: float):
    """Forward pass of that_may_not_be_there.

    Gives out and the cache (references, not copies).
    """
    s_before = s
    s_test = "a" in d
    if s_test:
        s = s * d["a"]
    s_before1 = s
    s_test1 = "z" in d
    if s_test1:
        s = s * d["z"]
    out = s * d["b"]
    cache = (d, s_before, s_test, s_before1, s_test1, s)
    return out, cache


def that_may_not_be_there_backward(dout, cache):
    """Backward pass of that_may_not_be_there: dd and ds, from dout."""
    d, s_before, s_test, s_before1, s_test1, s = cache
    # backprop out = s * d["b"]
    ds = unbroadcast(d["b"] * dout, s)
    dd = zeros_of(d)
    dd["b"] += unbroadcast(s * dout, d["b"])
    if s_test1:
        # backprop s = s * d["z"]
        dd["z"] += unbroadcast(s_before1 * ds, d["z"])
        ds = unbroadcast(d["z"] * ds, s_before1)
    if s_test:
        # backprop s = s * d["a"]
        dd["a"] += s_before * ds
        ds = np.sum(d["a"] * ds)
    return dd, ds


def with_default_forward(d: dict[str, float], words: list[str], s: float):
    """Forward pass of with_default: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for w in words:
        w_in_d = w in d
        if w_in_d:
            chosen = d[w]
        else:
            chosen = s
        total += chosen**2
        steps.append((w_in_d, chosen))
    cache = (d, words, steps)
    return total, cache


def with_default_backward(dtotal, cache):
    """Backward pass of with_default: dd and ds, from dtotal."""
    d, words, steps = cache
    ds = 0.0
    dd = zeros_of(d)
    for i in reversed(range(len(words))):
        w_in_d, chosen = steps[i]
        w = words[i]
        # backprop total += chosen**2
        dchosen = (2 * chosen) * dtotal
        if w_in_d:
            # backprop chosen = d[w]
            dd[w] += dchosen
        else:
            # backprop chosen = s
            ds += dchosen
    return dd, ds


def of_another_one_forward(p: dict[str, np.ndarray], q: dict[str, np.ndarray]):
    """Forward pass of of_another_one: total and the cache (references, not copies)."""
    total = 0.0
    keys = list(p)
    steps = []
    for k in keys:
        v = p[k]
        v_sqr = None
        sum_in = None
        k_in_q = k in q
        if k_in_q:
            v_sqr = v**2
            sum_in = v_sqr * q[k]
            total = total + np.sum(sum_in)
        steps.append((v, k_in_q, v_sqr, sum_in))
    cache = (p, q, keys, steps)
    return total, cache


def of_another_one_backward(dtotal, cache):
    """Backward pass of of_another_one: dp and dq, from dtotal."""
    p, q, keys, steps = cache
    dq = zeros_of(q)
    dp = zeros_of(p)
    for i in reversed(range(len(keys))):
        v, k_in_q, v_sqr, sum_in = steps[i]
        k = keys[i]
        dv = np.zeros_like(v, dtype=np.result_type(v, 1.0))
        if k_in_q:
            # backprop total = total + np.sum(sum_in)
            dsum_in = np.ones_like(sum_in) * dtotal
            # backprop sum_in = v_sqr * q[k]
            dv_sqr = unbroadcast(q[k] * dsum_in, v_sqr)
            dq[k] += unbroadcast(v_sqr * dsum_in, q[k])
            # backprop v_sqr = v**2
            dv = (2 * v) * dv_sqr
        # backprop v = p[k]
        dp[k] += dv
    return dp, dq
