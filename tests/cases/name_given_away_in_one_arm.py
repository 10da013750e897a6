# arguments read_in_one_arm: c=(3,), k=1
# arguments read_in_one_arm: c=(3,), k=0
# arguments read_above: c=(3,), k=1
# arguments read_above: c=(3,), k=0
# arguments listed: c=(3,), k=1
# arguments listed: c=(3,), k=0
# arguments last_item: c=(3,), k=1
# arguments last_item: c=(3,), k=0
# first order only read_in_one_arm: a name for the array before it is written into
# first order only read_above: a name for the array before it is written into
import numpy as np


def read_in_one_arm(c: "N", k: int):
    """One arm reads rows of a matrix and gives its name to a vector; the other writes into the matrix."""
    a = np.outer(c, c)
    if k > 0:
        a = c + a[1] + a[2]
    else:
        a[0, 1] += c[1]
    return a


def read_above(c, k: int):
    a = np.outer(c, c)
    y = a[1] * c
    if k > 0:
        a = c[:2] * y[0]
    else:
        a[0, 1] += c[1]
    return a, y


def listed(c: "N", k: int):
    values = [c[0], c[1], c[2] * c[0]]
    y = values[1] * c[2]
    if k > 0:
        values = [y, values[2] * values[1]]
    else:
        values.append(y)
        values[0] = y * y
    return y * values[-1] + values[0]


def last_item(c: "N", k: int):
    values = [c[0], c[1], c[2] * c[0]]
    if k > 0:
        y = values[-1] * values[0]
        values = [y, c[1], y * y, c[0], y]
    else:
        y = c[0]
        values.append(y)
    return y * values[-1] + values[0]


