# arguments carried: xs=[(2,), (2,), (2,)]
# arguments swapped: xs=[(2,), (2,)]
# arguments shifted: xs=[0.5, 0.7, 1.2], n=2
# arguments taken_out: xs=[(2,), (2,)]
# arguments until: xs=[(2,), (2,), (2,)]
# arguments gone_over_later: x=(3,)
# first order only gone_over_later: what is in cache is not known
# first order only carried: this writes into memory that steps may name too
# first order only shifted: this writes into memory that steps may name too
import numpy as np


def carried(xs: list[np.ndarray]):
    for i, x in enumerate(xs):
        if i + 1 < len(xs):
            xs[i + 1] = xs[i + 1] + 0.1 * x
            xs[i] = x - 0.1 * x * x
    return xs[0] + xs[1] * xs[2]


def swapped(xs: list[np.ndarray]):
    a = xs[0]
    xs[0] = xs[1]
    xs[1] = a
    return xs[0] * a * a + xs[1]


def shifted(xs: list, n: int):
    for _ in range(n):
        last = xs[-1]
        for i in range(len(xs) - 1, 0, -1):
            xs[i] = xs[i - 1]
        xs[0] = last * last
    return xs[0] * xs[1] * last


def taken_out(xs: list[np.ndarray]):
    last = xs.pop()
    xs[0] = xs[0] * last
    xs.append(last * xs[0])
    return xs[0] * xs[1] * last


def until(xs: list[np.ndarray]):
    before = xs[0]
    for i, x in enumerate(xs):
        xs[i] = x * before
        if np.sum(x) > 100.0:
            break
        before = x
    return xs[1] * before


def gone_over_later(x: "N"):
    xs = [x[0]]
    for k in range(2):
        xs.append(x[k] * x[k])
        for z in xs:
            s = z * 2.0
    return s * z


