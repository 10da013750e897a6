# arguments from_a_list: xs=[(4,), (4,), (4,)], s=(), n=2
# arguments read_inside: w=(4,), n=2
# arguments of_other_shapes: w=(4,), s=(), n=2
# arguments beside_a_comprehension: s=(), n=2
# names matter: the counter of a loop is called beside those of the user
import numpy as np


def from_a_list(xs: list[np.ndarray], s: float, n: int):
    ys = list(xs)
    total = 0.0
    for i in range(n):
        ys[i + 1] = ys[i] + s
        total += np.sum(ys[i + 1])
        ys[i + 1] = ys[0]
    return total


def read_inside(w: np.ndarray, n: int):
    ys = [w * 1, w * 2, w * 3]
    for i in range(n):
        first = ys[i + 1][0]
        ys[i + 1] = first * w
    return ys[0] * 2, ys[1][0] * ys[2]


def of_other_shapes(w: np.ndarray, s: float, n: int):
    ys = [w, w[:1], w * 3]
    total = 0.0
    for i in range(n):
        total += ys[i][0]
        ys[i] = w[:1] * s
        total += np.sum(ys[i]) * s
    return total


def beside_a_comprehension(s: float, n: int):  # joins lists, and adds no arrays
    zs = [s] + [float(i) for i in range(n)]
    total = 0.0
    for z in zs:
        total = total + z * s
    return total


