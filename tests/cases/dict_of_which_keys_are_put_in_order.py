# arguments best: d={"a": 0.3, "b": 0.9, "c": 0.5}
# arguments nearest: d={"a": 0.3, "b": 0.9, "c": 0.5}, t=0.55
# arguments in_order: d={"a": 0.3, "b": 0.9, "c": 0.5}, t=0.55
# arguments written_into: d={"a": 0.3, "b": 0.9, "c": 0.5}, t=0.55
# arguments likelihood: d={"a": 0.3, "b": 0.9, "c": 0.5}, words=["a", "c", "a"]
# arguments without_annotation: d={"a": 0.3, "b": 0.9, "c": 0.5}
# names matter: an item is called after its list
# first order only: an item is added to, which may be an array
import math


def best(d: dict[str, float]):
    word = max(d, key=d.get)
    return 2 * d[word]


def nearest(d: dict[str, float], t: float):
    word = min(d, key=lambda k: abs(d[k] - t))
    return d[word] ** 2


def in_order(d: dict[str, float], t: float):
    total = 0.0
    for word in sorted(d, key=lambda k: t * d[k], reverse=True):
        total = total * t + d[word]
    return total


def written_into(d: dict[str, float], t: float):
    word = max(d, key=d.get)
    d[word] *= t
    return d[word] ** 2


def likelihood(d: dict[str, float], words: list[str]):
    z = sum(math.exp(v) for v in d.values())
    return sum(d[w] - math.log(z) for w in words)


def without_annotation(d):
    word = max(d, key=d.get)
    return 2 * d[word]


# output
"""Forward and backward passes of dict_of_which_keys_are_put_in_order.py: do not edit.

Made by `backprop generate`.
"""

import math

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def best_forward(d: dict[str, float]):
    """Forward pass of best: out and the cache (references, not copies)."""
    word = max(d, key=d.get)
    out = 2 * d[word]
    cache = (d, word)
    return out, cache


def best_backward(dout, cache):
    """Backward pass of best: dd, from dout."""
    d, word = cache
    # backprop out = 2 * d[word]
    dd = dict.fromkeys(d, 0.0)
    dd[word] = 2 * dout
    return dd


def nearest_forward(d: dict[str, float], t: float):
    """Forward pass of nearest: out and the cache (references, not copies)."""
    word = min(d, key=lambda k: abs(d[k] - t))
    out = d[word] ** 2
    cache = (d, word)
    return out, cache


def nearest_backward(dout, cache):
    """Backward pass of nearest: dd and dt, from dout."""
    d, word = cache
    # backprop out = d[word] ** 2
    dd = dict.fromkeys(d, 0.0)
    dd[word] = (2 * d[word]) * dout
    dt = 0.0
    return dd, dt


def in_order_forward(d: dict[str, float], t: float):
    """Forward pass of in_order: total and the cache (references, not copies)."""
    total = 0.0
    total_before = []
    sorted_d = sorted(list(d), key=lambda k: t * d[k], reverse=True)
    for word in sorted_d:
        total_before.append(total)
        total = total * t + d[word]
    cache = (d, t, total_before, sorted_d)
    return total, cache


def in_order_backward(dtotal, cache):
    """Backward pass of in_order: dd and dt, from dtotal."""
    d, t, total_before, sorted_d = cache
    dt = 0.0
    dd = dict.fromkeys(d, 0.0)
    for i in reversed(range(len(sorted_d))):
        total = total_before[i]
        word = sorted_d[i]
        # backprop total = total * t + d[word]
        dt += total * dtotal
        dd[word] += dtotal
        dtotal = t * dtotal
    return dd, dt


def written_into_forward(d: dict[str, float], t: float):
    """Forward pass of written_into: out and the cache (references, not copies)."""
    word = max(d, key=d.get)
    d_word1 = d[word]
    d[word] = d_word1 * t
    out = d[word] ** 2
    cache = (t, word, d_word1, d)
    return out, cache


def written_into_backward(dout, dd, cache):
    """Backward pass of written_into: dd and dt, from dout and dd."""
    t, word, d_word1, d = cache
    # backprop out = d[word] ** 2
    dd = copy_of(dd)
    dd[word] += (2 * d[word]) * dout
    # backprop d[word] = d_word1 * t
    dd_word = dd[word]
    dd_word1 = t * dd_word
    dt = d_word1 * dd_word
    # backprop d_word1 = d[word]
    dd[word] = dd_word1
    return dd, dt


def likelihood_forward(d: dict[str, float], words: list[str]):
    """Forward pass of likelihood: total and the cache (references, not copies)."""
    z = 0
    keys = list(d)
    steps = []
    for key in keys:
        v = d[key]
        exp_v = math.exp(v)
        z += exp_v
        steps.append(exp_v)
    total = 0
    for w in words:
        total += d[w] - math.log(z)
    cache = (d, words, keys, steps, z)
    return total, cache


def likelihood_backward(dtotal, cache):
    """Backward pass of likelihood: dd, from dtotal."""
    d, words, keys, steps, z = cache
    dd = dict.fromkeys(d, 0.0)
    dz = 0.0
    for w in reversed(words):
        # backprop total += d[w] - math.log(z)
        dd[w] += dtotal
        dz -= dtotal / z
    for i in reversed(range(len(keys))):
        exp_v = steps[i]
        key = keys[i]
        # backprop exp_v = math.exp(v)
        dv = exp_v * dz
        # backprop v = d[key]
        dd[key] += dv
    return dd


def without_annotation_forward(d):
    """Forward pass of without_annotation.

    Gives out and the cache (references, not copies).
    """
    word = max(d, key=d.get)
    out = 2 * d[word]
    cache = (d, word)
    return out, cache


def without_annotation_backward(dout, cache):
    """Backward pass of without_annotation: dd, from dout."""
    d, word = cache
    # backprop out = 2 * d[word]
    dd = dict.fromkeys(d, 0.0)
    dd[word] = 2 * dout
    return dd
