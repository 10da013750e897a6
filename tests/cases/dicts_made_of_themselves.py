# arguments merged: x=1.2, y=0.7
# arguments merged_or: x=1.2, y=0.7
# arguments merged_dict: x=1.2, y=0.7, n=3
# arguments changed_in_turns: x=1.2, y=0.7, n=3
# arguments spread_in_turns: x=1.2, y=0.7, n=3
# arguments spread_over: x=1.2, y=0.7, n=3
# arguments list_remade: x=1.2, y=0.7, n=3
import numpy as np


def merged(x: float, y: float):
    res = {"x": x * y}
    res = {**res, "y": y * y}
    return res["x"] * res["y"]


def merged_or(x: float, y: float):
    res = {"x": x * y}
    res = res | {"y": y * y, "x": res["x"] * y}
    return res["x"] * res["y"]


def merged_dict(x: float, y: float, n: int):
    res = {"x": x * y, "y": 1.0}
    for r in range(n):
        res = dict(res, y=res["x"] * y, x=res["y"])
    return res


def changed_in_turns(x: float, y: float, n: int):
    d = {"a": x, "b": y}
    for r in range(n):
        if r % 2:
            d = {"a": d["b"] * y, "b": d["a"]}
        d["a"] = d["a"] * d["b"]
    return d["a"] * d["b"]


def spread_in_turns(x: float, y: float, n: int):
    d = {"a": x, "b": y, "c": 1.0}
    for r in range(n):
        d = {**d, "a": d["b"] * y, "b": d["a"]}
        d["c"] *= d["a"]
    return d["a"] * d["b"] + d["c"]


def spread_over(x: float, y: float, n: int):
    d = {"a": x, "b": y, "c": 1.0}
    for r in range(n):
        d = {"a": d["b"] * y, **d}
        d["c"] *= d["a"]
    return sum(d.values())


def list_remade(x: float, y: float, n: int):
    d = [x, y]
    for r in range(n):
        d = [d[1], d[0] * y]
        d[0] *= 2
    return d[0] * d[1]