# output
"""Forward and backward passes of name_given_away_in_one_arm.py: do not edit.

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


def read_in_one_arm_forward(c: "N", k: int):
    """One arm reads rows of a matrix and gives its name to a vector; the other writes into the matrix.

    Forward pass of read_in_one_arm: a and the cache (references, not copies).
    """
    a = np.outer(c, c)
    a_before = a
    if k > 0:
        a = c + a[1] + a[2]
    else:
        a[0, 1] += c[1]
    cache = (c, k, a_before)
    return a, cache


def read_in_one_arm_backward(da, cache):
    """Backward pass of read_in_one_arm: dc (N,), from da."""
    c, k, a_before = cache
    if k > 0:
        # backprop a = c + a[1] + a[2]
        da_next = da
        dc = 1.0 * da_next
        da = np.zeros_like(a_before, dtype=np.result_type(a_before, 1.0))
        da[1] = copy_of(da_next)
        da[2] += da_next
    else:
        # backprop a[0, 1] += c[1]
        dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
        dc[1] = da[0, 1]
    # backprop a = np.outer(c, c)
    dc += da @ c
    dc += c @ da
    return dc


def read_above_forward(c, k: int):
    """Forward pass of read_above: a, y and the cache (references, not copies)."""
    a = np.outer(c, c)
    a_before = a
    a_1 = a[1].copy()
    y = a_1 * c
    if k > 0:
        a = c[:2] * y[0]
    else:
        a[0, 1] += c[1]
    cache = (c, k, a_before, a_1, y)
    return a, y, cache


def read_above_backward(da, dy, cache):
    """Backward pass of read_above: dc, from da and dy."""
    c, k, a_before, a_1, y = cache
    if k > 0:
        # backprop a = c[:2] * y[0]
        dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
        dc[:2] = unbroadcast(y[0] * da, c[:2])
        dy = 1.0 * dy
        dy[0] += unbroadcast(c[:2] * da, y[0])
        da = np.zeros_like(a_before, dtype=np.result_type(a_before, 1.0))
    else:
        # backprop a[0, 1] += c[1]
        dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
        dc[1] = unbroadcast(da[0, 1], c[1])
    # backprop y = a_1 * c
    da_1 = unbroadcast(c * dy, a_1)
    dc += unbroadcast(a_1 * dy, c)
    # backprop a_1 = a[1].copy()
    da = 1.0 * da
    da[1] += da_1
    # backprop a = np.outer(c, c)
    dc += np.reshape(da @ np.ravel(c), np.shape(c))
    dc += np.reshape(np.ravel(c) @ da, np.shape(c))
    return dc


def listed_forward(c: "N", k: int):
    """Forward pass of listed: out and the cache (references, not copies)."""
    values = [c[0], c[1], c[2] * c[0]]
    values_before = copy_of(values)
    values_1 = values[1]
    y = values_1 * c[2]
    values_2 = None
    values_values_1 = None
    if k > 0:
        values_2 = values[2]
        values_values_1 = values[1]
        values = [y, values_2 * values_values_1]
    else:
        values.append(y)
        values[0] = y * y
    out = y * values[-1] + values[0]
    cache = (c, k, values_before, values_1, y, values_2, values_values_1, values)
    return out, cache


def listed_backward(dout, cache):
    """Backward pass of listed: dc (N,), from dout."""
    c, k, values_before, values_1, y, values_2, values_values_1, values = cache
    # backprop out = y * values[-1] + values[0]
    dy = values[-1] * dout
    dvalues = zeros_of(values)
    dvalues[-1] = y * dout
    dvalues[0] += dout
    if k > 0:
        # backprop values = [y, values_2 * values_values_1]
        dy += dvalues[0]
        dvalues_2 = values_values_1 * dvalues[1]
        dvalues_values_1 = values_2 * dvalues[1]
        # backprop values_values_1 = values[1]
        dvalues = [0.0] * len(values_before)
        dvalues[1] = dvalues_values_1
        # backprop values_2 = values[2]
        dvalues[2] += dvalues_2
    else:
        # backprop values[0] = y * y
        dy += (2 * y) * dvalues[0]
        dvalues[0] = 0.0
        # backprop values.append(y)
        dy += np.sum(dvalues.pop())
    # backprop y = values_1 * c[2]
    dvalues_1 = c[2] * dy
    dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
    dc[2] = values_1 * dy
    # backprop values_1 = values[1]
    dvalues[1] += dvalues_1
    # backprop values = [c[0], c[1], c[2] * c[0]]
    dc[0] += dvalues[0]
    dc[1] += dvalues[1]
    dc[2] += c[0] * dvalues[2]
    dc[0] += c[2] * dvalues[2]
    return dc


def last_item_forward(c: "N", k: int):
    """Forward pass of last_item: out and the cache (references, not copies)."""
    values = [c[0], c[1], c[2] * c[0]]
    values_before = copy_of(values)
    values_part = None
    values_0 = None
    if k > 0:
        values_part = values[-1]
        values_0 = values[0]
        y = values_part * values_0
        values = [y, c[1], y * y, c[0], y]
    else:
        y = c[0]
        values.append(y)
    out = y * values[-1] + values[0]
    cache = (c, k, values_before, values_part, values_0, y, values)
    return out, cache


def last_item_backward(dout, cache):
    """Backward pass of last_item: dc (N,), from dout."""
    c, k, values_before, values_part, values_0, y, values = cache
    # backprop out = y * values[-1] + values[0]
    dy = values[-1] * dout
    dvalues = zeros_of(values)
    dvalues[-1] = y * dout
    dvalues[0] += dout
    if k > 0:
        # backprop values = [y, c[1], y * y, c[0], y]
        dy += dvalues[0]
        dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
        dc[1] = dvalues[1]
        dy += (2 * y) * dvalues[2]
        dc[0] += dvalues[3]
        dy += dvalues[4]
        # backprop y = values_part * values_0
        dvalues_part = values_0 * dy
        dvalues_0 = values_part * dy
        # backprop values_0 = values[0]
        dvalues = [0.0] * len(values_before)
        dvalues[0] = dvalues_0
        # backprop values_part = values[-1]
        dvalues[-1] += dvalues_part
    else:
        # backprop values.append(y)
        dy += np.sum(dvalues.pop())
        # backprop y = c[0]
        dc = np.zeros_like(c, dtype=np.result_type(c, 1.0))
        dc[0] = dy
    # backprop values = [c[0], c[1], c[2] * c[0]]
    dc[0] += dvalues[0]
    dc[1] += dvalues[1]
    dc[2] += c[0] * dvalues[2]
    dc[0] += c[2] * dvalues[2]
    return dc
