# arguments dicts: bs=[{"x": 1.2, "y": 0.7}, {"x": 0.3, "y": 0.4}], w=0.8
# arguments pairs_of_arrays: bs=[([1.0, 2.0], [0.3, 0.4]), ([0.7, 0.2], [0.1, 0.9])], w=0.8
# arguments kept_by_another_name: bs=[{"x": 1.2, "y": 0.7}, {"x": 0.3, "y": 0.4}], w=0.8
# arguments values_of_a_dict: bs={"a": {"x": 1.2, "y": 0.7}, "b": {"x": 0.3, "y": 0.4}}, w=0.8
# first order only dicts: zeros of what may be None
# first order only pairs_of_arrays: an item of a tuple is written
# first order only kept_by_another_name: zeros of what may be None
# first order only values_of_a_dict: zeros of what may be None
import numpy as np


def dicts(bs, w):
    loss = 0.0
    for batch in bs:
        loss = loss + batch["x"] * w
    return loss * batch["y"]


def pairs_of_arrays(bs, w):
    loss = 0.0
    for p in bs:
        loss = loss + np.sum(np.asarray(p[0])) * w
    return loss * np.sum(np.asarray(p[1]))


def kept_by_another_name(bs, w):
    loss = w
    for batch in bs:
        if batch["x"] > 0.5:
            best = batch
        loss = loss + batch["x"] * w
    return loss * best["y"] * batch["y"]


def values_of_a_dict(bs, w):
    loss = 0.0
    for _, batch in bs.items():
        loss = loss + batch["x"] * w
    return loss * batch["y"]