# output
"""Forward and backward passes of dicts_made_of_themselves.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np  # noqa: F401


def merged_forward(x: float, y: float):
    """Forward pass of merged: out and the cache (references, not copies)."""
    res_x = x * y
    res_y = y * y
    out = res_x * res_y
    cache = (x, y, res_x, res_y)
    return out, cache


def merged_backward(dout, cache):
    """Backward pass of merged: dx and dy, from dout."""
    x, y, res_x, res_y = cache
    # backprop out = res_x * res_y
    dres_x = res_y * dout
    dres_y = res_x * dout
    # backprop res_y = y * y
    dy = (2 * y) * dres_y
    # backprop res_x = x * y
    dx = y * dres_x
    dy += x * dres_x
    return dx, dy


def merged_or_forward(x: float, y: float):
    """Forward pass of merged_or: out and the cache (references, not copies)."""
    res_x = x * y
    res_x1, res_y = res_x * y, y * y
    out = res_x1 * res_y
    cache = (x, y, res_x, res_x1, res_y)
    return out, cache


def merged_or_backward(dout, cache):
    """Backward pass of merged_or: dx and dy, from dout."""
    x, y, res_x, res_x1, res_y = cache
    # backprop out = res_x1 * res_y
    dres_x1 = res_y * dout
    dres_y = res_x1 * dout
    # backprop res_x1, res_y = res_x * y, y * y
    dy = (2 * y) * dres_y
    dres_x = y * dres_x1
    dy += res_x * dres_x1
    # backprop res_x = x * y
    dx = y * dres_x
    dy += x * dres_x
    return dx, dy


def merged_dict_forward(x: float, y: float, n: int):
    """Forward pass of merged_dict: out and the cache (references, not copies)."""
    res_x = x * y
    res_y = 1.0
    res_x_before = []
    for r in range(n):
        res_x_before.append(res_x)
        res_x, res_y = res_y, res_x * y
    out = {"x": res_x, "y": res_y}
    cache = (x, y, res_x_before)
    return out, cache


def merged_dict_backward(dout, cache):
    """Backward pass of merged_dict: dx and dy, from dout."""
    x, y, res_x_before = cache
    # backprop out = {"x": res_x, "y": res_y}
    dres_x = dout["x"]
    dres_y = dout["y"]
    dy = 0.0
    for res_x in reversed(res_x_before):
        # backprop res_x, res_y = res_y, res_x * y
        dres_x_next = dres_x
        dres_x = y * dres_y
        dy += res_x * dres_y
        dres_y = dres_x_next
    # backprop res_x = x * y
    dx = y * dres_x
    dy += x * dres_x
    return dx, dy


def changed_in_turns_forward(x: float, y: float, n: int):
    """Forward pass of changed_in_turns: out and the cache (references, not copies)."""
    d_a = x
    d_b = y
    steps = []
    for r in range(n):
        d_b_before = d_b
        if r % 2:
            d_a, d_b = d_b * y, d_a
        d_a_before = d_a
        d_a = d_a * d_b
        steps.append((d_b_before, d_a_before, d_b))
    out = d_a * d_b
    cache = (y, n, steps, d_a, d_b)
    return out, cache


def changed_in_turns_backward(dout, cache):
    """Backward pass of changed_in_turns: dx and dy, from dout."""
    y, n, steps, d_a, d_b = cache
    # backprop out = d_a * d_b
    dd_a = d_b * dout
    dd_b = d_a * dout
    dy = 0.0
    for r in reversed(range(n)):
        d_b_before, d_a_before, d_b = steps[r]
        # backprop d_a = d_a * d_b
        dd_b += d_a_before * dd_a
        dd_a = d_b * dd_a
        if r % 2:
            # backprop d_a, d_b = d_b * y, d_a
            dd_a_next = dd_a
            dd_a = dd_b
            dd_b = y * dd_a_next
            dy += d_b_before * dd_a_next
    # backprop d_b = y
    dy += dd_b
    # backprop d_a = x
    dx = dd_a
    return dx, dy


def spread_in_turns_forward(x: float, y: float, n: int):
    """Forward pass of spread_in_turns: out and the cache (references, not copies)."""
    d_a = x
    d_b = y
    d_c = 1.0
    steps = []
    for r in range(n):
        d_b_before = d_b
        d_c_before = d_c
        d_a, d_b = d_b * y, d_a
        d_c *= d_a
        steps.append((d_b_before, d_c_before, d_a))
    out = d_a * d_b + d_c
    cache = (y, steps, d_a, d_b)
    return out, cache


def spread_in_turns_backward(dout, cache):
    """Backward pass of spread_in_turns: dx and dy, from dout."""
    y, steps, d_a, d_b = cache
    # backprop out = d_a * d_b + d_c
    dd_a = d_b * dout
    dd_b = d_a * dout
    dd_c = dout
    dy = 0.0
    for d_b_before, d_c_before, d_a in reversed(steps):
        # backprop d_c *= d_a
        dd_a += d_c_before * dd_c
        dd_c = d_a * dd_c
        # backprop d_a, d_b = d_b * y, d_a
        dd_a_next = dd_a
        dd_a = dd_b
        dd_b = y * dd_a_next
        dy += d_b_before * dd_a_next
    # backprop d_b = y
    dy += dd_b
    # backprop d_a = x
    dx = dd_a
    return dx, dy


def spread_over_forward(x: float, y: float, n: int):
    """Forward pass of spread_over: out and the cache (references, not copies)."""
    d_a = x
    d_b = y
    d_c = 1.0
    d_c_before = []
    for r in range(n):
        d_c_before.append(d_c)
        d_c *= d_a
    out = sum([d_a, d_b, d_c])
    cache = (d_a, d_c_before)
    return out, cache


def spread_over_backward(dout, cache):
    """Backward pass of spread_over: dx and dy, from dout."""
    d_a, d_c_before = cache
    # backprop out = sum([d_a, d_b, d_c])
    dd_a = dout
    dd_b = dout
    dd_c = dout
    for d_c in reversed(d_c_before):
        # backprop d_c *= d_a
        dd_a = dd_a + d_c * dd_c
        dd_c = d_a * dd_c
    # backprop d_b = y
    dy = dd_b
    # backprop d_a = x
    dx = dd_a
    return dx, dy


def list_remade_forward(x: float, y: float, n: int):
    """Forward pass of list_remade: out and the cache (references, not copies)."""
    d_0 = x
    d_1 = y
    d_0_before = []
    for r in range(n):
        d_0_before.append(d_0)
        d_01, d_1 = d_1, d_0 * y
        d_0 = d_01 * 2
    out = d_0 * d_1
    cache = (y, d_0_before, d_0, d_1)
    return out, cache


def list_remade_backward(dout, cache):
    """Backward pass of list_remade: dx and dy, from dout."""
    y, d_0_before, d_0, d_1 = cache
    # backprop out = d_0 * d_1
    dd_0 = d_1 * dout
    dd_1 = d_0 * dout
    dy = 0.0
    for d_0 in reversed(d_0_before):
        # backprop d_0 = d_01 * 2
        dd_01 = 2 * dd_0
        # backprop d_01, d_1 = d_1, d_0 * y
        dd_0_next = dd_01
        dd_0 = y * dd_1
        dy += d_0 * dd_1
        dd_1 = dd_0_next
    # backprop d_1 = y
    dy += dd_1
    # backprop d_0 = x
    dx = dd_0
    return dx, dy
