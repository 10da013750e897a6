# arguments of_arrays_in_nested_loops: x=(3,), s=1.2, n=4
# arguments in_one_arm: x=(3,), s=1.2
# arguments given_back_too: x=(3,), s=1.2, n=4
# arguments of_other_lengths_in_arms: x=(3,), s=1.2, n=4
# arguments read_in_later_turns: x=(3,), s=1.2, n=4
# arguments changed_where_it_is_made: x=(3,), s=1.2, n=4
# arguments dict_in_nested_loops: x=(3,), s=1.2, n=4
# arguments tuple_in_nested_loops: x=(3,), s=1.2, n=4
# arguments behind_a_loop_without_turns: x=(3,), s=1.2, n=0
# arguments behind_a_loop_without_turns: x=(3,), s=1.2, n=2
# arguments in_a_dict_behind_a_loop: x=(3,), s=1.2, n=0
# arguments in_a_dict_behind_a_loop: x=(3,), s=1.2, n=2
# arguments dict_behind_a_loop: x=(3,), s=1.2, n=0
# arguments tuple_behind_a_loop: x=(3,), s=1.2, n=0
# arguments tuple_behind_a_loop: x=(3,), s=1.2, n=2
# arguments read_in_another_loop: x=(3,), s=1.2, n=0
# arguments read_in_another_loop: x=(3,), s=1.2, n=2
# arguments: x=(3,), s=1.2, n=1
# first order only of_arrays_in_nested_loops: a change of the length of what is not known to be a list
# first order only changed_where_it_is_made: a change of the length of what is not known to be a list
# first order only dict_in_nested_loops: zeros_of a dict has no gate
# first order only in_a_dict_behind_a_loop: a dict in a dict
# first order only given_back_too: what is returned may be None
# first order only dict_behind_a_loop: a dict of a cache may be None
# first order only read_in_another_loop: the method pop stands in an expression
# names matter: a value that is returned is called out where nothing else is
import numpy as np


def of_arrays_in_nested_loops(x: "N", s: float, n: int):
    for k in range(n):
        for l in range(n):
            b = [x * s * j for j in range(n)]
            s = s + b[1][0] * 0.01
    return b[0] * s


def in_one_arm(x: "N", s: float):
    if s > 0:
        b = [x * s, x * x]
    if s > 0.5:
        return np.sum(b[0] * b[1])
    return s


def given_back_too(x: "N", s: float, n: int):
    for k in range(n):
        for l in range(k):
            b = [x * s, x * x]
            s = s + b[1][0] * 0.01
        if k == 2:
            s = s + b[0][1] * b[1][2]
    return b[0] * s + b[1], b


def of_other_lengths_in_arms(x: "N", s: float, n: int):
    if s > 5.0:
        b = [x * s, x * x, x + s]
    elif s > 0.5:
        b = [v * x * s for v in x]
    if s > 0.3:
        out = b[0] * b[1]
    else:
        out = x
    return out * s


def read_in_later_turns(x: "N", s: float, n: int):
    for k in range(n):
        if k == 1:
            b = [x * s, x * x]
        if k > 1:
            s = s + b[0][0] * b[1][1]
    return s * x


def changed_where_it_is_made(x: "N", s: float, n: int):
    for k in range(n):
        for l in range(k):
            b = [x * s]
            b.append(x * x)
            b[0] = b[0] * s
            s = s + b[1][0] * 0.01
    return b[0] * s + b[1]


def dict_in_nested_loops(x: "N", s: float, n: int):
    for k in range(n):
        for l in range(k):
            b = {"p": x * s, "q": x * x}
            s = s + b["q"][0] * 0.01
    return b["p"] * s + b["q"]


def tuple_in_nested_loops(x: "N", s: float, n: int):
    for k in range(n):
        for l in range(k):
            b = (x * s, x * x)
            s = s + b[1][0] * 0.01
    return b[0] * s + b[1]


def behind_a_loop_without_turns(x: "N", s: float, n: int):
    for k in range(n):
        b = [x * s, x * x]
    if n > 0:
        return s * x * b[0] * b[1][0]
    return s * x


