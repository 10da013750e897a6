# arguments of_a_list: rows=[(3,), (2,)], x=(3,)
# arguments of_a_dict: d={"u": (3,), "v": (2,)}, x=(3,)
# arguments in_turns: d={"u": (3,), "v": (3,)}, x=(3,)
# arguments before_the_next_turn: d={"u": (3,), "v": (3,)}, x=(3,), n=2
# arguments beside_another_key: d={"u": (3,), "v": (3,)}, x=(3,)
# arguments written_into_before: d={"u": (3,), "v": (3,)}, x=(3,)
# arguments at_each_key: d={"u": (3,), "v": (2,)}, a=0.5
# first order only of_a_dict: a dict that is written into is kept in a cache
# first order only in_turns: a dict that is written into is kept in a cache
# first order only before_the_next_turn: a dict that is written into is kept in a cache
# first order only beside_another_key: a dict that is written into is kept in a cache
# first order only written_into_before: a dict that is written into is kept in a cache
# first order only at_each_key: a dict that is written into is kept in a cache
import numpy as np


def of_a_list(rows: list[np.ndarray], x: "N"):
    y = rows[0][1] * 3
    rows[0] = x * 2
    return y * rows[0]


def of_a_dict(d: dict[str, np.ndarray], x: "N"):
    y = d["u"][1] * 3
    d["u"] = x * 2
    return y * d["u"] * d["v"][0]


def in_turns(d: dict[str, np.ndarray], x: "N"):
    for k in d:
        d[k] = d[k][0] * x
    return d["v"] * d["u"]


def before_the_next_turn(d: dict[str, np.ndarray], x: "N", n: int):
    for t in range(n):
        d["u"] = d["u"][::-1] * x
        d["u"][0] += d["v"][t]
    return d["v"] * d["u"]


def beside_another_key(d: dict[str, np.ndarray], x: "N"):
    d["w"] = d["v"][1] * x
    return d["w"] * d["u"][0]


def written_into_before(d: dict[str, np.ndarray], x: "N"):
    d["u"][1] = x[0] * 3
    d["u"] = x * 2
    return d["u"] * d["v"]


def at_each_key(d: dict[str, np.ndarray], a: float):
    d["u"][1] *= a
    for k in d:
        d[k] = np.ones(2) * a
    return d["u"] * d["v"]