# output
"""Forward and backward passes of items_replaced_behind_their_names.py: do not edit.

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


def carried_forward(xs: list[np.ndarray]):
    """Forward pass of carried: out and the cache (references, not copies)."""
    xs_before = copy_of(xs)
    steps = []
    for i in range(len(xs)):
        x = xs[i]
        x_before = copy_of(x)
        xs_part = None
        xs_sum = None
        xs_product = None
        xs_i = None
        xs_test = i + 1 < len(xs)
        if xs_test:
            xs_part = xs[i + 1]
            xs_sum = xs_part + 0.1 * x
            xs[i + 1] = xs_sum
            xs_product = 0.1 * x
            xs_product1 = xs_product * x
            xs_diff = x - xs_product1
            xs_i = copy_of(xs[i])
            xs[i] = xs_diff
        steps.append((x_before, xs_test, xs_part, xs_sum, xs_product, xs_i))
    out = xs[0] + xs[1] * xs[2]
    cache = (xs_before, steps, xs)
    return out, cache


def carried_backward(dout, dxs, cache):
    """Backward pass of carried: dxs, from dout and dxs."""
    xs_before, steps, xs = cache
    # backprop out = xs[0] + xs[1] * xs[2]
    dxs = copy_of(dxs)
    dxs[0] += unbroadcast(dout, xs[0])
    dxs[1] += unbroadcast(xs[2] * dout, xs[1])
    dxs[2] += unbroadcast(xs[1] * dout, xs[2])
    for i in reversed(range(len(xs_before))):
        x_before, xs_test, xs_part, xs_sum, xs_product, xs_i = steps[i]
        dx = np.zeros_like(x_before, dtype=np.result_type(x_before, 1.0))
        if xs_test:
            # backprop xs[i] = xs_diff
            dxs_diff = 1 * unbroadcast(dxs[i], x_before)
            dxs[i] = zeros_of(xs_i)
            # backprop xs_diff = x - xs_product1
            dx = dxs_diff
            dxs_product1 = -dxs_diff
            # backprop xs_product1 = xs_product * x
            dxs_product = x_before * dxs_product1
            dx += xs_product * dxs_product1
            # backprop xs_product = 0.1 * x
            dx += 0.1 * dxs_product
            # backprop xs[i + 1] = xs_sum
            dxs_sum = unbroadcast(dxs[i + 1], xs_sum)
            # backprop xs_sum = xs_part + 0.1 * x
            dxs_part = unbroadcast(dxs_sum, xs_part)
            dx += unbroadcast(0.1 * dxs_sum, x_before)
            # backprop xs_part = xs[i + 1]
            dxs[i + 1] = dxs_part
        # backprop x = xs[i]
        dxs[i] += dx
    return dxs


def swapped_forward(xs: list[np.ndarray]):
    """Forward pass of swapped: out and the cache (references, not copies)."""
    a = xs[0]
    a_before = a.copy()
    xs_1 = xs[1]
    xs_0 = xs[0]
    xs[0] = xs_1
    xs_xs_1 = copy_of(xs[1])
    xs[1] = a
    xs_0_times_a = xs[0] * a
    out = xs_0_times_a * a + xs[1]
    cache = (a_before, xs_1, xs_0, xs_xs_1, xs, xs_0_times_a)
    return out, cache


def swapped_backward(dout, dxs, cache):
    """Backward pass of swapped: dxs, from dout and dxs."""
    a_before, xs_1, xs_0, xs_xs_1, xs, xs_0_times_a = cache
    # backprop out = xs_0_times_a * a + xs[1]
    dxs_0_times_a = unbroadcast(a_before * dout, xs_0_times_a)
    da = unbroadcast(xs_0_times_a * dout, a_before)
    dxs = copy_of(dxs)
    dxs[1] += unbroadcast(dout, xs[1])
    # backprop xs_0_times_a = xs[0] * a
    dxs[0] += unbroadcast(a_before * dxs_0_times_a, xs[0])
    da += unbroadcast(xs[0] * dxs_0_times_a, a_before)
    # backprop xs[1] = a
    da += unbroadcast(dxs[1], a_before)
    dxs[1] = zeros_of(xs_xs_1)
    # backprop xs[0] = xs_1
    dxs_1 = 1 * unbroadcast(dxs[0], xs_1)
    dxs[0] = np.zeros_like(xs_0, dtype=np.result_type(xs_0, 1.0))
    # backprop xs_1 = xs[1]
    dxs[1] += dxs_1
    # backprop a = xs[0]
    dxs[0] += da
    return dxs


def shifted_forward(xs: list, n: int):
    """Forward pass of shifted: out and the cache (references, not copies)."""
    steps = []
    for _ in range(n):
        xs_before = copy_of(xs)
        last = xs[-1]
        last_before = copy_of(last)
        steps1 = []
        for i in range(len(xs) - 1, 0, -1):
            xs_part = xs[i - 1]
            xs_i = copy_of(xs[i])
            xs[i] = xs_part
            steps1.append((xs_part, xs_i))
        xs_0 = copy_of(xs[0])
        xs[0] = last * last
        steps.append((xs_before, last_before, steps1, xs_0))
    xs_0_times_xs_1 = xs[0] * xs[1]
    out = xs_0_times_xs_1 * last
    cache = (steps, last, xs, xs_0_times_xs_1)
    return out, cache


def shifted_backward(dout, dxs, cache):
    """Backward pass of shifted: dxs, from dout and dxs."""
    steps, last, xs, xs_0_times_xs_1 = cache
    # backprop out = xs_0_times_xs_1 * last
    dxs_0_times_xs_1 = unbroadcast(last * dout, xs_0_times_xs_1)
    dlast = unbroadcast(xs_0_times_xs_1 * dout, last)
    # backprop xs_0_times_xs_1 = xs[0] * xs[1]
    dxs = copy_of(dxs)
    dxs[0] += unbroadcast(xs[1] * dxs_0_times_xs_1, xs[0])
    dxs[1] += unbroadcast(xs[0] * dxs_0_times_xs_1, xs[1])
    for xs_before, last_before, steps1, xs_0 in reversed(steps):
        dlast = unbroadcast(dlast, last_before)
        # backprop xs[0] = last * last
        dlast += (2 * last_before) * unbroadcast(dxs[0], last_before)
        dxs[0] = zeros_of(xs_0)
        for i, (xs_part, xs_i) in zip(
            reversed(range(len(xs_before) - 1, 0, -1)), reversed(steps1)
        ):
            # backprop xs[i] = xs_part
            dxs_part = 1 * unbroadcast(dxs[i], xs_part)
            dxs[i] = zeros_of(xs_i)
            # backprop xs_part = xs[i - 1]
            dxs[i - 1] = added(dxs[i - 1], dxs_part)
        # backprop last = xs[-1]
        dxs[-1] += dlast
        dlast = 0.0
    return dxs


def taken_out_forward(xs: list[np.ndarray]):
    """Forward pass of taken_out: out and the cache (references, not copies)."""
    last = xs[-1]
    last_before = last.copy()
    xs.pop()
    xs_0 = xs[0].copy()
    xs_0_times_last = xs_0 * last
    xs[0] = xs_0_times_last
    xs_xs_01 = xs[0]
    last_times_xs_0 = last * xs_xs_01
    xs.append(last_times_xs_0)
    xs_0_times_xs_1 = xs[0] * xs[1]
    out = xs_0_times_xs_1 * last
    cache = (
        last_before,
        xs_0,
        xs_0_times_last,
        xs_xs_01,
        last_times_xs_0,
        xs,
        xs_0_times_xs_1,
    )
    return out, cache


def taken_out_backward(dout, dxs, cache):
    """Backward pass of taken_out: dxs, from dout and dxs."""
    (
        last_before,
        xs_0,
        xs_0_times_last,
        xs_xs_01,
        last_times_xs_0,
        xs,
        xs_0_times_xs_1,
    ) = cache
    # backprop out = xs_0_times_xs_1 * last
    dxs_0_times_xs_1 = unbroadcast(last_before * dout, xs_0_times_xs_1)
    dlast = unbroadcast(xs_0_times_xs_1 * dout, last_before)
    # backprop xs_0_times_xs_1 = xs[0] * xs[1]
    dxs = copy_of(dxs)
    dxs[0] += unbroadcast(xs[1] * dxs_0_times_xs_1, xs[0])
    dxs[1] += unbroadcast(xs[0] * dxs_0_times_xs_1, xs[1])
    # backprop xs.append(last_times_xs_0)
    dlast_times_xs_0 = unbroadcast(dxs.pop(), last_times_xs_0)
    # backprop last_times_xs_0 = last * xs_xs_01
    dlast += unbroadcast(xs_xs_01 * dlast_times_xs_0, last_before)
    dxs_xs_01 = unbroadcast(last_before * dlast_times_xs_0, xs_xs_01)
    # backprop xs_xs_01 = xs[0]
    dxs[0] += dxs_xs_01
    # backprop xs[0] = xs_0_times_last
    dxs_0_times_last = unbroadcast(dxs[0], xs_0_times_last)
    # backprop xs_0_times_last = xs_0 * last
    dxs_0 = unbroadcast(last_before * dxs_0_times_last, xs_0)
    dlast += unbroadcast(xs_0 * dxs_0_times_last, last_before)
    # backprop xs_0 = xs[0].copy()
    dxs[0] = dxs_0
    # backprop last = xs[-1]
    dxs.append(dlast)
    return dxs


def until_forward(xs: list[np.ndarray]):
    """Forward pass of until: out and the cache (references, not copies)."""
    xs_before = copy_of(xs)
    before = xs[0]
    steps = []
    for i, x in enumerate(xs):
        before_before = copy_of(before)
        stopped = False
        x_times_before = x * before
        xs[i] = x_times_before
        before_test = np.sum(x) > 100.0
        if before_test:
            stopped = True
        else:
            before = x
        steps.append((before_before, x_times_before, before_test))
        if stopped:
            break
    out = xs[1] * before
    cache = (xs_before, steps, xs, before)
    return out, cache


def until_backward(dout, dxs, cache):
    """Backward pass of until: dxs, from dout and dxs."""
    xs_before, steps, xs, before = cache
    # backprop out = xs[1] * before
    dxs = copy_of(dxs)
    dxs[1] += unbroadcast(before * dout, xs[1])
    dbefore = unbroadcast(xs[1] * dout, before)
    for i in reversed(range(len(steps))):
        before_before, x_times_before, before_test = steps[i]
        x_before = xs_before[i]
        dx = np.zeros_like(x_before, dtype=np.result_type(x_before, 1.0))
        if not before_test:
            # backprop before = x
            dx = dbefore
            dbefore = np.zeros_like(
                before_before, dtype=np.result_type(before_before, 1.0)
            )
        # backprop xs[i] = x_times_before
        dx_times_before = unbroadcast(dxs[i], x_times_before)
        # backprop x_times_before = x * before
        dx += unbroadcast(before_before * dx_times_before, x_before)
        dbefore += unbroadcast(x_before * dx_times_before, before_before)
        dxs[i] = copy_of(dx)
    # backprop before = xs[0]
    dxs[0] += dbefore
    return dxs


def gone_over_later_forward(x: "N"):
    """Forward pass of gone_over_later: out and the cache (references, not copies)."""
    xs = [x[0]]
    steps = []
    for k in range(2):
        xs.append(x[k] * x[k])
        xs_before = copy_of(xs)
        for z in xs:
            s = z * 2.0
        steps.append(xs_before)
    out = s * z
    cache = (x, steps, xs, z, s)
    return out, cache


def gone_over_later_backward(dout, cache):
    """Backward pass of gone_over_later: dx (N,), from dout."""
    x, steps, xs, z, s = cache
    # backprop out = s * z
    ds = z * dout
    dz = s * dout
    dxs = zeros_of(xs)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(2)):
        xs_before = steps[k]
        for i in reversed(range(len(xs_before))):
            # backprop s = z * 2.0
            dz += 2.0 * ds
            dxs[i] += dz
            dz = 0.0
            ds = 0.0
        # backprop xs.append(x[k] * x[k])
        dx[k] = (2 * x[k]) * dxs.pop()
    # backprop xs = [x[0]]
    dx[0] += dxs[0]
    return dx
