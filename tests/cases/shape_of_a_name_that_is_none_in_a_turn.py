# arguments names_swapped: a=(3,)
# arguments names_swapped_by_a_third: a=(3,), s=1.3
import numpy as np


# In the first turn b is None before it is bound: its shape is none of a's.
def names_swapped(a: "N"):
    for turn in range(2):
        for j in range(2):
            b = a[:]
        for t in b[1:]:
            b, a = a, b
    return t


def names_swapped_by_a_third(a: "N", s: float):
    for turn in range(2):
        for u in a[::2]:
            b = a[:]
            s = s * u
        for t in b[1:]:
            c = b
            b = a
            a = c
    return t * s * b


# output
"""Forward and backward passes of shape_of_a_name_that_is_none_in_a_turn.py: do not
edit.

Made by `backprop generate`.
"""

import numpy as np


def names_swapped_forward(a: "N"):
    """Forward pass of names_swapped: t and the cache (references, not copies)."""
    b = None
    steps = []
    for turn in range(2):
        steps1 = []
        for j in range(2):
            b = a[:]
            steps1.append(b)
        b_before = b
        for t in b[1:]:
            b, a = a, b
        steps.append((steps1, b_before, b))
    cache = (steps, a)
    return t, cache


def names_swapped_backward(dt, cache):
    """Backward pass of names_swapped: da (N,), from dt."""
    steps, a = cache
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for steps1, b_before, b in reversed(steps):
        db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
        db_over = np.zeros_like(b_before, dtype=np.result_type(b_before, 1.0))
        for i in reversed(range(len(b_before[1:]))):
            # backprop b, a = a, b
            db_next = db
            db = da
            da = db_next
            db_over[1:][i] += dt
            dt = 0.0
        db += db_over
        for b in reversed(steps1):
            # backprop b = a[:]
            da += np.reshape(db, a.shape)
            db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    return da


def names_swapped_by_a_third_forward(a: "N", s: float):
    """Forward pass of names_swapped_by_a_third.

    Gives out (N,) and the cache (references, not copies).
    """
    b = None
    steps = []
    for turn in range(2):
        steps1 = []
        for u in a[::2]:
            steps1.append((b, s))
            b = a[:]
            s = s * u
        steps.append((a, steps1, b))
        for t in b[1:]:
            c = b
            b = a
            a = c
    t_times_s = t * s
    out = t_times_s * b
    cache = (steps, b, s, t, a, t_times_s)
    return out, cache


def names_swapped_by_a_third_backward(dout, cache):
    """Backward pass of names_swapped_by_a_third: da (N,) and ds, from dout (N,)."""
    steps, b, s, t, a, t_times_s = cache
    # backprop out = t_times_s * b
    dt_times_s = b @ dout
    db = t_times_s * dout
    # backprop t_times_s = t * s
    dt = s * dt_times_s
    ds = t * dt_times_s
    da = np.zeros_like(a, dtype=np.result_type(a, 1.0))
    for a, steps1, b in reversed(steps):
        db_over = np.zeros_like(b, dtype=np.result_type(b, 1.0))
        for i1 in reversed(range(len(b[1:]))):
            # backprop a = c
            dc = da
            # backprop b = a
            da = db
            # backprop c = b
            db = dc
            db_over[1:][i1] += dt
            dt = 0.0
        db += db_over
        for i in reversed(range(len(a[::2]))):
            b, s = steps1[i]
            u = a[::2][i]
            # backprop s = s * u
            du = s * ds
            ds = u * ds
            # backprop b = a[:]
            da += np.reshape(db, a.shape)
            da[::2][i] += du
            db = np.zeros_like(b, dtype=np.result_type(b, 1.0))
    return da, ds
