# arguments in_a_branch: x=(3,), c=1.0
# arguments in_a_loop: x=(4,), n=2
# arguments named_in_each_turn: x=(4,), n=2
# first order only in_a_loop: a gradient is written into in its own memory
# arguments without_annotations: x=(4,), n=2
import numpy as np


def in_a_branch(x: "N", c: float):
    a = x * x
    if c > 0:
        b = a
        b[0] = a[1] * 2
    return np.sum(a**2)


def in_a_loop(x: "N", n: int):
    a = x * x
    b = a
    for i in range(n):
        b[i] = a[i] * a[i + 1]
        a[i + 1] *= b[i]
    return np.sum(a * b)


def named_in_each_turn(x: "N", n: int):
    a = x * x
    for i in range(n):
        b = a
        b[i] = a[i] * a[i + 1]
    return np.sum(a**2)


def without_annotations(x, n):
    a = np.exp(x)
    for i in range(n):
        b = a
        b[i] = a[i] * a[i + 1]
    return np.sum(a**2)


# output
"""Forward and backward passes of array_written_by_two_names_in_blocks.py: do not edit.

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


def in_a_branch_forward(x: "N", c: float):
    """Forward pass of in_a_branch: out and the cache (references, not copies)."""
    a = x * x
    if c > 0:
        a[0] = a[1] * 2
    out = np.sum(a**2)
    cache = (x, c, a)
    return out, cache


def in_a_branch_backward(dout, cache):
    """Backward pass of in_a_branch: dx (N,) and dc, from dout."""
    x, c, a = cache
    # backprop out = np.sum(a**2)
    da = (2 * a) * dout
    if c > 0:
        # backprop a[0] = a[1] * 2
        da[1] += 2 * da[0]
        da[0] = 0.0
    # backprop a = x * x
    dx = (2 * x) * da
    dc = 0.0
    return dx, dc


def in_a_loop_forward(x: "N", n: int):
    """Forward pass of in_a_loop: out and the cache (references, not copies)."""
    a = x * x
    steps = []
    for i in range(n):
        a_i = a[i]
        a_part1 = a[i + 1]
        a[i] = a_i * a_part1
        a_part2 = a[i + 1]
        a[i + 1] = a_part2 * a[i]
        steps.append((a_i, a_part1, a_part2))
    out = np.sum(a * a)
    cache = (x, n, steps, a)
    return out, cache


def in_a_loop_backward(dout, cache):
    """Backward pass of in_a_loop: dx (N,), from dout."""
    x, n, steps, a = cache
    # backprop out = np.sum(a * a)
    da = (2 * a) * dout
    for i in reversed(range(n)):
        a_i, a_part1, a_part2 = steps[i]
        # backprop a[i + 1] = a_part2 * a[i]
        da_part = da[i + 1]
        da[i + 1] = 0.0
        da_part2 = a[i] * da_part
        da[i] += a_part2 * da_part
        # backprop a_part2 = a[i + 1]
        da[i + 1] += da_part2
        # backprop a[i] = a_i * a_part1
        da_i = a_part1 * da[i]
        da_part1 = a_i * da[i]
        da[i] = 0.0
        # backprop a_part1 = a[i + 1]
        da[i + 1] += da_part1
        # backprop a_i = a[i]
        da[i] += da_i
    # backprop a = x * x
    dx = (2 * x) * da
    return dx


def named_in_each_turn_forward(x: "N", n: int):
    """Forward pass of named_in_each_turn.

    Gives out and the cache (references, not copies).
    """
    a = x * x
    steps = []
    for i in range(n):
        a_i = a[i]
        a_part = a[i + 1]
        a[i] = a_i * a_part
        steps.append((a_i, a_part))
    out = np.sum(a**2)
    cache = (x, n, steps, a)
    return out, cache


def named_in_each_turn_backward(dout, cache):
    """Backward pass of named_in_each_turn: dx (N,), from dout."""
    x, n, steps, a = cache
    # backprop out = np.sum(a**2)
    da = (2 * a) * dout
    for i in reversed(range(n)):
        a_i, a_part = steps[i]
        # backprop a[i] = a_i * a_part
        da_i = a_part * da[i]
        da_part = a_i * da[i]
        da[i] = 0.0
        # backprop a_part = a[i + 1]
        da[i + 1] += da_part
        # backprop a_i = a[i]
        da[i] += da_i
    # backprop a = x * x
    dx = (2 * x) * da
    return dx


def without_annotations_forward(x, n):
    """Forward pass of without_annotations.

    Gives out and the cache (references, not copies).
    """
    a = np.exp(x)
    a_before = a.copy()
    steps = []
    for i in range(n):
        a_i = copy_of(a[i])
        a_part = copy_of(a[i + 1])
        a_i_times_a_part = a_i * a_part
        a[i] = a_i_times_a_part
        steps.append((a_i, a_part, a_i_times_a_part))
    out = np.sum(a**2)
    cache = (n, a_before, steps, a)
    return out, cache


def without_annotations_backward(dout, cache):
    """Backward pass of without_annotations: dx, from dout."""
    n, a_before, steps, a = cache
    # backprop out = np.sum(a**2)
    da = (2 * a) * dout
    for i in reversed(range(n)):
        a_i, a_part, a_i_times_a_part = steps[i]
        # backprop a[i] = a_i_times_a_part
        da_i_times_a_part = 1 * unbroadcast(da[i], a_i_times_a_part)
        da[i] = 0.0
        # backprop a_i_times_a_part = a_i * a_part
        da_i = unbroadcast(a_part * da_i_times_a_part, a_i)
        da_part = unbroadcast(a_i * da_i_times_a_part, a_part)
        # backprop a_part = copy_of(a[i + 1])
        da[i + 1] += da_part
        # backprop a_i = copy_of(a[i])
        da[i] += da_i
    # backprop a = np.exp(x)
    dx = a_before * da
    return dx
