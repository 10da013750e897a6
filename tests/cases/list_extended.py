# arguments by_a_list: xs=[0.3, 0.5, 0.9], a=0.7
# arguments by_an_array: x=(3,), a=0.7
# arguments by_itself: xs=[0.3, 0.5, 0.9], a=0.7
# arguments in_turns: xs=[0.3, 0.5, 0.9], a=0.7, n=2
# arguments by_nothing: xs=[], a=0.7
# first order only by_a_list: an item is taken off in an expression
# first order only by_itself: an item is taken off in an expression
# first order only in_turns: this writes into memory that dmore may name too
import numpy as np


def by_a_list(xs: list[float], a: float):
    values = [a]
    values.extend(xs)
    values.extend([x * a for x in xs])
    values += xs
    values += [a, a * 2]
    return values[0] * values[-1] * values[2] * values[5] + values[8]


def by_an_array(x: "3", a: float):
    values = [a]
    values.extend(x)
    values.extend(v * a for v in np.exp(x))
    return sum(values) * values[-1]


def by_itself(xs: list[float], a: float):
    values = [a]
    values.extend(xs)
    values += values
    values.extend([values[0] * a, values[-1]])
    values.extend([value * a for value in values[1:3]])
    return sum(values) * values[-1] + values[-3]


def in_turns(xs: list[float], a: float, n: int):
    values = []
    for _ in range(n):
        values.extend(xs)
        values.extend([value * a for value in values])
    total = 0.0
    for value in values:
        total = total * a + value
    return total


def by_nothing(xs: list[float], a: float):
    values = [a]
    values.extend(xs)
    return values[-1] * a