# output
"""Forward and backward passes of list_of_arrays_given_other_values.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def added(g, more):
    """The sum of two gradients; of nests that of what they hold."""
    if isinstance(g, dict):
        both = {key: added(g[key], more[key]) for key in g if key in more}
        return {**g, **more, **both}
    if isinstance(g, (list, tuple)):
        return [added(item, other) for item, other in zip(g, more, strict=True)]
    return g + more


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


def from_a_list_forward(xs: list[np.ndarray], s: float, n: int):
    """Forward pass of from_a_list: total and the cache (references, not copies)."""
    ys = list(xs)
    total = 0.0
    steps = []
    for i in range(n):
        ys_i_plus_s = ys[i] + s
        ys_part = copy_of(ys[i + 1])
        ys[i + 1] = ys_i_plus_s
        total += np.sum(ys[i + 1])
        ys[i + 1] = ys[0]
        steps.append(ys_part)
    cache = (n, steps, ys)
    return total, cache


def from_a_list_backward(dtotal, cache):
    """Backward pass of from_a_list: dxs and ds, from dtotal."""
    n, steps, ys = cache
    dys = zeros_of(ys)
    ds = 0.0
    for i in reversed(range(n)):
        ys_part = steps[i]
        # backprop ys[i + 1] = ys[0]
        dys[0] = added(dys[0], unbroadcast(dys[i + 1], ys[i + 1]))
        # backprop total += np.sum(ys[i + 1])
        dys[i + 1] = dtotal
        # backprop ys[i + 1] = ys_i_plus_s
        dys_i_plus_s = 1 * unbroadcast(dys[i + 1], ys[i])
        dys[i + 1] = zeros_of(ys_part)
        # backprop ys_i_plus_s = ys[i] + s
        dys[i] = added(dys[i], dys_i_plus_s)
        ds += np.sum(dys_i_plus_s)
    # backprop ys = list(xs)
    dxs = dys
    return dxs, ds


def read_inside_forward(w: np.ndarray, n: int):
    """Forward pass of read_inside: out, out1 and the cache (references, not copies)."""
    ys = [w * 1, w * 2, w * 3]
    steps = []
    for i in range(n):
        first = ys[i + 1][0]
        first_before = copy_of(first)
        first_times_w = first * w
        ys_part = copy_of(ys[i + 1])
        ys[i + 1] = first_times_w
        steps.append((first_before, ys_part))
    out = ys[0] * 2
    out1 = ys[1][0] * ys[2]
    cache = (w, n, steps, ys)
    return out, out1, cache


def read_inside_backward(dout, dout1, cache):
    """Backward pass of read_inside: dw, from dout and dout1."""
    w, n, steps, ys = cache
    # backprop out1 = ys[1][0] * ys[2]
    dys = zeros_of(ys)
    dys[1][0] += unbroadcast(ys[2] * dout1, ys[1][0])
    dys[2] += unbroadcast(ys[1][0] * dout1, ys[2])
    # backprop out = ys[0] * 2
    dys[0] += 2 * dout
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i in reversed(range(n)):
        first_before, ys_part = steps[i]
        # backprop ys[i + 1] = first_times_w
        dfirst_times_w = 1 * unbroadcast(dys[i + 1], ys[i + 1])
        dys[i + 1] = zeros_of(ys_part)
        # backprop first_times_w = first * w
        dfirst = unbroadcast(w * dfirst_times_w, first_before)
        dw += unbroadcast(first_before * dfirst_times_w, w)
        # backprop first = ys[i + 1][0]
        dys[i + 1][0] += dfirst
    # backprop ys = [w * 1, w * 2, w * 3]
    dw += dys[0]
    dw += 2 * dys[1]
    dw += 3 * dys[2]
    return dw


def of_other_shapes_forward(w: np.ndarray, s: float, n: int):
    """Forward pass of of_other_shapes: total and the cache (references, not copies)."""
    w_before = w.copy()
    ys = [w, w[:1], w * 3]
    total = 0.0
    steps = []
    for i in range(n):
        total_before = total
        ys_i_0 = ys[i][0]
        total1 = total + ys_i_0
        w_part_times_s = w[:1] * s
        ys_i = copy_of(ys[i])
        ys[i] = w_part_times_s
        sum_ys_i = np.sum(ys[i])
        sum_ys_i_times_s = sum_ys_i * s
        total = total1 + sum_ys_i_times_s
        steps.append((total_before, ys_i_0, ys_i, sum_ys_i))
    cache = (w_before, s, n, steps, ys)
    return total, cache


def of_other_shapes_backward(dtotal, cache):
    """Backward pass of of_other_shapes: dw and ds, from dtotal."""
    w_before, s, n, steps, ys = cache
    dys = zeros_of(ys)
    ds = 0.0
    dw = np.zeros_like(w_before, dtype=np.result_type(w_before, 1.0))
    for i in reversed(range(n)):
        total_before, ys_i_0, ys_i, sum_ys_i = steps[i]
        # backprop total = total1 + sum_ys_i_times_s
        dsum_ys_i_times_s = np.sum(dtotal)
        dtotal1 = dtotal
        # backprop sum_ys_i_times_s = sum_ys_i * s
        dsum_ys_i = s * dsum_ys_i_times_s
        ds += sum_ys_i * dsum_ys_i_times_s
        # backprop sum_ys_i = np.sum(ys[i])
        dys[i] += dsum_ys_i
        # backprop ys[i] = w_part_times_s
        dw_part_times_s = 1 * unbroadcast(dys[i], ys[i])
        dys[i] = zeros_of(ys_i)
        # backprop w_part_times_s = w[:1] * s
        dw[:1] += s * dw_part_times_s
        ds += np.sum(w_before[:1] * dw_part_times_s)
        # backprop total1 = total + ys_i_0
        dys_i_0 = unbroadcast(dtotal1, ys_i_0)
        dtotal = unbroadcast(dtotal1, total_before)
        # backprop ys_i_0 = ys[i][0]
        dys[i][0] = added(dys[i][0], dys_i_0)
    # backprop ys = [w, w[:1], w * 3]
    dw += dys[0]
    dw[:1] += dys[1]
    dw += 3 * dys[2]
    return dw, ds


def beside_a_comprehension_forward(s: float, n: int):  # joins lists, and adds no arrays
    """Forward pass of beside_a_comprehension.

    Gives total and the cache (references, not copies).
    """
    items = []
    for i in range(n):
        items.append(float(i))
    zs = [s] + items
    total = 0.0
    for z in zs:
        total = total + z * s
    cache = (s, zs)
    return total, cache


def beside_a_comprehension_backward(dtotal, cache):
    """Backward pass of beside_a_comprehension: ds, from dtotal."""
    s, zs = cache
    ds = 0.0
    dzs = [0.0] * len(zs)
    for i1 in reversed(range(len(zs))):
        z = zs[i1]
        # backprop total = total + z * s
        dz = s * dtotal
        ds += z * dtotal
        dzs[i1] = dz
    # backprop zs = [s] + items
    ds += dzs[0]
    return ds
