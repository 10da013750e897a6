# arguments beside_others: t=(3,3), steps=(3,)
# arguments alone: A=(2,2), n=3
# arguments in_place: t=(3,3), steps=(3,)
# names matter: steps is what a history is called
import numpy as np


def beside_others(t: "N N", steps: "N"):
    total = 0.0
    for i in range(2):
        for steps, a in zip(t, steps):
            total = total + a * a
    return total * np.sum(steps)


def alone(A: "N N", n: int):
    total = 0.0
    for i in range(n):
        row = A[i % 2]
        for row in row:
            total = total + np.sin(row) * row
    return total * row


def in_place(t: "N N", steps: "N"):
    total = 0.0
    for i in range(2):
        for steps, a in zip(t, steps[::-1]):
            a **= 2
            total = total + a + a
    return total * np.sum(steps)


# output
"""Forward and backward passes of items_of_the_name_of_what_is_gone_over_again.py: do
not edit.

Made by `backprop generate`.
"""

import numpy as np


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


def beside_others_forward(t: "N N", steps: "N"):
    """Forward pass of beside_others: out and the cache (references, not copies)."""
    total = 0.0
    steps_before = []
    for i in range(2):
        steps_before.append(steps)
        for steps, a in zip(t, steps):
            total = total + a * a
    sum_steps = np.sum(steps)
    out = total * sum_steps
    cache = (t, steps_before, steps, total, sum_steps)
    return out, cache


def beside_others_backward(dout, cache):
    """Backward pass of beside_others: dt (N, N) and dsteps (N,), from dout."""
    t, steps_before, steps, total, sum_steps = cache
    # backprop out = total * sum_steps
    dtotal = sum_steps * dout
    dsum_steps = total * dout
    # backprop sum_steps = np.sum(steps)
    dsteps = np.ones_like(steps) * dsum_steps
    dt = np.zeros_like(t, dtype=np.result_type(t, 1.0))
    for steps_in in reversed(steps_before):
        dsteps_over = np.zeros_like(steps_in, dtype=np.result_type(steps_in, 1.0))
        for i1 in reversed(range(min(len(t), len(steps_in)))):
            steps = t[i1]
            a = steps_in[i1]
            # backprop total = total + a * a
            da = (2 * a) * dtotal
            dsteps_over[i1] = da
            dt[i1] += dsteps
            dsteps = np.zeros_like(steps, dtype=np.result_type(steps, 1.0))
        dsteps += dsteps_over
    return dt, dsteps


def alone_forward(A: "N N", n: int):
    """Forward pass of alone: out and the cache (references, not copies)."""
    total = 0.0
    steps = []
    for i in range(n):
        row = A[i % 2]
        row_before = row
        steps1 = []
        for row in row:
            sin_row = np.sin(row)
            total = total + sin_row * row
            steps1.append(sin_row)
        steps.append((row_before, steps1, row))
    out = total * row
    cache = (A, n, steps, row, total)
    return out, cache


def alone_backward(dout, cache):
    """Backward pass of alone: dA (N, N), from dout."""
    A, n, steps, row, total = cache
    # backprop out = total * row
    dtotal = np.sum(row * dout)
    drow = total * dout
    dA = np.zeros_like(A, dtype=np.result_type(A, 1.0))
    for i in reversed(range(n)):
        row_before, steps1, row = steps[i]
        drow = unbroadcast(drow, row)
        drow_over = np.zeros_like(row_before, dtype=np.result_type(row_before, 1.0))
        for i1 in reversed(range(len(row_before))):
            sin_row = steps1[i1]
            row = row_before[i1]
            drow = unbroadcast(drow, row)
            # backprop total = total + sin_row * row
            dsin_row = row * dtotal
            drow += sin_row * dtotal
            # backprop sin_row = np.sin(row)
            drow += np.cos(row) * dsin_row
            drow_over[i1] = drow
            drow = 0.0
        drow = unbroadcast(drow, row_before)
        drow += drow_over
        # backprop row = A[i % 2]
        dA[i % 2] += drow
        drow = 0.0
    return dA


def in_place_forward(t: "N N", steps: "N"):
    """Forward pass of in_place: out and the cache (references, not copies)."""
    total = 0.0
    steps_before = []
    for i in range(2):
        steps_before.append(steps)
        for steps, a in zip(t, steps[::-1]):
            a1 = a**2
            total = total + a1 + a1
    sum_steps = np.sum(steps)
    out = total * sum_steps
    cache = (t, steps_before, steps, total, sum_steps)
    return out, cache


def in_place_backward(dout, cache):
    """Backward pass of in_place: dt (N, N) and dsteps (N,), from dout."""
    t, steps_before, steps, total, sum_steps = cache
    # backprop out = total * sum_steps
    dtotal = sum_steps * dout
    dsum_steps = total * dout
    # backprop sum_steps = np.sum(steps)
    dsteps = np.ones_like(steps) * dsum_steps
    dt = np.zeros_like(t, dtype=np.result_type(t, 1.0))
    for steps_in in reversed(steps_before):
        dsteps_over = np.zeros_like(steps_in, dtype=np.result_type(steps_in, 1.0))
        for i1 in reversed(range(min(len(t), len(steps_in[::-1])))):
            steps = t[i1]
            a = steps_in[::-1][i1]
            # backprop total = total + a1 + a1
            da1 = dtotal + dtotal
            # backprop a1 = a**2
            da = (2 * a) * da1
            dsteps_over[::-1][i1] += da
            dt[i1] += dsteps
            dsteps = np.zeros_like(steps, dtype=np.result_type(steps, 1.0))
        dsteps += dsteps_over
    return dt, dsteps
