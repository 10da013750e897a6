# arguments totals: x=(4,), idx=[0, 2, 1, 2]
# arguments begun_at_zero: x=(4,), words=["a", "b", "a", "c"]
# arguments remembered: x=(4,), n=5
# arguments with_default: x=(4,), words=["a", "b", "a", "c"]
# arguments with_another_item: x=(4,), words=["a", "b", "a", "c"], s=0.7
# arguments of_the_turn_before: x=(4,), s=0.7
# first order only totals: what it holds may be known by another name
# first order only begun_at_zero: what it holds may be known by another name
# first order only remembered: what it holds may be known by another name
# first order only with_default: what it holds may be known by another name
# first order only with_another_item: what it holds may be known by another name
# first order only of_the_turn_before: what it holds may be known by another name
import numpy as np


def totals(x: "N", idx: list[int]):
    total = {}
    for k in range(4):
        key = idx[k]
        if key in total:
            total[key] = total[key] + x[k]
        else:
            total[key] = x[k]
    return total[0] * total[1] + total[2]


def begun_at_zero(x: "N", words: list[str]):
    total = {}
    for word, v in zip(words, x):
        if word not in total:
            total[word] = 0.0
        total[word] += v * v
    return total["a"] * total["b"] + total["c"]


def remembered(x: "N", n: int):
    memo = {}
    for k in range(n):
        if k in memo:
            continue
        memo[k] = x[k % 4] if k < 2 else memo[k - 1] * memo[k - 2] + x[1]
    return memo[n - 1]


def with_default(x: "N", words: list[str]):
    d = {}
    for word, v in zip(words, x):
        d[word] = d.get(word, 0.0) + v**2
    return d["a"] * d["c"]


def with_another_item(x: "N", words: list[str], s: float):
    d = {}
    for word, v in zip(words, x):
        if d.get(word, 0.0) < 0.5:
            d[word] = d.get(word, s) * v + np.sin(d.get("a", s))
    return d["a"] * d["c"]


def of_the_turn_before(x: "N", s: float):
    hist = {}
    for k, v in enumerate(x):
        hist[k] = hist.get(k - 1, 0.0) + v * s
    return hist[2] * hist[0] + hist.get(7, s)