def in_a_dict_behind_a_loop(x: "N", s: float, n: int):
    for k in range(n):
        b = [x * s, x * x]
        c = {"p": x * s, "q": b}
    if n > 0:
        return s * x * c["p"] * c["q"][1][0]
    return s * x


def dict_behind_a_loop(x: "N", s: float, n: int):
    for k in range(n):
        c = {"p": x * s, "q": x}
    if n > 0:
        return s * x * c["p"] * c["q"][1]
    return s * x


def tuple_behind_a_loop(x: "N", s: float, n: int):
    for k in range(n):
        c = (x * s, x)
    if n > 0:
        return s * x * c[0] * c[1][1]
    return s * x


def read_in_another_loop(x: "N", s: float, n: int):
    for k in range(n):
        b = ([v * s for v in x], s, x * s)
    for k in range(n):
        s = s + b[0][0] * b[0][1] * b[1] * b[2][1]
    return s


def tuple_in_one_arm(x: "N", s: float, n: int):
    if n == 1:
        b = (x * s, x)
    for k in range(n):
        s = s + b[0][0] * b[0][1] * b[1][0] * b[1][1]
    return s


# output
"""Forward and backward passes of containers_that_may_have_no_value.py: do not edit.

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


def of_arrays_in_nested_loops_forward(x: "N", s: float, n: int):
    """Forward pass of of_arrays_in_nested_loops.

    Gives out (N,) and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        steps1 = []
        for l in range(n):
            steps1.append((b, s))
            b = []
            for j in range(n):
                x_times_s = x * s
                b.append(x_times_s * j)
            s = s + b[1][0] * 0.01
        steps.append(steps1)
    out = b[0] * s
    cache = (x, n, steps, b, s)
    return out, cache


def of_arrays_in_nested_loops_backward(dout, cache):
    """Backward pass of of_arrays_in_nested_loops: dx (N,) and ds, from dout (N,)."""
    x, n, steps, b, s = cache
    # backprop out = b[0] * s
    db = zeros_of(b)
    db[0] += s * dout
    ds = b[0] @ dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for steps1 in reversed(steps):
        for b, s in reversed(steps1):
            # backprop s = s + b[1][0] * 0.01
            db[1][0] += 0.01 * ds
            for j in reversed(range(n)):
                # backprop b.append(x_times_s * j)
                dx_times_s = j * db.pop()
                # backprop x_times_s = x * s
                dx += s * dx_times_s
                ds += x @ dx_times_s
            db = zeros_of(b)
    return dx, ds


def in_one_arm_forward(x: "N", s: float):
    """Forward pass of in_one_arm: out and the cache (references, not copies)."""
    b = None
    if s > 0:
        b = [x * s, x * x]
    if s > 0.5:
        out = np.sum(b[0] * b[1])
    else:
        out = s
    cache = (x, s, b)
    return out, cache


def in_one_arm_backward(dout, cache):
    """Backward pass of in_one_arm: dx (N,) and ds, from dout."""
    x, s, b = cache
    if s > 0.5:
        # backprop out = np.sum(b[0] * b[1])
        db = zeros_of(b)
        db[0] += b[1] * dout
        db[1] += b[0] * dout
        ds = 0.0
    else:
        # backprop out = s
        ds = dout
        db = zeros_of(b)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    if s > 0:
        # backprop b = [x * s, x * x]
        dx = s * db[0]
        ds = ds + x @ db[0]
        dx += (2 * x) * db[1]
    return dx, ds


