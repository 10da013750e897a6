# arguments made_by_default: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments made_where_missing: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments made_of_the_first: x=(5,), words=["a", "b", "a", "a", "b"]
# arguments means: A=(5, 3), words=[1, 0, 2, 0, 1]
# arguments pairs: x=(5,), words=[2, 0, 2, 1, 0]
# arguments split: x=(5,)
# first order only: a cache holds a dict that is written by key
import numpy as np


def made_by_default(x: "N", words: list):
    groups = {}
    for k, v in zip(words, x):
        groups.setdefault(k, []).append(v)
    acc = 0.0
    for k, vs in groups.items():
        mean = sum(vs) / len(vs)
        acc += mean**2
    return acc


def made_where_missing(x: "N", words: list):
    groups = {}
    for k, v in zip(words, x):
        if k not in groups:
            groups[k] = []
        if v > 0:
            groups[k].append(v)
    return sum(groups["a"]) * sum(groups["b"])


def made_of_the_first(x: "N", words: list):
    groups = {}
    for k, v in zip(words, x):
        if k in groups:
            groups[k].append(v)
        else:
            groups[k] = [v, v * 2]
    return sum(sum(vs) ** 2 for vs in groups.values())


def means(A: "T N", words: list):
    groups = {}
    for k, row in zip(words, A):
        groups.setdefault(k, []).append(row)
    centers = {k: sum(rows) / len(rows) for k, rows in groups.items()}
    loss = 0.0
    for k, row in zip(words, A):
        loss += np.sum((row - centers[k]) ** 2)
    return loss


def pairs(x: "N", words: list):
    groups = {}
    for k, v in zip(words, x):
        groups.setdefault(k, []).append((v, v * v))
    acc = 0.0
    for k in sorted(groups):
        for a, b in groups[k]:
            acc = acc * 0.5 + a * b
    return acc


def split(x: "N"):
    parts = {"train": [], "test": []}
    for at, v in enumerate(x):
        parts["train" if at % 2 else "test"].append(v)
    mean = sum(parts["train"]) / len(parts["train"])
    return sum((v - mean) ** 2 for v in parts["test"])


