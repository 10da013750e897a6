# arguments: x=(3,), name="square", twice=True
# arguments by_a_value: x=(3,)
# arguments in_turns: x=(3,), n=4
# arguments passed_on: x=(3,), curved=True, b=1.2
# arguments over_a_list: row=[0.4, 1.2], flat=False
# arguments beside_others: x=(3,), mode="wide"
# arguments nested: x=(3,), n=1
# first order only passed_on: what the cache holds is another cache
import numpy as np

TABLE = {"tanh": np.tanh, "exp": np.exp}


def leaky(x):
    return np.maximum(x, 0.1 * x)


def applied(f, x, times):
    for _ in range(times):
        x = f(x)
    return x


def by_a_value(x: "N"):
    act = np.tanh if x[0] > 1 else leaky  # asked once
    x = x - 1
    return np.sum(act(x) * act(2 * x))


def in_turns(x: "N", n: int):
    act = np.tanh
    for i in range(n):
        x = act(x)
        if i == 1:
            act = leaky
        else:
            act = np.sin if i % 2 else np.cos
    return np.sum(act(x))


def passed_on(x: "N", curved: bool, b: float):
    act = (lambda v: v * b) if curved else np.sin
    return np.sum(applied(act, x, 2))


def over_a_list(row: list[float], flat: bool):
    act = (lambda v: 2 * v) if flat else TABLE["exp"]
    return sum(act(v) for v in row) * sum(map(act, row))


def beside_others(x: "N", mode: str):
    if mode == "wide":
        scale = 2.0
        act = np.tanh
    else:
        scale = 3.0
        act = leaky
    return scale * np.sum(act(x))


def nested(x: "N", n: int):
    act = (np.tanh if n > 1 else np.sin) if n > 0 else np.exp
    return np.sum(x * (act(2 * x) if n < 5 else x))


def f(x: "N", name: str, twice: bool):
    if name == "square":
        act = np.square
    elif name == "leaky":
        act = leaky
    else:
        raise ValueError(name)
    y = act(x)
    return np.sum((act if twice else np.cos)(y))


