# arguments rebound: d={"u": (3,), "v": (3,)}, a=0.5
# arguments entries: d={"u": (3,), "v": (3,)}, a=0.5
# arguments another_key: d={"u": (3,), "v": (3,)}, x=(3,)
# arguments at_a_key: d={"u": (3,), "v": (3,)}, key="u", a=0.5
# arguments in_a_branch: d={"u": (3,), "v": (3,)}, a=0.5
# arguments numbers: d={"u": 1.5, "v": 0.5}, a=0.5
# arguments turned: d={"u": (3,), "v": (3,)}, x=(3,)
# arguments inner: d={"l1": {"W": (3,), "b": (3,)}, "l2": {"W": (3,), "b": (1,)}}, a=0.5
# arguments at_numbers: d={-1: (3,), 0: (3,), 1: (3,)}, a=0.5
# first order only: a dict that is written into is kept in a cache
import numpy as np


def rebound(d: dict[str, np.ndarray], a: float):
    d["u"] = d["u"] * a
    return d["u"] * d["v"]


def entries(d: dict[str, np.ndarray], a: float):
    d["u"][0] = a * d["v"][1]
    d["v"] += a * d["u"]
    for t in range(2):
        d["u"][t + 1] *= d["v"][t]
    return d["u"] * d["v"]


def another_key(d: dict[str, np.ndarray], x):
    d["w"] = d["v"] * x
    d["v"] = d["w"] * d["u"][0]
    return d


def at_a_key(d: dict[str, np.ndarray], key: str, a: float):
    d[key] = d[key] ** 2 * a
    return d["u"] * d["v"]


def in_a_branch(d: dict[str, np.ndarray], a: float):
    if a > 1:
        d["u"] = d["u"] * a
        return d["u"]
    d["v"] *= a
    return d["u"] * d["v"]


def numbers(d: dict[str, float], a: float):
    d["u"] += a
    d["v"] = d["u"] ** 2 * d["v"]
    return d["u"] * d["v"]


def turned(d: dict[str, np.ndarray], x: "N"):
    d["u"], d["v"] = d["v"], d["u"] * x
    return d["u"] ** 2 * d["v"]


def inner(d: dict, a: float):
    d["l1"]["W"] -= a * d["l2"]["W"]
    d["l1"]["b"] = d["l1"]["b"] * a
    return d["l1"]["W"] * d["l1"]["b"] * d["l2"]["b"]


def at_numbers(d: dict[int, np.ndarray], a: float):
    d[-1] = d[-1] * a + d[1]
    d[1] = d[0] * d[1] * d[-1]
    return d[1] * d[-1]


