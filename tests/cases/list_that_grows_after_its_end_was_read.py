# arguments grown: x=(3,), a=0.7, b=1.3
# arguments grown_in_an_arm: x=(3,), a=0.7, b=1.3
# arguments as_a_sum: x=(3,), a=0.7, b=1.3
# arguments in_turns: x=(3,), a=0.7, b=1.3
# first order only as_a_sum: this writes into memory that item1 may name too
def grown(x: "3", a: float, b: float):
    values = []
    for i in range(3):
        values.append(x[i] * a)
    product = values[-1] * values[0]
    values.append(b)  # nothing reads it
    return product


def grown_in_an_arm(x: "3", a: float, b: float):
    values = []
    for i in range(3):
        values.append(x[i] * a)
    product = values[-1] * values[0]
    if a > b:
        values.pop()
    else:
        values.append(b)
    return product


def as_a_sum(x: "3", a: float, b: float):
    values = [x[i] * a for i in range(3)]
    total = sum(values) * values[0]
    values.append(total)
    return total * sum(values)


def in_turns(x: "3", a: float, b: float):
    total = 0.0
    for i in range(3):
        values = []
        for j in range(i + 1):
            values.append(x[j] * b)
        total = total + values[-1] * values[0] * a
        values.append(total)
    return total


# output
"""Forward and backward passes of list_that_grows_after_its_end_was_read.py: do not
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


def grown_forward(x: "3", a: float, b: float):
    """Forward pass of grown: product and the cache (references, not copies)."""
    values = []
    for i in range(3):
        values.append(x[i] * a)
    values_part = values[-1]
    product = values_part * values[0]
    values.append(b)  # nothing reads it
    cache = (x, a, values_part, values)
    return product, cache


def grown_backward(dproduct, cache):
    """Backward pass of grown: dx (3,), da and db, from dproduct."""
    x, a, values_part, values = cache
    # backprop values.append(b)
    dvalues = [0.0] * len(values)
    dvalues.pop()
    # backprop product = values_part * values[0]
    dvalues_part = values[0] * dproduct
    dvalues[0] += values_part * dproduct
    # backprop values_part = values[-1]
    dvalues[-1] += dvalues_part
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    db = 0.0
    return dx, da, db


def grown_in_an_arm_forward(x: "3", a: float, b: float):
    """Forward pass of grown_in_an_arm.

    Gives product and the cache (references, not copies).
    """
    values = []
    for i in range(3):
        values.append(x[i] * a)
    values_part = values[-1]
    values_0 = values[0]
    product = values_part * values_0
    if a > b:
        values.pop()
    else:
        values.append(b)
    cache = (x, a, b, values_part, values_0, values)
    return product, cache


def grown_in_an_arm_backward(dproduct, cache):
    """Backward pass of grown_in_an_arm: dx (3,), da and db, from dproduct."""
    x, a, b, values_part, values_0, values = cache
    if a > b:
        # backprop values.pop()
        dvalues = [0.0] * len(values)
        dvalues.append(0.0)
    else:
        # backprop values.append(b)
        dvalues = [0.0] * len(values)
        dvalues.pop()
    # backprop product = values_part * values_0
    dvalues_part = values_0 * dproduct
    dvalues_0 = values_part * dproduct
    # backprop values_0 = values[0]
    dvalues[0] += dvalues_0
    # backprop values_part = values[-1]
    dvalues[-1] += dvalues_part
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    db = 0.0
    return dx, da, db


def as_a_sum_forward(x: "3", a: float, b: float):
    """Forward pass of as_a_sum: out and the cache (references, not copies)."""
    values = []
    for i in range(3):
        values.append(x[i] * a)
    sum_values = sum(values)
    total = sum_values * values[0]
    values.append(total)
    out_sum_values = sum(values)
    out = total * out_sum_values
    cache = (x, a, sum_values, total, values, out_sum_values)
    return out, cache


def as_a_sum_backward(dout, cache):
    """Backward pass of as_a_sum: dx (3,), da and db, from dout."""
    x, a, sum_values, total, values, out_sum_values = cache
    # backprop out = total * out_sum_values
    dtotal = out_sum_values * dout
    dout_sum_values = total * dout
    # backprop out_sum_values = sum(values)
    dvalues = [dout_sum_values] * len(values)
    # backprop values.append(total)
    dtotal += dvalues.pop()
    # backprop total = sum_values * values[0]
    dsum_values = values[0] * dtotal
    dvalues[0] += sum_values * dtotal
    # backprop sum_values = sum(values)
    dvalues = [(item + dsum_values) for item in dvalues]
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop values.append(x[i] * a)
        dvalues_last = dvalues.pop()
        dx[i] = a * dvalues_last
        da += x[i] * dvalues_last
    db = 0.0
    return dx, da, db


def in_turns_forward(x: "3", a: float, b: float):
    """Forward pass of in_turns: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(3):
        values = []
        for j in range(i + 1):
            values.append(x[j] * b)
        values_part = values[-1]
        values_0 = values[0]
        total_product = values_part * values_0
        total = total + total_product * a
        values.append(total)
        values_before = copy_of(values)
        steps.append((values_part, values_0, total_product, values_before))
    cache = (x, a, b, steps)
    return total, cache


def in_turns_backward(dtotal, cache):
    """Backward pass of in_turns: dx (3,), da and db, from dtotal."""
    x, a, b, steps = cache
    da = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    db = 0.0
    for i in reversed(range(3)):
        values_part, values_0, total_product, values_before = steps[i]
        # backprop values.append(total)
        dvalues = [0.0] * len(values_before)
        dvalues.pop()
        # backprop total = total + total_product * a
        dtotal_product = a * dtotal
        da += total_product * dtotal
        # backprop total_product = values_part * values_0
        dvalues_part = values_0 * dtotal_product
        dvalues_0 = values_part * dtotal_product
        # backprop values_0 = values[0]
        dvalues[0] += dvalues_0
        # backprop values_part = values[-1]
        dvalues[-1] += dvalues_part
        for j in reversed(range(i + 1)):
            # backprop values.append(x[j] * b)
            dvalues_last = dvalues.pop()
            dx[j] += b * dvalues_last
            db += x[j] * dvalues_last
    return dx, da, db
