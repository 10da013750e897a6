# arguments smallest: xs=[0.3, 0.9, 0.5, 0.7]
# arguments medians: xs=[0.3, 0.9, 0.5, 0.7]
# arguments window: xs=[0.3, 0.9, 0.5, 0.7], n=2
# arguments last: xs=[0.3, 0.9, 0.5, 0.7], n=2
# arguments powers: xs=[0.3, 0.9, 0.5, 0.7]
# arguments without_annotations: xs=[0.3, 0.9, 0.5, 0.7]
# names matter: counters and values of ours take the names that are free
# first order only smallest: this writes into an item of dys, which may hold the same array at anot
# first order only medians: it is not known from which end of the list this counts
# first order only window: a write into a slice of a list, which may change its length
# first order only last: a write into a slice of a list, which may change its length
# first order only powers: this writes into memory that dterms may name too
# first order only without_annotations: this writes into an item of dys, which may hold the same array at anot
import bisect


def smallest(xs: list[float]):
    ys = []
    s = 0.0
    for v in xs:
        ys.append(v * 2.0)
        ys.sort()
        s += ys[0] * v + ys[-1]
    return s


def medians(xs: list[float]):
    ys = []
    s = 0.0
    for v in xs:
        bisect.insort(ys, v * v)
        s += ys[len(ys) // 2] * v
    return s


def window(xs: list[float], n: int):
    recent = []
    s = 0.0
    for v in xs:
        recent.append(v * 2.0)
        if len(recent) > n:
            recent = recent[1:]
        s += max(recent) - min(recent)
    return s


def last(xs: list[float], n: int):
    recent = [0.0]
    s = 0.0
    for v in xs:
        recent.append(v)
        recent = recent[-n:]
        s += sum(recent) * v
    return s * recent[0]


def powers(xs: list[float]):
    terms = [1.0]
    for v in xs:
        terms = [t * v for t in terms]
        terms.append(v)
    return sum(terms)


def without_annotations(xs):
    ys = []
    s = 0.0
    for v in xs:
        ys.append(v * 2.0)
        ys.sort(reverse=True)
        s += ys[0] * ys[-1]
    return s


# output
"""Forward and backward passes of lists_put_in_order_in_turns.py: do not edit.

Made by `backprop generate`.
"""

import bisect

import numpy as np


def copy_of(x):
    """A copy of a number, an array, or a nest of them."""
    if isinstance(x, dict):
        return {key: copy_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        items = [copy_of(item) for item in x]
        return items if isinstance(x, list) else tuple(items)
    return x.copy() if isinstance(x, np.ndarray) else x


def smallest_forward(xs: list[float]):
    """Forward pass of smallest: s and the cache (references, not copies)."""
    ys = []
    s = 0.0
    steps = []
    for v in xs:
        ys_before = ys
        ys1 = ys + [v * 2.0]
        items = []
        for item in ys1:
            items.append(item)
        order = sorted(range(len(items)), key=items.__getitem__)
        items1 = []
        for i in order:
            items1.append(items[i])
        ys = items1
        s += ys[0] * v + ys[-1]
        steps.append((ys_before, ys1, items, order, ys))
    cache = (xs, steps, ys)
    return s, cache


def smallest_backward(ds, cache):
    """Backward pass of smallest: dxs, from ds."""
    xs, steps, ys = cache
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i1 in reversed(range(len(xs))):
        ys_before, ys1, items, order, ys = steps[i1]
        v = xs[i1]
        # backprop s += ys[0] * v + ys[-1]
        dys[0] += v * ds
        dv = ys[0] * ds
        dys[-1] += ds
        # backprop ys = items1
        ditems1 = dys
        ditems = [0.0] * len(items)
        for i in reversed(order):
            # backprop items1.append(items[i])
            ditems[i] += ditems1.pop()
        dys1 = [0.0] * len(ys1)
        for i2 in reversed(range(len(ys1))):
            # backprop items.append(item)
            ditem = ditems.pop()
            dys1[i2] = ditem
        # backprop ys1 = ys + [v * 2.0]
        dv += 2.0 * dys1[-1]
        dys = dys1[: len(ys_before)]
        dxs[i1] = dv
    return dxs


def medians_forward(xs: list[float]):
    """Forward pass of medians: s and the cache (references, not copies)."""
    ys = []
    s = 0.0
    steps = []
    for v in xs:
        item = v * v
        place = bisect.bisect(ys, item)
        ys.insert(place, item)
        ys_before = copy_of(ys)
        ys_part = ys[len(ys) // 2]
        s += ys_part * v
        steps.append((place, ys_before, ys_part))
    cache = (xs, steps, ys)
    return s, cache


def medians_backward(ds, cache):
    """Backward pass of medians: dxs, from ds."""
    xs, steps, ys = cache
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        place, ys_before, ys_part = steps[i]
        v = xs[i]
        # backprop s += ys_part * v
        dys_part = v * ds
        dv = ys_part * ds
        # backprop ys_part = ys[len(ys) // 2]
        dys[len(ys_before) // 2] += dys_part
        # backprop ys.insert(place, item)
        ditem = dys.pop(place)
        # backprop item = v * v
        dv += (2 * v) * ditem
        dxs[i] = dv
    return dxs


def window_forward(xs: list[float], n: int):
    """Forward pass of window: s and the cache (references, not copies)."""
    recent = []
    s = 0.0
    steps = []
    for v in xs:
        recent_before = recent
        recent = recent + [v * 2.0]
        recent_before1 = recent
        len_recent_gt_n = len(recent) > n
        if len_recent_gt_n:
            recent = recent[1:]
        largest = recent.index(max(recent))
        smallest1 = recent.index(min(recent))
        s += recent[largest] - recent[smallest1]
        steps.append(
            (recent_before, recent_before1, len_recent_gt_n, largest, smallest1)
        )
    cache = (xs, steps, recent)
    return s, cache


def window_backward(ds, cache):
    """Backward pass of window: dxs, from ds."""
    xs, steps, recent = cache
    drecent = [0.0] * len(recent)
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        recent_before, recent_before1, len_recent_gt_n, largest, smallest1 = steps[i]
        # backprop s += recent[largest] - recent[smallest1]
        drecent[largest] += ds
        drecent[smallest1] -= ds
        if len_recent_gt_n:
            # backprop recent = recent[1:]
            drecent_next = drecent
            drecent = [0.0] * len(recent_before1)
            drecent[1:] = drecent_next
        # backprop recent = recent + [v * 2.0]
        dv = 2.0 * drecent[-1]
        drecent = drecent[: len(recent_before)]
        dxs[i] = dv
    return dxs


def last_forward(xs: list[float], n: int):
    """Forward pass of last: out and the cache (references, not copies)."""
    recent = [0.0]
    s = 0.0
    steps = []
    for v in xs:
        recent_before = recent
        recent1 = recent + [v]
        recent = recent1[-n:]
        sum_recent = sum(recent)
        s += sum_recent * v
        steps.append((recent_before, recent1, sum_recent))
    out = s * recent[0]
    cache = (xs, n, steps, recent, s)
    return out, cache


def last_backward(dout, cache):
    """Backward pass of last: dxs, from dout."""
    xs, n, steps, recent, s = cache
    # backprop out = s * recent[0]
    ds = recent[0] * dout
    drecent = [0.0] * len(recent)
    drecent[0] = s * dout
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        recent_before, recent1, sum_recent = steps[i]
        v = xs[i]
        # backprop s += sum_recent * v
        dsum_recent = v * ds
        dv = sum_recent * ds
        # backprop sum_recent = sum(recent)
        drecent = [(item + dsum_recent) for item in drecent]
        # backprop recent = recent1[-n:]
        drecent_next = drecent
        drecent1 = [0.0] * len(recent1)
        drecent1[-n:] = drecent_next
        # backprop recent1 = recent + [v]
        dv += drecent1[-1]
        drecent = drecent1[: len(recent_before)]
        dxs[i] = dv
    return dxs


def powers_forward(xs: list[float]):
    """Forward pass of powers: out and the cache (references, not copies)."""
    terms = [1.0]
    terms_before = []
    for v in xs:
        terms_before1 = copy_of(terms)
        items = []
        for t in terms:
            items.append(t * v)
        terms = items
        terms.append(v)
        terms_before.append(terms_before1)
    out = sum(terms)
    cache = (xs, terms_before, terms)
    return out, cache


def powers_backward(dout, cache):
    """Backward pass of powers: dxs, from dout."""
    xs, terms_before, terms = cache
    # backprop out = sum(terms)
    dterms = [dout] * len(terms)
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        terms_before1 = terms_before[i]
        v = xs[i]
        # backprop terms.append(v)
        dv = dterms.pop()
        # backprop terms = items
        ditems = dterms
        dterms = [0.0] * len(terms_before1)
        for i1 in reversed(range(len(terms_before1))):
            t = terms_before1[i1]
            # backprop items.append(t * v)
            ditems_last = ditems.pop()
            dt = v * ditems_last
            dv += t * ditems_last
            dterms[i1] = dt
        dxs[i] = dv
    return dxs


def without_annotations_forward(xs):
    """Forward pass of without_annotations: s and the cache (references, not copies)."""
    ys = []
    s = 0.0
    steps = []
    for v in xs:
        ys_before = ys
        ys1 = ys + [v * 2.0]
        items = []
        for item in ys1:
            items.append(item)
        order = sorted(range(len(items)), key=items.__getitem__, reverse=True)
        items1 = []
        for i in order:
            items1.append(items[i])
        ys = items1
        s += ys[0] * ys[-1]
        steps.append((ys_before, ys1, items, order, ys))
    cache = (xs, steps, ys)
    return s, cache


def without_annotations_backward(ds, cache):
    """Backward pass of without_annotations: dxs, from ds."""
    xs, steps, ys = cache
    dys = [0.0] * len(ys)
    dxs = [0.0] * len(xs)
    for i1 in reversed(range(len(xs))):
        ys_before, ys1, items, order, ys = steps[i1]
        # backprop s += ys[0] * ys[-1]
        dys[0] += ys[-1] * ds
        dys[-1] += ys[0] * ds
        # backprop ys = items1
        ditems1 = dys
        ditems = [0.0] * len(items)
        for i in reversed(order):
            # backprop items1.append(items[i])
            ditems[i] += ditems1.pop()
        dys1 = [0.0] * len(ys1)
        for i2 in reversed(range(len(ys1))):
            # backprop items.append(item)
            ditem = ditems.pop()
            dys1[i2] = ditem
        # backprop ys1 = ys + [v * 2.0]
        dv = 2.0 * dys1[-1]
        dys = dys1[: len(ys_before)]
        dxs[i1] = dv
    return dxs