def given_back_too_forward(x: "N", s: float, n: int):
    """Forward pass of given_back_too.

    Gives out (N,), b and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        steps1 = []
        for l in range(k):
            b_before = b
            s_before = s
            b = [x * s, x * x]
            s = s + b[1][0] * 0.01
            steps1.append((b_before, s_before, b))
        if k == 2:
            s = s + b[0][1] * b[1][2]
        steps.append((steps1, b))
    out = b[0] * s + b[1]
    cache = (x, n, steps, b, s)
    return out, b, cache


def given_back_too_backward(dout, db, cache):
    """Backward pass of given_back_too: dx (N,) and ds, from dout (N,) and db."""
    x, n, steps, b, s = cache
    # backprop out = b[0] * s + b[1]
    db = copy_of(db)
    db[0] += s * dout
    ds = b[0] @ dout
    db[1] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        steps1, b = steps[k]
        if k == 2:
            # backprop s = s + b[0][1] * b[1][2]
            db[0][1] += b[1][2] * ds
            db[1][2] += b[0][1] * ds
        for b_before, s_before, b in reversed(steps1):
            # backprop s = s + b[1][0] * 0.01
            db_1 = np.zeros_like(b[1], dtype=np.result_type(b[1], 1.0))
            db_1[0] = 0.01 * ds
            # backprop b = [x * s, x * x]
            dx += (2 * x) * db_1
            dx += s_before * db[0]
            ds += x @ db[0]
            dx += (2 * x) * db[1]
            db = zeros_of(b_before)
    return dx, ds


def of_other_lengths_in_arms_forward(x: "N", s: float, n: int):
    """Forward pass of of_other_lengths_in_arms.

    Gives out1 (N,) and the cache (references, not copies).
    """
    steps = None
    b = None
    if s > 5.0:
        b = [x * s, x * x, x + s]
    elif s > 0.5:
        b = []
        steps = []
        for v in x:
            v_times_x = v * x
            b.append(v_times_x * s)
            steps.append(v_times_x)
    if s > 0.3:
        out = b[0] * b[1]
    else:
        out = x
    out1 = out * s
    cache = (x, s, steps, b, out)
    return out1, cache


def of_other_lengths_in_arms_backward(dout1, cache):
    """Backward pass of of_other_lengths_in_arms: dx (N,) and ds, from dout1 (N,)."""
    x, s, steps, b, out = cache
    # backprop out1 = out * s
    dout = s * dout1
    ds = out @ dout1
    if s > 0.3:
        # backprop out = b[0] * b[1]
        db = zeros_of(b)
        db[0] += b[1] * dout
        db[1] += b[0] * dout
        dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    else:
        # backprop out = x
        dx = dout
        db = zeros_of(b)
    if s > 5.0:
        # backprop b = [x * s, x * x, x + s]
        dx += s * db[0]
        ds += x @ db[0]
        dx += (2 * x) * db[1]
        dx += db[2]
        ds += np.sum(db[2])
    elif s > 0.5:
        for i in reversed(range(len(x))):
            v_times_x = steps[i]
            v = x[i]
            # backprop b.append(v_times_x * s)
            db_last = db.pop()
            dv_times_x = s * db_last
            ds += v_times_x @ db_last
            # backprop v_times_x = v * x
            dv = x @ dv_times_x
            dx += v * dv_times_x
            dx[i] += dv
    return dx, ds


def read_in_later_turns_forward(x: "N", s: float, n: int):
    """Forward pass of read_in_later_turns.

    Gives out (N,) and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        b_before = b
        s_before = s
        if k == 1:
            b = [x * s, x * x]
        if k > 1:
            s = s + b[0][0] * b[1][1]
        steps.append((b_before, s_before, b))
    out = s * x
    cache = (x, n, steps, b, s)
    return out, cache


def read_in_later_turns_backward(dout, cache):
    """Backward pass of read_in_later_turns: dx (N,) and ds, from dout (N,)."""
    x, n, steps, b, s = cache
    # backprop out = s * x
    ds = x @ dout
    dx = s * dout
    db = zeros_of(b)
    for k in reversed(range(n)):
        b_before, s_before, b = steps[k]
        if k > 1:
            # backprop s = s + b[0][0] * b[1][1]
            db[0][0] += b[1][1] * ds
            db[1][1] += b[0][0] * ds
        if k == 1:
            # backprop b = [x * s, x * x]
            dx += s_before * db[0]
            ds += x @ db[0]
            dx += (2 * x) * db[1]
            db = zeros_of(b_before)
    return dx, ds


