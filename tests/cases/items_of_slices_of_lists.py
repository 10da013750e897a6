# arguments: xs=[0.4, 1.2, 0.7, 0.9], a=1.3
# arguments neighbours: xs=[0.4, 1.2, 0.7, 0.9]
# arguments from_the_end: xs=[0.4, 1.2, 0.7, 0.9], k=2
# arguments triangle: xs=[0.4, 1.2, 0.7, 0.9]
# arguments layers: ws=[(3, 3), (3, 3), (3, 3)], x=(3,)
# arguments pairs: points=[(0.4, 1.2), (0.7, 0.9), (1.1, 0.3)]
# arguments by_number: xs=[0.4, 1.2, 0.7, 0.9], n=3
# arguments not_annotated: xs=[0.4, 1.2, 0.7, 0.9]
# arguments nothing_left: xs=[0.4]
# first order only not_annotated: the cache may hold a list, and is taken for an array
# first order only f: an item of the gradient may be a list
# first order only pairs: zeros of a list of tuples have no gate
# names matter: a loop of ours takes the name i where it is free
import numpy as np


def neighbours(xs: list[float]):
    s = 0.0
    for i, (a, b) in enumerate(zip(xs[:-1], xs[1:])):
        s += a * b * i
    return s


def from_the_end(xs: list[float], k: int):
    s = 0.0
    for v in xs[::-1]:
        s = s * 0.5 + v
    for v in xs[-k:]:
        s = s * v
    return s


def triangle(xs: list[float]):
    s = 0.0
    for i, v in enumerate(xs):
        for u in xs[i + 1 :]:
            s += u * v * v
    return s


def layers(ws: list["D D"], x: "D"):
    h = x
    for w in ws[:-1]:
        h = np.tanh(w @ h)
    for w in reversed(ws[1:]):
        h = h * (w @ h)
    return np.sum(ws[-1] @ h)


def pairs(points: list[tuple[float, float]]):
    s = 0.0
    for a, b in points[1:]:
        s += a * b
    return s


def by_number(xs: list[float], n: int):
    first, second = xs[1:3]
    s = first * second**2
    for i in range(n):
        s += xs[1:][i] if i > 0 else xs[:2][-1] * xs[n - 1 :][1:][0]
    return s


def not_annotated(xs):
    s = xs[0]
    for v in xs[1:]:
        s = s * v + v
    return s


def nothing_left(xs: list[float]):
    s = 2.0 * xs[0]
    for v in xs[1:]:
        s *= v
    return s


def f(xs: list[float], a: float):
    ys = [a * v * v for v in xs]
    s = 0.0
    for v in ys[-2:]:
        s += v * v
    ys.append(s)
    return sum(v * u for v, u in zip(ys[1:], ys)) + sum(ys)


# output
"""Forward and backward passes of items_of_slices_of_lists.py: do not edit.

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


def matmul_dx(dz, x, y):
    """The gradient on x of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dx = np.expand_dims(dz, -1) * y
    elif np.ndim(x) == 1:
        dx = (y @ np.expand_dims(dz, -1))[..., 0]
    else:
        dx = dz @ np.swapaxes(y, -1, -2)
    return unbroadcast(dx, x)


def matmul_dy(dz, x, y):
    """The gradient on y of z = x @ y, whatever the ranks."""
    if np.ndim(y) == 1:
        dy = np.expand_dims(dz, -1) * x
    elif np.ndim(x) == 1:
        dy = np.expand_dims(x, -1) * np.expand_dims(dz, -2)
    else:
        dy = np.swapaxes(x, -1, -2) @ dz
    return unbroadcast(dy, y)


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


def neighbours_forward(xs: list[float]):
    """Forward pass of neighbours: s and the cache (references, not copies)."""
    s = 0.0
    for i, (a, b) in enumerate(zip(xs[:-1], xs[1:])):
        a_times_b = a * b
        s += a_times_b * i
    cache = (xs,)
    return s, cache


def neighbours_backward(ds, cache):
    """Backward pass of neighbours: dxs, from ds."""
    (xs,) = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(min(len(xs[:-1]), len(xs[1:])))):
        a = xs[:-1][i]
        b = xs[1:][i]
        # backprop s += a_times_b * i
        da_times_b = i * ds
        # backprop a_times_b = a * b
        da = b * da_times_b
        db = a * da_times_b
        dxs[i + 1] += db
        dxs[i] += da
    return dxs


def from_the_end_forward(xs: list[float], k: int):
    """Forward pass of from_the_end: s and the cache (references, not copies)."""
    s = 0.0
    for v in xs[::-1]:
        s = s * 0.5 + v
    s_before = []
    for v in xs[-k:]:
        s_before.append(s)
        s = s * v
    cache = (xs, k, s_before)
    return s, cache


