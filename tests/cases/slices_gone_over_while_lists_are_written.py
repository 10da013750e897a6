# arguments scaled_from_the_end: values=[0.3, 0.4, 0.5], at=1
# arguments side_by_side: values=[0.3, 0.4, 0.5], at=1
# arguments of_a_list_that_grows: values=[0.3, 0.4, 0.5], a=0.7
# arguments in_a_nest: values=[0.3, 0.4, 0.5], n=2
# arguments in_a_nest: values=[0.3, 0.4, 0.5], n=0
# arguments of_either: values=[0.3, 0.4, 0.5], n=2
# arguments of_either: values=[0.3, 0.4, 0.5], n=0
# first order only: a write into a slice of a list, which may change its length
def scaled_from_the_end(values: list[float], at: int):
    for v in values[::-1]:
        values[at] *= v
    return values[0] * values[1]


def side_by_side(values: list[float], at: int):
    for k, (u, v) in enumerate(zip(values[1:], reversed(values[:-1]))):
        values[at] += u * v * k
    return values[0] * values[1]


def of_a_list_that_grows(values: list[float], a: float):
    scaled = [v * a for v in values]
    for v in scaled[1:]:
        scaled.insert(0, v * scaled[1])
    return scaled[0] * scaled[1] * scaled[-1]


def in_a_nest(values: list[float], n: int):
    for u in values[:2]:
        for v in values[1:]:
            values[n] += u * v
            if values[n] > 3:
                break
            values[0] *= v
    return values[0] * values[n]


def of_either(values: list[float], n: int):
    for v in values[1:] if n > 1 else values[:2]:
        values[1] *= v
    return values[0] * values[1]


