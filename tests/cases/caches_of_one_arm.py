# arguments turns_of_one_arm: x=(3,), n=2
# arguments turns_of_one_arm: x=(3,), n=0
# arguments call_of_one_arm: u=(3,), n=1
# arguments call_of_one_arm: u=(3,), n=2
# arguments item_of_a_list_that_grows: s=0.7
# first order only call_of_one_arm: the cache of a call that one arm makes
import numpy as np


def turns_of_one_arm(x: "N", n: int):
    y = x * 2.0
    for i in range(n):
        if i > 0:
            for j in range(i, 3):
                y = np.sin(y) * x
    return y


def scaled(s: float):
    ones = np.ones(3) * 2.0
    return ones * 0.5, ones


def call_of_one_arm(u: np.ndarray, n: int):
    if n < 2:
        row = np.zeros(3)
    else:
        x = np.sum(np.sin(u))
        ones, row = scaled(x * 2.0)
    return row * 1.0, row


def item_of_a_list_that_grows(s: float):
    halves = [0.5 * s]
    for _ in range(2):
        out = halves[0]
        ones = np.ones(3)
    halves.append(ones[1])
    return out


# output
"""Forward and backward passes of caches_of_one_arm.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def turns_of_one_arm_forward(x: "N", n: int):
    """Forward pass of turns_of_one_arm.

    Gives y (N,) and the cache (references, not copies).
    """
    y = x * 2.0
    steps = []
    for i in range(n):
        steps1 = None
        if i > 0:
            steps1 = []
            for j in range(i, 3):
                y_before = y
                sin_y = np.sin(y)
                y = sin_y * x
                steps1.append((y_before, sin_y))
        steps.append(steps1)
    cache = (x, n, steps)
    return y, cache


def turns_of_one_arm_backward(dy, cache):
    """Backward pass of turns_of_one_arm: dx (N,), from dy (N,)."""
    x, n, steps = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for i in reversed(range(n)):
        steps1 = steps[i]
        if i > 0:
            for y_before, sin_y in reversed(steps1):
                # backprop y = sin_y * x
                dsin_y = x * dy
                dx += sin_y * dy
                # backprop sin_y = np.sin(y)
                dy = np.cos(y_before) * dsin_y
    # backprop y = x * 2.0
    dx += 2.0 * dy
    return dx


def scaled_forward(s: float):
    """Forward pass of scaled: out (3,), ones (3,) and the cache."""
    ones = np.ones(3) * 2.0
    out = ones * 0.5
    cache = ()
    return out, ones, cache


def scaled_backward(dout, dones, cache):
    """Backward pass of scaled: ds, from dout (3,) and dones (3,)."""
    ds = 0.0
    return ds


def call_of_one_arm_forward(u: np.ndarray, n: int):
    """Forward pass of call_of_one_arm.

    Gives out (3,), row (3,) and the cache (references, not copies).
    """
    ones = None
    scaled_cache = None
    if n < 2:
        row = np.zeros(3)
    else:
        x = np.sum(np.sin(u))
        ones_product = x * 2.0
        ones, row, scaled_cache = scaled_forward(ones_product)
    out = row * 1.0
    cache = (u, n, ones, scaled_cache)
    return out, row, cache


def call_of_one_arm_backward(dout, drow, cache):
    """Backward pass of call_of_one_arm: du, from dout (3,) and drow (3,)."""
    u, n, ones, scaled_cache = cache
    # backprop out = row * 1.0
    drow = drow + dout
    du = np.zeros_like(u, dtype=np.result_type(u, 1.0))
    if not n < 2:
        # backprop ones, row = scaled(ones_product)
        dones = np.zeros_like(ones, dtype=np.result_type(ones, 1.0))
        dones_product = scaled_backward(dones, drow, scaled_cache)
        # backprop ones_product = x * 2.0
        dx = 2.0 * dones_product
        # backprop x = np.sum(np.sin(u))
        du = np.cos(u) * dx
    return du


def item_of_a_list_that_grows_forward(s: float):
    """Forward pass of item_of_a_list_that_grows.

    Gives out and the cache (references, not copies).
    """
    halves = [0.5 * s]
    for _ in range(2):
        out = halves[0]
        ones = np.ones(3)
    halves.append(ones[1])
    cache = (halves,)
    return out, cache


def item_of_a_list_that_grows_backward(dout, cache):
    """Backward pass of item_of_a_list_that_grows: ds, from dout."""
    (halves,) = cache
    dhalves = [0.0] * len(halves)
    for _ in range(2):
        # backprop out = halves[0]
        dhalves[0] += dout
        dout = 0.0
    # backprop halves = [0.5 * s]
    ds = 0.5 * dhalves[0]
    return ds