def changed_where_it_is_made_forward(x: "N", s: float, n: int):
    """Forward pass of changed_where_it_is_made.

    Gives out (N,) and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        steps1 = []
        for l in range(k):
            b_before = copy_of(b)
            b = [x * s]
            b.append(x * x)
            b_0 = b[0].copy()
            b[0] = b_0 * s
            steps1.append((b_before, s, b_0))
            s = s + b[1][0] * 0.01
        steps.append(steps1)
    out = b[0] * s + b[1]
    cache = (x, steps, b, s)
    return out, cache


def changed_where_it_is_made_backward(dout, cache):
    """Backward pass of changed_where_it_is_made: dx (N,) and ds, from dout (N,)."""
    x, steps, b, s = cache
    # backprop out = b[0] * s + b[1]
    db = zeros_of(b)
    db[0] += s * dout
    ds = b[0] @ dout
    db[1] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for steps1 in reversed(steps):
        for b_before, s, b_0 in reversed(steps1):
            # backprop s = s + b[1][0] * 0.01
            db[1][0] += 0.01 * ds
            # backprop b[0] = b_0 * s
            db_0 = s * db[0]
            ds += b_0 @ db[0]
            db[0] = np.zeros_like(db[0])
            # backprop b_0 = b[0].copy()
            db[0] += db_0
            # backprop b.append(x * x)
            dx += (2 * x) * unbroadcast(db.pop(), x)
            # backprop b = [x * s]
            dx += s * db[0]
            ds += x @ db[0]
            db = zeros_of(b_before)
    return dx, ds


def dict_in_nested_loops_forward(x: "N", s: float, n: int):
    """Forward pass of dict_in_nested_loops.

    Gives out (N,) and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        steps1 = []
        for l in range(k):
            b_before = b
            s_before = s
            b = {"p": x * s, "q": x * x}
            s = s + b["q"][0] * 0.01
            steps1.append((b_before, s_before, b))
        steps.append(steps1)
    out = b["p"] * s + b["q"]
    cache = (x, steps, b, s)
    return out, cache


def dict_in_nested_loops_backward(dout, cache):
    """Backward pass of dict_in_nested_loops: dx (N,) and ds, from dout (N,)."""
    x, steps, b, s = cache
    # backprop out = b["p"] * s + b["q"]
    db = zeros_of(b)
    db["p"] += s * dout
    ds = b["p"] @ dout
    db["q"] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for steps1 in reversed(steps):
        for b_before, s_before, b in reversed(steps1):
            # backprop s = s + b["q"][0] * 0.01
            dq = np.zeros_like(b["q"], dtype=np.result_type(b["q"], 1.0))
            dq[0] = 0.01 * ds
            # backprop b = {"p": x * s, "q": x * x}
            dx += (2 * x) * dq
            dx += s_before * db["p"]
            ds += x @ db["p"]
            dx += (2 * x) * db["q"]
            db = zeros_of(b_before)
    return dx, ds


def tuple_in_nested_loops_forward(x: "N", s: float, n: int):
    """Forward pass of tuple_in_nested_loops.

    Gives out (N,) and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        steps1 = []
        for l in range(k):
            b_before = b
            s_before = s
            b = (x * s, x * x)
            s = s + b[1][0] * 0.01
            steps1.append((b_before, s_before, b))
        steps.append(steps1)
    out = b[0] * s + b[1]
    cache = (x, steps, b, s)
    return out, cache


def tuple_in_nested_loops_backward(dout, cache):
    """Backward pass of tuple_in_nested_loops: dx (N,) and ds, from dout (N,)."""
    x, steps, b, s = cache
    # backprop out = b[0] * s + b[1]
    db = zeros_of(b)
    db[0] += s * dout
    ds = b[0] @ dout
    db[1] += dout
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for steps1 in reversed(steps):
        for b_before, s_before, b in reversed(steps1):
            # backprop s = s + b[1][0] * 0.01
            db_1 = np.zeros_like(b[1], dtype=np.result_type(b[1], 1.0))
            db_1[0] = 0.01 * ds
            # backprop b = (x * s, x * x)
            dx += (2 * x) * db_1
            dx += s_before * db[0]
            ds += x @ db[0]
            dx += (2 * x) * db[1]
            db = zeros_of(b_before)
    return dx, ds


def behind_a_loop_without_turns_forward(x: "N", s: float, n: int):
    """Forward pass of behind_a_loop_without_turns.

    Gives out (N,) and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        b = [x * s, x * x]
        steps.append(b)
    s_times_x = None
    out_product = None
    if n > 0:
        s_times_x = s * x
        out_product = s_times_x * b[0]
        out = out_product * b[1][0]
    else:
        out = s * x
    cache = (x, s, n, steps, b, s_times_x, out_product)
    return out, cache