# output
"""Forward and backward passes of list_extended.py: do not edit.

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


def by_a_list_forward(xs: list[float], a: float):
    """Forward pass of by_a_list: out and the cache (references, not copies)."""
    values = [a]
    for item in xs:
        values.append(item)
    for x in xs:
        values.append(x * a)
    for item1 in xs:
        values.append(item1)
    values.append(a)
    values.append(a * 2)
    out_product = values[0] * values[-1]
    out_product1 = out_product * values[2]
    out = out_product1 * values[5] + values[8]
    cache = (xs, a, values, out_product, out_product1)
    return out, cache


def by_a_list_backward(dout, cache):
    """Backward pass of by_a_list: dxs and da, from dout."""
    xs, a, values, out_product, out_product1 = cache
    # backprop out = out_product1 * values[5] + values[8]
    dout_product1 = values[5] * dout
    dvalues = [0.0] * len(values)
    dvalues[5] = out_product1 * dout
    dvalues[8] += dout
    # backprop out_product1 = out_product * values[2]
    dout_product = values[2] * dout_product1
    dvalues[2] += out_product * dout_product1
    # backprop out_product = values[0] * values[-1]
    dvalues[0] += values[-1] * dout_product
    dvalues[-1] += values[0] * dout_product
    # backprop values.append(a * 2)
    da = 2 * dvalues.pop()
    # backprop values.append(a)
    da += dvalues.pop()
    dxs = [0.0] * len(xs)
    for i2 in reversed(range(len(xs))):
        # backprop values.append(item1)
        ditem1 = dvalues.pop()
        dxs[i2] = ditem1
    for i1 in reversed(range(len(xs))):
        x = xs[i1]
        # backprop values.append(x * a)
        dvalues_last = dvalues.pop()
        dx = a * dvalues_last
        da += x * dvalues_last
        dxs[i1] += dx
    for i in reversed(range(len(xs))):
        # backprop values.append(item)
        ditem = dvalues.pop()
        dxs[i] += ditem
    # backprop values = [a]
    da += dvalues[0]
    return dxs, da


def by_an_array_forward(x: "3", a: float):
    """Forward pass of by_an_array: out and the cache (references, not copies)."""
    values = [a]
    for item in x:
        values.append(item)
    exp_x = np.exp(x)
    for v in exp_x:
        values.append(v * a)
    sum_values = sum(values)
    out = sum_values * values[-1]
    cache = (x, a, exp_x, values, sum_values)
    return out, cache


def by_an_array_backward(dout, cache):
    """Backward pass of by_an_array: dx (3,) and da, from dout."""
    x, a, exp_x, values, sum_values = cache
    # backprop out = sum_values * values[-1]
    dsum_values = values[-1] * dout
    dvalues = zeros_of(values)
    dvalues[-1] = sum_values * dout
    # backprop sum_values = sum(values)
    dvalues = [(item1 + dsum_values) for item1 in dvalues]
    da = 0.0
    dexp_x = np.zeros_like(exp_x, dtype=np.result_type(exp_x, 1.0))
    for i1 in reversed(range(len(exp_x))):
        v = exp_x[i1]
        # backprop values.append(v * a)
        dvalues_last = dvalues.pop()
        dv = a * dvalues_last
        da += v * dvalues_last
        dexp_x[i1] = dv
    # backprop exp_x = np.exp(x)
    dx = exp_x * dexp_x
    for i in reversed(range(len(x))):
        # backprop values.append(item)
        ditem = dvalues.pop()
        dx[i] += ditem
    # backprop values = [a]
    da += dvalues[0]
    return dx, da


def by_itself_forward(xs: list[float], a: float):
    """Forward pass of by_itself: out and the cache (references, not copies)."""
    values = [a]
    for item in xs:
        values.append(item)
    more = list(values)
    for item1 in more:
        values.append(item1)
    more1 = [values[0] * a, values[-1]]
    values.append(more1[0])
    values.append(more1[1])
    more2 = []
    values_part = values[1:3]
    for value in values_part:
        more2.append(value * a)
    for item3 in more2:
        values.append(item3)
    sum_values = sum(values)
    out = sum_values * values[-1] + values[-3]
    cache = (xs, a, more, values_part, more2, values, sum_values)
    return out, cache


def by_itself_backward(dout, cache):
    """Backward pass of by_itself: dxs and da, from dout."""
    xs, a, more, values_part, more2, values, sum_values = cache
    # backprop out = sum_values * values[-1] + values[-3]
    dsum_values = values[-1] * dout
    dvalues = zeros_of(values)
    dvalues[-1] = sum_values * dout
    dvalues[-3] += dout
    # backprop sum_values = sum(values)
    dvalues = [(item2 + dsum_values) for item2 in dvalues]
    dmore2 = [None] * len(more2)
    for i3 in reversed(range(len(more2))):
        # backprop values.append(item3)
        ditem3 = dvalues.pop()
        dmore2[i3] = ditem3
    da = 0.0
    for i2 in reversed(range(len(values_part))):
        value = values_part[i2]
        # backprop more2.append(value * a)
        dmore2_last = dmore2.pop()
        dvalue = a * dmore2_last
        da += value * dmore2_last
        dvalues[i2 + 1] += dvalue
    # backprop values.append(more1[1])
    dmore1_1 = dvalues.pop()
    # backprop values.append(more1[0])
    dmore1_0 = dvalues.pop()
    # backprop more1 = [values[0] * a, values[-1]]
    dvalues[-1] += dmore1_1
    dvalues[0] += a * dmore1_0
    da += values[0] * dmore1_0
    dmore = [0.0] * len(more)
    for i1 in reversed(range(len(more))):
        # backprop values.append(item1)
        ditem1 = dvalues.pop()
        dmore[i1] = ditem1
    # backprop more = list(values)
    dvalues = [(item4 + more3) for item4, more3 in zip(dvalues, dmore)]
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        # backprop values.append(item)
        ditem = dvalues.pop()
        dxs[i] = ditem
    # backprop values = [a]
    da += dvalues[0]
    return dxs, da


def in_turns_forward(xs: list[float], a: float, n: int):
    """Forward pass of in_turns: total and the cache (references, not copies)."""
    values = []
    steps = []
    for _ in range(n):
        for item in xs:
            values.append(item)
        values_before = copy_of(values)
        more = []
        for value1 in values:
            more.append(value1 * a)
        for item1 in more:
            values.append(item1)
        steps.append((values_before, more))
    total = 0.0
    total_before = []
    for value in values:
        total_before.append(total)
        total = total * a + value
    cache = (xs, a, steps, values, total_before)
    return total, cache


def in_turns_backward(dtotal, cache):
    """Backward pass of in_turns: dxs and da, from dtotal."""
    xs, a, steps, values, total_before = cache
    da = 0.0
    dvalues = [None] * len(values)
    for i3 in reversed(range(len(values))):
        total = total_before[i3]
        # backprop total = total * a + value
        da += total * dtotal
        dvalue = dtotal
        dtotal = a * dtotal
        dvalues[i3] = dvalue
    dxs = [0.0] * len(xs)
    for values_before, more in reversed(steps):
        dmore = [None] * len(more)
        for i2 in reversed(range(len(more))):
            # backprop values.append(item1)
            ditem1 = dvalues.pop()
            dmore[i2] = ditem1
        for i1 in reversed(range(len(values_before))):
            value1 = values_before[i1]
            # backprop more.append(value1 * a)
            dmore_last = dmore.pop()
            dvalue1 = a * dmore_last
            da += value1 * dmore_last
            dvalues[i1] += dvalue1
        for i in reversed(range(len(xs))):
            # backprop values.append(item)
            ditem = dvalues.pop()
            dxs[i] += ditem
    return dxs, da


def by_nothing_forward(xs: list[float], a: float):
    """Forward pass of by_nothing: out and the cache (references, not copies)."""
    values = [a]
    for item in xs:
        values.append(item)
    out = values[-1] * a
    cache = (xs, a, values)
    return out, cache


def by_nothing_backward(dout, cache):
    """Backward pass of by_nothing: dxs and da, from dout."""
    xs, a, values = cache
    # backprop out = values[-1] * a
    dvalues = zeros_of(values)
    dvalues[-1] = a * dout
    da = values[-1] * dout
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        # backprop values.append(item)
        ditem = dvalues.pop()
        dxs[i] = ditem
    # backprop values = [a]
    da += dvalues[0]
    return dxs, da
