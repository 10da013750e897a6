# arguments longer: x=(3,), a=0.7, b=1.3
# arguments shorter: x=(3,), a=0.7, b=1.3
# arguments of_a_list_that_grows: x=(3,), a=0.7, b=1.3
# arguments an_array: x=(3,), a=0.7
# names matter: the counter of a loop is called beside those of the user
# first order only of_a_list_that_grows: an item is taken off in an expression
import numpy as np


def longer(x: "3", a: float, b: float):
    total = 0.0
    for i in range(3):
        values = []
        for j in range(i + 1):
            values.append(x[j] * a)
        for value in values:
            total += value * value * b
    return total


def shorter(x: "3", a: float, b: float):
    total = 0.0
    for i in range(3):
        values = []
        for j in range(3 - i):
            values.append(x[j] * a)
        for value in values:
            total += value * value * b
    return total


def of_a_list_that_grows(x: "3", a: float, b: float):
    all_of_them = [a]
    for i in range(2):
        new = []
        for value in all_of_them:
            new.append(value * b)
        for value in new:
            all_of_them.append(value * x[i])
    return all_of_them[0] + all_of_them[-1] * all_of_them[1]


def an_array(x: "3", a: float):
    total = 0.0
    for i in range(3):
        values = np.zeros(i + 1)
        for j in range(i + 1):
            values[j] = x[j] * a
        for value in values:
            total += value * value
    return total


# output
"""Forward and backward passes of list_made_in_turns_of_unequal_length.py: do not edit.

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


def longer_forward(x: "3", a: float, b: float):
    """Forward pass of longer: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(3):
        values = []
        for j in range(i + 1):
            values.append(x[j] * a)
        steps1 = []
        for value in values:
            value_times_value = value * value
            total += value_times_value * b
            steps1.append(value_times_value)
        steps.append((values, steps1))
    cache = (x, a, b, steps)
    return total, cache


def longer_backward(dtotal, cache):
    """Backward pass of longer: dx (3,), da and db, from dtotal."""
    x, a, b, steps = cache
    db = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        values, steps1 = steps[i]
        dvalues = [None] * len(values)
        for i1 in reversed(range(len(values))):
            value_times_value = steps1[i1]
            value = values[i1]
            # backprop total += value_times_value * b
            dvalue_times_value = b * dtotal
            db += value_times_value * dtotal
            # backprop value_times_value = value * value
            dvalue = (2 * value) * dvalue_times_value
            dvalues[i1] = dvalue
        for j in reversed(range(i + 1)):
            # backprop values.append(x[j] * a)
            dvalues_last = dvalues.pop()
            dx[j] += a * dvalues_last
            da += x[j] * dvalues_last
    return dx, da, db


def shorter_forward(x: "3", a: float, b: float):
    """Forward pass of shorter: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(3):
        values = []
        for j in range(3 - i):
            values.append(x[j] * a)
        steps1 = []
        for value in values:
            value_times_value = value * value
            total += value_times_value * b
            steps1.append(value_times_value)
        steps.append((values, steps1))
    cache = (x, a, b, steps)
    return total, cache


def shorter_backward(dtotal, cache):
    """Backward pass of shorter: dx (3,), da and db, from dtotal."""
    x, a, b, steps = cache
    db = 0.0
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        values, steps1 = steps[i]
        dvalues = [None] * len(values)
        for i1 in reversed(range(len(values))):
            value_times_value = steps1[i1]
            value = values[i1]
            # backprop total += value_times_value * b
            dvalue_times_value = b * dtotal
            db += value_times_value * dtotal
            # backprop value_times_value = value * value
            dvalue = (2 * value) * dvalue_times_value
            dvalues[i1] = dvalue
        for j in reversed(range(3 - i)):
            # backprop values.append(x[j] * a)
            dvalues_last = dvalues.pop()
            dx[j] += a * dvalues_last
            da += x[j] * dvalues_last
    return dx, da, db


def of_a_list_that_grows_forward(x: "3", a: float, b: float):
    """Forward pass of of_a_list_that_grows.

    Gives out and the cache (references, not copies).
    """
    all_of_them = [a]
    steps = []
    for i in range(2):
        all_of_them_before = copy_of(all_of_them)
        new = []
        for value in all_of_them:
            new.append(value * b)
        for value1 in new:
            all_of_them.append(value1 * x[i])
        steps.append((all_of_them_before, new))
    out = all_of_them[0] + all_of_them[-1] * all_of_them[1]
    cache = (x, b, steps, all_of_them)
    return out, cache


def of_a_list_that_grows_backward(dout, cache):
    """Backward pass of of_a_list_that_grows: dx (3,), da and db, from dout."""
    x, b, steps, all_of_them = cache
    # backprop out = all_of_them[0] + all_of_them[-1] * all_of_them[1]
    dall_of_them = zeros_of(all_of_them)
    dall_of_them[0] = dout
    dall_of_them[-1] += all_of_them[1] * dout
    dall_of_them[1] += all_of_them[-1] * dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    db = 0.0
    for i in reversed(range(2)):
        all_of_them_before, new = steps[i]
        dnew = [None] * len(new)
        for i2 in reversed(range(len(new))):
            value1 = new[i2]
            # backprop all_of_them.append(value1 * x[i])
            dall_of_them_last = dall_of_them.pop()
            dvalue1 = x[i] * dall_of_them_last
            dx[i] += value1 * dall_of_them_last
            dnew[i2] = dvalue1
        for i1 in reversed(range(len(all_of_them_before))):
            value = all_of_them_before[i1]
            # backprop new.append(value * b)
            dnew_last = dnew.pop()
            dvalue = b * dnew_last
            db += value * dnew_last
            dall_of_them[i1] += dvalue
    # backprop all_of_them = [a]
    da = dall_of_them[0]
    return dx, da, db


def an_array_forward(x: "3", a: float):
    """Forward pass of an_array: total and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(3):
        values = np.zeros(i + 1)
        for j in range(i + 1):
            values[j] = x[j] * a
        for value in values:
            total += value * value
        steps.append(values)
    cache = (x, a, steps)
    return total, cache


def an_array_backward(dtotal, cache):
    """Backward pass of an_array: dx (3,) and da, from dtotal."""
    x, a, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        values = steps[i]
        dvalues = np.zeros_like(values, dtype=np.result_type(values, 1.0))
        for i1 in reversed(range(len(values))):
            value = values[i1]
            # backprop total += value * value
            dvalue = (2 * value) * dtotal
            dvalues[i1] = dvalue
        for j in reversed(range(i + 1)):
            # backprop values[j] = x[j] * a
            dx[j] += a * dvalues[j]
            da += x[j] * dvalues[j]
    return dx, da