def behind_a_loop_without_turns_backward(dout, cache):
    """Backward pass of behind_a_loop_without_turns: dx (N,) and ds, from dout (N,)."""
    x, s, n, steps, b, s_times_x, out_product = cache
    if n > 0:
        # backprop out = out_product * b[1][0]
        dout_product = b[1][0] * dout
        db_1 = np.zeros_like(b[1], dtype=np.result_type(b[1], 1.0))
        db_1[0] = out_product @ dout
        # backprop out_product = s_times_x * b[0]
        ds_times_x = b[0] * dout_product
        db_0 = s_times_x * dout_product
        # backprop s_times_x = s * x
        ds = x @ ds_times_x
        dx = s * ds_times_x
    else:
        # backprop out = s * x
        ds = x @ dout
        dx = s * dout
        db_0 = zeros_of(b and b[0])
        db_1 = zeros_of(b and b[1])
    db = [db_0, db_1]
    for b in reversed(steps):
        # backprop b = [x * s, x * x]
        dx += s * db[0]
        ds += x @ db[0]
        dx += (2 * x) * db[1]
        db = [
            np.zeros_like(b[0], dtype=np.result_type(b[0], 1.0)),
            np.zeros_like(b[1], dtype=np.result_type(b[1], 1.0)),
        ]
    return dx, ds


def in_a_dict_behind_a_loop_forward(x: "N", s: float, n: int):
    """Forward pass of in_a_dict_behind_a_loop.

    Gives out (N,) and the cache (references, not copies).
    """
    c = None
    steps = []
    for k in range(n):
        b = [x * s, x * x]
        c = {"p": x * s, "q": b}
        steps.append(c)
    s_times_x = None
    out_product = None
    if n > 0:
        s_times_x = s * x
        out_product = s_times_x * c["p"]
        out = out_product * c["q"][1][0]
    else:
        out = s * x
    cache = (x, s, n, steps, c, s_times_x, out_product)
    return out, cache


def in_a_dict_behind_a_loop_backward(dout, cache):
    """Backward pass of in_a_dict_behind_a_loop: dx (N,) and ds, from dout (N,)."""
    x, s, n, steps, c, s_times_x, out_product = cache
    if n > 0:
        # backprop out = out_product * c["q"][1][0]
        dout_product = c["q"][1][0] * dout
        dq_1 = np.zeros_like(c["q"][1], dtype=np.result_type(c["q"][1], 1.0))
        dq_1[0] = out_product @ dout
        # backprop out_product = s_times_x * c["p"]
        ds_times_x = c["p"] * dout_product
        dp = s_times_x * dout_product
        # backprop s_times_x = s * x
        ds = x @ ds_times_x
        dx = s * ds_times_x
    else:
        # backprop out = s * x
        ds = x @ dout
        dx = s * dout
        dp = zeros_of(c and c["p"])
        dq_1 = zeros_of(c and c["q"][1])
    dq = [zeros_of(c and c["q"][0]), dq_1]
    dc = {"p": dp, "q": dq}
    for c in reversed(steps):
        # backprop c = {"p": x * s, "q": b}
        dx += s * dc["p"]
        ds += x @ dc["p"]
        db = dc["q"]
        # backprop b = [x * s, x * x]
        dx += s * db[0]
        ds += x @ db[0]
        dx += (2 * x) * db[1]
        dc = {
            "p": np.zeros_like(c["p"], dtype=np.result_type(c["p"], 1.0)),
            "q": [
                np.zeros_like(c["q"][0], dtype=np.result_type(c["q"][0], 1.0)),
                np.zeros_like(c["q"][1], dtype=np.result_type(c["q"][1], 1.0)),
            ],
        }
    return dx, ds