# output
"""Forward and backward passes of item_read_in_part_and_replaced.py: do not edit.

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


def of_a_list_forward(rows: list[np.ndarray], x: "N"):
    """Forward pass of of_a_list: out and the cache (references, not copies)."""
    y = rows[0][1] * 3
    rows_0 = rows[0]
    rows[0] = x * 2
    out = y * rows[0]
    cache = (x, y, rows_0, rows)
    return out, cache


def of_a_list_backward(dout, drows, cache):
    """Backward pass of of_a_list: drows and dx (N,), from dout and drows."""
    x, y, rows_0, rows = cache
    # backprop out = y * rows[0]
    dy = unbroadcast(rows[0] * dout, y)
    drows = copy_of(drows)
    drows[0] += unbroadcast(y * dout, rows[0])
    # backprop rows[0] = x * 2
    dx = 2 * unbroadcast(drows[0], x)
    drows[0] = np.zeros_like(rows_0, dtype=np.result_type(rows_0, 1.0))
    # backprop y = rows[0][1] * 3
    drows[0][1] += 3 * dy
    return drows, dx


def of_a_dict_forward(d: dict[str, np.ndarray], x: "N"):
    """Forward pass of of_a_dict: out and the cache (references, not copies)."""
    y = d["u"][1] * 3
    u = d["u"]
    d["u"] = x * 2
    y_times_u = y * d["u"]
    out = y_times_u * d["v"][0]
    cache = (x, y, u, d, y_times_u)
    return out, cache


def of_a_dict_backward(dout, dd, cache):
    """Backward pass of of_a_dict: dd and dx (N,), from dout and dd."""
    x, y, u, d, y_times_u = cache
    # backprop out = y_times_u * d["v"][0]
    dy_times_u = unbroadcast(d["v"][0] * dout, y_times_u)
    dd = copy_of(dd)
    dd["v"][0] += unbroadcast(y_times_u * dout, d["v"][0])
    # backprop y_times_u = y * d["u"]
    dy = unbroadcast(d["u"] * dy_times_u, y)
    dd["u"] += unbroadcast(y * dy_times_u, d["u"])
    # backprop d["u"] = x * 2
    dx = 2 * unbroadcast(dd["u"], x)
    dd["u"] = np.zeros_like(u, dtype=np.result_type(u, 1.0))
    # backprop y = d["u"][1] * 3
    dd["u"][1] += 3 * dy
    return dd, dx


def in_turns_forward(d: dict[str, np.ndarray], x: "N"):
    """Forward pass of in_turns: out and the cache (references, not copies)."""
    keys = list(d)
    steps = []
    for k in keys:
        d_k_0 = copy_of(d[k][0])
        d_k_0_times_x = d_k_0 * x
        d_k = copy_of(d[k])
        d[k] = d_k_0_times_x
        steps.append((d_k_0, d_k_0_times_x, d_k))
    out = d["v"] * d["u"]
    cache = (x, keys, steps, d)
    return out, cache


def in_turns_backward(dout, dd, cache):
    """Backward pass of in_turns: dd and dx (N,), from dout and dd."""
    x, keys, steps, d = cache
    # backprop out = d["v"] * d["u"]
    dd = copy_of(dd)
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(len(keys))):
        d_k_0, d_k_0_times_x, d_k = steps[i]
        k = keys[i]
        # backprop d[k] = d_k_0_times_x
        dd_k_0_times_x = 1 * unbroadcast(dd[k], d_k_0_times_x)
        dd[k] = zeros_of(d_k)
        # backprop d_k_0_times_x = d_k_0 * x
        dd_k_0 = unbroadcast(x * dd_k_0_times_x, d_k_0)
        dx += unbroadcast(d_k_0 * dd_k_0_times_x, x)
        # backprop d_k_0 = copy_of(d[k][0])
        dd[k][0] += dd_k_0
    return dd, dx


def before_the_next_turn_forward(d: dict[str, np.ndarray], x: "N", n: int):
    """Forward pass of before_the_next_turn.

    Gives out and the cache (references, not copies).
    """
    if overlap(d, x):
        raise ValueError("before_the_next_turn: values in d and x overlap")
    steps = []
    for t in range(n):
        u_part = d["u"][::-1].copy()
        u_part_times_x = u_part * x
        u = copy_of(d["u"])
        d["u"] = u_part_times_x
        v_t = d["v"][t]
        d["u"][0] += v_t
        steps.append((u_part, u_part_times_x, u, v_t))
    out = d["v"] * d["u"]
    cache = (x, n, steps, d)
    return out, cache


def before_the_next_turn_backward(dout, dd, cache):
    """Backward pass of before_the_next_turn: dd and dx (N,), from dout and dd."""
    x, n, steps, d = cache
    # backprop out = d["v"] * d["u"]
    dd = copy_of(dd)
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for t in reversed(range(n)):
        u_part, u_part_times_x, u, v_t = steps[t]
        # backprop d["u"][0] += v_t
        dv_t = unbroadcast(dd["u"][0], v_t)
        # backprop v_t = d["v"][t]
        dd["v"][t] += dv_t
        # backprop d["u"] = u_part_times_x
        du_part_times_x = 1 * unbroadcast(dd["u"], u_part_times_x)
        dd["u"] = zeros_of(u)
        # backprop u_part_times_x = u_part * x
        du_part = unbroadcast(x * du_part_times_x, u_part)
        dx += unbroadcast(u_part * du_part_times_x, x)
        # backprop u_part = d["u"][::-1].copy()
        dd["u"][::-1] += du_part
    return dd, dx


def beside_another_key_forward(d: dict[str, np.ndarray], x: "N"):
    """Forward pass of beside_another_key.

    Gives out and the cache (references, not copies).
    """
    v_1 = copy_of(d["v"][1])
    v_1_times_x = v_1 * x
    d["w"] = v_1_times_x
    out = d["w"] * d["u"][0]
    cache = (x, v_1, v_1_times_x, d)
    return out, cache


def beside_another_key_backward(dout, dd, cache):
    """Backward pass of beside_another_key: dd and dx (N,), from dout and dd."""
    x, v_1, v_1_times_x, d = cache
    # backprop out = d["w"] * d["u"][0]
    dd = copy_of(dd)
    dd["w"] += unbroadcast(d["u"][0] * dout, d["w"])
    dd["u"][0] += unbroadcast(d["w"] * dout, d["u"][0])
    # backprop d["w"] = v_1_times_x
    dv_1_times_x = 1 * unbroadcast(dd["w"], v_1_times_x)
    dd["w"] = 0.0
    # backprop v_1_times_x = v_1 * x
    dv_1 = unbroadcast(x * dv_1_times_x, v_1)
    dx = unbroadcast(v_1 * dv_1_times_x, x)
    # backprop v_1 = copy_of(d["v"][1])
    dd["v"][1] += dv_1
    return dd, dx


def written_into_before_forward(d: dict[str, np.ndarray], x: "N"):
    """Forward pass of written_into_before.

    Gives out and the cache (references, not copies).
    """
    if overlap(d, x):
        raise ValueError("written_into_before: values in d and x overlap")
    d["u"][1] = x[0] * 3
    u = d["u"]
    d["u"] = x * 2
    out = d["u"] * d["v"]
    cache = (x, u, d)
    return out, cache


def written_into_before_backward(dout, dd, cache):
    """Backward pass of written_into_before: dd and dx (N,), from dout and dd."""
    x, u, d = cache
    # backprop out = d["u"] * d["v"]
    dd = copy_of(dd)
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    # backprop d["u"] = x * 2
    dx = 2 * unbroadcast(dd["u"], x)
    dd["u"] = np.zeros_like(u, dtype=np.result_type(u, 1.0))
    # backprop d["u"][1] = x[0] * 3
    dx[0] += 3 * np.sum(dd["u"][1])
    dd["u"][1] = 0.0
    return dd, dx


def at_each_key_forward(d: dict[str, np.ndarray], a: float):
    """Forward pass of at_each_key: out and the cache (references, not copies)."""
    if overlap(d):
        raise ValueError("at_each_key: values in d overlap")
    u_1 = copy_of(d["u"][1])
    d["u"][1] = u_1 * a
    keys = list(d)
    steps = []
    for k in keys:
        ones_2 = np.ones(2)
        ones_2_times_a = ones_2 * a
        d_k = copy_of(d[k])
        d[k] = ones_2_times_a
        steps.append((ones_2, ones_2_times_a, d_k))
    out = d["u"] * d["v"]
    cache = (a, u_1, keys, steps, d)
    return out, cache


def at_each_key_backward(dout, dd, cache):
    """Backward pass of at_each_key: dd and da, from dout and dd."""
    a, u_1, keys, steps, d = cache
    # backprop out = d["u"] * d["v"]
    dd = copy_of(dd)
    dd["u"] += unbroadcast(d["v"] * dout, d["u"])
    dd["v"] += unbroadcast(d["u"] * dout, d["v"])
    da = 0.0
    for i in reversed(range(len(keys))):
        ones_2, ones_2_times_a, d_k = steps[i]
        k = keys[i]
        # backprop d[k] = ones_2_times_a
        dones_2_times_a = 1 * unbroadcast(dd[k], ones_2_times_a)
        dd[k] = zeros_of(d_k)
        # backprop ones_2_times_a = ones_2 * a
        da += ones_2 @ dones_2_times_a
    # backprop d["u"][1] = u_1 * a
    du_1 = a * dd["u"][1]
    da += np.sum(u_1 * dd["u"][1])
    dd["u"][1] = 0.0
    # backprop u_1 = copy_of(d["u"][1])
    dd["u"][1] += du_1
    return dd, da
