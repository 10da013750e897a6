# arguments products: xs=(3,)
# arguments by_index: x=(3,), s=0.7
# arguments balances: s=0.7, t=0.4, n=3
# arguments in_a_dict: x=(3,), s=0.7
# arguments averages: x=(3,), s=0.7
# first order only balances: the method pop writes into an array or a list
# first order only in_a_dict: d may be known by another name, or hold other keys here
import numpy as np


def products(xs):
    acc = 1.0
    kept = []
    for v in xs:
        acc *= v
        kept.append(acc)
    return sum(kept) / len(kept)


def by_index(x, s):
    acc = 0.0
    kept = []
    for i in range(len(x)):
        acc += x[i] * s
        kept.append(acc)
    return kept


def balances(s, t, n):
    bal = s
    hist = [bal]
    for i in range(n):
        bal *= 1 + t / 10
        hist.append(bal)
    return hist[-1] * hist[2] + hist[0]


def in_a_dict(x, s):
    acc = 0.0
    d = {}
    for i in range(len(x)):
        acc += x[i] ** 2
        d[i] = acc
    return d[0] * d[2] * s


def averages(x, s):
    acc = s
    kept = []
    for v in x:
        acc = acc + v
        kept.append(acc)
        acc *= 0.5
    return kept


# output
"""Forward and backward passes of running_values_kept.py: do not edit.

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


def products_forward(xs):
    """Forward pass of products: out and the cache (references, not copies)."""
    if np.ndim(xs) != 1:
        raise TypeError(
            "products: xs does not have one dimension, and "
            "its items are taken for numbers"
        )
    acc = 1.0
    kept = []
    acc_before = []
    for v in xs:
        acc_before.append(acc)
        acc *= v
        kept.append(acc)
    out = sum(kept) / len(kept)
    cache = (xs, acc_before, kept)
    return out, cache


def products_backward(dout, cache):
    """Backward pass of products: dxs, from dout."""
    xs, acc_before, kept = cache
    # backprop out = sum(kept) / len(kept)
    dkept = [dout / len(kept)] * len(kept)
    dacc = 0.0
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs))):
        acc = acc_before[i]
        v = xs[i]
        # backprop kept.append(acc)
        dacc += dkept.pop()
        # backprop acc *= v
        dv = acc * dacc
        dacc = v * dacc
        dxs[i] += dv
    return dxs


def by_index_forward(x, s):
    """Forward pass of by_index: kept and the cache (references, not copies)."""
    if not np.isscalar(s):
        raise TypeError("by_index: s is an array, and is taken for a number")
    if np.ndim(x) != 1:
        raise TypeError(
            "by_index: x does not have one dimension, and "
            "its items are taken for numbers"
        )
    acc = 0.0
    kept = []
    for i in range(len(x)):
        acc += x[i] * s
        kept.append(acc)
    cache = (x, s)
    return kept, cache


def by_index_backward(dkept, cache):
    """Backward pass of by_index: dx and ds, from dkept."""
    x, s = cache
    dacc = 0.0
    dx = zeros_of(x)
    ds = 0.0
    dkept = copy_of(dkept)
    for i in reversed(range(len(x))):
        # backprop kept.append(acc)
        dacc += dkept.pop()
        # backprop acc += x[i] * s
        dx[i] += s * dacc
        ds += x[i] * dacc
    return dx, ds


def balances_forward(s, t, n):
    """Forward pass of balances: out and the cache (references, not copies)."""
    if not np.isscalar(s):
        raise TypeError("balances: s is an array, and is taken for a number")
    if not np.isscalar(t):
        raise TypeError("balances: t is an array, and is taken for a number")
    bal = s
    hist = [bal]
    steps = []
    for i in range(n):
        bal_before = bal
        bal_sum = 1 + t / 10
        bal *= bal_sum
        hist.append(bal)
        steps.append((bal_before, bal_sum))
    out = hist[-1] * hist[2] + hist[0]
    cache = (steps, hist)
    return out, cache


def balances_backward(dout, cache):
    """Backward pass of balances: ds and dt, from dout."""
    steps, hist = cache
    # backprop out = hist[-1] * hist[2] + hist[0]
    dhist = zeros_of(hist)
    dhist[-1] = hist[2] * dout
    dhist[2] += hist[-1] * dout
    dhist[0] += dout
    dbal = 0.0
    dt = 0.0
    for bal_before, bal_sum in reversed(steps):
        # backprop hist.append(bal)
        dbal += dhist.pop()
        # backprop bal *= bal_sum
        dbal_sum = bal_before * dbal
        dbal = bal_sum * dbal
        # backprop bal_sum = 1 + t / 10
        dt += dbal_sum / 10
    # backprop hist = [bal]
    dbal += dhist[0]
    # backprop bal = s
    ds = dbal
    return ds, dt


def in_a_dict_forward(x, s):
    """Forward pass of in_a_dict: out and the cache (references, not copies)."""
    if np.ndim(x) != 1:
        raise TypeError(
            "in_a_dict: x does not have one dimension, and "
            "its items are taken for numbers"
        )
    acc = 0.0
    d = {}
    for i in range(len(x)):
        acc += x[i] ** 2
        d[i] = acc
    d_0_times_d_2 = d[0] * d[2]
    out = d_0_times_d_2 * s
    cache = (x, s, d, d_0_times_d_2)
    return out, cache


def in_a_dict_backward(dout, cache):
    """Backward pass of in_a_dict: dx and ds, from dout."""
    x, s, d, d_0_times_d_2 = cache
    # backprop out = d_0_times_d_2 * s
    dd_0_times_d_2 = np.sum(s * dout)
    ds = d_0_times_d_2 * dout
    # backprop d_0_times_d_2 = d[0] * d[2]
    dd = zeros_of(d)
    dd[0] = d[2] * dd_0_times_d_2
    dd[2] += d[0] * dd_0_times_d_2
    dacc = 0.0
    dx = zeros_of(x)
    for i in reversed(range(len(x))):
        # backprop d[i] = acc
        dacc += dd[i]
        # backprop acc += x[i] ** 2
        dx[i] += (2 * x[i]) * dacc
    return dx, ds


def averages_forward(x, s):
    """Forward pass of averages: kept and the cache (references, not copies)."""
    if not np.isscalar(s):
        raise TypeError("averages: s is an array, and is taken for a number")
    if np.ndim(x) != 1:
        raise TypeError(
            "averages: x does not have one dimension, and "
            "its items are taken for numbers"
        )
    acc = s
    kept = []
    for v in x:
        acc = acc + v
        kept.append(acc)
        acc *= 0.5
    cache = (x,)
    return kept, cache


def averages_backward(dkept, cache):
    """Backward pass of averages: dx and ds, from dkept."""
    (x,) = cache
    dacc = 0.0
    dx = zeros_of(x)
    dkept = copy_of(dkept)
    for i in reversed(range(len(x))):
        # backprop acc *= 0.5
        dacc = 0.5 * dacc
        # backprop kept.append(acc)
        dacc += dkept.pop()
        # backprop acc = acc + v
        dv = dacc
        dx[i] += dv
    # backprop acc = s
    ds = dacc
    return dx, ds