def dict_behind_a_loop_forward(x: "N", s: float, n: int):
    """Forward pass of dict_behind_a_loop.

    Gives out (N,) and the cache (references, not copies).
    """
    c = None
    steps = []
    for k in range(n):
        c = {"p": x * s, "q": x}
        steps.append(c)
    s_times_x = None
    out_product = None
    if n > 0:
        s_times_x = s * x
        out_product = s_times_x * c["p"]
        out = out_product * c["q"][1]
    else:
        out = s * x
    cache = (x, s, n, steps, c, s_times_x, out_product)
    return out, cache


def dict_behind_a_loop_backward(dout, cache):
    """Backward pass of dict_behind_a_loop: dx (N,) and ds, from dout (N,)."""
    x, s, n, steps, c, s_times_x, out_product = cache
    if n > 0:
        # backprop out = out_product * c["q"][1]
        dout_product = c["q"][1] * dout
        dq = np.zeros_like(c["q"], dtype=np.result_type(c["q"], 1.0))
        dq[1] = out_product @ dout
        # backprop out_product = s_times_x * c["p"]
        ds_times_x = c["p"] * dout_product
        dp = s_times_x * dout_product
        # backprop s_times_x = s * x
        ds = x @ ds_times_x
        dx = s * ds_times_x
    else:
        # backprop out = s * x
        ds = x @ dout
        dx = s * dout
        dp = zeros_of(c and c["p"])
        dq = zeros_of(c and c["q"])
    dc = {"p": dp, "q": dq}
    for c in reversed(steps):
        # backprop c = {"p": x * s, "q": x}
        dx += s * dc["p"]
        ds += x @ dc["p"]
        dx += dc["q"]
        dc = {
            "p": np.zeros_like(c["p"], dtype=np.result_type(c["p"], 1.0)),
            "q": np.zeros_like(c["q"], dtype=np.result_type(c["q"], 1.0)),
        }
    return dx, ds


def tuple_behind_a_loop_forward(x: "N", s: float, n: int):
    """Forward pass of tuple_behind_a_loop.

    Gives out (N,) and the cache (references, not copies).
    """
    c = None
    steps = []
    for k in range(n):
        c = (x * s, x)
        steps.append(c)
    s_times_x = None
    out_product = None
    if n > 0:
        s_times_x = s * x
        out_product = s_times_x * c[0]
        out = out_product * c[1][1]
    else:
        out = s * x
    cache = (x, s, n, steps, c, s_times_x, out_product)
    return out, cache


def tuple_behind_a_loop_backward(dout, cache):
    """Backward pass of tuple_behind_a_loop: dx (N,) and ds, from dout (N,)."""
    x, s, n, steps, c, s_times_x, out_product = cache
    if n > 0:
        # backprop out = out_product * c[1][1]
        dout_product = c[1][1] * dout
        dc_1 = np.zeros_like(c[1], dtype=np.result_type(c[1], 1.0))
        dc_1[1] = out_product @ dout
        # backprop out_product = s_times_x * c[0]
        ds_times_x = c[0] * dout_product
        dc_0 = s_times_x * dout_product
        # backprop s_times_x = s * x
        ds = x @ ds_times_x
        dx = s * ds_times_x
    else:
        # backprop out = s * x
        ds = x @ dout
        dx = s * dout
        dc_0 = zeros_of(c and c[0])
        dc_1 = zeros_of(c and c[1])
    dc = (dc_0, dc_1)
    for c in reversed(steps):
        # backprop c = (x * s, x)
        dx += s * dc[0]
        ds += x @ dc[0]
        dx += dc[1]
        dc = (
            np.zeros_like(c[0], dtype=np.result_type(c[0], 1.0)),
            np.zeros_like(c[1], dtype=np.result_type(c[1], 1.0)),
        )
    return dx, ds