def from_the_end_backward(ds, cache):
    """Backward pass of from_the_end: dxs, from ds."""
    xs, k, s_before = cache
    dxs = [0.0] * len(xs)
    for i1 in reversed(range(len(xs[-k:]))):
        s = s_before[i1]
        v = xs[-k:][i1]
        # backprop s = s * v
        dv = s * ds
        ds = v * ds
        dxs[range(len(dxs))[-k:][i1]] += dv
    for i in reversed(range(len(xs[::-1]))):
        # backprop s = s * 0.5 + v
        dv = ds
        ds = 0.5 * ds
        dxs[range(len(dxs))[::-1][i]] += dv
    return dxs


def triangle_forward(xs: list[float]):
    """Forward pass of triangle: s and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for i, v in enumerate(xs):
        steps1 = []
        for u in xs[i + 1 :]:
            u_times_v = u * v
            s += u_times_v * v
            steps1.append(u_times_v)
        steps.append(steps1)
    cache = (xs, steps)
    return s, cache


def triangle_backward(ds, cache):
    """Backward pass of triangle: dxs, from ds."""
    xs, steps = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        steps1 = steps[i]
        v = xs[i]
        dv = 0.0
        for i1 in reversed(range(len(xs[i + 1 :]))):
            u_times_v = steps1[i1]
            u = xs[i + 1 :][i1]
            # backprop s += u_times_v * v
            du_times_v = v * ds
            dv += u_times_v * ds
            # backprop u_times_v = u * v
            du = v * du_times_v
            dv += u * du_times_v
            dxs[range(len(dxs))[i + 1 :][i1]] += du
        dxs[i] += dv
    return dxs


def layers_forward(ws: list["D D"], x: "D"):
    """Forward pass of layers: out and the cache (references, not copies)."""
    h = x
    steps = []
    for w in ws[:-1]:
        h_before1 = h
        tanh_in = w @ h
        h = np.tanh(tanh_in)
        steps.append((h_before1, h))
    steps1 = []
    for w in reversed(ws[1:]):
        h_before = h
        w_at_h = w @ h
        h = h * w_at_h
        steps1.append((h_before, w_at_h))
    sum_in = ws[-1] @ h
    out = np.sum(sum_in)
    cache = (ws, steps, steps1, h, sum_in)
    return out, cache


def layers_backward(dout, cache):
    """Backward pass of layers: dws and dx (D,), from dout."""
    ws, steps, steps1, h, sum_in = cache
    # backprop out = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dout
    # backprop sum_in = ws[-1] @ h
    dws = zeros_of(ws)
    dws[-1] += matmul_dx(dsum_in, ws[-1], h)
    dh = matmul_dy(dsum_in, ws[-1], h)
    for i1, (h_before, w_at_h) in zip(range(len(ws[1:])), reversed(steps1)):
        w = ws[1:][i1]
        # backprop h = h * w_at_h
        dw_at_h = unbroadcast(h_before * dh, w_at_h)
        dh = unbroadcast(w_at_h * dh, h_before)
        # backprop w_at_h = w @ h
        dw = matmul_dx(dw_at_h, w, h_before)
        dh += matmul_dy(dw_at_h, w, h_before)
        dws[i1 + 1] += dw
    for i in reversed(range(len(ws[:-1]))):
        h_before1, h = steps[i]
        w = ws[:-1][i]
        # backprop h = np.tanh(tanh_in)
        dtanh_in = (1 - h**2) * dh
        # backprop tanh_in = w @ h
        dw = matmul_dx(dtanh_in, w, h_before1)
        dh = matmul_dy(dtanh_in, w, h_before1)
        dws[i] += dw
    # backprop h = x
    dx = dh
    return dws, dx


def pairs_forward(points: list[tuple[float, float]]):
    """Forward pass of pairs: s and the cache (references, not copies)."""
    s = 0.0
    for a, b in points[1:]:
        s += a * b
    cache = (points,)
    return s, cache


def pairs_backward(ds, cache):
    """Backward pass of pairs: dpoints, from ds."""
    (points,) = cache
    dpoints = zeros_of(points)
    for i in reversed(range(len(points[1:]))):
        a, b = points[1:][i]
        # backprop s += a * b
        da = b * ds
        db = a * ds
        dpoints[i + 1][1] += db
        dpoints[i + 1][0] += da
    return dpoints


def by_number_forward(xs: list[float], n: int):
    """Forward pass of by_number: s and the cache (references, not copies)."""
    first, second = xs[1:3]
    second_sqr = second**2
    s = first * second_sqr
    for i in range(n):
        if i > 0:
            s += xs[1:][i]
        else:
            s += xs[:2][-1] * xs[n - 1 :][1:][0]
    cache = (xs, n, first, second, second_sqr)
    return s, cache


def by_number_backward(ds, cache):
    """Backward pass of by_number: dxs, from ds."""
    xs, n, first, second, second_sqr = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(n)):
        if i > 0:
            # backprop s += xs[1:][i]
            dxs[range(len(dxs))[1:][i]] += ds
        else:
            # backprop s += xs[:2][-1] * xs[n - 1:][1:][0]
            dxs[range(len(dxs))[:2][-1]] += xs[n - 1 :][1:][0] * ds
            dxs[range(len(dxs))[n - 1 :][1:][0]] += xs[:2][-1] * ds
    # backprop s = first * second_sqr
    dfirst = second_sqr * ds
    dsecond_sqr = first * ds
    # backprop second_sqr = second**2
    dsecond = (2 * second) * dsecond_sqr
    # backprop first, second = xs[1:3]
    dxs[2] += dsecond
    dxs[1] += dfirst
    return dxs


def not_annotated_forward(xs):
    """Forward pass of not_annotated: s and the cache (references, not copies)."""
    s = xs[0]
    s_before = []
    for v in xs[1:]:
        s_before.append(s)
        s = s * v + v
    cache = (xs, s_before)
    return s, cache


def not_annotated_backward(ds, cache):
    """Backward pass of not_annotated: dxs, from ds."""
    xs, s_before = cache
    dxs = zeros_of(xs)
    for i in reversed(range(len(xs[1:]))):
        s = s_before[i]
        v = xs[1:][i]
        # backprop s = s * v + v
        dv = unbroadcast(s * ds, v)
        dv += unbroadcast(ds, v)
        ds = unbroadcast(v * ds, s)
        dxs[i + 1] += dv
    # backprop s = xs[0]
    dxs[0] = added(dxs[0], ds)
    return dxs


def nothing_left_forward(xs: list[float]):
    """Forward pass of nothing_left: s and the cache (references, not copies)."""
    s = 2.0 * xs[0]
    s_before = []
    for v in xs[1:]:
        s_before.append(s)
        s *= v
    cache = (xs, s_before)
    return s, cache


def nothing_left_backward(ds, cache):
    """Backward pass of nothing_left: dxs, from ds."""
    xs, s_before = cache
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs[1:]))):
        s = s_before[i]
        v = xs[1:][i]
        # backprop s *= v
        dv = s * ds
        ds = v * ds
        dxs[i + 1] += dv
    # backprop s = 2.0 * xs[0]
    dxs[0] += 2.0 * ds
    return dxs


def f_forward(xs: list[float], a: float):
    """Forward pass of f: out and the cache (references, not copies)."""
    ys = []
    steps = []
    for v1 in xs:
        a_times_v1 = a * v1
        ys.append(a_times_v1 * v1)
        steps.append(a_times_v1)
    s = 0.0
    ys_part = ys[-2:]
    for v in ys_part:
        s += v * v
    ys.append(s)
    total = 0
    for v2, u in zip(ys[1:], ys):
        total += v2 * u
    out = total + sum(ys)
    cache = (xs, a, steps, ys_part, ys)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dxs and da, from dout."""
    xs, a, steps, ys_part, ys = cache
    # backprop out = total + sum(ys)
    dtotal = dout
    dys = [dout] * len(ys)
    for i2 in reversed(range(min(len(ys[1:]), len(ys)))):
        v2 = ys[1:][i2]
        u = ys[i2]
        # backprop total += v2 * u
        dv2 = u * dtotal
        du = v2 * dtotal
        dys[i2] += du
        dys[i2 + 1] += dv2
    # backprop ys.append(s)
    ds = dys.pop()
    for i1 in reversed(range(len(ys_part))):
        v = ys_part[i1]
        # backprop s += v * v
        dv = (2 * v) * ds
        dys[range(len(dys))[-2:][i1]] += dv
    da = 0.0
    dxs = [0.0] * len(xs)
    for i in reversed(range(len(xs))):
        a_times_v1 = steps[i]
        v1 = xs[i]
        # backprop ys.append(a_times_v1 * v1)
        dys_last = dys.pop()
        da_times_v1 = v1 * dys_last
        dv1 = a_times_v1 * dys_last
        # backprop a_times_v1 = a * v1
        da += v1 * da_times_v1
        dv1 += a * da_times_v1
        dxs[i] = dv1
    return dxs, da
