# arguments head: xs=[0.3, 0.5, 0.9]
# arguments two_heads: xs=[0.3, 0.5, 0.9], a=0.7
# arguments end: xs=[0.3, 0.5, 0.9], a=0.7
# arguments of_an_array: x=(3,), a=0.7
# first order only head: a write into a slice of a list, which may change its length
# first order only two_heads: a write into a slice of a list, which may change its length
# first order only end: a write into a slice of a list, which may change its length
def head(xs: list[float]):
    first, *rest = xs
    return first * sum(rest)


def two_heads(xs: list[float], a: float):
    u, v, *xs = xs
    total = u * v
    for x in xs:
        total = total + x * a
    return total


def end(xs: list[float], a: float):
    *before, last = xs
    for x in before:
        last = last + x * a
    return last


def of_an_array(x: "3", a: float):
    first, *rest = x
    for value in rest:
        first = first * a + value
    return first


# output
"""Forward and backward passes of list_taken_apart_with_a_star.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def head_forward(xs: list[float]):
    """Forward pass of head: out and the cache (references, not copies)."""
    first = xs[0]
    rest = xs[1:]
    sum_rest = sum(rest)
    out = first * sum_rest
    cache = (xs, first, rest, sum_rest)
    return out, cache


def head_backward(dout, cache):
    """Backward pass of head: dxs, from dout."""
    xs, first, rest, sum_rest = cache
    # backprop out = first * sum_rest
    dfirst = sum_rest * dout
    dsum_rest = first * dout
    # backprop sum_rest = sum(rest)
    drest = [dsum_rest] * len(rest)
    # backprop rest = xs[1:]
    dxs = [0.0] * len(xs)
    dxs[1:] = drest
    # backprop first = xs[0]
    dxs[0] += dfirst
    return dxs


def two_heads_forward(xs: list[float], a: float):
    """Forward pass of two_heads: total and the cache (references, not copies)."""
    u = xs[0]
    v = xs[1]
    xs1 = list(xs[2:])
    total = u * v
    for x in xs1:
        total = total + x * a
    cache = (xs, a, u, v, xs1)
    return total, cache


def two_heads_backward(dtotal, cache):
    """Backward pass of two_heads: dxs and da, from dtotal."""
    xs, a, u, v, xs1 = cache
    da = 0.0
    dxs1 = [0.0] * len(xs1)
    for i in reversed(range(len(xs1))):
        x = xs1[i]
        # backprop total = total + x * a
        dx = a * dtotal
        da += x * dtotal
        dxs1[i] = dx
    # backprop total = u * v
    du = v * dtotal
    dv = u * dtotal
    # backprop xs1 = list(xs[2:])
    dxs = [0.0] * len(xs)
    dxs[2:] = dxs1
    # backprop v = xs[1]
    dxs[1] += dv
    # backprop u = xs[0]
    dxs[0] += du
    return dxs, da


def end_forward(xs: list[float], a: float):
    """Forward pass of end: last and the cache (references, not copies)."""
    before = xs[:-1]
    last = xs[-1]
    for x in before:
        last = last + x * a
    cache = (xs, a, before)
    return last, cache


def end_backward(dlast, cache):
    """Backward pass of end: dxs and da, from dlast."""
    xs, a, before = cache
    da = 0.0
    dbefore = [0.0] * len(before)
    for i in reversed(range(len(before))):
        x = before[i]
        # backprop last = last + x * a
        dx = a * dlast
        da += x * dlast
        dbefore[i] = dx
    # backprop last = xs[-1]
    dxs = [0.0] * len(xs)
    dxs[-1] = dlast
    # backprop before = xs[:-1]
    dxs[:-1] = [(item + more) for item, more in zip(dxs[:-1], dbefore)]
    return dxs, da


def of_an_array_forward(x: "3", a: float):
    """Forward pass of of_an_array: first and the cache (references, not copies)."""
    first = x[0]
    rest = []
    for item in x[1:]:
        rest.append(item)
    first_before = []
    for value in rest:
        first_before.append(first)
        first = first * a + value
    cache = (x, a, rest, first_before)
    return first, cache


def of_an_array_backward(dfirst, cache):
    """Backward pass of of_an_array: dx (3,) and da, from dfirst."""
    x, a, rest, first_before = cache
    da = 0.0
    drest = [0.0] * len(rest)
    for i1 in reversed(range(len(rest))):
        first = first_before[i1]
        # backprop first = first * a + value
        da += first * dfirst
        dvalue = dfirst
        dfirst = a * dfirst
        drest[i1] = dvalue
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(x[1:]))):
        # backprop rest.append(item)
        ditem = drest.pop()
        dx[1:][i] += ditem
    # backprop first = x[0]
    dx[0] += dfirst
    return dx, da