# output
"""Forward and backward passes of dict_that_is_asked_what_it_holds.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def totals_forward(x: "N", idx: list[int]):
    """Forward pass of totals: out and the cache (references, not copies)."""
    total = {}
    steps = []
    for k in range(4):
        key = idx[k]
        key_in_total = key in total
        if key_in_total:
            total[key] = total[key] + x[k]
        else:
            total[key] = x[k]
        steps.append((key, key_in_total))
    out = total[0] * total[1] + total[2]
    cache = (x, steps, total)
    return out, cache


def totals_backward(dout, cache):
    """Backward pass of totals: dx (N,), from dout."""
    x, steps, total = cache
    # backprop out = total[0] * total[1] + total[2]
    dtotal = zeros_of(total)
    dtotal[0] = total[1] * dout
    dtotal[1] += total[0] * dout
    dtotal[2] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(4)):
        key, key_in_total = steps[k]
        if key_in_total:
            # backprop total[key] = total[key] + x[k]
            dx[k] += dtotal[key]
        else:
            # backprop total[key] = x[k]
            dx[k] += dtotal[key]
            dtotal[key] = 0.0
    return dx


def begun_at_zero_forward(x: "N", words: list[str]):
    """Forward pass of begun_at_zero: out and the cache (references, not copies)."""
    total = {}
    steps = []
    for word, v in zip(words, x):
        word_not_in_total = word not in total
        if word_not_in_total:
            total[word] = 0.0
        total[word] += v * v
        steps.append(word_not_in_total)
    out = total["a"] * total["b"] + total["c"]
    cache = (x, words, steps, total)
    return out, cache


def begun_at_zero_backward(dout, cache):
    """Backward pass of begun_at_zero: dx (N,), from dout."""
    x, words, steps, total = cache
    # backprop out = total["a"] * total["b"] + total["c"]
    dtotal = zeros_of(total)
    dtotal["a"] = total["b"] * dout
    dtotal["b"] += total["a"] * dout
    dtotal["c"] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        word_not_in_total = steps[i]
        word = words[i]
        v = x[i]
        # backprop total[word] += v * v
        dv = (2 * v) * dtotal[word]
        if word_not_in_total:
            # backprop total[word] = 0.0
            dtotal[word] = 0.0
        dx[i] = dv
    return dx


def remembered_forward(x: "N", n: int):
    """Forward pass of remembered: out and the cache (references, not copies)."""
    memo = {}
    steps = []
    for k in range(n):
        k_not_in_memo = k not in memo
        if k_not_in_memo:
            if k < 2:
                memo[k] = x[k % 4]
            else:
                memo[k] = memo[k - 1] * memo[k - 2] + x[1]
        steps.append(k_not_in_memo)
    out = memo[n - 1]
    cache = (x, n, steps, memo)
    return out, cache


def remembered_backward(dout, cache):
    """Backward pass of remembered: dx (N,), from dout."""
    x, n, steps, memo = cache
    # backprop out = memo[n - 1]
    dmemo = zeros_of(memo)
    dmemo[n - 1] = dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        k_not_in_memo = steps[k]
        if k_not_in_memo:
            if k < 2:
                # backprop memo[k] = x[k % 4]
                dx[k % 4] += dmemo[k]
                dmemo[k] = 0.0
            else:
                # backprop memo[k] = memo[k - 1] * memo[k - 2] + x[1]
                dmemo[k - 1] += memo[k - 2] * dmemo[k]
                dmemo[k - 2] += memo[k - 1] * dmemo[k]
                dx[1] += dmemo[k]
                dmemo[k] = 0.0
    return dx


def with_default_forward(x: "N", words: list[str]):
    """Forward pass of with_default: out and the cache (references, not copies)."""
    d = {}
    steps = []
    for word, v in zip(words, x):
        word_in_d = word in d
        if word_in_d:
            chosen = d[word]
        else:
            chosen = 0.0
        d[word] = chosen + v**2
        steps.append(word_in_d)
    out = d["a"] * d["c"]
    cache = (x, words, steps, d)
    return out, cache


def with_default_backward(dout, cache):
    """Backward pass of with_default: dx (N,), from dout."""
    x, words, steps, d = cache
    # backprop out = d["a"] * d["c"]
    dd = zeros_of(d)
    dd["a"] = d["c"] * dout
    dd["c"] += d["a"] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        word_in_d = steps[i]
        word = words[i]
        v = x[i]
        # backprop d[word] = chosen + v**2
        dd_word = dd[word]
        dd[word] = 0.0
        dchosen = dd_word
        dv = (2 * v) * dd_word
        if word_in_d:
            # backprop chosen = d[word]
            dd[word] += dchosen
        dx[i] = dv
    return dx


def with_another_item_forward(x: "N", words: list[str], s: float):
    """Forward pass of with_another_item: out and the cache (references, not copies)."""
    d = {}
    chosen = None
    chosen1 = None
    steps = []
    for word, v in zip(words, x):
        if word in d:
            chosen2 = d[word]
        else:
            chosen2 = 0.0
        word_in_d = None
        chosen1_test = None
        if chosen2 < 0.5:
            word_in_d = word in d
            if word_in_d:
                chosen = d[word]
            else:
                chosen = s
            chosen1_test = "a" in d
            if chosen1_test:
                chosen1 = d["a"]
            else:
                chosen1 = s
            d[word] = chosen * v + np.sin(chosen1)
        steps.append((chosen2, word_in_d, chosen, chosen1_test, chosen1))
    out = d["a"] * d["c"]
    cache = (x, words, steps, d)
    return out, cache


def with_another_item_backward(dout, cache):
    """Backward pass of with_another_item: dx (N,) and ds, from dout."""
    x, words, steps, d = cache
    # backprop out = d["a"] * d["c"]
    dd = zeros_of(d)
    dd["a"] = d["c"] * dout
    dd["c"] += d["a"] * dout
    ds = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        chosen2, word_in_d, chosen, chosen1_test, chosen1 = steps[i]
        word = words[i]
        v = x[i]
        dv = 0.0
        if chosen2 < 0.5:
            # backprop d[word] = chosen * v + np.sin(chosen1)
            dd_word = dd[word]
            dd[word] = 0.0
            dchosen = v * dd_word
            dv = chosen * dd_word
            dchosen1 = np.cos(chosen1) * dd_word
            if chosen1_test:
                # backprop chosen1 = d["a"]
                dd["a"] += dchosen1
            else:
                # backprop chosen1 = s
                ds += dchosen1
            if word_in_d:
                # backprop chosen = d[word]
                dd[word] += dchosen
            else:
                # backprop chosen = s
                ds += dchosen
        dx[i] = dv
    return dx, ds


def of_the_turn_before_forward(x: "N", s: float):
    """Forward pass of of_the_turn_before.

    Gives out and the cache (references, not copies).
    """
    hist = {}
    steps = []
    for k, v in enumerate(x):
        chosen_test = k - 1 in hist
        if chosen_test:
            chosen = hist[k - 1]
        else:
            chosen = 0.0
        hist[k] = chosen + v * s
        steps.append(chosen_test)
    chosen1_test = 7 in hist
    if chosen1_test:
        chosen1 = hist[7]
    else:
        chosen1 = s
    out = hist[2] * hist[0] + chosen1
    cache = (x, s, steps, hist, chosen1_test)
    return out, cache


def of_the_turn_before_backward(dout, cache):
    """Backward pass of of_the_turn_before: dx (N,) and ds, from dout."""
    x, s, steps, hist, chosen1_test = cache
    # backprop out = hist[2] * hist[0] + chosen1
    dhist = zeros_of(hist)
    dhist[2] = hist[0] * dout
    dhist[0] += hist[2] * dout
    dchosen1 = dout
    if chosen1_test:
        # backprop chosen1 = hist[7]
        dhist[7] += dchosen1
        ds = 0.0
    else:
        # backprop chosen1 = s
        ds = dchosen1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(len(x))):
        chosen_test = steps[k]
        v = x[k]
        # backprop hist[k] = chosen + v * s
        dchosen = dhist[k]
        dv = s * dhist[k]
        ds = ds + v * dhist[k]
        if chosen_test:
            # backprop chosen = hist[k - 1]
            dhist[k - 1] += dchosen
        dx[k] = dv
    return dx, ds