# output
"""Forward and backward passes of slices_gone_over_while_lists_are_written.py: do not
edit.

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


def scaled_from_the_end_forward(values: list[float], at: int):
    """Forward pass of scaled_from_the_end.

    Gives out and the cache (references, not copies).
    """
    values_part = values[::-1]
    steps = []
    for v in values_part:
        values_at = values[at]
        values[at] = values_at * v
        steps.append(values_at)
    out = values[0] * values[1]
    cache = (at, values_part, steps, values)
    return out, cache


def scaled_from_the_end_backward(dout, dvalues, cache):
    """Backward pass of scaled_from_the_end: dvalues, from dout and dvalues."""
    at, values_part, steps, values = cache
    # backprop out = values[0] * values[1]
    dvalues = copy_of(dvalues)
    dvalues[0] += values[1] * dout
    dvalues[1] += values[0] * dout
    dvalues_part = [0.0] * len(values_part)
    for i in reversed(range(len(values_part))):
        values_at = steps[i]
        v = values_part[i]
        # backprop values[at] = values_at * v
        dvalues_at = v * dvalues[at]
        dv = values_at * dvalues[at]
        # backprop values_at = values[at]
        dvalues[at] = dvalues_at
        dvalues_part[i] = dv
    # backprop values_part = values[::-1]
    dvalues[::-1] = [(item + more) for item, more in zip(dvalues[::-1], dvalues_part)]
    return dvalues


def side_by_side_forward(values: list[float], at: int):
    """Forward pass of side_by_side: out and the cache (references, not copies)."""
    values_part = values[1:]
    values_part1 = values[:-1]
    steps = 0
    for k, (u, v) in enumerate(zip(values_part, reversed(values_part1))):
        u_times_v = u * v
        values[at] += u_times_v * k
        steps += 1
    out = values[0] * values[1]
    cache = (at, values_part, values_part1, steps, values)
    return out, cache


def side_by_side_backward(dout, dvalues, cache):
    """Backward pass of side_by_side: dvalues, from dout and dvalues."""
    at, values_part, values_part1, steps, values = cache
    # backprop out = values[0] * values[1]
    dvalues = copy_of(dvalues)
    dvalues[0] += values[1] * dout
    dvalues[1] += values[0] * dout
    dvalues_part1 = [0.0] * len(values_part1)
    dvalues_part = [0.0] * len(values_part)
    for k in reversed(range(steps)):
        u = values_part[k]
        v = values_part1[-1 - k]
        # backprop values[at] += u_times_v * k
        du_times_v = k * dvalues[at]
        # backprop u_times_v = u * v
        du = v * du_times_v
        dv = u * du_times_v
        dvalues_part1[-1 - k] += dv
        dvalues_part[k] = du
    # backprop values_part1 = values[:-1]
    dvalues[:-1] = [(item + more) for item, more in zip(dvalues[:-1], dvalues_part1)]
    # backprop values_part = values[1:]
    dvalues[1:] = [(item1 + more1) for item1, more1 in zip(dvalues[1:], dvalues_part)]
    return dvalues


def of_a_list_that_grows_forward(values: list[float], a: float):
    """Forward pass of of_a_list_that_grows.

    Gives out and the cache (references, not copies).
    """
    scaled = []
    for v1 in values:
        scaled.append(v1 * a)
    scaled_part = scaled[1:]
    steps = []
    for v in scaled_part:
        scaled_1 = scaled[1]
        scaled.insert(0, v * scaled_1)
        steps.append(scaled_1)
    scaled_0_times_scaled_1 = scaled[0] * scaled[1]
    out = scaled_0_times_scaled_1 * scaled[-1]
    cache = (values, a, scaled_part, steps, scaled, scaled_0_times_scaled_1)
    return out, cache


def of_a_list_that_grows_backward(dout, cache):
    """Backward pass of of_a_list_that_grows: dvalues and da, from dout."""
    values, a, scaled_part, steps, scaled, scaled_0_times_scaled_1 = cache
    # backprop out = scaled_0_times_scaled_1 * scaled[-1]
    dscaled_0_times_scaled_1 = scaled[-1] * dout
    dscaled = [0.0] * len(scaled)
    dscaled[-1] = scaled_0_times_scaled_1 * dout
    # backprop scaled_0_times_scaled_1 = scaled[0] * scaled[1]
    dscaled[0] += scaled[1] * dscaled_0_times_scaled_1
    dscaled[1] += scaled[0] * dscaled_0_times_scaled_1
    dscaled_part = [0.0] * len(scaled_part)
    for i1 in reversed(range(len(scaled_part))):
        scaled_1 = steps[i1]
        v = scaled_part[i1]
        # backprop scaled.insert(0, v * scaled_1)
        dscaled_0 = dscaled.pop(0)
        dv = scaled_1 * dscaled_0
        dscaled_1 = v * dscaled_0
        # backprop scaled_1 = scaled[1]
        dscaled[1] += dscaled_1
        dscaled_part[i1] = dv
    # backprop scaled_part = scaled[1:]
    dscaled[1:] = [(item + more) for item, more in zip(dscaled[1:], dscaled_part)]
    da = 0.0
    dvalues = [0.0] * len(values)
    for i in reversed(range(len(values))):
        v1 = values[i]
        # backprop scaled.append(v1 * a)
        dscaled_last = dscaled.pop()
        dv1 = a * dscaled_last
        da += v1 * dscaled_last
        dvalues[i] = dv1
    return dvalues, da


def in_a_nest_forward(values: list[float], n: int):
    """Forward pass of in_a_nest: out and the cache (references, not copies)."""
    values_part1 = values[:2]
    steps = []
    for u in values_part1:
        values_part = values[1:]
        steps1 = []
        for v in values_part:
            stopped = False
            values[n] += u * v
            values_0 = None
            values_n_gt_3 = values[n] > 3
            if values_n_gt_3:
                stopped = True
            else:
                values_0 = values[0]
                values[0] = values_0 * v
            steps1.append((values_n_gt_3, values_0))
            if stopped:
                break
        steps.append((values_part, steps1))
    out = values[0] * values[n]
    cache = (n, values_part1, steps, values)
    return out, cache


def in_a_nest_backward(dout, dvalues, cache):
    """Backward pass of in_a_nest: dvalues, from dout and dvalues."""
    n, values_part1, steps, values = cache
    # backprop out = values[0] * values[n]
    dvalues = copy_of(dvalues)
    dvalues[0] += values[n] * dout
    dvalues[n] += values[0] * dout
    dvalues_part1 = [0.0] * len(values_part1)
    for i in reversed(range(len(values_part1))):
        values_part, steps1 = steps[i]
        u = values_part1[i]
        du = 0.0
        dvalues_part = [0.0] * len(values_part)
        for i1 in reversed(range(len(steps1))):
            values_n_gt_3, values_0 = steps1[i1]
            v = values_part[i1]
            dv = 0.0
            if not values_n_gt_3:
                # backprop values[0] = values_0 * v
                dvalues_0 = v * dvalues[0]
                dv = values_0 * dvalues[0]
                # backprop values_0 = values[0]
                dvalues[0] = dvalues_0
            # backprop values[n] += u * v
            du += v * dvalues[n]
            dv += u * dvalues[n]
            dvalues_part[i1] = dv
        # backprop values_part = values[1:]
        dvalues[1:] = [(item + more) for item, more in zip(dvalues[1:], dvalues_part)]
        dvalues_part1[i] = du
    # backprop values_part1 = values[:2]
    dvalues[:2] = [(item1 + more1) for item1, more1 in zip(dvalues[:2], dvalues_part1)]
    return dvalues


def of_either_forward(values: list[float], n: int):
    """Forward pass of of_either: out and the cache (references, not copies)."""
    values_part = values[1:] if n > 1 else values[:2]
    steps = []
    for v in values_part:
        values_1 = values[1]
        values[1] = values_1 * v
        steps.append(values_1)
    out = values[0] * values[1]
    cache = (n, values_part, steps, values)
    return out, cache


def of_either_backward(dout, dvalues, cache):
    """Backward pass of of_either: dvalues, from dout and dvalues."""
    n, values_part, steps, values = cache
    # backprop out = values[0] * values[1]
    dvalues = copy_of(dvalues)
    dvalues[0] += values[1] * dout
    dvalues[1] += values[0] * dout
    dvalues_part = [0.0] * len(values_part)
    for i in reversed(range(len(values_part))):
        values_1 = steps[i]
        v = values_part[i]
        # backprop values[1] = values_1 * v
        dvalues_1 = v * dvalues[1]
        dv = values_1 * dvalues[1]
        # backprop values_1 = values[1]
        dvalues[1] = dvalues_1
        dvalues_part[i] = dv
    # backprop values_part = values[1:] if n > 1 else values[:2]
    dvalues[1:] = (
        [(item + more) for item, more in zip(dvalues[1:], dvalues_part)]
        if n > 1
        else dvalues[1:]
    )
    dvalues[:2] = (
        dvalues[:2]
        if n > 1
        else [(item1 + more1) for item1, more1 in zip(dvalues[:2], dvalues_part)]
    )
    return dvalues
