# arguments: u=(4,), w=(4,)
import numpy as np


def f(u: "N", w: "N"):
    older = u * 1.0
    old = w * 1.0
    new = np.empty_like(u)
    for i in range(3):
        new[:] = 2 * old - older * old
        older, old, new = old, new, older
    return older * old


# output
"""Forward and backward passes of three_memories_that_go_round.py: do not edit.

Made by `backprop generate`.
"""

import numpy as np


def f_forward(u: "N", w: "N"):
    """Forward pass of f: out (N,) and the cache (references, not copies)."""
    older = u * 1.0
    old = w * 1.0
    new = np.empty_like(u)
    steps = []
    for i in range(3):
        old_before = old.copy()
        older_before = older.copy()
        older_times_old = older * old
        new[:] = 2 * old - older_times_old
        older, old, new = old, new, older
        steps.append((older_before, old_before))
    out = older * old
    cache = (steps, new, older, old)
    return out, cache


def f_backward(dout, cache):
    """Backward pass of f: du (N,) and dw (N,), from dout (N,)."""
    steps, new, older, old = cache
    # backprop out = older * old
    dolder = old * dout
    dold = older * dout
    dnew = np.zeros_like(new, dtype=np.result_type(new, 1.0))
    for older_before, old_before in reversed(steps):
        # backprop older, old, new = old, new, older
        dolder_next = dolder
        dolder = dnew
        dnew = dold
        dold = dolder_next
        # backprop new[:] = 2 * old - older_times_old
        dold += 2 * dnew[:]
        dolder_times_old = -dnew[:]
        dnew[:] = 0.0
        # backprop older_times_old = older * old
        dolder += old_before * dolder_times_old
        dold += older_before * dolder_times_old
    # backprop old = w * 1.0
    dw = dold
    # backprop older = u * 1.0
    du = dolder
    return du, dw