# output
"""Forward and backward passes of dict_of_lists_filled_by_key.py: do not edit.

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


def made_by_default_forward(x: "N", words: list):
    """Forward pass of made_by_default: acc and the cache (references, not copies)."""
    groups = {}
    for k, v in zip(words, x):
        if k not in groups:
            groups[k] = []
        groups[k].append(v)
    acc = 0.0
    keys = list(groups)
    steps = []
    for k in keys:
        vs = groups[k]
        mean = sum(vs) / len(vs)
        acc += mean**2
        steps.append((vs, mean))
    cache = (x, words, groups, keys, steps)
    return acc, cache


def made_by_default_backward(dacc, cache):
    """Backward pass of made_by_default: dx (N,) and dwords, from dacc."""
    x, words, groups, keys, steps = cache
    dgroups = zeros_of(groups)
    for i1 in reversed(range(len(keys))):
        vs, mean = steps[i1]
        k = keys[i1]
        # backprop acc += mean**2
        dmean = (2 * mean) * dacc
        # backprop mean = sum(vs) / len(vs)
        dvs = [dmean / len(vs)] * len(vs)
        # backprop vs = groups[k]
        dgroups[k] = [(item + more) for item, more in zip(dgroups[k], dvs)]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        # backprop groups[k].append(v)
        dv = dgroups[k].pop()
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def made_where_missing_forward(x: "N", words: list):
    """Forward pass of made_where_missing.

    Gives out and the cache (references, not copies).
    """
    groups = {}
    for k, v in zip(words, x):
        if k not in groups:
            groups[k] = []
        if v > 0:
            groups[k].append(v)
    a = groups["a"]
    sum_a = sum(a)
    b = groups["b"]
    sum_b = sum(b)
    out = sum_a * sum_b
    cache = (x, words, groups, a, sum_a, b, sum_b)
    return out, cache


def made_where_missing_backward(dout, cache):
    """Backward pass of made_where_missing: dx (N,) and dwords, from dout."""
    x, words, groups, a, sum_a, b, sum_b = cache
    # backprop out = sum_a * sum_b
    dsum_a = sum_b * dout
    dsum_b = sum_a * dout
    # backprop sum_b = sum(b)
    db = [dsum_b] * len(b)
    # backprop b = groups["b"]
    dgroups = zeros_of(groups)
    dgroups["b"] = [(item + more) for item, more in zip(dgroups["b"], db)]
    # backprop sum_a = sum(a)
    da = [dsum_a] * len(a)
    # backprop a = groups["a"]
    dgroups["a"] = [(item1 + more1) for item1, more1 in zip(dgroups["a"], da)]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        dv = 0.0
        if v > 0:
            # backprop groups[k].append(v)
            dv = dgroups[k].pop()
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def made_of_the_first_forward(x: "N", words: list):
    """Forward pass of made_of_the_first.

    Gives total and the cache (references, not copies).
    """
    groups = {}
    steps = []
    for k, v in zip(words, x):
        k_in_groups = k in groups
        if k_in_groups:
            groups[k].append(v)
        else:
            groups[k] = [v, v * 2]
        steps.append(k_in_groups)
    total = 0
    keys = list(groups)
    steps1 = []
    for key in keys:
        vs = groups[key]
        sum_vs = sum(vs)
        total += sum_vs**2
        steps1.append((vs, sum_vs))
    cache = (x, words, steps, groups, keys, steps1)
    return total, cache


def made_of_the_first_backward(dtotal, cache):
    """Backward pass of made_of_the_first: dx (N,) and dwords, from dtotal."""
    x, words, steps, groups, keys, steps1 = cache
    dgroups = zeros_of(groups)
    for i1 in reversed(range(len(keys))):
        vs, sum_vs = steps1[i1]
        key = keys[i1]
        # backprop total += sum_vs**2
        dsum_vs = (2 * sum_vs) * dtotal
        # backprop sum_vs = sum(vs)
        dvs = [dsum_vs] * len(vs)
        # backprop vs = groups[key]
        dgroups[key] = [(item + more) for item, more in zip(dgroups[key], dvs)]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k_in_groups = steps[i]
        k = words[i]
        if k_in_groups:
            # backprop groups[k].append(v)
            dv = dgroups[k].pop()
        else:
            # backprop groups[k] = [v, v * 2]
            dgroups_k = dgroups[k]
            dv = dgroups_k[0]
            dv += 2 * dgroups_k[1]
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def means_forward(A: "T N", words: list):
    """Forward pass of means: loss and the cache (references, not copies)."""
    A_before = A.copy()
    groups = {}
    for k, row in zip(words, A):
        if k not in groups:
            groups[k] = []
        groups[k].append(row)
    centers = {}
    keys = list(groups)
    steps = []
    for k1 in keys:
        rows = groups[k1]
        sum_rows_over_len_rows = sum(rows) / len(rows)
        centers[k1] = sum_rows_over_len_rows
        steps.append((rows, sum_rows_over_len_rows))
    loss = 0.0
    steps1 = []
    for k, row in zip(words, A):
        row_minus_centers_k = row - centers[k]
        loss += np.sum(row_minus_centers_k**2)
        steps1.append(row_minus_centers_k)
    cache = (A_before, words, groups, keys, steps, centers, steps1)
    return loss, cache


def means_backward(dloss, cache):
    """Backward pass of means: dA (T, N) and dwords, from dloss."""
    A_before, words, groups, keys, steps, centers, steps1 = cache
    dcenters = zeros_of(centers)
    dA = np.zeros_like(A_before, dtype=np.result_type(A_before, 1.0))
    for i2 in reversed(range(min(len(words), len(A_before)))):
        row_minus_centers_k = steps1[i2]
        k = words[i2]
        row = A_before[i2]
        # backprop loss += np.sum(row_minus_centers_k**2)
        drow_minus_centers_k = (2 * row_minus_centers_k) * dloss
        # backprop row_minus_centers_k = row - centers[k]
        drow = unbroadcast(drow_minus_centers_k, row)
        dcenters[k] += unbroadcast(-drow_minus_centers_k, centers[k])
        dA[i2] = drow
    dgroups = zeros_of(groups)
    for i1 in reversed(range(len(keys))):
        rows, sum_rows_over_len_rows = steps[i1]
        k1 = keys[i1]
        # backprop centers[k1] = sum_rows_over_len_rows
        dsum_rows_over_len_rows = 1 * unbroadcast(dcenters[k1], sum_rows_over_len_rows)
        dcenters[k1] = 0.0
        # backprop sum_rows_over_len_rows = sum(rows) / len(rows)
        drows = [
            unbroadcast(1 * (dsum_rows_over_len_rows / len(rows)), item)
            for item in rows
        ]
        # backprop rows = groups[k1]
        dgroups[k1] = added(dgroups[k1], drows)
    for i in reversed(range(min(len(words), len(A_before)))):
        k = words[i]
        # backprop groups[k].append(row)
        drow = dgroups[k].pop()
        dA[i] += drow
    dwords = zeros_of(words)
    return dA, dwords


def pairs_forward(x: "N", words: list):
    """Forward pass of pairs: acc and the cache (references, not copies)."""
    groups = {}
    for k, v in zip(words, x):
        if k not in groups:
            groups[k] = []
        groups[k].append((v, v * v))
    acc = 0.0
    keys = sorted(groups)
    for k in keys:
        for a, b in groups[k]:
            acc = acc * 0.5 + a * b
    cache = (x, words, groups, keys)
    return acc, cache


def pairs_backward(dacc, cache):
    """Backward pass of pairs: dx (N,) and dwords, from dacc."""
    x, words, groups, keys = cache
    dgroups = zeros_of(groups)
    for k in reversed(keys):
        for i2 in reversed(range(len(groups[k]))):
            a, b = groups[k][i2]
            # backprop acc = acc * 0.5 + a * b
            da = b * dacc
            db = a * dacc
            dacc = 0.5 * dacc
            dgroups[k][i2][1] += db
            dgroups[k][i2][0] += da
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(min(len(words), len(x)))):
        k = words[i]
        v = x[i]
        # backprop groups[k].append((v, v * v))
        dgroups_k_last = dgroups[k].pop()
        dv = dgroups_k_last[0]
        dv += (2 * v) * dgroups_k_last[1]
        dx[i] = dv
    dwords = zeros_of(words)
    return dx, dwords


def split_forward(x: "N"):
    """Forward pass of split: total and the cache (references, not copies)."""
    parts = {}
    parts["train"] = []
    parts["test"] = []
    steps = []
    for at, v in enumerate(x):
        parts_choice = "train" if at % 2 else "test"
        parts[parts_choice].append(v)
        steps.append(parts_choice)
    train = parts["train"]
    mean = sum(train) / len(parts["train"])
    total = 0
    steps1 = []
    for v1 in parts["test"]:
        v1_minus_mean = v1 - mean
        total += v1_minus_mean**2
        steps1.append(v1_minus_mean)
    cache = (x, steps, parts, train, steps1)
    return total, cache


def split_backward(dtotal, cache):
    """Backward pass of split: dx (N,), from dtotal."""
    x, steps, parts, train, steps1 = cache
    dmean = 0.0
    dparts = zeros_of(parts)
    for i in reversed(range(len(parts["test"]))):
        v1_minus_mean = steps1[i]
        # backprop total += v1_minus_mean**2
        dv1_minus_mean = (2 * v1_minus_mean) * dtotal
        # backprop v1_minus_mean = v1 - mean
        dv1 = dv1_minus_mean
        dmean -= dv1_minus_mean
        dparts["test"][i] += dv1
    # backprop mean = sum(train) / len(parts["train"])
    dtrain = [dmean / len(parts["train"])] * len(train)
    # backprop train = parts["train"]
    dparts["train"] = [(item + more) for item, more in zip(dparts["train"], dtrain)]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for at in reversed(range(len(x))):
        parts_choice = steps[at]
        # backprop parts[parts_choice].append(v)
        dv = dparts[parts_choice].pop()
        dx[at] = dv
    return dx
