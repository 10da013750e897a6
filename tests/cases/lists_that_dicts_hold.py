# arguments groups_dict: x=(5,)
# arguments groups_list: x=(5,)
# arguments groups_returned: x=(5,)
# arguments history: x=1.2, n=4
# arguments popped: x=1.2, y=0.7, n=3
# first order only groups_returned: the method pop, of what the caller gives
import numpy as np


def groups_dict(x: "N"):
    groups = {"even": [], "odd": []}
    for r in range(len(x)):
        if r % 2 == 0:
            groups["even"].append(x[r])
        else:
            groups["odd"].append(x[r] * 2)
    return sum(groups["even"]) * sum(groups["odd"])


def groups_list(x: "N"):
    groups = [[], []]
    for r in range(len(x)):
        if r % 2 == 0:
            groups[0].append(x[r])
        else:
            groups[1].append(x[r] * 2)
    return sum(groups[0]) * sum(groups[1])


def groups_returned(x: "N"):
    groups = {"even": [], "odd": []}
    for r in range(len(x)):
        if r % 2 == 0:
            groups["even"].append(x[r] * x[0])
        else:
            groups["odd"].append(x[r] * 2)
            groups["odd"].append(x[r] * x[r])
    return groups


def history(x: float, n: int):
    hist = {"loss": [], "w": [x]}
    w = x
    for r in range(n):
        w = w * 0.9 + np.sin(w)
        hist["w"].append(w)
        hist["loss"].append(w * w)
    return hist["loss"][-1] * hist["w"][2]


def popped(x: float, y: float, n: int):
    d = {"a": [x, y], "b": y}
    t = d["a"].pop()
    d["a"].insert(0, t * t)
    d["a"].extend([x, y])
    d["b"] = t * d["a"][2]
    return d["a"][0] * d["b"] + d["a"][-1]


