# arguments summed: x=(3,), n=3
# arguments multiplied: x=(3,), b=1.3, n=3
# arguments two_at_once: x=(3,), b=1.3, n=3
# arguments in_a_list: x=(2,), n=3
# arguments in_a_dict: x=(2,), n=3
# first order only in_a_dict: gradients of a dict by any key are not taken twice
import numpy as np


def summed(x: "N", n: int):
    s = 0.0
    for _ in range(n):
        s += x * s + x  # the first turn makes an array, the second writes into it
    return s


def multiplied(x: "N", b: float, n: int):
    for _ in range(n):
        b *= x
    return b


def two_at_once(x: "N", b: float, n: int):
    s = 0.0
    for _ in range(n):
        s += b * x
        b += s * 0.1
    return b + s



def in_a_list(x: "N", n: int):
    sums = [0.0] * n
    for k in range(n):
        sums[k] += x
        sums[k] += x * sums[k]
    return sums[0] * sums[1] + sums[2]


def in_a_dict(x: "N", n: int):
    sums = {}
    for k in range(n):
        sums[k] = 0.0
        for _ in range(n):
            sums[k] += x * sums[k] + x
    return sums[0] * sums[1]


# output
"""Forward and backward passes of number_that_becomes_an_array_in_turns.py: do not edit.

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


def summed_forward(x: "N", n: int):
    """Forward pass of summed: s and the cache (references, not copies)."""
    s = 0.0
    s_before = []
    for _ in range(n):
        s_before.append(s)
        s = s + (x * s + x)  # the first turn makes an array, the second writes into it
    cache = (x, s_before)
    return s, cache


def summed_backward(ds, cache):
    """Backward pass of summed: dx (N,), from ds."""
    x, s_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for s in reversed(s_before):
        # backprop s = s + (x * s + x)
        ds_next = ds
        ds = 1 * unbroadcast(ds_next, s)
        dx += unbroadcast(s * ds_next, x)
        ds += unbroadcast(x * ds_next, s)
        dx += unbroadcast(ds_next, x)
    return dx


def multiplied_forward(x: "N", b: float, n: int):
    """Forward pass of multiplied: b and the cache (references, not copies)."""
    b_before = []
    for _ in range(n):
        b_before.append(b)
        b = b * x
    cache = (x, b_before)
    return b, cache


def multiplied_backward(db, cache):
    """Backward pass of multiplied: dx (N,) and db, from db."""
    x, b_before = cache
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for b in reversed(b_before):
        # backprop b = b * x
        dx += unbroadcast(b * db, x)
        db = unbroadcast(x * db, b)
    db = 1 * db
    return dx, db


def two_at_once_forward(x: "N", b: float, n: int):
    """Forward pass of two_at_once: out and the cache (references, not copies)."""
    s = 0.0
    steps = []
    for _ in range(n):
        steps.append((s, b))
        s = s + b * x
        b = b + s * 0.1
    out = b + s
    cache = (x, steps, s, b)
    return out, cache


def two_at_once_backward(dout, cache):
    """Backward pass of two_at_once: dx (N,) and db, from dout."""
    x, steps, s, b = cache
    # backprop out = b + s
    db = 1 * unbroadcast(dout, b)
    ds = 1.0 * unbroadcast(dout, s)
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for s, b in reversed(steps):
        # backprop b = b + s * 0.1
        ds += 0.1 * db
        db = unbroadcast(db, b)
        # backprop s = s + b * x
        db += unbroadcast(x * ds, b)
        dx += unbroadcast(b * ds, x)
        ds = unbroadcast(ds, s)
    return dx, db


def in_a_list_forward(x: "N", n: int):
    """Forward pass of in_a_list: out and the cache (references, not copies)."""
    sums = [0.0] * n
    steps = []
    for k in range(n):
        sums[k] += x
        sums_k = copy_of(sums[k])
        x_times_sums_k = x * sums_k
        sums[k] += x_times_sums_k
        steps.append((sums_k, x_times_sums_k))
    out = sums[0] * sums[1] + sums[2]
    cache = (x, n, steps, sums)
    return out, cache


def in_a_list_backward(dout, cache):
    """Backward pass of in_a_list: dx (N,), from dout."""
    x, n, steps, sums = cache
    # backprop out = sums[0] * sums[1] + sums[2]
    dsums = zeros_of(sums)
    dsums[0] += unbroadcast(sums[1] * dout, sums[0])
    dsums[1] += unbroadcast(sums[0] * dout, sums[1])
    dsums[2] += unbroadcast(dout, sums[2])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        sums_k, x_times_sums_k = steps[k]
        # backprop sums[k] += x_times_sums_k
        dx_times_sums_k = unbroadcast(dsums[k], x_times_sums_k)
        # backprop x_times_sums_k = x * sums_k
        dx += unbroadcast(sums_k * dx_times_sums_k, x)
        dsums_k = unbroadcast(x * dx_times_sums_k, sums_k)
        # backprop sums_k = copy_of(sums[k])
        dsums[k] += dsums_k
        # backprop sums[k] += x
        dx += unbroadcast(dsums[k], x)
    return dx


def in_a_dict_forward(x: "N", n: int):
    """Forward pass of in_a_dict: out and the cache (references, not copies)."""
    sums = {}
    steps = []
    for k in range(n):
        sums[k] = 0.0
        steps1 = []
        for _ in range(n):
            sums_k = copy_of(sums[k])
            sums_sum = x * sums_k + x
            sums[k] += sums_sum
            steps1.append((sums_k, sums_sum))
        steps.append(steps1)
    out = sums[0] * sums[1]
    cache = (x, n, steps, sums)
    return out, cache


def in_a_dict_backward(dout, cache):
    """Backward pass of in_a_dict: dx (N,), from dout."""
    x, n, steps, sums = cache
    # backprop out = sums[0] * sums[1]
    dsums = zeros_of(sums)
    dsums[0] += unbroadcast(sums[1] * dout, sums[0])
    dsums[1] += unbroadcast(sums[0] * dout, sums[1])
    dx = np.zeros_like(x, dtype=np.result_type(x, 1.0))
    for k in reversed(range(n)):
        steps1 = steps[k]
        for sums_k, sums_sum in reversed(steps1):
            # backprop sums[k] += sums_sum
            dsums_sum = unbroadcast(dsums[k], sums_sum)
            # backprop sums_sum = x * sums_k + x
            dx += unbroadcast(sums_k * dsums_sum, x)
            dsums_k = unbroadcast(x * dsums_sum, sums_k)
            dx += unbroadcast(dsums_sum, x)
            # backprop sums_k = copy_of(sums[k])
            dsums[k] += dsums_k
        # backprop sums[k] = 0.0
        dsums[k] = 0.0
    return dx
