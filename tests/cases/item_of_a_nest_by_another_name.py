# arguments of_two_names: rows=[[(3,), (3,)], [(3,), (3,)]], a=(3,)
# arguments of_two_names: rows=[(2, 3), (2, 3)], a=(3,)
# arguments chosen: rows=[[(3,), (3,)], [(3,), (3,)]], a=(3,)
# arguments of_both_arms: rows=[[(3,), (3,)], [(3,), (3,)]], a=(3,)
# arguments taken_apart: rows=[[(3,), (3,)], [(3,), (3,)]], a=(3,)
# arguments gone_over: rows=[[(3,), (3,)], [(3,), (3,)]], a=(3,)
# arguments of_keys: layers={"p": {"w": (3,), "b": (3,)}, "q": {"w": (3,), "b": (3,)}}, a=(3,)
# first order only of_keys: gradients of items meet in the forward pass
import numpy as np


def of_two_names(rows, a):
    for row in rows:
        other = row
        a = a * other[0]
    return a


def chosen(rows, a):
    for row in rows:
        other = row if np.sum(a) > 0 else row
        a = a * other[0]
    return a


def of_both_arms(rows, a):
    for row in rows:
        if np.sum(a) > 0:
            other = row
        else:
            other = row
        a = a * other[0]
    return a


def taken_apart(rows, a):
    for row in rows:
        other = row
        p, q = other
        a = a * p
    return a


def gone_over(rows, a):
    for row in rows:
        other = row
        for p in other:
            a = a * p
    return a


def of_keys(layers: dict, a):
    for key in layers:
        layer = layers[key]
        other = layer
        a = other["w"] + a * other["b"]
    return a


# output
"""Forward and backward passes of item_of_a_nest_by_another_name.py: do not edit.

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


def of_two_names_forward(rows, a):
    """Forward pass of of_two_names: a and the cache (references, not copies)."""
    steps = []
    for row in rows:
        other = row
        steps.append((a, other))
        a = a * other[0]
    cache = (rows, steps)
    return a, cache


def of_two_names_backward(da, cache):
    """Backward pass of of_two_names: drows and da, from da."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        a, other = steps[i]
        # backprop a = a * other[0]
        dother = zeros_of(other)
        dother[0] = unbroadcast(a * da, other[0])
        da = unbroadcast(other[0] * da, a)
        # backprop other = row
        drow = dother
        drows[i] = drow
    da = 1 * da
    return drows, da


def chosen_forward(rows, a):
    """Forward pass of chosen: a and the cache (references, not copies)."""
    steps = []
    for row in rows:
        sum_a_gt_0 = np.sum(a) > 0
        other = row if sum_a_gt_0 else row
        steps.append((a, other))
        a = a * other[0]
    cache = (rows, steps)
    return a, cache


def chosen_backward(da, cache):
    """Backward pass of chosen: drows and da, from da."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        a, other = steps[i]
        # backprop a = a * other[0]
        dother = zeros_of(other)
        dother[0] = unbroadcast(a * da, other[0])
        da = unbroadcast(other[0] * da, a)
        # backprop other = row if sum_a_gt_0 else row
        drow = dother
        drows[i] = drow
    da = 1 * da
    return drows, da


def of_both_arms_forward(rows, a):
    """Forward pass of of_both_arms: a and the cache (references, not copies)."""
    steps = []
    for row in rows:
        sum_a_gt_0 = np.sum(a) > 0
        if sum_a_gt_0:
            other = row
        else:
            other = row
        steps.append((a, sum_a_gt_0, other))
        a = a * other[0]
    cache = (rows, steps)
    return a, cache


def of_both_arms_backward(da, cache):
    """Backward pass of of_both_arms: drows and da, from da."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        a, sum_a_gt_0, other = steps[i]
        # backprop a = a * other[0]
        dother = zeros_of(other)
        dother[0] = unbroadcast(a * da, other[0])
        da = unbroadcast(other[0] * da, a)
        if sum_a_gt_0:
            # backprop other = row
            drow = dother
        else:
            # backprop other = row
            drow = dother
        drows[i] = drow
    da = 1 * da
    return drows, da


def taken_apart_forward(rows, a):
    """Forward pass of taken_apart: a and the cache (references, not copies)."""
    steps = []
    for row in rows:
        other = row
        p, q = other
        steps.append((a, other, p))
        a = a * p
    cache = (rows, steps)
    return a, cache


def taken_apart_backward(da, cache):
    """Backward pass of taken_apart: drows and da, from da."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        a, other, p = steps[i]
        # backprop a = a * p
        dp = unbroadcast(a * da, p)
        da = unbroadcast(p * da, a)
        # backprop p, q = other
        dother = zeros_of(other)
        dother[0] += dp
        # backprop other = row
        drow = dother
        drows[i] = drow
    da = 1 * da
    return drows, da


def gone_over_forward(rows, a):
    """Forward pass of gone_over: a and the cache (references, not copies)."""
    steps = []
    for row in rows:
        other = row
        a_before = []
        for p in other:
            a_before.append(a)
            a = a * p
        steps.append((other, a_before))
    cache = (rows, steps)
    return a, cache


def gone_over_backward(da, cache):
    """Backward pass of gone_over: drows and da, from da."""
    rows, steps = cache
    drows = zeros_of(rows)
    for i in reversed(range(len(rows))):
        other, a_before = steps[i]
        dother = zeros_of(other)
        for i1 in reversed(range(len(other))):
            a = a_before[i1]
            p = other[i1]
            # backprop a = a * p
            dp = unbroadcast(a * da, p)
            da = unbroadcast(p * da, a)
            dother[i1] += dp
        # backprop other = row
        drow = dother
        drows[i] = drow
    da = 1 * da
    return drows, da


def of_keys_forward(layers: dict, a):
    """Forward pass of of_keys: a and the cache (references, not copies)."""
    keys = list(layers)
    layers_values = [layers[key] for key in keys]
    steps = []
    for layers_value in layers_values:
        layer = layers_value
        other = layer
        steps.append((a, other))
        a = other["w"] + a * other["b"]
    cache = (keys, layers_values, steps)
    return a, cache


def of_keys_backward(da, cache):
    """Backward pass of of_keys: dlayers and da, from da."""
    keys, layers_values, steps = cache
    dlayers_values = [None] * len(layers_values)
    for i in reversed(range(len(layers_values))):
        a, other = steps[i]
        # backprop a = other["w"] + a * other["b"]
        dother = zeros_of(other)
        dother["w"] += unbroadcast(da, other["w"])
        dother["b"] += unbroadcast(a * da, other["b"])
        da = unbroadcast(other["b"] * da, a)
        # backprop other = layer
        dlayer = dother
        # backprop layer = layers_value
        dlayers_value = dlayer
        dlayers_values[i] = dlayers_value
    # backprop layers_values = [layers[key] for key in keys]
    dlayers = dict(zip(keys, dlayers_values))
    da = 1 * da
    return dlayers, da
