# arguments in_a_row: xs=[0.3, 0.5, 0.9], zs=[0.2, 0.4], a=0.7
# arguments padded: xs=[0.3, 0.5, 0.9], a=0.7, n=2
# arguments with_itself: rows=[(2,), (2,)], a=0.7
# arguments a_slice_in_turns: xs=[0.3, 0.5, 0.9], a=0.7
# arguments slices_as_wholes: xs=[0.3, 0.5, 0.9], a=0.7
# first order only in_a_row: this writes into memory that dys may name too
# first order only a_slice_in_turns: `*` has no gate, and its value depends on an argument
# first order only slices_as_wholes: a list or a tuple of what depends on arguments is written into dxs
import numpy as np



def in_a_row(xs: list[float], zs: list[float], a: float):
    ys = xs + [a, a * a] + zs + [a * 3]
    total = 0.0
    for i in range(len(ys)):
        total += ys[i] * ys[i] * (i + 1)
    return total


def padded(xs: list[float], a: float, n: int):
    ys = [0.0] * n + xs
    ys[1] = a
    total = 1.0
    for y in ys:
        total = total * a + y
    return total


def with_itself(rows: list[np.ndarray], a: float):
    both = rows + rows
    return np.stack(both[1:]) * a





def a_slice_in_turns(xs: list[float], a: float):
    total = a
    for _ in range(3):
        rest = xs[1:]
        total = total * sum(rest)
    return total


def slices_as_wholes(xs: list[float], a: float):
    back, some = xs[::-1], xs[::2]
    return sum(back) * sum(some) + back[0] * a


# output
"""Forward and backward passes of lists_joined.py: do not edit.

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


def in_a_row_forward(xs: list[float], zs: list[float], a: float):
    """Forward pass of in_a_row: total and the cache (references, not copies)."""
    ys = xs + [a, a * a] + zs + [a * 3]
    total = 0.0
    for i in range(len(ys)):
        total += ys[i] * ys[i] * (i + 1)
    cache = (xs, zs, a, ys)
    return total, cache


def in_a_row_backward(dtotal, cache):
    """Backward pass of in_a_row: dxs, dzs and da, from dtotal."""
    xs, zs, a, ys = cache
    dys = [0.0] * len(ys)
    for i in reversed(range(len(ys))):
        # backprop total += ys[i] * ys[i] * (i + 1)
        dys[i] = (2 * ys[i]) * ((i + 1) * dtotal)
    # backprop ys = xs + [a, a * a] + zs + [a * 3]
    dxs = dys[: len(xs)]
    da = dys[len(xs)]
    da += (2 * a) * dys[len(xs) + 1]
    dzs = copy_of(dys[len(xs) + 2 : len(xs) + 2 + len(zs)])
    da += 3 * dys[-1]
    return dxs, dzs, da


def padded_forward(xs: list[float], a: float, n: int):
    """Forward pass of padded: total and the cache (references, not copies)."""
    ys = [0.0] * n + xs
    ys[1] = a
    total = 1.0
    total_before = []
    for y in ys:
        total_before.append(total)
        total = total * a + y
    cache = (a, n, ys, total_before)
    return total, cache


def padded_backward(dtotal, cache):
    """Backward pass of padded: dxs and da, from dtotal."""
    a, n, ys, total_before = cache
    da = 0.0
    dys = [0.0] * len(ys)
    for i in reversed(range(len(ys))):
        total = total_before[i]
        # backprop total = total * a + y
        da += total * dtotal
        dy = dtotal
        dtotal = a * dtotal
        dys[i] = dy
    # backprop ys[1] = a
    da += dys[1]
    dys[1] = 0.0
    # backprop ys = [0.0] * n + xs
    dxs = dys[n:]
    return dxs, da


def with_itself_forward(rows: list[np.ndarray], a: float):
    """Forward pass of with_itself: out and the cache (references, not copies)."""
    both = rows + rows
    stack_both_part = np.stack(both[1:])
    out = stack_both_part * a
    cache = (rows, a, both, stack_both_part)
    return out, cache


def with_itself_backward(dout, cache):
    """Backward pass of with_itself: drows and da, from dout."""
    rows, a, both, stack_both_part = cache
    # backprop out = stack_both_part * a
    dstack_both_part = a * dout
    da = np.sum(stack_both_part * dout)
    # backprop stack_both_part = np.stack(both[1:])
    dboth = zeros_of(both)
    dboth[1:] = list(dstack_both_part)
    # backprop both = rows + rows
    drows = dboth[: len(rows)]
    drows = [(item + more) for item, more in zip(drows, dboth[len(rows) :])]
    return drows, da


def a_slice_in_turns_forward(xs: list[float], a: float):
    """Forward pass of a_slice_in_turns.

    Gives total and the cache (references, not copies).
    """
    total = a
    steps = []
    for _ in range(3):
        total_before = total
        rest = xs[1:]
        sum_rest = sum(rest)
        total = total * sum_rest
        steps.append((total_before, rest, sum_rest))
    cache = (xs, steps)
    return total, cache


def a_slice_in_turns_backward(dtotal, cache):
    """Backward pass of a_slice_in_turns: dxs and da, from dtotal."""
    xs, steps = cache
    dxs = [0.0] * len(xs)
    for total_before, rest, sum_rest in reversed(steps):
        # backprop total = total * sum_rest
        dsum_rest = total_before * dtotal
        dtotal = sum_rest * dtotal
        # backprop sum_rest = sum(rest)
        drest = [dsum_rest] * len(rest)
        # backprop rest = xs[1:]
        dxs[1:] = [(item + more) for item, more in zip(dxs[1:], drest)]
    # backprop total = a
    da = dtotal
    return dxs, da


def slices_as_wholes_forward(xs: list[float], a: float):
    """Forward pass of slices_as_wholes: out and the cache (references, not copies)."""
    back, some = xs[::-1], xs[::2]
    sum_back = sum(back)
    sum_some = sum(some)
    out = sum_back * sum_some + back[0] * a
    cache = (xs, a, back, some, sum_back, sum_some)
    return out, cache


def slices_as_wholes_backward(dout, cache):
    """Backward pass of slices_as_wholes: dxs and da, from dout."""
    xs, a, back, some, sum_back, sum_some = cache
    # backprop out = sum_back * sum_some + back[0] * a
    dsum_back = sum_some * dout
    dsum_some = sum_back * dout
    dback = [0.0] * len(back)
    dback[0] = a * dout
    da = back[0] * dout
    # backprop sum_some = sum(some)
    dsome = [dsum_some] * len(some)
    # backprop sum_back = sum(back)
    dback = [(item + dsum_back) for item in dback]
    # backprop back, some = xs[::-1], xs[::2]
    dxs = [0.0] * len(xs)
    dxs[::2] = dsome
    dxs[::-1] = [(item1 + more) for item1, more in zip(dxs[::-1], dback)]
    return dxs, da
