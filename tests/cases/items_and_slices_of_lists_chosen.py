# arguments part: values=[0.3, 0.4, 0.5], n=2
# arguments part: values=[0.3, 0.4, 0.5], n=0
# arguments parts_in_turns: values=[0.3, 0.4, 0.5], n=2
# arguments arrays: xs=[(2,), (2,), (2,)], n=2
# arguments arrays: xs=[(2,), (2,), (2,)], n=0
# first order only part: a write into a slice of a list, which may change its length
# first order only parts_in_turns: a write into a slice of a list, which may change its length
# first order only arrays: a list of what depends on arguments is written into dxs
import numpy as np


def part(values: list[float], n: int):
    total = sum(values[1:] if n > 1 else values[:1])
    for v in values[:2] if n > 1 else values[1:]:
        total = total * v + values[0]
    return total


def parts_in_turns(values: list[float], n: int):
    total = 1.0
    for i in range(3):
        chosen = values[i:] if i < n else values[:i]
        total = total * sum(chosen) * chosen[0]
    return total


def arrays(xs: list[np.ndarray], n: int):
    chosen = xs[1:] if n > 1 else xs[:1]
    return chosen[0] * chosen[-1]


# output
"""Forward and backward passes of items_and_slices_of_lists_chosen.py: do not edit.

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


def part_forward(values: list[float], n: int):
    """Forward pass of part: total and the cache (references, not copies)."""
    total_choice = values[1:] if n > 1 else values[:1]
    total = sum(total_choice)
    total_before = []
    v_choice = values[:2] if n > 1 else values[1:]
    for v in v_choice:
        total_before.append(total)
        total = total * v + values[0]
    cache = (values, n, total_choice, total_before, v_choice)
    return total, cache


def part_backward(dtotal, cache):
    """Backward pass of part: dvalues, from dtotal."""
    values, n, total_choice, total_before, v_choice = cache
    dvalues = [0.0] * len(values)
    dv_choice = zeros_of(v_choice)
    for i in reversed(range(len(v_choice))):
        total = total_before[i]
        v = v_choice[i]
        # backprop total = total * v + values[0]
        dv = total * dtotal
        dvalues[0] += dtotal
        dtotal = v * dtotal
        dv_choice[i] = dv
    # backprop v_choice = values[:2] if n > 1 else values[1:]
    dvalues[:2] = (
        [(item + more) for item, more in zip(dvalues[:2], dv_choice)]
        if n > 1
        else dvalues[:2]
    )
    dvalues[1:] = (
        dvalues[1:]
        if n > 1
        else [(item1 + more1) for item1, more1 in zip(dvalues[1:], dv_choice)]
    )
    # backprop total = sum(total_choice)
    dtotal_choice = [dtotal] * len(total_choice)
    # backprop total_choice = values[1:] if n > 1 else values[:1]
    dvalues[1:] = (
        [(item2 + more2) for item2, more2 in zip(dvalues[1:], dtotal_choice)]
        if n > 1
        else dvalues[1:]
    )
    dvalues[:1] = (
        dvalues[:1]
        if n > 1
        else [(item3 + more3) for item3, more3 in zip(dvalues[:1], dtotal_choice)]
    )
    return dvalues


def parts_in_turns_forward(values: list[float], n: int):
    """Forward pass of parts_in_turns: total and the cache (references, not copies)."""
    total = 1.0
    steps = []
    for i in range(3):
        total_before = total
        chosen = values[i:] if i < n else values[:i]
        sum_chosen = sum(chosen)
        total_times_sum_chosen = total * sum_chosen
        total = total_times_sum_chosen * chosen[0]
        steps.append((total_before, chosen, sum_chosen, total_times_sum_chosen))
    cache = (values, n, steps)
    return total, cache


def parts_in_turns_backward(dtotal, cache):
    """Backward pass of parts_in_turns: dvalues, from dtotal."""
    values, n, steps = cache
    dvalues = [0.0] * len(values)
    for i in reversed(range(3)):
        total_before, chosen, sum_chosen, total_times_sum_chosen = steps[i]
        # backprop total = total_times_sum_chosen * chosen[0]
        dtotal_times_sum_chosen = chosen[0] * dtotal
        dchosen = [0.0] * len(chosen)
        dchosen[0] = total_times_sum_chosen * dtotal
        # backprop total_times_sum_chosen = total * sum_chosen
        dtotal = sum_chosen * dtotal_times_sum_chosen
        dsum_chosen = total_before * dtotal_times_sum_chosen
        # backprop sum_chosen = sum(chosen)
        dchosen = [(item + dsum_chosen) for item in dchosen]
        # backprop chosen = values[i:] if i < n else values[:i]
        dvalues[i:] = (
            [(item1 + more) for item1, more in zip(dvalues[i:], dchosen)]
            if i < n
            else dvalues[i:]
        )
        dvalues[:i] = (
            dvalues[:i]
            if i < n
            else [(item2 + more1) for item2, more1 in zip(dvalues[:i], dchosen)]
        )
    return dvalues


def arrays_forward(xs: list[np.ndarray], n: int):
    """Forward pass of arrays: out and the cache (references, not copies)."""
    chosen = xs[1:] if n > 1 else xs[:1]
    out = chosen[0] * chosen[-1]
    cache = (xs, n, chosen)
    return out, cache


def arrays_backward(dout, cache):
    """Backward pass of arrays: dxs, from dout."""
    xs, n, chosen = cache
    # backprop out = chosen[0] * chosen[-1]
    dchosen = zeros_of(chosen)
    dchosen[0] += unbroadcast(chosen[-1] * dout, chosen[0])
    dchosen[-1] += unbroadcast(chosen[0] * dout, chosen[-1])
    # backprop chosen = xs[1:] if n > 1 else xs[:1]
    dxs = zeros_of(xs)
    dxs[1:] = dchosen if n > 1 else dxs[1:]
    dxs[:1] = (
        dxs[:1] if n > 1 else [(item + more) for item, more in zip(dxs[:1], dchosen)]
    )
    return dxs