def read_in_another_loop_forward(x: "N", s: float, n: int):
    """Forward pass of read_in_another_loop.

    Gives s and the cache (references, not copies).
    """
    b = None
    steps = []
    for k in range(n):
        items = []
        for v in x:
            items.append(v * s)
        b = items, s, x * s
        steps.append(b)
    s_before = s
    steps1 = []
    for k in range(n):
        b_0_0_times_b_0_1 = b[0][0] * b[0][1]
        s_product = b_0_0_times_b_0_1 * b[1]
        s = s + s_product * b[2][1]
        steps1.append((b_0_0_times_b_0_1, s_product))
    cache = (x, s_before, steps, b, steps1)
    return s, cache


def read_in_another_loop_backward(ds, cache):
    """Backward pass of read_in_another_loop: dx (N,) and ds, from ds."""
    x, s_before, steps, b, steps1 = cache
    db_2 = zeros_of(b and b[2])
    db_1 = 0.0
    db_0 = zeros_of(b and b[0])
    for b_0_0_times_b_0_1, s_product in reversed(steps1):
        # backprop s = s + s_product * b[2][1]
        ds_product = b[2][1] * ds
        db_2[1] += s_product * ds
        # backprop s_product = b_0_0_times_b_0_1 * b[1]
        db_0_0_times_b_0_1 = b[1] * ds_product
        db_1 += b_0_0_times_b_0_1 * ds_product
        # backprop b_0_0_times_b_0_1 = b[0][0] * b[0][1]
        db_0[0] += b[0][1] * db_0_0_times_b_0_1
        db_0[1] += b[0][0] * db_0_0_times_b_0_1
    db = (db_0, db_1, db_2)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for b in reversed(steps):
        # backprop b = items, s, x * s
        ditems = db[0]
        ds = ds + db[1]
        dx += s_before * db[2]
        ds += x @ db[2]
        for i in reversed(range(len(x))):
            v = x[i]
            # backprop items.append(v * s)
            ditems_last = ditems.pop()
            dv = s_before * ditems_last
            ds += v * ditems_last
            dx[i] += dv
        db = (
            [0.0] * len(b[0]),
            0.0,
            np.zeros_like(b[2], dtype=np.result_type(b[2], 1.0)),
        )
    return dx, ds


def tuple_in_one_arm_forward(x: "N", s: float, n: int):
    """Forward pass of tuple_in_one_arm: s and the cache (references, not copies)."""
    b = None
    if n == 1:
        b = (x * s, x)
    s_before = s
    steps = []
    for k in range(n):
        b_0_0_times_b_0_1 = b[0][0] * b[0][1]
        s_product = b_0_0_times_b_0_1 * b[1][0]
        s = s + s_product * b[1][1]
        steps.append((b_0_0_times_b_0_1, s_product))
    cache = (x, s_before, n, b, steps)
    return s, cache


def tuple_in_one_arm_backward(ds, cache):
    """Backward pass of tuple_in_one_arm: dx (N,) and ds, from ds."""
    x, s_before, n, b, steps = cache
    db = zeros_of(b)
    for b_0_0_times_b_0_1, s_product in reversed(steps):
        # backprop s = s + s_product * b[1][1]
        ds_product = b[1][1] * ds
        db[1][1] += s_product * ds
        # backprop s_product = b_0_0_times_b_0_1 * b[1][0]
        db_0_0_times_b_0_1 = b[1][0] * ds_product
        db[1][0] += b_0_0_times_b_0_1 * ds_product
        # backprop b_0_0_times_b_0_1 = b[0][0] * b[0][1]
        db[0][0] += b[0][1] * db_0_0_times_b_0_1
        db[0][1] += b[0][0] * db_0_0_times_b_0_1
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    if n == 1:
        # backprop b = (x * s, x)
        dx = s_before * db[0]
        ds = ds + x @ db[0]
        dx += db[1]
    return dx, ds
