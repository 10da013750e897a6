# arguments moved: pos=(3, 2), vel=(3, 2)
# arguments weighted: A=(3, 2), w=(4,)
# arguments scaled: xs=[(2,), (2,)], ys=[0.5, 0.7]
import numpy as np


def moved(pos, vel):
    for k, p in enumerate(pos):
        vel[k] += 0.1 * p
    for p, v in zip(pos, vel):
        p += 0.1 * v


def weighted(A: "N M", w: "K"):
    s = 0.0
    for r in w:
        s = s + r * r
    for r in A:
        r *= s
    return A * s


def scaled(xs: list[np.ndarray], ys: list[float]):
    s = 0.0
    for x in ys:
        s += x * x
    for x in xs:
        x *= s
    return xs[0] * xs[1]


# output
"""Forward and backward passes of name_of_items_of_several_loops.py: do not edit.

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


def held_in(x):
    """The arrays, lists and dicts in a value, however deep."""
    if isinstance(x, np.ndarray):
        return [x]
    if not isinstance(x, (list, tuple, dict)):
        return []
    inside = [
        part
        for item in (x.values() if isinstance(x, dict) else x)
        for part in held_in(item)
    ]
    return inside if isinstance(x, tuple) else [x, *inside]


def overlap(*values):
    """Whether two arrays in these share memory, or two lists or dicts are one."""
    held = [part for x in values for part in held_in(x)]
    pairs = [(x, y) for k, x in enumerate(held) for y in held[:k]]
    arrays = [
        (x, y)
        for x, y in pairs
        if isinstance(x, np.ndarray) and isinstance(y, np.ndarray)
    ]
    return any(x is y for x, y in pairs) or any(
        np.shares_memory(x, y, max_work=100_000) for x, y in arrays
    )


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


def moved_forward(pos, vel):
    """Forward pass of moved: the cache (references, not copies)."""
    if overlap(vel, pos):
        raise ValueError("moved: values in vel and pos overlap")
    pos_before = pos.copy()
    for k, p in enumerate(pos):
        vel[k] += 0.1 * p
    steps = 0
    for i, v in zip(range(len(pos)), vel):
        pos[i, :] += 0.1 * v
        steps += 1
    cache = (pos_before, vel, steps)
    return cache


def moved_backward(dpos, dvel, cache):
    """Backward pass of moved: dpos and dvel, from dpos and dvel."""
    pos_before, vel, steps = cache
    dvel = copy_of(dvel)
    for i in reversed(range(steps)):
        v = vel[i]
        # backprop pos[i, :] += 0.1 * v
        dv = 0.1 * unbroadcast(dpos[i, :], v)
        dvel[i] += dv
    dpos = 1.0 * dpos
    for k in reversed(range(len(pos_before))):
        p = pos_before[k]
        # backprop vel[k] += 0.1 * p
        dp = 0.1 * unbroadcast(dvel[k], p)
        dpos[k] += dp
    return dpos, dvel


def weighted_forward(A: "N M", w: "K"):
    """Forward pass of weighted: out (N, M) and the cache (references, not copies)."""
    if np.shares_memory(A, w, max_work=100_000):
        raise ValueError("weighted: A and w overlap")
    s = 0.0
    for r in w:
        s = s + r * r
    steps = []
    for i in range(len(A)):
        A_i = A[i].copy()
        A[i] = A_i * s
        steps.append(A_i)
    out = A * s
    cache = (A, w, s, steps)
    return out, cache


def weighted_backward(dout, dA: "N M", cache):
    """Backward pass of weighted.

    Gives dA (N, M) and dw (K,), from dout (N, M) and dA (N, M).
    """
    A, w, s, steps = cache
    # backprop out = A * s
    dA = dA + s * dout
    ds = np.sum(A * dout)
    for i in reversed(range(len(A))):
        A_i = steps[i]
        # backprop A[i] = A_i * s
        dA_i = s * dA[i]
        ds += A_i @ dA[i]
        # backprop A_i = A[i].copy()
        dA[i] = dA_i
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    for i1 in reversed(range(len(w))):
        r = w[i1]
        # backprop s = s + r * r
        dr = (2 * r) * ds
        dw[i1] = dr
    return dA, dw


def scaled_forward(xs: list[np.ndarray], ys: list[float]):
    """Forward pass of scaled: out and the cache (references, not copies)."""
    if overlap(xs, ys):
        raise ValueError("scaled: values in xs and ys overlap")
    xs_before = copy_of(xs)
    s = 0.0
    for x in ys:
        s += x * x
    steps = []
    for i in range(len(xs)):
        xs_i = copy_of(xs[i])
        xs[i] *= s
        steps.append(xs_i)
    out = xs[0] * xs[1]
    cache = (xs_before, ys, s, steps, xs)
    return out, cache


def scaled_backward(dout, dxs, cache):
    """Backward pass of scaled: dxs and dys, from dout and dxs."""
    xs_before, ys, s, steps, xs = cache
    # backprop out = xs[0] * xs[1]
    dxs = copy_of(dxs)
    dxs[0] += unbroadcast(xs[1] * dout, xs[0])
    dxs[1] += unbroadcast(xs[0] * dout, xs[1])
    ds = 0.0
    for i in reversed(range(len(xs_before))):
        xs_i = steps[i]
        # backprop xs[i] *= s
        dxs_i = s * dxs[i]
        ds += np.sum(xs_i * dxs[i])
        # backprop xs_i = copy_of(xs[i])
        dxs[i] = dxs_i
    dys = [0.0] * len(ys)
    for i1 in reversed(range(len(ys))):
        x = ys[i1]
        # backprop s += x * x
        dx = (2 * x) * ds
        dys[i1] = dx
    return dxs, dys
