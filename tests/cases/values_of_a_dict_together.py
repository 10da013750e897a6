# arguments energy: a=0.3, s=0.9, k=0.5
# arguments largest: a=0.3, s=0.9, k=0.5
# arguments filled: a=(), s=()
# names matter: an item is called after its dict
import math


def energy(a: float, s: float, k: float):
    parts = {"kin": 0.5 * a * s**2, "pot": a * k, "int": math.exp(-s)}
    return sum(parts.values())


def largest(a: float, s: float, k: float):
    parts = {"kin": 0.5 * a * s**2, "pot": a * k, "int": math.exp(-s)}
    best = max(parts.values())
    return best * sum(v * v for v in parts.values())


def filled(a: float, s: float):
    parts = {}
    parts["x"] = a * s
    parts["y"] = s**2
    low = sorted(parts.values())
    parts["x"] = a
    return low[0] * sum(parts.values())


# output
"""Forward and backward passes of values_of_a_dict_together.py: do not edit.

Made by `backprop generate`.
"""

import math


def energy_forward(a: float, s: float, k: float):
    """Forward pass of energy: out and the cache (references, not copies)."""
    s_sqr = s**2
    parts_kin = 0.5 * a * s_sqr
    parts_pot = a * k
    parts_int = math.exp(-s)
    out = sum([parts_kin, parts_pot, parts_int])
    cache = (a, s, k, s_sqr, parts_int)
    return out, cache


def energy_backward(dout, cache):
    """Backward pass of energy: da, ds and dk, from dout."""
    a, s, k, s_sqr, parts_int = cache
    # backprop out = sum([parts_kin, parts_pot, parts_int])
    dparts_kin = dout
    dparts_pot = dout
    dparts_int = dout
    # backprop parts_int = math.exp(-s)
    ds = -(parts_int * dparts_int)
    # backprop parts_pot = a * k
    da = k * dparts_pot
    dk = a * dparts_pot
    # backprop parts_kin = 0.5 * a * s_sqr
    da += 0.5 * s_sqr * dparts_kin
    ds_sqr = 0.5 * a * dparts_kin
    # backprop s_sqr = s**2
    ds += (2 * s) * ds_sqr
    return da, ds, dk


def largest_forward(a: float, s: float, k: float):
    """Forward pass of largest: out and the cache (references, not copies)."""
    s_sqr = s**2
    parts_kin = 0.5 * a * s_sqr
    parts_pot = a * k
    parts_int = math.exp(-s)
    best = max([parts_kin, parts_pot, parts_int])
    out_sum = parts_kin * parts_kin + parts_pot * parts_pot + parts_int * parts_int
    out = best * out_sum
    cache = (a, s, k, s_sqr, parts_kin, parts_pot, parts_int, best, out_sum)
    return out, cache


def largest_backward(dout, cache):
    """Backward pass of largest: da, ds and dk, from dout."""
    a, s, k, s_sqr, parts_kin, parts_pot, parts_int, best, out_sum = cache
    # backprop out = best * out_sum
    dbest = out_sum * dout
    dout_sum = best * dout
    # backprop out_sum = parts_kin * parts_kin + parts_pot * parts_pot
    #     + parts_int * parts_int
    dparts_kin = (2 * parts_kin) * dout_sum
    dparts_pot = (2 * parts_pot) * dout_sum
    dparts_int = (2 * parts_int) * dout_sum
    # backprop best = max([parts_kin, parts_pot, parts_int])
    dparts_kin += (
        [parts_kin, parts_pot, parts_int].index(max([parts_kin, parts_pot, parts_int]))
        == 0
    ) * dbest
    dparts_pot += (
        [parts_kin, parts_pot, parts_int].index(max([parts_kin, parts_pot, parts_int]))
        == 1
    ) * dbest
    dparts_int += (
        [parts_kin, parts_pot, parts_int].index(max([parts_kin, parts_pot, parts_int]))
        == 2
    ) * dbest
    # backprop parts_int = math.exp(-s)
    ds = -(parts_int * dparts_int)
    # backprop parts_pot = a * k
    da = k * dparts_pot
    dk = a * dparts_pot
    # backprop parts_kin = 0.5 * a * s_sqr
    da += 0.5 * s_sqr * dparts_kin
    ds_sqr = 0.5 * a * dparts_kin
    # backprop s_sqr = s**2
    ds += (2 * s) * ds_sqr
    return da, ds, dk


def filled_forward(a: float, s: float):
    """Forward pass of filled: out and the cache (references, not copies)."""
    parts_x = a * s
    parts_y = s**2
    items = []
    items.append(parts_x)
    items.append(parts_y)
    order = sorted(range(len(items)), key=items.__getitem__)
    low = []
    for i in order:
        low.append(items[i])
    parts_x = a
    sum_parts_x = sum([parts_x, parts_y])
    out = low[0] * sum_parts_x
    cache = (a, s, items, order, low, sum_parts_x)
    return out, cache


def filled_backward(dout, cache):
    """Backward pass of filled: da and ds, from dout."""
    a, s, items, order, low, sum_parts_x = cache
    # backprop out = low[0] * sum_parts_x
    dlow = [0.0] * len(low)
    dlow[0] = sum_parts_x * dout
    dsum_parts_x = low[0] * dout
    # backprop sum_parts_x = sum([parts_x, parts_y])
    dparts_x = dsum_parts_x
    dparts_y = dsum_parts_x
    # backprop parts_x = a
    da = dparts_x
    ditems = [0.0] * len(items)
    for i in reversed(order):
        # backprop low.append(items[i])
        ditems[i] += dlow.pop()
    # backprop items.append(parts_y)
    dparts_y += ditems.pop()
    # backprop items.append(parts_x)
    dparts_x = ditems.pop()
    # backprop parts_y = s**2
    ds = (2 * s) * dparts_y
    # backprop parts_x = a * s
    da += s * dparts_x
    ds += a * dparts_x
    return da, ds