# output
"""Forward and backward passes of dict_argument_written_into.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def rebound_forward(d: dict[str, np.ndarray], a: float):
    """Forward pass of rebound: out and the cache (references, not copies)."""
    u = d["u"].copy()
    d["u"] = u * a
    out = d["u"] * d["v"]
    cache = (a, u, d)
    return out, cache


def rebound_backward(dout, dd, cache):
    """Backward pass of rebound: dd and da, from dout and dd."""
    a, u, d = cache
    # backprop out = d["u"] * d["v"]
    dd = copy_of(dd)
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    # backprop d["u"] = u * a
    du = a * dd["u"]
    da = np.sum(u * dd["u"])
    # backprop u = d["u"].copy()
    dd["u"] = du
    return dd, da


def entries_forward(d: dict[str, np.ndarray], a: float):
    """Forward pass of entries: out and the cache (references, not copies)."""
    if overlap(d):
        raise ValueError("entries: values in d overlap")
    v_1 = copy_of(d["v"][1])
    a_times_v_1 = a * v_1
    d["u"][0] = a_times_v_1
    u = d["u"].copy()
    a_times_u = a * u
    d["v"] += a_times_u
    steps = []
    for t in range(2):
        u_part = copy_of(d["u"][t + 1])
        v_t = copy_of(d["v"][t])
        u_part_times_v_t = u_part * v_t
        d["u"][t + 1] = u_part_times_v_t
        steps.append((u_part, v_t, u_part_times_v_t))
    out = d["u"] * d["v"]
    cache = (a, v_1, u, steps, d)
    return out, cache


def entries_backward(dout, dd, cache):
    """Backward pass of entries: dd and da, from dout and dd."""
    a, v_1, u, steps, d = cache
    # backprop out = d["u"] * d["v"]
    dd = copy_of(dd)
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    for t in reversed(range(2)):
        u_part, v_t, u_part_times_v_t = steps[t]
        # backprop d["u"][t + 1] = u_part_times_v_t
        du_part_times_v_t = 1 * unbroadcast(dd["u"][t + 1], u_part_times_v_t)
        dd["u"][t + 1] = 0.0
        # backprop u_part_times_v_t = u_part * v_t
        du_part = unbroadcast(v_t * du_part_times_v_t, u_part)
        dv_t = unbroadcast(u_part * du_part_times_v_t, v_t)
        # backprop v_t = copy_of(d["v"][t])
        dd["v"][t] += dv_t
        # backprop u_part = copy_of(d["u"][t + 1])
        dd["u"][t + 1] += du_part
    # backprop d["v"] += a_times_u
    da_times_u = unbroadcast(dd["v"], u)
    # backprop a_times_u = a * u
    da = np.sum(u * da_times_u)
    du = a * da_times_u
    # backprop u = d["u"].copy()
    dd["u"] += du
    # backprop d["u"][0] = a_times_v_1
    da_times_v_1 = 1 * unbroadcast(dd["u"][0], v_1)
    dd["u"][0] = 0.0
    # backprop a_times_v_1 = a * v_1
    da += np.sum(v_1 * da_times_v_1)
    dv_1 = a * da_times_v_1
    # backprop v_1 = copy_of(d["v"][1])
    dd["v"][1] += dv_1
    return dd, da


def another_key_forward(d: dict[str, np.ndarray], x):
    """Forward pass of another_key: d and the cache (references, not copies)."""
    v = d["v"].copy()
    v_times_x = v * x
    d["w"] = v_times_x
    w = copy_of(d["w"])
    u_0 = copy_of(d["u"][0])
    w_times_u_0 = w * u_0
    d_v = copy_of(d["v"])
    d["v"] = w_times_u_0
    cache = (x, v, v_times_x, w, u_0, w_times_u_0, d_v)
    return d, cache


def another_key_backward(dd, cache):
    """Backward pass of another_key: dd and dx, from dd."""
    x, v, v_times_x, w, u_0, w_times_u_0, d_v = cache
    # backprop d["v"] = w_times_u_0
    dw_times_u_0 = unbroadcast(dd["v"], w_times_u_0)
    dd = copy_of(dd)
    dd["v"] = zeros_of(d_v)
    # backprop w_times_u_0 = w * u_0
    dw = unbroadcast(u_0 * dw_times_u_0, w)
    du_0 = unbroadcast(w * dw_times_u_0, u_0)
    # backprop u_0 = copy_of(d["u"][0])
    dd["u"][0] += du_0
    # backprop w = copy_of(d["w"])
    dd["w"] += dw
    # backprop d["w"] = v_times_x
    dv_times_x = 1 * unbroadcast(dd["w"], v_times_x)
    dd["w"] = 0.0
    # backprop v_times_x = v * x
    dv = unbroadcast(x * dv_times_x, v)
    dx = unbroadcast(v * dv_times_x, x)
    # backprop v = d["v"].copy()
    dd["v"] += dv
    return dd, dx


def at_a_key_forward(d: dict[str, np.ndarray], key: str, a: float):
    """Forward pass of at_a_key: out and the cache (references, not copies)."""
    d_key1 = d[key].copy()
    d_key_sqr = d_key1**2
    d[key] = d_key_sqr * a
    out = d["u"] * d["v"]
    cache = (key, a, d_key1, d_key_sqr, d)
    return out, cache


def at_a_key_backward(dout, dd, cache):
    """Backward pass of at_a_key: dd and da, from dout and dd."""
    key, a, d_key1, d_key_sqr, d = cache
    # backprop out = d["u"] * d["v"]
    dd = copy_of(dd)
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    # backprop d[key] = d_key_sqr * a
    dd_key = dd[key]
    dd_key_sqr = a * dd_key
    da = np.sum(d_key_sqr * dd_key)
    # backprop d_key_sqr = d_key1**2
    dd_key1 = (2 * d_key1) * dd_key_sqr
    # backprop d_key1 = d[key].copy()
    dd[key] = dd_key1
    return dd, da


def in_a_branch_forward(d: dict[str, np.ndarray], a: float):
    """Forward pass of in_a_branch: out and the cache (references, not copies)."""
    if overlap(d):
        raise ValueError("in_a_branch: values in d overlap")
    u = None
    v = None
    if a > 1:
        u = d["u"].copy()
        d["u"] = u * a
        out = d["u"]
    else:
        v = d["v"].copy()
        d["v"] *= a
        out = d["u"] * d["v"]
    cache = (a, u, v, d)
    return out, cache


def in_a_branch_backward(dout, dd, cache):
    """Backward pass of in_a_branch: dd and da, from dout and dd."""
    a, u, v, d = cache
    if a > 1:
        # backprop out = d["u"]
        dd = copy_of(dd)
        dd["u"] += dout
        # backprop d["u"] = u * a
        du = a * dd["u"]
        da = np.sum(u * dd["u"])
        # backprop u = d["u"].copy()
        dd["u"] = du
    else:
        # backprop out = d["u"] * d["v"]
        dd = copy_of(dd)
        dd["u"] += unbroadcast(d["v"] * dout, d["u"])
        dd["v"] += unbroadcast(d["u"] * dout, d["v"])
        # backprop d["v"] *= a
        dv = a * dd["v"]
        da = np.sum(v * dd["v"])
        # backprop v = d["v"].copy()
        dd["v"] = dv
    return dd, da


def numbers_forward(d: dict[str, float], a: float):
    """Forward pass of numbers: out and the cache (references, not copies)."""
    d["u"] += a
    u = d["u"]
    u_sqr = u**2
    v = d["v"]
    d["v"] = u_sqr * v
    out = d["u"] * d["v"]
    cache = (u, u_sqr, v, d)
    return out, cache


def numbers_backward(dout, dd, cache):
    """Backward pass of numbers: dd and da, from dout and dd."""
    u, u_sqr, v, d = cache
    # backprop out = d["u"] * d["v"]
    dd = copy_of(dd)
    dd["u"] += d["v"] * dout
    dd["v"] += d["u"] * dout
    # backprop d["v"] = u_sqr * v
    du_sqr = v * dd["v"]
    dv = u_sqr * dd["v"]
    # backprop v = d["v"]
    dd["v"] = dv
    # backprop u_sqr = u**2
    du = (2 * u) * du_sqr
    # backprop u = d["u"]
    dd["u"] += du
    # backprop d["u"] += a
    da = dd["u"]
    return dd, da


def turned_forward(d: dict[str, np.ndarray], x: "N"):
    """Forward pass of turned: out and the cache (references, not copies)."""
    swapped = d["v"]
    u = d["u"].copy()
    swapped1 = u * x
    d["u"] = swapped
    v = copy_of(d["v"])
    d["v"] = swapped1
    u_sqr = d["u"] ** 2
    out = u_sqr * d["v"]
    cache = (x, swapped, u, swapped1, v, d, u_sqr)
    return out, cache


def turned_backward(dout, dd, cache):
    """Backward pass of turned: dd and dx (N,), from dout and dd."""
    x, swapped, u, swapped1, v, d, u_sqr = cache
    # backprop out = u_sqr * d["v"]
    du_sqr = unbroadcast(d["v"] * dout, u_sqr)
    dd = copy_of(dd)
    dd["v"] += unbroadcast(u_sqr * dout, d["v"])
    # backprop u_sqr = d["u"] ** 2
    dd["u"] += (2 * d["u"]) * du_sqr
    # backprop d["v"] = swapped1
    dswapped1 = 1 * unbroadcast(dd["v"], swapped1)
    dd["v"] = zeros_of(v)
    # backprop d["u"] = swapped
    dswapped = 1 * unbroadcast(dd["u"], swapped)
    # backprop swapped1 = u * x
    du = unbroadcast(x * dswapped1, u)
    dx = unbroadcast(u * dswapped1, x)
    # backprop u = d["u"].copy()
    dd["u"] = du
    # backprop swapped = d["v"]
    dd["v"] += dswapped
    return dd, dx


def inner_forward(d: dict, a: float):
    """Forward pass of inner: out and the cache (references, not copies)."""
    if overlap(d):
        raise ValueError("inner: values in d overlap")
    W = copy_of(d["l2"]["W"])
    a_times_W = a * W
    d["l1"]["W"] -= a_times_W
    b = copy_of(d["l1"]["b"])
    d_b = copy_of(d["l1"]["b"])
    d["l1"]["b"] = b * a
    W_times_b = d["l1"]["W"] * d["l1"]["b"]
    out = W_times_b * d["l2"]["b"]
    cache = (a, W, b, d_b, d, W_times_b)
    return out, cache


def inner_backward(dout, dd, cache):
    """Backward pass of inner: dd and da, from dout and dd."""
    a, W, b, d_b, d, W_times_b = cache
    # backprop out = W_times_b * d["l2"]["b"]
    dW_times_b = unbroadcast(d["l2"]["b"] * dout, W_times_b)
    dd = copy_of(dd)
    dd["l2"]["b"] += unbroadcast(W_times_b * dout, d["l2"]["b"])
    # backprop W_times_b = d["l1"]["W"] * d["l1"]["b"]
    dd["l1"]["W"] += unbroadcast(d["l1"]["b"] * dW_times_b, d["l1"]["W"])
    dd["l1"]["b"] += unbroadcast(d["l1"]["W"] * dW_times_b, d["l1"]["b"])
    # backprop d["l1"]["b"] = b * a
    dd_part_part = 1 * dd["l1"]["b"]
    dd["l1"]["b"] = zeros_of(d_b)
    db = a * dd_part_part
    da = np.sum(b * dd_part_part)
    # backprop b = copy_of(d["l1"]["b"])
    dd["l1"]["b"] += db
    # backprop d["l1"]["W"] -= a_times_W
    da_times_W = unbroadcast(-dd["l1"]["W"], W)
    # backprop a_times_W = a * W
    da += np.sum(W * da_times_W)
    dW = a * da_times_W
    # backprop W = copy_of(d["l2"]["W"])
    dd["l2"]["W"] += dW
    return dd, da


def at_numbers_forward(d: dict[int, np.ndarray], a: float):
    """Forward pass of at_numbers: out and the cache (references, not copies)."""
    d_part = d[-1].copy()
    d_1 = d[1]
    d_sum = d_part * a + d_1
    d_part1 = d[-1]
    d[-1] = d_sum
    d_0 = copy_of(d[0])
    d_d_1 = copy_of(d[1])
    d_0_times_d_1 = d_0 * d_d_1
    d_part2 = copy_of(d[-1])
    d_product = d_0_times_d_1 * d_part2
    d_d_11 = copy_of(d[1])
    d[1] = d_product
    out = d[1] * d[-1]
    cache = (
        a,
        d_part,
        d_1,
        d_sum,
        d_part1,
        d_0,
        d_d_1,
        d_0_times_d_1,
        d_part2,
        d_product,
        d_d_11,
        d,
    )
    return out, cache


def at_numbers_backward(dout, dd, cache):
    """Backward pass of at_numbers: dd and da, from dout and dd."""
    (
        a,
        d_part,
        d_1,
        d_sum,
        d_part1,
        d_0,
        d_d_1,
        d_0_times_d_1,
        d_part2,
        d_product,
        d_d_11,
        d,
    ) = cache
    # backprop out = d[1] * d[-1]
    dd = copy_of(dd)
    dd[1] += unbroadcast(d[-1] * dout, d[1])
    dd[-1] += unbroadcast(d[1] * dout, d[-1])
    # backprop d[1] = d_product
    dd_product = 1 * unbroadcast(dd[1], d_product)
    dd[1] = zeros_of(d_d_11)
    # backprop d_product = d_0_times_d_1 * d_part2
    dd_0_times_d_1 = unbroadcast(d_part2 * dd_product, d_0_times_d_1)
    dd_part2 = unbroadcast(d_0_times_d_1 * dd_product, d_part2)
    # backprop d_part2 = copy_of(d[-1])
    dd[-1] += dd_part2
    # backprop d_0_times_d_1 = d_0 * d_d_1
    dd_0 = unbroadcast(d_d_1 * dd_0_times_d_1, d_0)
    dd_d_1 = unbroadcast(d_0 * dd_0_times_d_1, d_d_1)
    # backprop d_d_1 = copy_of(d[1])
    dd[1] += dd_d_1
    # backprop d_0 = copy_of(d[0])
    dd[0] += dd_0
    # backprop d[-1] = d_sum
    dd_sum = 1 * unbroadcast(dd[-1], d_sum)
    dd[-1] = np.zeros_like(d_part1, dtype=np.result_type(d_part1, 1.0))
    # backprop d_sum = d_part * a + d_1
    dd_part = unbroadcast(a * dd_sum, d_part)
    da = np.sum(d_part * dd_sum)
    dd_1 = unbroadcast(dd_sum, d_1)
    # backprop d_1 = d[1]
    dd[1] += dd_1
    # backprop d_part = d[-1].copy()
    dd[-1] += dd_part
    return dd, da
