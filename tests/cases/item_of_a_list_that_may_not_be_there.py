# arguments: xs=[0.4, 1.2, 0.7], n=2
# arguments behind_the_end: xs=[0.4, 1.2, 0.7]
# arguments of_an_empty_list: xs=[0.4, 0.2]
# arguments not_annotated: xs=[0.4, 1.2, 0.7]
# arguments in_a_sum: xs=[0.4, 1.2, 0.7]
# first order only not_annotated: the cache may hold a list, and is taken for an array
# first order only of_an_empty_list: the method pop has no gate
import numpy as np


def behind_the_end(xs: list[float]):
    s = 0.0
    for i in range(len(xs)):
        s += xs[i] * (xs[i + 1] if i + 1 < len(xs) else 2.0)
    return s


def of_an_empty_list(xs: list[float]):
    large = [2 * v for v in xs if v > 1]
    last = large[-1] if large else 1.0
    return last * xs[0]


def not_annotated(xs):
    s = 0.0
    for i in range(len(xs)):
        s = s + xs[i] * (xs[1:][i] if i + 1 < len(xs) else 2.0)
    return s


def in_a_sum(xs: list[float]):
    return sum(v * (xs[i - 1] if i > 0 else 1.0) for i, v in enumerate(xs))


def f(xs: list[float], n: int):
    first = np.exp(xs[0] if n > 2 else xs[1])
    return first * (xs[n + 1] if n + 1 < len(xs) else (xs[1] if n > 1 else 1.0))


# output
"""Forward and backward passes of item_of_a_list_that_may_not_be_there.py: do not edit.

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


def behind_the_end_forward(xs: list[float]):
    """Forward pass of behind_the_end: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for i in range(len(xs)):
        chosen_test = i + 1 < len(xs)
        if chosen_test:
            chosen = xs[i + 1]
        else:
            chosen = 2.0
        s += xs[i] * chosen
        steps.append((chosen_test, chosen))
    cache = (xs, steps)
    return s, cache


def behind_the_end_backward(ds, cache):
    """Backward pass of behind_the_end: dxs, from ds."""
    xs, steps = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        chosen_test, chosen = steps[i]
        # backprop s += xs[i] * chosen
        dxs[i] += chosen * ds
        dchosen = xs[i] * ds
        if chosen_test:
            # backprop chosen = xs[i + 1]
            dxs[i + 1] += dchosen
    return dxs


def of_an_empty_list_forward(xs: list[float]):
    """Forward pass of of_an_empty_list: out and the cache (references, not copies)."""
    large = []
    for v in xs:
        if v > 1:
            large.append(2 * v)
    if large:
        last = large[-1]
    else:
        last = 1.0
    out = last * xs[0]
    cache = (xs, large, last)
    return out, cache


def of_an_empty_list_backward(dout, cache):
    """Backward pass of of_an_empty_list: dxs, from dout."""
    xs, large, last = cache
    # backprop out = last * xs[0]
    dlast = xs[0] * dout
    dxs = [0.0] * len(xs)
    dxs[0] = last * dout
    dlarge = zeros_of(large)
    if large:
        # backprop last = large[-1]
        dlarge[-1] = dlast
    for i in reversed(range(len(xs))):
        v = xs[i]
        dv = 0.0
        if v > 1:
            # backprop large.append(2 * v)
            dv = 2 * dlarge.pop()
        dxs[i] += dv
    return dxs


def not_annotated_forward(xs):
    """Forward pass of not_annotated: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for i in range(len(xs)):
        chosen_test = i + 1 < len(xs)
        if chosen_test:
            chosen = xs[1:][i]
        else:
            chosen = 2.0
        steps.append((s, chosen_test, chosen))
        s = s + xs[i] * chosen
    cache = (xs, steps)
    return s, cache


def not_annotated_backward(ds, cache):
    """Backward pass of not_annotated: dxs, from ds."""
    xs, steps = cache
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs))):
        s, chosen_test, chosen = steps[i]
        # backprop s = s + xs[i] * chosen
        dxs[i] += unbroadcast(chosen * ds, xs[i])
        dchosen = unbroadcast(xs[i] * ds, chosen)
        ds = unbroadcast(ds, s)
        if chosen_test:
            # backprop chosen = xs[1:][i]
            dxs[range(len(dxs))[1:][i]] += dchosen
    return dxs


def in_a_sum_forward(xs: list[float]):
    """Forward pass of in_a_sum: total and the cache (references, not copies)."""
    total = 0
    steps = []
    for i, v in enumerate(xs):
        if i > 0:
            chosen = xs[i - 1]
        else:
            chosen = 1.0
        total += v * chosen
        steps.append(chosen)
    cache = (xs, steps)
    return total, cache


def in_a_sum_backward(dtotal, cache):
    """Backward pass of in_a_sum: dxs, from dtotal."""
    xs, steps = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        chosen = steps[i]
        v = xs[i]
        # backprop total += v * chosen
        dv = chosen * dtotal
        dchosen = v * dtotal
        if i > 0:
            # backprop chosen = xs[i - 1]
            dxs[i - 1] += dchosen
        dxs[i] += dv
    return dxs


def f_forward(xs: list[float], n: int):
    """Forward pass of f: out and the cache (references, not copies)."""
    if n > 2:
        chosen = xs[0]
    else:
        chosen = xs[1]
    first = np.exp(chosen)
    chosen1_test = n + 1 < len(xs)
    if chosen1_test:
        chosen1 = xs[n + 1]
    elif n > 1:
        chosen1 = xs[1]
    else:
        chosen1 = 1.0
    out = first * chosen1
    cache = (xs, n, first, chosen1_test, chosen1)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs, from dout."""
    xs, n, first, chosen1_test, chosen1 = cache
    # backprop out = first * chosen1
    dfirst = chosen1 * dout
    dchosen1 = first * dout
    if chosen1_test:
        # backprop chosen1 = xs[n + 1]
        dxs = [0.0] * len(xs)
        dxs[n + 1] = dchosen1
    else:
        dxs = [0.0] * len(xs)
        if n > 1:
            # backprop chosen1 = xs[1]
            dxs[1] = dchosen1
    # backprop first = np.exp(chosen)
    dchosen = first * dfirst
    if n > 2:
        # backprop chosen = xs[0]
        dxs[0] += dchosen
    else:
        # backprop chosen = xs[1]
        dxs[1] += dchosen
    return dxs