# output
"""Forward and backward passes of lists_that_dicts_hold.py: do not edit.

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


def zeros_of(x):
    """Floating zeros for a number, an array, or a nest of them; for a tuple a list."""
    if isinstance(x, dict):
        return {key: zeros_of(item) for key, item in x.items()}
    if isinstance(x, (list, tuple)):
        return [zeros_of(item) for item in x]
    if not isinstance(x, np.ndarray):
        return 0.0
    return np.zeros_like(x, dtype=np.result_type(x, 1.0))


def groups_dict_forward(x: "N"):
    """Forward pass of groups_dict: out and the cache (references, not copies)."""
    groups_even = []
    groups_odd = []
    steps = []
    for r in range(len(x)):
        groups_even_test = r % 2 == 0
        if groups_even_test:
            groups_even.append(x[r])
        else:
            groups_odd.append(x[r] * 2)
        steps.append(groups_even_test)
    sum_groups_even = sum(groups_even)
    sum_groups_odd = sum(groups_odd)
    out = sum_groups_even * sum_groups_odd
    cache = (x, steps, groups_even, groups_odd, sum_groups_even, sum_groups_odd)
    return out, cache


def groups_dict_backward(dout, cache):
    """Backward pass of groups_dict: dx (N,), from dout."""
    x, steps, groups_even, groups_odd, sum_groups_even, sum_groups_odd = cache
    # backprop out = sum_groups_even * sum_groups_odd
    dsum_groups_even = sum_groups_odd * dout
    dsum_groups_odd = sum_groups_even * dout
    # backprop sum_groups_odd = sum(groups_odd)
    dgroups_odd = [dsum_groups_odd] * len(groups_odd)
    # backprop sum_groups_even = sum(groups_even)
    dgroups_even = [dsum_groups_even] * len(groups_even)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for r in reversed(range(len(x))):
        groups_even_test = steps[r]
        if groups_even_test:
            # backprop groups_even.append(x[r])
            dx[r] += dgroups_even.pop()
        else:
            # backprop groups_odd.append(x[r] * 2)
            dx[r] += 2 * dgroups_odd.pop()
    return dx


def groups_list_forward(x: "N"):
    """Forward pass of groups_list: out and the cache (references, not copies)."""
    groups_0 = []
    groups_1 = []
    steps = []
    for r in range(len(x)):
        groups_0_test = r % 2 == 0
        if groups_0_test:
            groups_0.append(x[r])
        else:
            groups_1.append(x[r] * 2)
        steps.append(groups_0_test)
    sum_groups_0 = sum(groups_0)
    sum_groups_1 = sum(groups_1)
    out = sum_groups_0 * sum_groups_1
    cache = (x, steps, groups_0, groups_1, sum_groups_0, sum_groups_1)
    return out, cache


def groups_list_backward(dout, cache):
    """Backward pass of groups_list: dx (N,), from dout."""
    x, steps, groups_0, groups_1, sum_groups_0, sum_groups_1 = cache
    # backprop out = sum_groups_0 * sum_groups_1
    dsum_groups_0 = sum_groups_1 * dout
    dsum_groups_1 = sum_groups_0 * dout
    # backprop sum_groups_1 = sum(groups_1)
    dgroups_1 = [dsum_groups_1] * len(groups_1)
    # backprop sum_groups_0 = sum(groups_0)
    dgroups_0 = [dsum_groups_0] * len(groups_0)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for r in reversed(range(len(x))):
        groups_0_test = steps[r]
        if groups_0_test:
            # backprop groups_0.append(x[r])
            dx[r] += dgroups_0.pop()
        else:
            # backprop groups_1.append(x[r] * 2)
            dx[r] += 2 * dgroups_1.pop()
    return dx


def groups_returned_forward(x: "N"):
    """Forward pass of groups_returned: out and the cache (references, not copies)."""
    groups_even = []
    groups_odd = []
    steps = []
    for r in range(len(x)):
        groups_even_test = r % 2 == 0
        if groups_even_test:
            groups_even.append(x[r] * x[0])
        else:
            groups_odd.append(x[r] * 2)
            groups_odd.append(x[r] * x[r])
        steps.append(groups_even_test)
    out = {"even": groups_even, "odd": groups_odd}
    cache = (x, steps)
    return out, cache


def groups_returned_backward(dout, cache):
    """Backward pass of groups_returned: dx (N,), from dout."""
    x, steps = cache
    # backprop out = {"even": groups_even, "odd": groups_odd}
    dgroups_even = copy_of(dout["even"])
    dgroups_odd = copy_of(dout["odd"])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for r in reversed(range(len(x))):
        groups_even_test = steps[r]
        if groups_even_test:
            # backprop groups_even.append(x[r] * x[0])
            dgroups_even_last = dgroups_even.pop()
            dx[r] += x[0] * dgroups_even_last
            dx[0] += x[r] * dgroups_even_last
        else:
            # backprop groups_odd.append(x[r] * x[r])
            dx[r] += (2 * x[r]) * dgroups_odd.pop()
            # backprop groups_odd.append(x[r] * 2)
            dx[r] += 2 * dgroups_odd.pop()
    return dx


def history_forward(x: float, n: int):
    """Forward pass of history: out and the cache (references, not copies)."""
    hist_loss = []
    hist_w = [x]
    w = x
    steps = []
    for r in range(n):
        w_before = w
        w = w * 0.9 + np.sin(w)
        hist_w.append(w)
        hist_loss.append(w * w)
        steps.append((w_before, w))
    out = hist_loss[-1] * hist_w[2]
    cache = (steps, hist_w, hist_loss)
    return out, cache


def history_backward(dout, cache):
    """Backward pass of history: dx, from dout."""
    steps, hist_w, hist_loss = cache
    # backprop out = hist_loss[-1] * hist_w[2]
    dhist_loss = zeros_of(hist_loss)
    dhist_loss[-1] = hist_w[2] * dout
    dhist_w = zeros_of(hist_w)
    dhist_w[2] = hist_loss[-1] * dout
    dw = 0.0
    for w_before, w in reversed(steps):
        # backprop hist_loss.append(w * w)
        dw += (2 * w) * dhist_loss.pop()
        # backprop hist_w.append(w)
        dw += dhist_w.pop()
        # backprop w = w * 0.9 + np.sin(w)
        dw_next = dw
        dw = 0.9 * dw_next
        dw += np.cos(w_before) * dw_next
    # backprop w = x
    dx = dw
    # backprop hist_w = [x]
    dx += dhist_w[0]
    return dx


def popped_forward(x: float, y: float, n: int):
    """Forward pass of popped: out and the cache (references, not copies)."""
    d_a_1 = y
    d_b = y
    t = d_a_1
    d_a_1 = t * t
    d_a_2 = x
    d_a_3 = y
    d_b = t * d_a_2
    out = d_a_1 * d_b + d_a_3
    cache = (t, d_a_1, d_a_2, d_b)
    return out, cache


def popped_backward(dout, cache):
    """Backward pass of popped: dx and dy, from dout."""
    t, d_a_1, d_a_2, d_b = cache
    # backprop out = d_a_1 * d_b + d_a_3
    dd_a_1 = d_b * dout
    dd_b = d_a_1 * dout
    dd_a_3 = dout
    # backprop d_b = t * d_a_2
    dt = d_a_2 * dd_b
    dd_a_2 = t * dd_b
    # backprop d_a_3 = y
    dy = dd_a_3
    # backprop d_a_2 = x
    dx = dd_a_2
    # backprop d_a_1 = t * t
    dt += (2 * t) * dd_a_1
    # backprop t = d_a_1
    dd_a_1 = dt
    # backprop d_a_1 = y
    dy = dy + dd_a_1
    return dx, dy
