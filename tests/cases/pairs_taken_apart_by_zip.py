# arguments items: pairs=[(0.3, 0.4), (0.5, 0.6)]
# arguments as_arrays: pairs=[(0.3, 0.4), (0.5, 0.6)], a=0.7
# arguments gone_over: pairs=[(0.3, 0.4), (0.5, 0.6)], a=0.7
# arguments made_here: x=(3,), a=0.7
# first order only gone_over: an item of pairs is a list, a tuple or a dict, and its gradients may meet here
# names matter: a loop of ours takes the name i where it is free
import numpy as np


def items(pairs: list[tuple[float, float]]):
    us, vs = zip(*pairs)
    return us[0] * vs[1] + us[1]


def as_arrays(pairs: list[tuple[float, float]], a: float):
    us, vs = zip(*pairs)
    return np.array(us) * np.array(vs) * a


def gone_over(pairs: list[tuple[float, float]], a: float):
    us, vs = zip(*pairs)
    total = 0.0
    for u, v in zip(us, vs):
        total = total + u * v * a
    return total + sum(us)


def made_here(x: "3", a: float):
    pairs = []
    for i in range(3):
        pairs.append((x[i] * a, x[i] * x[i]))
    us, vs = zip(*pairs)
    return np.sum(np.array(us)) * vs[-1]


# output
"""Forward and backward passes of pairs_taken_apart_by_zip.py: do not edit.

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


def items_forward(pairs: list[tuple[float, float]]):
    """Forward pass of items: out and the cache (references, not copies)."""
    us = []
    vs = []
    for item, item1 in pairs:
        us.append(item)
        vs.append(item1)
    out = us[0] * vs[1] + us[1]
    cache = (pairs, us, vs)
    return out, cache


def items_backward(dout, cache):
    """Backward pass of items: dpairs, from dout."""
    pairs, us, vs = cache
    # backprop out = us[0] * vs[1] + us[1]
    dus = zeros_of(us)
    dus[0] = vs[1] * dout
    dvs = zeros_of(vs)
    dvs[1] = us[0] * dout
    dus[1] += dout
    dpairs = [None] * len(pairs)
    for i in reversed(range(len(pairs))):
        # backprop vs.append(item1)
        ditem1 = dvs.pop()
        # backprop us.append(item)
        ditem = dus.pop()
        dpairs[i] = ditem, ditem1
    return dpairs


def as_arrays_forward(pairs: list[tuple[float, float]], a: float):
    """Forward pass of as_arrays: out and the cache (references, not copies)."""
    us = []
    vs = []
    for item, item1 in pairs:
        us.append(item)
        vs.append(item1)
    array_us = np.array(us)
    array_vs = np.array(vs)
    array_us_times_array_vs = array_us * array_vs
    out = array_us_times_array_vs * a
    cache = (pairs, a, array_us, array_vs, array_us_times_array_vs)
    return out, cache


def as_arrays_backward(dout, cache):
    """Backward pass of as_arrays: dpairs and da, from dout."""
    pairs, a, array_us, array_vs, array_us_times_array_vs = cache
    # backprop out = array_us_times_array_vs * a
    darray_us_times_array_vs = a * dout
    da = array_us_times_array_vs @ dout
    # backprop array_us_times_array_vs = array_us * array_vs
    darray_us = unbroadcast(array_vs * darray_us_times_array_vs, array_us)
    darray_vs = unbroadcast(array_us * darray_us_times_array_vs, array_vs)
    # backprop array_vs = np.array(vs)
    dvs = list(darray_vs)
    # backprop array_us = np.array(us)
    dus = list(darray_us)
    dpairs = [None] * len(pairs)
    for i in reversed(range(len(pairs))):
        # backprop vs.append(item1)
        ditem1 = dvs.pop()
        # backprop us.append(item)
        ditem = dus.pop()
        dpairs[i] = ditem, ditem1
    return dpairs, da


def gone_over_forward(pairs: list[tuple[float, float]], a: float):
    """Forward pass of gone_over: out and the cache (references, not copies)."""
    us = []
    vs = []
    for item, item1 in pairs:
        us.append(item)
        vs.append(item1)
    total = 0.0
    steps = []
    for u, v in zip(us, vs):
        u_times_v = u * v
        total = total + u_times_v * a
        steps.append(u_times_v)
    out = total + sum(us)
    cache = (pairs, a, us, vs, steps)
    return out, cache


def gone_over_backward(dout, cache):
    """Backward pass of gone_over: dpairs and da, from dout."""
    pairs, a, us, vs, steps = cache
    # backprop out = total + sum(us)
    dtotal = dout
    dus = [dout] * len(us)
    da = 0.0
    dvs = zeros_of(vs)
    for i1 in reversed(range(min(len(us), len(vs)))):
        u_times_v = steps[i1]
        u = us[i1]
        v = vs[i1]
        # backprop total = total + u_times_v * a
        du_times_v = a * dtotal
        da += u_times_v * dtotal
        # backprop u_times_v = u * v
        du = v * du_times_v
        dv = u * du_times_v
        dvs[i1] = dv
        dus[i1] += du
    dpairs = [None] * len(pairs)
    for i in reversed(range(len(pairs))):
        # backprop vs.append(item1)
        ditem1 = dvs.pop()
        # backprop us.append(item)
        ditem = dus.pop()
        dpairs[i] = ditem, ditem1
    return dpairs, da


def made_here_forward(x: "3", a: float):
    """Forward pass of made_here: out and the cache (references, not copies)."""
    pairs = []
    for i in range(3):
        pairs.append((x[i] * a, x[i] * x[i]))
    us = []
    vs = []
    for item, item1 in pairs:
        us.append(item)
        vs.append(item1)
    sum_in = np.array(us)
    sum_array_us = np.sum(sum_in)
    out = sum_array_us * vs[-1]
    cache = (x, a, pairs, vs, sum_in, sum_array_us)
    return out, cache


def made_here_backward(dout, cache):
    """Backward pass of made_here: dx (3,) and da, from dout."""
    x, a, pairs, vs, sum_in, sum_array_us = cache
    # backprop out = sum_array_us * vs[-1]
    dsum_array_us = vs[-1] * dout
    dvs = zeros_of(vs)
    dvs[-1] = sum_array_us * dout
    # backprop sum_array_us = np.sum(sum_in)
    dsum_in = np.ones_like(sum_in) * dsum_array_us
    # backprop sum_in = np.array(us)
    dus = list(dsum_in)
    dpairs = [None] * len(pairs)
    for i1 in reversed(range(len(pairs))):
        # backprop vs.append(item1)
        ditem1 = dvs.pop()
        # backprop us.append(item)
        ditem = dus.pop()
        dpairs[i1] = ditem, ditem1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    da = 0.0
    for i in reversed(range(3)):
        # backprop pairs.append((x[i] * a, x[i] * x[i]))
        dpairs_last = dpairs.pop()
        dx[i] += a * dpairs_last[0]
        da += x[i] * dpairs_last[0]
        dx[i] += (2 * x[i]) * dpairs_last[1]
    return dx, da