# output
"""Forward and backward passes of nests_that_loops_give_read_behind_them.py: do not
edit.

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


def dicts_forward(bs, w):
    """Forward pass of dicts: out and the cache (references, not copies)."""
    loss = 0.0
    loss_before = []
    for batch in bs:
        loss_before.append(loss)
        loss = loss + batch["x"] * w
    out = loss * batch["y"]
    cache = (bs, w, loss_before, batch, loss)
    return out, cache


def dicts_backward(dout, cache):
    """Backward pass of dicts: dbs and dw, from dout."""
    bs, w, loss_before, batch, loss = cache
    # backprop out = loss * batch["y"]
    dloss = unbroadcast(batch["y"] * dout, loss)
    dbatch = zeros_of(batch)
    dbatch["y"] = unbroadcast(loss * dout, batch["y"])
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dbs = zeros_of(bs)
    for i in reversed(range(len(bs))):
        loss = loss_before[i]
        batch = bs[i]
        dbatch = zeros_of(batch) if dbatch is None else dbatch
        # backprop loss = loss + batch["x"] * w
        dbatch["x"] += unbroadcast(w * dloss, batch["x"])
        dw += unbroadcast(batch["x"] * dloss, w)
        dloss = unbroadcast(dloss, loss)
        dbs[i] = dbatch
        dbatch = None
    return dbs, dw


def pairs_of_arrays_forward(bs, w):
    """Forward pass of pairs_of_arrays: out and the cache (references, not copies)."""
    loss = 0.0
    steps = []
    for p in bs:
        loss_before = loss
        sum_in = np.asarray(p[0])
        sum_asarray_p_0 = np.sum(sum_in)
        loss = loss + sum_asarray_p_0 * w
        steps.append((loss_before, sum_in, sum_asarray_p_0))
    out_sum_in = np.asarray(p[1])
    sum_asarray_p_1 = np.sum(out_sum_in)
    out = loss * sum_asarray_p_1
    cache = (bs, w, steps, p, loss, out_sum_in, sum_asarray_p_1)
    return out, cache


def pairs_of_arrays_backward(dout, cache):
    """Backward pass of pairs_of_arrays: dbs and dw, from dout."""
    bs, w, steps, p, loss, out_sum_in, sum_asarray_p_1 = cache
    # backprop out = loss * sum_asarray_p_1
    dloss = sum_asarray_p_1 * dout
    dsum_asarray_p_1 = np.sum(loss * dout)
    # backprop sum_asarray_p_1 = np.sum(out_sum_in)
    dout_sum_in = np.ones_like(out_sum_in) * dsum_asarray_p_1
    # backprop out_sum_in = np.asarray(p[1])
    dp = zeros_of(p)
    dp[1] += dout_sum_in
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dbs = zeros_of(bs)
    for i in reversed(range(len(bs))):
        loss_before, sum_in, sum_asarray_p_0 = steps[i]
        p = bs[i]
        dp = zeros_of(p) if dp is None else dp
        # backprop loss = loss + sum_asarray_p_0 * w
        dsum_asarray_p_0 = np.sum(w * dloss)
        dw += unbroadcast(sum_asarray_p_0 * dloss, w)
        dloss = unbroadcast(dloss, loss_before)
        # backprop sum_asarray_p_0 = np.sum(sum_in)
        dsum_in = np.ones_like(sum_in) * dsum_asarray_p_0
        # backprop sum_in = np.asarray(p[0])
        dp[0] += dsum_in
        dbs[i] = dp
        dp = None
    return dbs, dw


def kept_by_another_name_forward(bs, w):
    """Forward pass of kept_by_another_name.

    Gives out and the cache (references, not copies).
    """
    loss = w
    best = None
    steps = []
    for batch in bs:
        best_before = best
        loss_before = loss
        x_gt_half = batch["x"] > 0.5
        if x_gt_half:
            best = batch
        loss = loss + batch["x"] * w
        steps.append((best_before, loss_before, x_gt_half))
    loss_times_y = loss * best["y"]
    out = loss_times_y * batch["y"]
    cache = (bs, w, steps, batch, best, loss, loss_times_y)
    return out, cache


def kept_by_another_name_backward(dout, cache):
    """Backward pass of kept_by_another_name: dbs and dw, from dout."""
    bs, w, steps, batch, best, loss, loss_times_y = cache
    # backprop out = loss_times_y * batch["y"]
    dloss_times_y = unbroadcast(batch["y"] * dout, loss_times_y)
    dbatch = zeros_of(batch)
    dbatch["y"] = unbroadcast(loss_times_y * dout, batch["y"])
    # backprop loss_times_y = loss * best["y"]
    dloss = unbroadcast(best["y"] * dloss_times_y, loss)
    dbest = zeros_of(best)
    dbest["y"] = unbroadcast(loss * dloss_times_y, best["y"])
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dbs = zeros_of(bs)
    for i in reversed(range(len(bs))):
        best_before, loss_before, x_gt_half = steps[i]
        batch = bs[i]
        dbatch = zeros_of(batch) if dbatch is None else dbatch
        # backprop loss = loss + batch["x"] * w
        dbatch["x"] += unbroadcast(w * dloss, batch["x"])
        dw += unbroadcast(batch["x"] * dloss, w)
        dloss = unbroadcast(dloss, loss_before)
        if x_gt_half:
            # backprop best = batch
            dbatch = added(dbatch, dbest)
            dbest = zeros_of(best_before)
        dbs[i] = dbatch
        dbatch = None
    # backprop loss = w
    dw += dloss
    return dbs, dw


def values_of_a_dict_forward(bs, w):
    """Forward pass of values_of_a_dict: out and the cache (references, not copies)."""
    loss = 0.0
    keys = list(bs)
    bs_values = [bs[key] for key in keys]
    loss_before = []
    for batch in bs_values:
        loss_before.append(loss)
        loss = loss + batch["x"] * w
    out = loss * batch["y"]
    cache = (w, keys, bs_values, loss_before, batch, loss)
    return out, cache


def values_of_a_dict_backward(dout, cache):
    """Backward pass of values_of_a_dict: dbs and dw, from dout."""
    w, keys, bs_values, loss_before, batch, loss = cache
    # backprop out = loss * batch["y"]
    dloss = unbroadcast(batch["y"] * dout, loss)
    dbatch = zeros_of(batch)
    dbatch["y"] = unbroadcast(loss * dout, batch["y"])
    dw = np.zeros_like(w, dtype=np.result_type(w, 1.0))
    dbs_values = [None] * len(bs_values)
    for i in reversed(range(len(bs_values))):
        loss = loss_before[i]
        batch = bs_values[i]
        dbatch = zeros_of(batch) if dbatch is None else dbatch
        # backprop loss = loss + batch["x"] * w
        dbatch["x"] += unbroadcast(w * dloss, batch["x"])
        dw += unbroadcast(batch["x"] * dloss, w)
        dloss = unbroadcast(dloss, loss)
        dbs_values[i] = dbatch
        dbatch = None
    # backprop bs_values = [bs[key] for key in keys]
    dbs = dict(zip(keys, dbs_values))
    return dbs, dw