# output
"""Forward and backward passes of function_chosen_by_a_condition.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def leaky_forward(x):
    """Forward pass of leaky: out and the cache (references, not copies)."""
    out_product = 0.1 * x
    out = np.maximum(x, out_product)
    cache = (x, out_product)
    return out, cache


def leaky_backward(dout, cache):
    """Backward pass of leaky: dx, from dout."""
    x, out_product = cache
    # backprop out = np.maximum(x, out_product)
    dx = (x >= out_product) * dout
    dout_product = (x < out_product) * dout
    # backprop out_product = 0.1 * x
    dx += 0.1 * dout_product
    return dx


def by_a_value_forward(x: "N"):
    """Forward pass of by_a_value: out and the cache (references, not copies)."""
    act_is_tanh = x[0] > 1  # asked once
    x = x - 1
    leaky_cache = None
    if act_is_tanh:
        chosen = np.tanh(x)
    else:
        chosen, leaky_cache = leaky_forward(x)
    chosen1_cache = None
    if act_is_tanh:
        chosen1 = np.tanh(2 * x)
    else:
        chosen1_product = 2 * x
        chosen1, chosen1_cache = leaky_forward(chosen1_product)
    out = np.sum(chosen * chosen1)
    cache = (act_is_tanh, chosen, leaky_cache, chosen1, chosen1_cache)
    return out, cache


def by_a_value_backward(dout, cache):
    """Backward pass of by_a_value: dx (N,), from dout."""
    act_is_tanh, chosen, leaky_cache, chosen1, chosen1_cache = cache
    # backprop out = np.sum(chosen * chosen1)
    dchosen = chosen1 * dout
    dchosen1 = chosen * dout
    if act_is_tanh:
        # backprop chosen1 = np.tanh(2 * x)
        dx = 2 * (1 - chosen1**2) * dchosen1
    else:
        # backprop chosen1 = leaky(chosen1_product)
        dchosen1_product = leaky_backward(dchosen1, chosen1_cache)
        # backprop chosen1_product = 2 * x
        dx = 2 * dchosen1_product
    if act_is_tanh:
        # backprop chosen = np.tanh(x)
        dx += (1 - chosen**2) * dchosen
    else:
        # backprop chosen = leaky(x)
        dx_leaky = leaky_backward(dchosen, leaky_cache)
        dx += dx_leaky
    return dx


def in_turns_forward(x: "N", n: int):
    """Forward pass of in_turns: out and the cache (references, not copies)."""
    act_number = 0
    steps = []
    for i in range(n):
        x_before = x
        act_number_before = act_number
        leaky_cache = None
        if act_number == 0:
            x = np.tanh(x)
        elif act_number == 1:
            x, leaky_cache = leaky_forward(x)
        elif act_number == 2:
            x = np.sin(x)
        else:
            x = np.cos(x)
        if i == 1:
            act_number = 1
        else:
            act_number = 2 if i % 2 else 3
        steps.append((x_before, act_number_before, x, leaky_cache))
    chosen1_cache = None
    if act_number == 0:
        chosen1 = np.tanh(x)
    elif act_number == 1:
        chosen1, chosen1_cache = leaky_forward(x)
    elif act_number == 2:
        chosen1 = np.sin(x)
    else:
        chosen1 = np.cos(x)
    out = np.sum(chosen1)
    cache = (steps, x, act_number, chosen1, chosen1_cache)
    return out, cache


def in_turns_backward(dout, cache):
    """Backward pass of in_turns: dx (N,), from dout."""
    steps, x, act_number, chosen1, chosen1_cache = cache
    # backprop out = np.sum(chosen1)
    dchosen1 = np.ones_like(chosen1) * dout
    if act_number == 0:
        # backprop chosen1 = np.tanh(x)
        dx = (1 - chosen1**2) * dchosen1
    elif act_number == 1:
        # backprop chosen1 = leaky(x)
        dx = leaky_backward(dchosen1, chosen1_cache)
    elif act_number == 2:
        # backprop chosen1 = np.sin(x)
        dx = np.cos(x) * dchosen1
    else:
        # backprop chosen1 = np.cos(x)
        dx = -np.sin(x) * dchosen1
    for x_before, act_number_before, x, leaky_cache in reversed(steps):
        if act_number_before == 0:
            # backprop x = np.tanh(x)
            dx = (1 - x**2) * dx
        elif act_number_before == 1:
            # backprop x = leaky(x)
            dx = leaky_backward(dx, leaky_cache)
        elif act_number_before == 2:
            # backprop x = np.sin(x)
            dx = np.cos(x_before) * dx
        else:
            # backprop x = np.cos(x)
            dx = -np.sin(x_before) * dx
    return dx


def applied_passed_on_forward(x, times, b: float):
    """Forward pass of applied_passed_on: x and the cache (references, not copies)."""
    x_before = []
    for _ in range(times):
        x_before.append(x)
        x = x * b
    cache = (b, x_before)
    return x, cache


def applied_passed_on_backward(dx, cache):
    """Backward pass of applied_passed_on: dx and db, from dx."""
    b, x_before = cache
    db = 0.0
    for x in reversed(x_before):
        # backprop x = x * b
        db += np.sum(x * dx)
        dx = b * dx
    dx = 1 * dx
    return dx, db


def applied_sin_forward(x, times):
    """Forward pass of applied_sin: x and the cache (references, not copies)."""
    x_before = []
    for _ in range(times):
        x_before.append(x)
        x = np.sin(x)
    cache = (x_before,)
    return x, cache


def applied_sin_backward(dx, cache):
    """Backward pass of applied_sin: dx, from dx."""
    (x_before,) = cache
    for x in reversed(x_before):
        # backprop x = np.sin(x)
        dx = np.cos(x) * dx
    dx = 1 * dx
    return dx


def passed_on_forward(x: "N", curved: bool, b: float):
    """Forward pass of passed_on: out and the cache (references, not copies)."""
    applied_passed_on_cache = None
    applied_sin_cache = None
    if curved:
        chosen, applied_passed_on_cache = applied_passed_on_forward(x, 2, b)
    else:
        chosen, applied_sin_cache = applied_sin_forward(x, 2)
    out = np.sum(chosen)
    cache = (curved, applied_passed_on_cache, applied_sin_cache, chosen)
    return out, cache


def passed_on_backward(dout, cache):
    """Backward pass of passed_on: dx (N,) and db, from dout."""
    curved, applied_passed_on_cache, applied_sin_cache, chosen = cache
    # backprop out = np.sum(chosen)
    dchosen = np.ones_like(chosen) * dout
    if curved:
        # backprop chosen = applied_passed_on(x, 2, b)
        dx, db = applied_passed_on_backward(dchosen, applied_passed_on_cache)
    else:
        # backprop chosen = applied_sin(x, 2)
        dx = applied_sin_backward(dchosen, applied_sin_cache)
        db = 0.0
    return dx, db


def over_a_list_forward(row: list[float], flat: bool):
    """Forward pass of over_a_list: out and the cache (references, not copies)."""
    steps = None
    if flat:
        chosen = 0
        for item in row:
            chosen += 2 * item
    else:
        chosen = 0
        steps = []
        for item1 in row:
            exp_item1 = np.exp(item1)
            chosen += exp_item1
            steps.append(exp_item1)
    total = 0
    steps1 = []
    for v in row:
        exp_v = None
        if flat:
            total += 2 * v
        else:
            exp_v = np.exp(v)
            total += exp_v
        steps1.append(exp_v)
    out = total * chosen
    cache = (row, flat, steps, chosen, steps1, total)
    return out, cache


def over_a_list_backward(dout, cache):
    """Backward pass of over_a_list: drow, from dout."""
    row, flat, steps, chosen, steps1, total = cache
    # backprop out = total * chosen
    dtotal = chosen * dout
    dchosen = total * dout
    drow = [0.0] * len(row)
    for i2 in reversed(range(len(row))):
        exp_v = steps1[i2]
        if flat:
            # backprop total += 2 * v
            dv = 2 * dtotal
        else:
            # backprop exp_v = np.exp(v)
            dv = exp_v * dtotal
        drow[i2] = dv
    if flat:
        for i in reversed(range(len(row))):
            # backprop chosen += 2 * item
            ditem = 2 * dchosen
            drow[i] += ditem
    else:
        for i1 in reversed(range(len(row))):
            exp_item1 = steps[i1]
            # backprop exp_item1 = np.exp(item1)
            ditem1 = exp_item1 * dchosen
            drow[i1] += ditem1
    return drow


def beside_others_forward(x: "N", mode: str):
    """Forward pass of beside_others: out and the cache (references, not copies)."""
    if mode == "wide":
        scale = 2.0
        act_number = 0
    else:
        scale = 3.0
        act_number = 1
    leaky_cache = None
    if act_number == 0:
        chosen = np.tanh(x)
    else:
        chosen, leaky_cache = leaky_forward(x)
    out = scale * np.sum(chosen)
    cache = (scale, act_number, chosen, leaky_cache)
    return out, cache


def beside_others_backward(dout, cache):
    """Backward pass of beside_others: dx (N,), from dout."""
    scale, act_number, chosen, leaky_cache = cache
    # backprop out = scale * np.sum(chosen)
    dchosen = np.ones_like(chosen) * (scale * dout)
    if act_number == 0:
        # backprop chosen = np.tanh(x)
        dx = (1 - chosen**2) * dchosen
    else:
        # backprop chosen = leaky(x)
        dx = leaky_backward(dchosen, leaky_cache)
    return dx


def nested_forward(x: "N", n: int):
    """Forward pass of nested: out and the cache (references, not copies)."""
    act_number = (0 if n > 1 else 1) if n > 0 else 2
    sin_in = None
    if n < 5:
        if act_number == 0:
            chosen = np.tanh(2 * x)
        elif act_number == 1:
            sin_in = 2 * x
            chosen = np.sin(sin_in)
        else:
            chosen = np.exp(2 * x)
    else:
        chosen = x
    out = np.sum(x * chosen)
    cache = (x, n, act_number, chosen, sin_in)
    return out, cache


def nested_backward(dout, cache):
    """Backward pass of nested: dx (N,), from dout."""
    x, n, act_number, chosen, sin_in = cache
    # backprop out = np.sum(x * chosen)
    dx = chosen * dout
    dchosen = x * dout
    if n < 5:
        if act_number == 0:
            # backprop chosen = np.tanh(2 * x)
            dx += 2 * (1 - chosen**2) * dchosen
        elif act_number == 1:
            # backprop chosen = np.sin(sin_in)
            dsin_in = np.cos(sin_in) * dchosen
            # backprop sin_in = 2 * x
            dx += 2 * dsin_in
        else:
            # backprop chosen = np.exp(2 * x)
            dx += 2 * chosen * dchosen
    else:
        # backprop chosen = x
        dx += dchosen
    return dx


def f_forward(x: "N", name: str, twice: bool):
    """Forward pass of f: out and the cache (references, not copies)."""
    if name != "square" and name != "leaky":
        raise ValueError(name)
    leaky_cache = None
    y_test = name == "square"
    if y_test:
        y = np.square(x)
    else:
        y, leaky_cache = leaky_forward(x)
    chosen_test = None
    chosen_cache = None
    if twice:
        chosen_test = name == "square"
        if chosen_test:
            chosen = np.square(y)
        else:
            chosen, chosen_cache = leaky_forward(y)
    else:
        chosen = np.cos(y)
    out = np.sum(chosen)
    cache = (x, twice, y_test, leaky_cache, y, chosen_test, chosen_cache, chosen)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: dx (N,), from dout."""
    x, twice, y_test, leaky_cache, y, chosen_test, chosen_cache, chosen = cache
    # backprop out = np.sum(chosen)
    dchosen = np.ones_like(chosen) * dout
    if twice:
        if chosen_test:
            # backprop chosen = np.square(y)
            dy = (2 * y) * dchosen
        else:
            # backprop chosen = leaky(y)
            dy = leaky_backward(dchosen, chosen_cache)
    else:
        # backprop chosen = np.cos(y)
        dy = -np.sin(y) * dchosen
    if y_test:
        # backprop y = np.square(x)
        dx = (2 * x) * dy
    else:
        # backprop y = leaky(x)
        dx = leaky_backward(dy, leaky_cache)
    return dx
